import { toRational } from '../model/decimal.js';
import { type Figure, isFigure } from '../model/figure.js';
import { compare } from '../model/rational.js';
import { displayedInterval, type Interval, meets, round } from '../model/rounding.js';
import { rangeOf } from './comparability.js';
import type { MeasureContext } from './context.js';
import { computedGrowth, publishedGrowth } from './growth.js';
import type { GrowthQuery } from './query.js';

/** A published growth rate beside the computed one. */
export interface GrowthComparison {
  /**
   * `same`: division of the displayed levels gives the published decimal. `consistent`: not that decimal, but one that the
   * rounding of the levels allows. `inconsistent`: no rounding explains it (另有可比口径).
   */
  readonly verdict: 'same' | 'consistent' | 'inconsistent';
  readonly published: Figure;
  readonly computed: Figure;
  /** Every rate that the displayed levels allow, in %; absent where the base may be zero. */
  readonly range: Interval | undefined;
}

/** Compares the two; undefined where either is missing. */
export function compareGrowth(query: GrowthQuery, context: MeasureContext): GrowthComparison | undefined {
  const published = publishedGrowth(query, context);
  const computed = computedGrowth(query, context);
  if (!published || !isFigure(published) || !isFigure(computed)) return undefined;
  const range = rangeOf(query, context);
  const decimals = published.decimals ?? context.options.decimals('%', query.indicator);
  const shown = round(computed.value, decimals, context.options.rounding);
  const same = compare(toRational(shown), published.value) === 0;
  const possible = range === undefined || meets(range, displayedInterval(round(published.value, decimals)));
  return { verdict: same ? 'same' : possible ? 'consistent' : 'inconsistent', published, computed, range };
}
