import type { Diagnostic } from '../../model/diagnostic.js';

/** Why what somebody typed is not taken. */
export type AnswerCode =
  | 'sheet-no-answer'
  | 'sheet-not-a-number'
  | 'sheet-number-for-name'
  | 'sheet-text-unfit'
  | 'sheet-date-unfit'
  | 'sheet-rank-unfit'
  | 'sheet-other-unit'
  | 'sheet-sign-in-word'
  | 'sheet-negative'
  | 'sheet-zero-change';

/** What bringing back a completed sheet can find. */
export type SheetCode =
  | AnswerCode
  | 'sheet-unreadable'
  | 'sheet-header'
  | 'sheet-header-twice'
  | 'sheet-row-unmatched'
  | 'sheet-row-alike'
  | 'sheet-meaning-changed'
  | 'sheet-answered-twice'
  | 'sheet-sign-unsaid'
  | 'sheet-verb-in-list'
  | 'sheet-word-kept'
  | 'sheet-verbatim'
  | 'sheet-not-usable'
  | 'sheet-fills-kept'
  | 'sheet-overrides';

export type SheetDiagnostic = Diagnostic<SheetCode>;
