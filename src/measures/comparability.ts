import { type Figure, isFigure, type NoFigure } from '../model/figure.js';
import { displayedInterval, type Interval, meets, round } from '../model/rounding.js';
import { yearOf } from '../model/time-period.js';
import { baseLevel, basePeriod, deliveredBase } from './base.js';
import { indicatorOf, label, type MeasureContext, memberCodes } from './context.js';
import { delivered, level } from './level.js';
import { inUnit, noFigure } from './operand.js';
import { acrossPriceBases } from './price-base.js';
import type { At, Base, GrowthQuery } from './query.js';
import { rateInterval } from './rate-interval.js';

/** Every rate that the displayed levels allow, in %; undefined where a level is missing. */
export function rangeOf(query: GrowthQuery, context: MeasureContext): Interval | undefined {
  const now = level(query, context);
  const then = baseLevel(query, query.base, context);
  if (!isFigure(now) || !isFigure(then)) return undefined;
  const base = inUnit(then, now.unit);
  return isFigure(base) ? rateInterval(now, base) : undefined;
}

/** Whether a published rate is one that the displayed levels allow; undefined where there is nothing to hold it against. */
export function agreesWithLevels(published: Figure, query: GrowthQuery, context: MeasureContext): boolean | undefined {
  const range = rangeOf(query, context);
  return range && meets(range, displayedInterval(round(published.value, published.decimals ?? 1)));
}

/**
 * Why the levels of two years may not be set against each other, if they may not: where the catalogue lets published growth
 * win, published rates of the same indicator, region and year that contradict their levels say that the coverage has
 * changed (可比口径). So do two price bases. A delivered 上年同期 is comparable by its nature; so is a plan with its base. A
 * group is as comparable as the least of its members.
 */
export function incomparable(at: At, base: Base, context: MeasureContext): NoFigure | undefined {
  for (const refArea of memberCodes(at.refArea, context) ?? [at.refArea]) {
    const cell = { ...at, refArea };
    const apart = acrossPriceBases(cell, base, context) ?? coverageChanged(cell, base, context);
    if (apart) return apart;
  }
  return undefined;
}

function coverageChanged(at: At, base: Base, context: MeasureContext): NoFigure | undefined {
  if (indicatorOf(at.indicator, context)?.growth !== 'published' || at.scenario === 'plan') return undefined;
  const from = yearOf(basePeriod(at.timePeriod, base));
  if (from >= yearOf(at.timePeriod) || deliveredBase(at, base, context)) return undefined;
  const witness = contradictedRate(at, from, yearOf(at.timePeriod), context);
  if (witness === undefined) return undefined;
  return noFigure('levels-not-comparable', { what: label(at, context), witness });
}

/** What was found for an indicator, a region and a span of years: the cube does not change, and every rank asks again. */
const known = new WeakMap<MeasureContext['cube'], Map<string, string | undefined>>();

/** A published rate of the years between that contradicts its levels, in words. */
function contradictedRate(at: At, from: number, to: number, context: MeasureContext): string | undefined {
  const answers = known.get(context.cube) ?? new Map<string, string | undefined>();
  known.set(context.cube, answers);
  const key = `${at.indicator}|${at.refArea}|${from}|${to}`;
  if (!answers.has(key)) answers.set(key, searchContradictedRate(at, from, to, context));
  return answers.get(key);
}

function searchContradictedRate(at: At, from: number, to: number, context: MeasureContext): string | undefined {
  for (let end = 12 * (from + 1); end < 12 * (to + 1); end++)
    for (const months of new Set([1, (end % 12) + 1, 3, 6])) {
      const other: GrowthQuery = { ...at, kind: 'growth', base: 'last-year', timePeriod: { end, months } };
      const published = delivered('growth', other, context);
      if (published && isFigure(published) && agreesWithLevels(published, other, context) === false)
        return label(other, context);
    }
  return undefined;
}
