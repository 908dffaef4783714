import type { MessageArgument } from '../../model/diagnostic.js';

/** Where a wrong number seems to come from. The code keys a message. */
export interface Cause {
  readonly code: CauseCode;
  readonly args: Readonly<Record<string, MessageArgument>>;
}

export type CauseCode =
  | 'double-sign'
  | 'ten-thousandfold'
  | 'hundred-millionfold'
  | 'decimal-shifted'
  | 'digits-swapped'
  | 'one-digit'
  | 'digit-lost'
  | 'digit-added'
  | 'last-year'
  | 'other-period'
  | 'month-for-total'
  | 'total-for-month'
  | 'other-base'
  | 'other-measure'
  | 'plan-for-actual'
  | 'published-for-computed'
  | 'computed-for-published'
  | 'other-indicator'
  | 'other-region'
  | 'points-for-percent'
  | 'percent-for-points'
  | 'other-unit'
  | 'measure-word-lost'
  | 'reach-turned';
