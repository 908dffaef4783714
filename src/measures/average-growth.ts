import type { Figure, NoFigure } from '../model/figure.js';
import { isFigure } from '../model/figure.js';
import { divide, multiply, ONE, type Rational, rational, sign, subtract } from '../model/rational.js';
import { yearOf } from '../model/time-period.js';
import { incomparable } from './comparability.js';
import { label, type MeasureContext } from './context.js';
import { level } from './level.js';
import { alike, computed, HUNDRED, noFigure, operand } from './operand.js';
import type { QueryOf } from './query.js';

/** Digits after the point to which a root is taken: far beyond any that is shown. */
const DIGITS = 40n;

/** 年均增长 in %: the geometric mean over the intervals, ((v ÷ base)^(1/n) − 1) × 100, n the number of years between. */
export function averageGrowth(query: QueryOf<'average-growth'>, context: MeasureContext): Figure | NoFigure {
  const years = yearOf(query.timePeriod) - yearOf(query.from);
  if (years < 1) return noFigure('no-interval', { what: label(query, context) });
  const now = level(query, context);
  if (!isFigure(now)) return now;
  const then = level({ ...query, timePeriod: query.from }, context);
  if (!isFigure(then)) return noFigure('base-missing', { what: label(query, context), ...then.args });
  const apart = incomparable(query, { timePeriod: query.from }, context);
  if (apart) return apart;
  const pair = alike(now, then);
  if (!('length' in pair)) return pair;
  const [a, b] = pair;
  if (sign(b.value) <= 0 || sign(a.value) < 0)
    return noFigure('base-not-positive', { what: label(query, context), base: b.derivation.formula });
  const ratio = root(divide(a.value, b.value), BigInt(years));
  const value = multiply(subtract(ratio, ONE), HUNDRED);
  return computed(value, '%', `((${operand(a)} ÷ ${operand(b)}) ^ (1 ÷ ${years}) − 1) × 100`, pair);
}

/** The n-th root of a rational, rounded down at the 40th decimal; exact where the root is a decimal that short. */
export function root(value: Rational, n: bigint): Rational {
  const scale = 10n ** DIGITS;
  const target = (value.num * scale ** n) / value.den;
  let low = 0n;
  let high = 1n;
  while (high ** n <= target) high *= 2n;
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (middle ** n <= target) low = middle;
    else high = middle;
  }
  return rational(low, scale);
}
