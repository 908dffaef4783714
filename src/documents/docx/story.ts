import type { Piece } from '../mapped-text.js';

/** [start, end) of the part's source, in UTF-16 units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A `w:r`: text with one formatting. */
export interface Run extends Range {
  /** Its start tag as written: revision ids and all. */
  readonly openTag: string;
  /** Where its properties end, or its start tag where it has none: content begins here. */
  contentStart: number;
  /** Where its end tag begins; equal to `end` for a run without content. */
  contentEnd: number;
  end: number;
  /** Its `w:rPr` as written, or ''. */
  properties: string;
  hidden: boolean;
  holdsTextBox: boolean;
  /** Start tag of the tracked insertion that it stands in directly. */
  readonly insertion: string | undefined;
  /** What must not be cut open by comments: a plain-text content control, a field, or the run that holds the text box. */
  readonly shell: Shell | undefined;
  /** The content controls around it, outermost first. */
  readonly controls: readonly ContentControl[];
}

export interface Shell {
  readonly start: number;
  end: number;
}

/** A piece of a paragraph's text: the content of a `w:t`, or an element that reads as one character (tab, break, symbol). */
export interface DocxPiece extends Piece {
  readonly text: string;
  readonly run: Run;
  /** The whole element. */
  readonly element: Range;
  /** Source of exactly `text`; for an element that reads as a character, the element itself. */
  readonly content: Range;
  readonly atom: boolean;
}

/** A content control around text. What makes it a placeholder or binds it to data must go when it is filled. */
export interface ContentControl extends Shell {
  /** Elements to take out: `w:showingPlcHdr`, `w:dataBinding`. */
  readonly obsolete: Range[];
  plainText: boolean;
  /** Its text only says what to type. */
  placeholder: boolean;
  /** Within a paragraph, not around it. */
  readonly inline: boolean;
}

export interface Paragraph extends Range {
  end: number;
  /** In story order from 1, empty ones counted. 0 for the copy in an `mc:Fallback`. */
  readonly number: number;
  text: string;
  readonly pieces: DocxPiece[];
  style: string | undefined;
  outlineLevel: number | undefined;
  numbering: { id: string; level: number } | undefined;
  centred: boolean;
  /** A line of a table of contents: it repeats a heading and is none. */
  inContents: boolean;
  readonly cell: Cell | undefined;
  /** The footnote or endnote that it belongs to: footnote 2. */
  readonly note: string | undefined;
  /** Copies for older readers: the same text box once more in VML. They are edited alike. */
  readonly copies: Paragraph[];
}

export interface Cell {
  readonly table: Table;
  readonly row: number;
  columnSpan: number;
  /** `restart` begins a vertically merged cell, `continue` goes on with it. */
  verticalMerge: 'restart' | 'continue' | undefined;
  readonly paragraphs: Paragraph[];
}

export interface Row {
  readonly cells: Cell[];
  /** Grid columns left out before the first cell. */
  skipped: number;
  isHeader: boolean;
}

export interface Table {
  readonly rows: Row[];
  /** Number of the last paragraph before it. */
  readonly after: number;
}

export interface Bookmark {
  readonly name: string;
  readonly paragraph: Paragraph;
  readonly start: number;
  readonly end: number;
}

/** One part with text: the body, a header, the footnotes. */
export interface Story {
  /** Name in the package: word/document.xml */
  readonly partName: string;
  /** Name for people: body, header1, footnotes. */
  readonly label: string;
  readonly source: string;
  /** Prefix of WordprocessingML in this part, colon included: `w:`. */
  readonly prefix: string;
  readonly paragraphs: readonly Paragraph[];
  /** All paragraphs in the order in which they end: what is nested comes before what holds it. Copies included. */
  readonly closed: readonly Paragraph[];
  /** The highest number used as a `w:id` of comments, bookmarks, tracked changes. */
  readonly highestId: number;
  /** Our own bookmarks, which lead from a figure to its provenance, where they stand now. */
  readonly bookmarks: readonly Bookmark[];
  /** The runs that refer to notes, by note: footnote 2. */
  readonly references: ReadonlyMap<string, Shell>;
  /** The dialect: namespace of the root element. */
  readonly namespace: string;
  readonly deletions: number;
  readonly hiddenRuns: number;
}

/** While it is being read. */
export type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export const newParagraph = (
  { start, end }: Range,
  number: number,
  cell: Cell | undefined,
  note: string | undefined,
): Mutable<Paragraph> => ({
  start,
  end,
  number,
  text: '',
  pieces: [],
  style: undefined,
  outlineLevel: undefined,
  numbering: undefined,
  centred: false,
  inContents: false,
  cell,
  note,
  copies: [],
});

export const newControl = ({ start, end }: Range, inline: boolean): ContentControl => ({
  start,
  end,
  obsolete: [],
  plainText: false,
  placeholder: false,
  inline,
});

export const newRun = (
  { start, end }: Range,
  openTag: string,
  around: Pick<Run, 'insertion' | 'shell' | 'controls'>,
): Mutable<Run> => ({
  start,
  end,
  openTag,
  contentStart: end,
  contentEnd: end,
  properties: '',
  hidden: false,
  holdsTextBox: false,
  ...around,
});
