import type { Block } from '../../model/document.js';
import type { Edit } from '../../model/edit.js';
import { nothingToClean } from '../cleaned.js';
import { byBlock, inOrder, spreadEdit } from '../mapped-text.js';
import type { OpenDocument } from '../opened.js';
import type { Splice } from '../splice.js';
import { byteOffsets, type DecodedText, decodeText, encodeText } from './encoding.js';
import { type Line, lineAt, splitLines } from './lines.js';
import { markdownBlocks } from './markdown-blocks.js';
import { plainBlocks } from './plain-blocks.js';
import type { TextBlock } from './source-text.js';

/**
 * The road of a text file:
 *
 *   bytes ─decodeText→ DecodedText ─plainBlocks │ markdownBlocks→ TextBlock[] (text, and where its pieces stand) → Block[]
 *   Edit[] ─spreadEdit→ Splice[] of the text ─byteOffsets→ bytes: only edited characters are encoded anew
 */
export function openText(name: string, bytes: Uint8Array, format: 'txt' | 'md'): OpenDocument {
  const decoded = decodeText(name, bytes);
  const parts = format === 'md' ? markdownBlocks(decoded.text) : plainBlocks(decoded.text);
  const lines = splitLines(decoded.text);
  const blocks = parts.map((part) => asBlock(part, lines, name));
  return {
    document: { format, blocks },
    diagnostics: [],
    provenance: [],
    lost: [],
    write: (edits) => spliceBytes(bytes, decoded, textSplices(parts, edits)),
    clean: () => nothingToClean(bytes),
  };
}

function asBlock(part: TextBlock, lines: readonly Line[], file: string): Block {
  const placeOf = (source: number) => {
    const line = lineAt(lines, source);
    return { line: line.number, column: source - line.start + 1 };
  };
  const [first] = part.pieces;
  const start = placeOf(first?.source ?? 0);
  const anchors = part.pieces.map((piece) => ({ offset: piece.at, ...placeOf(piece.source) }));
  return {
    kind: part.kind,
    ...(part.level === undefined ? {} : { level: part.level }),
    text: part.text,
    place: { file, ...start },
    ...(anchors.length > 1 ? { anchors } : {}),
    ...(part.headings ? { headings: part.headings } : {}),
  };
}

function textSplices(parts: readonly TextBlock[], edits: readonly Edit[]): readonly Splice[] {
  const splices: Splice[] = [];
  for (const [block, group] of byBlock(edits)) {
    const part = parts[block];
    if (!part) throw new RangeError(`no block ${block}`);
    if (part.kind === 'verbatim' && group.length > 0)
      throw new RangeError(`block ${block} is code and is never changed`);
    for (const edit of inOrder(group))
      for (const { piece, from, to, text } of spreadEdit(part.pieces, edit.start, edit.end, edit.text)) {
        const { source, sourceLength, standsIn } = part.pieces[piece]!;
        const start = standsIn && from > 0 ? source + sourceLength : source + from;
        splices.push({ start, end: standsIn && to > 0 ? source + sourceLength : source + to, text });
      }
  }
  return splices.sort((a, b) => a.start - b.start || a.end - b.end);
}

function spliceBytes(bytes: Uint8Array, decoded: DecodedText, splices: readonly Splice[]): Uint8Array {
  const offsets = byteOffsets(
    bytes,
    decoded,
    splices.flatMap((s) => [s.start, s.end]),
  );
  const pieces: Uint8Array[] = [];
  let at = 0;
  for (const [i, splice] of splices.entries()) {
    pieces.push(bytes.subarray(at, offsets[2 * i]!), encodeText(splice.text, decoded.encoding));
    at = offsets[2 * i + 1]!;
  }
  pieces.push(bytes.subarray(at));
  return new Uint8Array(Buffer.concat(pieces));
}
