/** Why a measure gives no figure. */
export type MeasureReason =
  | 'not-delivered'
  | 'cell-without-figure'
  | 'confidential'
  | 'members-missing'
  | 'not-additive'
  | 'nothing-to-add'
  | 'units-differ'
  | 'growth-of-a-rate'
  | 'year-to-date-on-period'
  | 'base-missing'
  | 'price-base-changed'
  | 'base-not-positive'
  | 'levels-not-comparable'
  | 'growth-not-published'
  | 'not-a-peer'
  | 'peers-missing'
  | 'not-a-flow'
  | 'no-interval'
  | 'total-unchanged';

/** What a reader should know of a figure that was had. */
export type FigureNoteCode =
  | 'estimate'
  | 'provisional'
  | 'differenced'
  | 'summed'
  | 'base-delivered'
  | 'published-growth-wins'
  | 'computed-growth-wins'
  | 'delivered-rank-wins'
  | 'ranked-among'
  | 'tied-with'
  | 'peers-incomplete'
  | 'share-adjusted'
  | 'difference-of-rounded'
  | 'difference-exact';
