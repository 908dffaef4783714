import type { Figure, NoFigure } from '../model/figure.js';
import { isFigure } from '../model/figure.js';
import { add, divide, multiply, ONE, type Rational, rational, sign, subtract } from '../model/rational.js';
import { shiftYears } from '../model/time-period.js';
import { baseWithoutMeaning, comparedLevel } from './base.js';
import { incomparable } from './comparability.js';
import { label, type MeasureContext } from './context.js';
import { publishedGrowth } from './growth.js';
import { level } from './level.js';
import { alike, computed, HUNDRED, type MeasureNote, noFigure, operand } from './operand.js';
import type { QueryOf } from './query.js';

/** Digits after the point to which a root is taken: far beyond any that is shown. */
const DIGITS = 40n;

/**
 * 年均增长, 两年平均 in %: the geometric mean over the intervals, ((v ÷ base)^(1/n) − 1) × 100, n the number of years between.
 * Where the levels may not be compared or are not all there, the published yearly rates are chained, as the statistics
 * bureau does for 两年平均增长: ((1 + g1)(1 + g2))^(1/2) − 1.
 */
export function averageGrowth(query: QueryOf<'average-growth'>, context: MeasureContext): Figure | NoFigure {
  const { timePeriod, from } = query;
  const months = timePeriod.end - from.end;
  if (months < 12) return noFigure('no-interval', { what: label(query, context) });
  const meaningless = baseWithoutMeaning(query, { timePeriod: from }, context);
  if (meaningless) return meaningless;
  if (months % 12 !== 0)
    return noFigure('lengths-differ', {
      what: label(query, context),
      base: label({ ...query, timePeriod: from }, context),
    });
  const own = fromLevels(query, months / 12, context);
  return isFigure(own) ? own : (chained(query, months / 12, context) ?? own);
}

function fromLevels(query: QueryOf<'average-growth'>, years: number, context: MeasureContext): Figure | NoFigure {
  const base = { timePeriod: query.from };
  const now = level(query, context);
  if (!isFigure(now)) return now;
  const then = comparedLevel(query, base, context);
  if (!isFigure(then)) return then;
  const apart = incomparable(query, base, context);
  if (apart) return apart;
  const pair = alike(now, then);
  if (!('length' in pair)) return pair;
  const [a, b] = pair;
  if (sign(b.value) <= 0 || sign(a.value) < 0)
    return noFigure('base-not-positive', { what: label(query, context), base: b.derivation.formula });
  const ratio = root(divide(a.value, b.value), BigInt(years));
  return computed(toRate(ratio), '%', `((${operand(a)} ÷ ${operand(b)}) ^ (1 ÷ ${years}) − 1) × 100`, pair);
}

/** From the published 同比 of the same months of every year; undefined where one is missing. */
function chained(query: QueryOf<'average-growth'>, years: number, context: MeasureContext): Figure | undefined {
  const rates: Figure[] = [];
  for (let back = years - 1; back >= 0; back--) {
    const timePeriod = shiftYears(query.timePeriod, -back);
    const rate = publishedGrowth({ ...query, kind: 'growth', base: 'last-year', timePeriod }, context);
    if (!rate || !isFigure(rate) || sign(add(rate.value, HUNDRED)) < 0) return undefined;
    rates.push(rate);
  }
  const product = rates.map((r) => add(ONE, divide(r.value, HUNDRED))).reduce(multiply, ONE);
  const formula = rates.map((r) => `(1 + ${operand(r)} ÷ 100)`).join(' × ');
  const note: MeasureNote = { code: 'chained-from-published', args: { what: label(query, context) } };
  const value = toRate(root(product, BigInt(years)));
  return computed(value, '%', `((${formula}) ^ (1 ÷ ${years}) − 1) × 100`, rates, [note]);
}

const toRate = (ratio: Rational): Rational => multiply(subtract(ratio, ONE), HUNDRED);

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
