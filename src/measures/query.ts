import type { Scenario } from '../model/observation.js';
import type { TimePeriod } from '../model/time-period.js';

/** One cell of the cube to look at. `refArea` is a region code, or `group:名` for the sum over a named group. */
export interface At {
  readonly indicator: string;
  readonly refArea: string;
  readonly timePeriod: TimePeriod;
  readonly scenario?: Scenario;
}

/**
 * What a growth or an increase is measured against. `last-year`: the same months a year earlier. `preceding`: the period
 * of the same length just before. Or a named period.
 */
export type Base = 'last-year' | 'preceding' | { readonly timePeriod: TimePeriod };

/** The areas among which a rank is taken. */
export interface PeerGroup {
  /** As a sentence names it: 河北省, 全国, 东部. */
  readonly name: string;
  readonly codes: readonly string[];
}

export type LevelQuery = { readonly kind: 'level' } & At;
export type GrowthQuery = { readonly kind: 'growth'; readonly base: Base } & At;
export type ShareQuery = { readonly kind: 'share'; readonly part: At; readonly whole: At };
/** Total of several cells: A、B合计. */
export type TotalQuery = { readonly kind: 'total'; readonly of: readonly At[] };
export type AverageQuery = { readonly kind: 'average'; readonly per: 'day' | 'month' } & At;
export type PriceQuery = { readonly kind: 'unit-price'; readonly revenue: At; readonly volume: At };
/** 人均: a figure over the population; of several population figures (two year ends) the mean. */
export type PerCapitaQuery = { readonly kind: 'per-capita'; readonly of: At; readonly population: readonly At[] };
export type IncreaseQuery = { readonly kind: 'increase'; readonly base: Base } & At;
export type MultipleQuery = { readonly kind: 'multiple'; readonly base: Base } & At;
export type AverageGrowthQuery = { readonly kind: 'average-growth'; readonly from: TimePeriod } & At;
export type CompletionQuery = { readonly kind: 'completion'; readonly actual: At; readonly plan: At };
interface PartOfChange {
  readonly part: At;
  readonly whole: At;
  readonly base: Base;
}
export type ContributionQuery = { readonly kind: 'contribution' } & PartOfChange;
export type PullQuery = { readonly kind: 'pull' } & PartOfChange;
/** Anything that has one value for each peer. */
export type Rankable =
  | LevelQuery
  | GrowthQuery
  | ShareQuery
  | AverageQuery
  | PriceQuery
  | PerCapitaQuery
  | IncreaseQuery
  | MultipleQuery
  | AverageGrowthQuery
  | CompletionQuery
  | ContributionQuery
  | PullQuery;
/** `worst-first` counts from the bottom (倒数). The best is the highest, or the lowest where the catalogue says so. */
export type RankQuery = {
  readonly kind: 'rank';
  readonly of: Rankable;
  readonly peers: PeerGroup;
  readonly order?: 'best-first' | 'worst-first';
};

/** Who stands in a place of a ranking: 居前三位的是×、×、×. `beside`: those whom the text has put in their places itself. */
export interface PlacedQuery {
  readonly kind: 'placed';
  readonly of: RankQuery;
  /** From 1. */
  readonly place: number;
  readonly beside?: readonly { readonly place: number; readonly refArea: string }[];
  /** Whom the text holds against the one in that place, and who is thus another. */
  readonly notOneOf?: readonly string[];
}
/** A bound that peers are held against: 30%, or the same figure of an area. */
export type Mark = { readonly kind: 'mark'; readonly value: string; readonly unit: string } | Rankable;
/** How many of the peers are above (below, not below) a mark, but for some that were named. */
export interface CountQuery {
  readonly kind: 'count';
  readonly of: Rankable;
  readonly peers: PeerGroup;
  readonly than: 'above' | 'below' | 'not-below';
  readonly mark: Mark;
  readonly except?: readonly string[];
}

export interface RateDifferenceQuery {
  readonly kind: 'rate-difference';
  readonly of: Query;
  readonly from: Query;
}

/**
 * How many periods in a row, back from that of `of`, it was above zero (`direction` 1) or below, or at least so far from it: growth
 * of 10 % or more; growth that picked up from period to period; a place among the first three (`direction` −1, `least` −3).
 */
export interface RunQuery {
  readonly kind: 'run';
  readonly of: GrowthQuery | RankQuery | RateDifferenceQuery;
  readonly least: number;
  readonly direction: 1 | -1;
  /** The periods are those from January to each month, not single months. */
  readonly cumulative?: true;
}

/** A question to the data. One file of this folder answers each kind. */
export type Query =
  | LevelQuery
  | GrowthQuery
  | ShareQuery
  | TotalQuery
  | AverageQuery
  | PriceQuery
  | PerCapitaQuery
  | RankQuery
  | IncreaseQuery
  | MultipleQuery
  | AverageGrowthQuery
  | RateDifferenceQuery
  /** Growth of what is itself computed: of a price, an average, a figure per head. */
  | { readonly kind: 'growth-of'; readonly of: Query; readonly from: Query }
  /** One figure in % of another. */
  | { readonly kind: 'ratio'; readonly of: Query; readonly to: Query }
  | PlacedQuery
  | CountQuery
  | { readonly kind: 'rank-change'; readonly of: RankQuery; readonly from: RankQuery }
  /** How far the next better or worse one of a ranking is away. */
  | { readonly kind: 'rank-distance'; readonly of: RankQuery; readonly to: 'above' | 'below' }
  /** The highest of the periods before, as far back as the returns go. */
  | ({ readonly kind: 'earlier-peak'; readonly among: 'same-months' | 'any' } & At)
  | RunQuery
  | CompletionQuery
  | { readonly kind: 'ahead-of-time'; readonly actual: At; readonly plan: At }
  | ContributionQuery
  | PullQuery;

export type QueryOf<K extends Query['kind']> = Extract<Query, { readonly kind: K }>;
