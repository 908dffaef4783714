import { numberedHeadingLevel } from '../heading-rule.js';
import { isCaptionLine } from '../table-headings.js';
import { type Line, splitLines } from './lines.js';
import { addInline } from './markdown-inline.js';
import { isDelimiterRow, tableBlocks } from './markdown-table.js';
import { type TextBlock, TextBuilder } from './source-text.js';

const FENCE = /^(\s*)(`{3,}(?!.*`)|~{3,})/;
const ATX = /^ {0,3}(#{1,6})(?:[ \t]+|$)/;
const SETEXT = /^ {0,3}(=+|-+)[ \t]*$/;
const BREAK = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const CONTAINER = /^(?:[ \t]*>[ \t]?|[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)/;
const DEFINITION = /^ {0,3}\[[^\]]+\]:\s*\S/;
const INDENTED_CODE = /^(?: {4,}|\t)/;

/** A line without its quote marks and list markers. */
interface Stripped {
  readonly text: string;
  readonly start: number;
  /** Whether a list marker stood in front. */
  readonly opensItem: boolean;
  readonly quoted: boolean;
}

function strip(line: Line): Stripped {
  let { text, start } = line;
  let opensItem = false;
  let quoted = false;
  for (let found = CONTAINER.exec(text), depth = 0; found && depth < 32; found = CONTAINER.exec(text), depth++) {
    if (BREAK.test(text)) break;
    if (found[0].includes('>')) quoted = true;
    else opensItem = true;
    text = text.slice(found[0].length);
    start += found[0].length;
  }
  return { text, start, opensItem, quoted };
}

/** `Heading ##` reads as Heading. */
function withoutClosingHashes(text: string): string {
  const trimmed = text.trimEnd();
  let end = trimmed.length;
  while (trimmed[end - 1] === '#') end -= 1;
  return end < trimmed.length && (end === 0 || /\s/.test(trimmed[end - 1]!))
    ? trimmed.slice(0, end).trimEnd()
    : trimmed;
}

function verbatim(lines: readonly Line[]): TextBlock {
  const builder = new TextBuilder();
  for (const [i, line] of lines.entries()) {
    builder.literal(line.text, line.start);
    const end = line.start + line.text.length;
    if (i < lines.length - 1) builder.standIn('\n', end, line.next - end);
  }
  return { kind: 'verbatim', text: builder.text, pieces: builder.pieces };
}

/** The end (exclusive) of the code, comment or front matter that begins at a line; undefined where none begins. */
function verbatimEnd(lines: readonly Line[], at: number, afterBlank: boolean, inList: boolean): number | undefined {
  const line = lines[at]!;
  const { text } = strip(line);
  const until = (closes: (text: string) => boolean): number => {
    for (let i = at + 1; i < lines.length; i++) if (closes(lines[i]!.text)) return i + 1;
    return lines.length;
  };
  if (at === 0 && /^---[ \t]*$/.test(line.text)) {
    const end = until((t) => /^(?:---|\.\.\.)[ \t]*$/.test(t));
    if (/^(?:---|\.\.\.)/.test(lines[end - 1]!.text) && end > 1) return end;
  }
  const fence = FENCE.exec(text)?.[2];
  if (fence !== undefined) {
    const close = new RegExp(`^[\\s>]*${fence[0] === '`' ? '`' : '~'}{${fence.length},}[ \\t]*$`);
    return until((t) => close.test(t));
  }
  if (/^\s*<!--/.test(text)) return text.includes('-->') ? at + 1 : until((t) => t.includes('-->'));
  const tag = /^\s*<(pre|script|style|textarea)\b/i.exec(text)?.[1];
  if (tag !== undefined) {
    const close = new RegExp(`</${tag}>`, 'i');
    return close.test(text) ? at + 1 : until((t) => close.test(t));
  }
  if (DEFINITION.test(line.text)) return at + 1;
  if (afterBlank && !inList && INDENTED_CODE.test(line.text)) {
    let end = at + 1;
    while (end < lines.length && (INDENTED_CODE.test(lines[end]!.text) || lines[end]!.text.trim() === '')) end += 1;
    while (lines[end - 1]!.text.trim() === '') end -= 1;
    return end;
  }
  return undefined;
}

/** Markdown in blocks: headings, paragraphs (line ends within read as \n), table cells with their headings, code verbatim. */
export function markdownBlocks(text: string): readonly TextBlock[] {
  const lines = splitLines(text);
  const blocks: TextBlock[] = [];
  let open: { builder: TextBuilder; lines: number } | undefined;
  let afterBlank = true;
  let inList = false;
  let inQuote = false;
  const add = (kind: 'heading' | 'paragraph', builder: TextBuilder, level?: number) => {
    const parts = { text: builder.text, pieces: builder.pieces };
    if (builder.text.trim() === '') return;
    if (kind === 'heading' && level === 1 && blocks.every((b) => b.kind === 'verbatim'))
      blocks.push({ kind: 'title', ...parts });
    else if (kind === 'heading' && level !== undefined) blocks.push({ kind, level, ...parts });
    else blocks.push({ kind: 'paragraph', ...parts });
  };
  const close = () => {
    const level = open?.lines === 1 ? numberedHeadingLevel(open.builder.text) : undefined;
    if (open)
      add(level === undefined ? 'paragraph' : 'heading', open.builder, level === undefined ? undefined : level + 1);
    open = undefined;
  };
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    if (line.text.trim() === '' || /^[\s>]+$/.test(line.text)) {
      close();
      afterBlank = true;
      continue;
    }
    const end =
      open === undefined || !INDENTED_CODE.test(line.text) ? verbatimEnd(lines, i, afterBlank, inList) : undefined;
    if (end !== undefined) {
      close();
      blocks.push(verbatim(lines.slice(i, end)));
      i = end - 1;
      continue;
    }
    afterBlank = false;
    const next = lines[i + 1];
    const stripped = strip(line);
    const atx = ATX.exec(stripped.text);
    if (atx) {
      close();
      inList = false;
      const builder = new TextBuilder();
      addInline(builder, withoutClosingHashes(stripped.text.slice(atx[0].length)), stripped.start + atx[0].length);
      add('heading', builder, atx[1]!.length);
    } else if (open && SETEXT.test(line.text)) {
      add('heading', open.builder, line.text.includes('=') ? 1 : 2);
      open = undefined;
    } else if (BREAK.test(line.text) && /^\s*(?:[-*]|_\s*_\s*_\s*$)/.test(line.text)) close();
    else if (line.text.includes('|') && next && isDelimiterRow(next.text, line.text)) {
      close();
      const caption = blocks.at(-1)?.text;
      const table = tableBlocks(lines, i, caption !== undefined && isCaptionLine(caption) ? caption : undefined);
      blocks.push(...table.blocks);
      i = table.end - 1;
    } else {
      if (
        stripped.opensItem ||
        (stripped.quoted && !inQuote) ||
        (stripped.text === line.text && !/^\s/.test(line.text) && open === undefined)
      ) {
        close();
        inList = stripped.opensItem;
      }
      const indent = /^[ \t]*/.exec(stripped.text)![0].length;
      const previous = lines[i - 1];
      if (open && previous) {
        const from = previous.start + previous.text.trimEnd().length;
        open.builder.standIn('\n', from, stripped.start + indent - from);
        open.lines += 1;
      }
      inQuote = stripped.quoted || (inQuote && open !== undefined);
      open ??= { builder: new TextBuilder(), lines: 1 };
      addInline(open.builder, stripped.text.slice(indent).trimEnd(), stripped.start + indent);
    }
  }
  close();
  return blocks;
}
