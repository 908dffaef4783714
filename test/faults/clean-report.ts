import type { Document } from '../../src/model/document.js';
import type { ReportContext } from '../../src/report/report-context.js';

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A verb before a number that says its sign, and the verb of the other sign. */
export interface Verb extends Span {
  readonly partner: string;
}

/** What the same words would say of another cell: what somebody writes who looked at the wrong row. */
export interface OtherPhrase {
  readonly from: 'region' | 'period' | 'indicator' | 'month-or-total' | 'stale';
  /** Replaces the whole phrase: the verb, what stands between, the number with its unit. */
  readonly phrase: string;
  /** The number in it, with the sign that its verb gives it. */
  readonly signed: number;
}

/** A number of a clean report, and what it stands for. */
export interface CleanNumber {
  readonly block: number;
  readonly kind: 'level' | 'growth' | 'points' | 'share' | 'rank' | 'other';
  readonly number: Span;
  /** From the verb to the unit. */
  readonly phrase: Span;
  /** Printed behind the number: 万件, %, 个百分点. Empty for ranks. */
  readonly unit: Span;
  readonly verb: Verb | undefined;
  readonly approximate: boolean;
  /** Exactly, in the printed unit; negative where the verb tells a fall. */
  readonly exact: number;
  /** How far the rounding of what it was made from, or another accepted practice, may move it. */
  readonly slack: number;
  readonly others: readonly OtherPhrase[];
}

export interface CleanReport {
  readonly name: string;
  readonly document: Document;
  readonly context: ReportContext;
  readonly numbers: readonly CleanNumber[];
}

/**
 * Whether a written number could still be right, reasoned apart from the tool: some value that the inputs allow rounds to
 * it, or it is the exact value cut off at its own decimals.
 */
export function couldBeRight(written: number, decimals: number, exact: number, slack: number): boolean {
  const unit = 10 ** -decimals;
  if (Math.abs(written - exact) <= slack + unit / 2 + 1e-9) return true;
  const short = Math.abs(exact) - Math.abs(written);
  return Math.sign(written) === Math.sign(exact) && short >= 0 && short < unit + slack;
}
