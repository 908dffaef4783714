import type { Figure, NoFigure } from '../model/figure.js';
import { isFigure } from '../model/figure.js';
import { divide, multiply, ONE, type Rational, sign, subtract } from '../model/rational.js';
import type { Interval } from '../model/rounding.js';
import { samePeriod } from '../model/time-period.js';
import { incomparable } from './comparability.js';
import { type Evaluate, label, type MeasureContext } from './context.js';
import { level } from './level.js';
import { alike, computed, HUNDRED, noFigure, operand } from './operand.js';
import type { At, Query, QueryOf } from './query.js';
import { bounds } from './rate-interval.js';

/**
 * Growth in % of a figure that is itself computed, a price, a daily average, a figure per head: (now ÷ then − 1) × 100. The
 * levels of the two periods behind it must be comparable.
 */
export function growthOf(
  { of, from }: QueryOf<'growth-of'>,
  context: MeasureContext,
  evaluate: Evaluate,
): Figure | NoFigure {
  const [now, then] = [evaluate(of), evaluate(from)];
  if (!isFigure(now)) return now;
  if (!isFigure(then)) return then;
  const apart = levelsApart(of, from, context);
  if (apart) return apart;
  const pair = alike(now, then);
  if (!('length' in pair)) return pair;
  const [a, b] = pair;
  if (sign(b.value) <= 0)
    return noFigure('base-not-positive', { what: labelOf(of, context), base: b.derivation.formula });
  const ratio = divide(a.value, b.value);
  const rate = (r: Rational) => multiply(subtract(r, ONE), HUNDRED);
  const [high, low] = [spread(of, context), spread(from, context)];
  const interval = high &&
    low && {
      low: rate(multiply(ratio, divide(high.low, low.high))),
      high: rate(multiply(ratio, divide(high.high, low.low))),
    };
  return {
    ...computed(rate(ratio), '%', `(${operand(a)} ÷ ${operand(b)} − 1) × 100`, pair),
    ...(interval ? { interval } : {}),
  };
}

/** How far, as a factor of itself, a computed figure may lie from what is shown, for the rounding of the levels behind it. */
function spread(query: Query, context: MeasureContext): Interval | undefined {
  const factors = cellsBehind(query).map((at) => {
    const figure = level(at, context);
    if (!isFigure(figure) || sign(figure.value) <= 0) return undefined;
    const [low, high] = bounds(figure);
    return sign(low) <= 0 ? undefined : { low: divide(low, figure.value), high: divide(high, figure.value) };
  });
  const [first, second] = factors;
  if (!first || factors.includes(undefined) || factors.length > 2) return undefined;
  return second ? { low: divide(first.low, second.high), high: divide(first.high, second.low) } : first;
}

/** The cells behind a computed figure. */
export function cellsBehind(query: Query): readonly At[] {
  switch (query.kind) {
    case 'level':
    case 'average':
      return [query];
    case 'unit-price':
      return [query.revenue, query.volume];
    case 'per-capita':
      return [query.of];
    case 'total':
      return query.of;
    default:
      return [];
  }
}

const labelOf = (query: Query, context: MeasureContext): string =>
  cellsBehind(query)
    .map((at) => label(at, context))
    .join('、');

/** Why the levels behind two computed figures of different periods may not be compared, if they may not. */
export function levelsApart(of: Query, from: Query, context: MeasureContext): NoFigure | undefined {
  const then = cellsBehind(from);
  for (const [i, at] of cellsBehind(of).entries()) {
    const base = then[i]?.timePeriod;
    if (!base || samePeriod(base, at.timePeriod)) continue;
    const apart = incomparable(at, { timePeriod: base }, context);
    if (apart) return apart;
  }
  return undefined;
}
