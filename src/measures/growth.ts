import { formatDecimal } from '../model/decimal.js';
import type { Figure, NoFigure } from '../model/figure.js';
import { isFigure } from '../model/figure.js';
import { divide, multiply, ONE, sign, subtract } from '../model/rational.js';
import { displayedInterval, type Interval, meets, round } from '../model/rounding.js';
import {
  isHalf,
  isMonth,
  isQuarter,
  isYear,
  precedingPeriod,
  shiftYears,
  type TimePeriod,
  yearOf,
} from '../model/time-period.js';
import { indicatorOf, label, type MeasureContext } from './context.js';
import { delivered, level } from './level.js';
import { alike, computed, HUNDRED, inUnit, noFigure, operand } from './operand.js';
import type { At, Base, GrowthQuery } from './query.js';
import { rateInterval } from './rate-interval.js';

/** The period that a base names. */
export function basePeriod(p: TimePeriod, base: Base): TimePeriod {
  if (base === 'last-year') return shiftYears(p, -1);
  return base === 'preceding' ? precedingPeriod(p) : base.timePeriod;
}

/**
 * The level to compare with. For 同比 a delivered 上年同期 (revised, 可比口径) comes before last year's own return. A plan is
 * compared with the actual of the year before.
 */
export function baseLevel(at: At, base: Base, context: MeasureContext): Figure | NoFigure {
  if (base === 'last-year' && at.scenario !== 'plan') {
    const given = delivered('base', at, context);
    if (given && isFigure(given)) {
      const notes = [...given.derivation.notes, { code: 'base-delivered', args: { what: label(at, context) } }];
      return { ...given, derivation: { ...given.derivation, notes } };
    }
  }
  return level({ ...at, timePeriod: basePeriod(at.timePeriod, base), scenario: 'actual' }, context);
}

/** Growth in %: published where the catalogue says that it wins, else (v ÷ base − 1) × 100. */
export function growth(query: GrowthQuery, context: MeasureContext): Figure | NoFigure {
  const published = publishedGrowth(query, context);
  const wins = indicatorOf(query.indicator, context)?.growth === 'published';
  const own = computedGrowth(query, context);
  if (!published) return isFigure(own) && wins ? comparable(query, own, context) : own;
  if (!isFigure(published)) return isFigure(own) && !wins ? own : published;
  if (!isFigure(own)) return published;
  const chosen = wins ? published : own;
  const other = wins ? own : published;
  const range = rangeOf(query, context);
  if (!range || meets(range, displayedInterval(round(published.value, published.decimals ?? 1)))) return chosen;
  const note = {
    code: wins ? 'published-growth-wins' : 'computed-growth-wins',
    args: { what: label(query, context), other: `${roundedText(other, context)}%` },
  };
  return { ...chosen, derivation: { ...chosen.derivation, notes: [...chosen.derivation.notes, note] } };
}

const roundedText = (f: Figure, { options }: MeasureContext): string =>
  formatDecimal(round(f.value, options.decimals('%'), options.rounding));

/** The growth that came with the return, in %. */
export function publishedGrowth(query: GrowthQuery, context: MeasureContext): Figure | NoFigure | undefined {
  if (query.scenario === 'plan') return undefined;
  if (query.base === 'last-year') return delivered('growth', query, context);
  return query.base === 'preceding' ? delivered('growth-on-period', query, context) : undefined;
}

/** Growth by division, in %, or why it cannot be. */
export function computedGrowth(query: GrowthQuery, context: MeasureContext): Figure | NoFigure {
  const indicator = indicatorOf(query.indicator, context);
  if (indicator?.kind === 'rate') return noFigure('growth-of-a-rate', { what: label(query, context) });
  if (query.base === 'preceding' && !hasPreceding(query.timePeriod))
    return noFigure('year-to-date-on-period', { what: label(query, context) });
  const now = level(query, context);
  if (!isFigure(now)) return now;
  const then = baseLevel(query, query.base, context);
  if (!isFigure(then)) return noFigure('base-missing', { what: label(query, context), ...then.args });
  const crossed = crossedPriceBase(query, indicator?.priceBases ?? []);
  if (crossed !== undefined) return noFigure('price-base-changed', { what: label(query, context), year: crossed });
  const pair = alike(now, then);
  if (!('length' in pair)) return pair;
  const [a, b] = pair;
  if (sign(b.value) <= 0)
    return noFigure('base-not-positive', { what: label(query, context), base: `${b.derivation.formula}${b.unit}` });
  const value = multiply(subtract(divide(a.value, b.value), ONE), HUNDRED);
  return computed(value, '%', `(${operand(a)} ÷ ${operand(b)} − 1) × 100`, [a, b]);
}

/** 环比 is for months, quarters, halves and years; of a 累计 it has no meaning. */
const hasPreceding = (p: TimePeriod): boolean => isMonth(p) || isQuarter(p) || isHalf(p) || isYear(p);

/** The first year of a new price base that lies between base and period, if one does. */
function crossedPriceBase(query: GrowthQuery, bases: readonly number[]): number | undefined {
  const from = yearOf(basePeriod(query.timePeriod, query.base));
  const to = yearOf(query.timePeriod);
  return bases.find((y) => from < y && y <= to);
}

/** Every rate that the displayed levels allow, in %; undefined where a level was not delivered as such. */
export function rangeOf(query: GrowthQuery, context: MeasureContext): Interval | undefined {
  const now = level(query, context);
  const then = baseLevel(query, query.base, context);
  if (!isFigure(now) || !isFigure(then)) return undefined;
  const base = inUnit(then, now.unit);
  return isFigure(base) ? rateInterval(now, base) : undefined;
}

/**
 * Where published growth wins but was not published for this cell, division is right only if the levels of the two years
 * are comparable. Published rates of the same indicator and year that contradict their levels say that they are not.
 */
function comparable(query: GrowthQuery, own: Figure, context: MeasureContext): Figure | NoFigure {
  if (query.base !== 'last-year') return own;
  const { end } = query.timePeriod;
  for (let at = end - (end % 12); at <= end - (end % 12) + 11; at++) {
    for (const months of new Set([1, (at % 12) + 1, 3, 6])) {
      const other = { ...query, timePeriod: { end: at, months } };
      const published = delivered('growth', other, context);
      if (!published || !isFigure(published)) continue;
      const range = rangeOf(other, context);
      if (range && !meets(range, displayedInterval(round(published.value, published.decimals ?? 1))))
        return noFigure('levels-not-comparable', { what: label(query, context), witness: label(other, context) });
    }
  }
  return own;
}
