import type { Block, Document } from '../../src/model/document.js';
import type { Edit } from '../../src/model/edit.js';

/** Replaces every occurrence of a text in the blocks that may be filled, each by what `text` gives for its number. */
export function replaceAll(document: Document, find: string, text: (n: number) => string): readonly Edit[] {
  const edits: Edit[] = [];
  document.blocks.forEach((block, index) => {
    if (block.kind === 'verbatim') return;
    for (let at = block.text.indexOf(find); at >= 0; at = block.text.indexOf(find, at + find.length))
      edits.push({ block: index, start: at, end: at + find.length, text: text(edits.length), kind: 'fill' });
  });
  return edits;
}

/** Blocks in one line each: kind, level, text. */
export const outline = (blocks: readonly Block[]): readonly string[] =>
  blocks.map((b) => `${b.kind}${b.level ?? ''} ${b.text}`);

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
export const fromUtf8 = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
