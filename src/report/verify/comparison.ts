import type { Cause } from './cause.js';

/** What is to be said of a number that is written, against one figure. */
export type WrittenVerdict = 'right' | 'rounded' | 'truncated' | 'flipped' | 'unit-lost' | 'wrong';

export interface Comparison {
  readonly verdict: WrittenVerdict;
  /** What seems to have happened, where the number itself says it. */
  readonly cause?: Cause;
  /** The unit that makes the number right. */
  readonly unit?: string;
}
