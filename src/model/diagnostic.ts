/** A place in a file: line and column of a text, or sheet and cell of a workbook. All from 1. */
export interface Place {
  readonly file?: string;
  /** Part of a Word file: body, header1, footnotes… Only in docx. */
  readonly part?: string;
  readonly line?: number;
  /** In UTF-16 units. */
  readonly column?: number;
  readonly sheet?: string;
  readonly cell?: string;
}

export type Severity = 'hard' | 'soft' | 'info';

/** One argument of a message: text, a number, or a list of texts. */
export type MessageArgument = string | number | readonly string[];

/** A fact that a room has found. Prose for it lives in `report/messages`, keyed by the stable code. */
export interface Diagnostic<Code extends string = string> {
  readonly code: Code;
  readonly severity: Severity;
  readonly place: Place;
  readonly args: Readonly<Record<string, MessageArgument>>;
}
