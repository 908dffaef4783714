import type { Finding } from '../../checks/diagnostics.js';
import type { Diagnostic } from '../../model/diagnostic.js';

/** One line of a check: what an edit rule has found, or what reading a return has. */
export type CheckItem = Diagnostic & Partial<Omit<Finding, keyof Diagnostic>>;

/** The outcome of `check`. */
export interface CheckReport {
  readonly items: readonly CheckItem[];
  readonly files: number;
  readonly observations: number;
}

/** What was left out or could not be read counts as not evaluated; what breaks a rule, as violated. */
export const verdictOf = (item: CheckItem): 'violated' | 'not-evaluated' => item.verdict ?? 'not-evaluated';

export function countItems({ items }: CheckReport) {
  const count = (test: (item: CheckItem) => boolean) => items.filter(test).length;
  return {
    hard: count((i) => i.severity === 'hard'),
    soft: count((i) => i.severity === 'soft'),
    info: count((i) => i.severity === 'info' && i.accepted === undefined),
    accepted: count((i) => i.accepted !== undefined),
  };
}
