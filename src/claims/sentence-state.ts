import type { Claim } from './claim.js';
import type { Entity, PeriodScope, Scope } from './scope.js';
import type { ComparatorBase } from './token.js';

/** State while a sentence is read. */
export interface SentenceState {
  readonly scope: Scope;
  /** No subject has been named in the paragraph so far. */
  readonly opening: boolean;
  /** 与去年同期相比，… at the head of a sentence. */
  readonly comparator: ComparatorBase | undefined;
  readonly claims: readonly Claim[];
  /** Indicators of the levels said in this sentence, for 分别 that looks back over several clauses. */
  readonly said: readonly Entity[];
  /** A period that this sentence has named and said nothing of yet. */
  readonly pending: PeriodScope | undefined;
  /** A clause without a number spoke last of 增速. */
  readonly growthSaid: boolean;
  /** A period that holds for this sentence alone (其中8月份). */
  readonly sentenceOnly: boolean;
}
