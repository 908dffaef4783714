import { looksLikeTitle, numberedHeadingLevel, withoutLoneTitle } from '../heading-rule.js';
import { type Line, splitLines } from './lines.js';
import { type TextBlock, TextBuilder } from './source-text.js';

const SENTENCE_STOPS = /[。！？；：.!?;:…”’"）)》】]$/u;
const INDENTED = /^[\s\u3000]/u;

/** Width in columns as an editor shows it: CJK and full-width characters are two wide. */
function columnsOf(text: string): number {
  let columns = text.length;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    // Halves of a surrogate pair are one column each: beyond the basic plane stand wide characters.
    if (c >= 0x2010 && (c < 0xd800 || c > 0xdfff)) columns += 1;
  }
  return columns;
}

/**
 * Width at which a text was broken by hand, in columns; 0 where each line is a paragraph of its own. A text is taken as broken when
 * at least two lines, each followed by another, stop within a sentence just short of the longest line.
 */
function wrapWidth(lines: readonly Line[]): number {
  if (lines.some((line) => line.text.length > 120)) return 0;
  const widest = lines.reduce((most, line) => Math.max(most, columnsOf(line.text)), 0);
  if (widest > 120 || widest < 40) return 0;
  const cut = lines.filter((line, i) => stopsWithin(line, lines[i + 1], widest));
  return cut.length >= 2 ? widest : 0;
}

/** A line that ends within a sentence, close to the width, before a line that goes on. */
function stopsWithin(line: Line, next: Line | undefined, width: number): boolean {
  const text = line.text.trimEnd();
  if (columnsOf(text) <= width - 6) return false;
  if (next === undefined || next.text.trim() === '' || INDENTED.test(next.text)) return false;
  if (text === '' || SENTENCE_STOPS.test(text) || numberedHeadingLevel(text) !== undefined) return false;
  return numberedHeadingLevel(next.text) === undefined;
}

/**
 * Plain text in blocks: each line a paragraph, lines broken by hand within a sentence joined (the line end reads as \n). The
 * first line that reads like a title is the title; a short line with a number such as 一、 is a heading.
 */
export function plainBlocks(text: string): readonly TextBlock[] {
  const lines = splitLines(text);
  const width = wrapWidth(lines);
  const blocks: TextBlock[] = [];
  for (let i = 0; i < lines.length; i++) {
    if (lines[i]!.text.trim() === '') continue;
    const builder = new TextBuilder();
    builder.literal(lines[i]!.text, lines[i]!.start);
    while (width > 0 && stopsWithin(lines[i]!, lines[i + 1], width)) {
      const line = lines[i]!;
      builder.standIn('\n', line.start + line.text.length, line.next - line.start - line.text.length);
      i += 1;
      builder.literal(lines[i]!.text, lines[i]!.start);
    }
    const level = numberedHeadingLevel(builder.text);
    const parts = { text: builder.text, pieces: builder.pieces };
    if (blocks.length === 0 && looksLikeTitle(builder.text)) blocks.push({ kind: 'title', ...parts });
    else if (level !== undefined) blocks.push({ kind: 'heading', level, ...parts });
    else blocks.push({ kind: 'paragraph', ...parts });
  }
  return withoutLoneTitle(blocks);
}
