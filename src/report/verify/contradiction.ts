import type { SaidValue } from './said-values.js';

export type ContradictionCode =
  | 'said-differently'
  | 'levels-make-other-growth'
  | 'growth-against-multiple'
  | 'increase-against-levels'
  | 'multiple-against-levels'
  | 'share-against-levels'
  | 'difference-against-rates'
  | 'average-against-total'
  | 'price-against-levels'
  | 'completion-against-plan'
  | 'total-against-parts'
  | 'rank-change-against-ranks'
  | 'part-over-whole'
  | 'parts-against-whole'
  | 'growth-outside-parts'
  | 'shares-over-hundred'
  | 'shares-not-hundred'
  | 'rank-against-values';

/** Numbers of one report that cannot all be true, however they were rounded. The first is the conclusion from the others. */
export interface Contradiction {
  readonly code: ContradictionCode;
  readonly between: readonly SaidValue[];
  /** What the others make of the first. */
  readonly expected?: string;
}
