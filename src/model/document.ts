import type { Place } from './diagnostic.js';

/** One run of text that a reader takes in at once: a heading, a paragraph, a table cell. */
export interface Block {
  /** `verbatim` (code) is shown to nobody's grammar and never filled. */
  readonly kind: 'title' | 'heading' | 'paragraph' | 'cell' | 'verbatim';
  /** 1 for the highest heading. Only for headings. */
  readonly level?: number;
  readonly text: string;
  /** Where its first character stands. */
  readonly place: Place;
  /** Where the text goes on behind hidden markup or a line end of the source, ascending. Absent where `place` alone tells. */
  readonly anchors?: readonly { readonly offset: number; readonly line: number; readonly column: number }[];
  /** For a cell: its row and column headings, outermost first, and the table's caption or unit line. */
  readonly headings?: {
    readonly row: readonly string[];
    readonly column: readonly string[];
    readonly caption?: string;
  };
}

/** A text in blocks, in reading order. */
export interface Document {
  readonly format: 'txt' | 'md' | 'docx' | 'xlsx';
  readonly blocks: readonly Block[];
}

/** Place of the character `offset` (UTF-16) of a block: line breaks inside the block count as lines in plain text. */
export function placeInBlock(block: Block, offset: number): Place {
  if (block.place.cell !== undefined) return block.place;
  const anchor = block.anchors?.findLast((a) => a.offset <= offset);
  if (anchor) return { ...block.place, line: anchor.line, column: anchor.column + offset - anchor.offset };
  // A Word paragraph is one line, whatever breaks it holds.
  if (block.place.part !== undefined) return { ...block.place, column: (block.place.column ?? 1) + offset };
  const before = block.text.slice(0, offset);
  const breaks = before.split('\n').length - 1;
  const lastBreak = before.lastIndexOf('\n');
  const column = breaks === 0 ? (block.place.column ?? 1) + offset : offset - lastBreak;
  return { ...block.place, line: (block.place.line ?? 1) + breaks, column };
}
