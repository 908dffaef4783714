import type { MeasureContext } from '../../measures/context.js';
import type { At, Query } from '../../measures/query.js';
import { add, divide, multiply, ONE, type Rational, rational, sign, subtract } from '../../model/rational.js';
import type { Interval } from '../../model/rounding.js';
import { daysIn, shiftYears } from '../../model/time-period.js';
import type { ContradictionCode } from './contradiction.js';
import type { SaidValue, SaidValues } from './said-values.js';

/** What other numbers of the report make of a figure: every value that their roundings allow. */
export interface Derived {
  readonly code: ContradictionCode;
  readonly interval: Interval;
  readonly from: readonly SaidValue[];
  /** Growth is published on a comparable base: only its direction can contradict the levels. */
  readonly directionOnly?: boolean;
}

const HUNDRED = rational(100n);

/**
 * Answers a question by the report's own numbers: the growth from two levels, the share from part and whole, the price from
 * revenue and volume. Undefined where the report does not say enough.
 */
export function* derivedFrom(query: Query, said: SaidValues, context: MeasureContext): Generator<Derived> {
  const make = (code: ContradictionCode, interval: Interval | undefined, ...from: readonly SaidValue[]): Derived[] =>
    interval ? [{ code, interval, from }] : [];
  switch (query.kind) {
    case 'growth': {
      if (query.base !== 'last-year') return;
      const [now, then] = yearApart(query, said);
      const published = context.catalogue.get(query.indicator)?.growth === 'published';
      const { base: _, kind: __, ...at } = query;
      if (now && then)
        for (const one of make('levels-make-other-growth', rateOf(now.interval, then.interval), now, then))
          yield published ? { ...one, directionOnly: true } : one;
      const times = said.get({ kind: 'multiple', base: 'last-year', ...at });
      if (times) yield* make('growth-against-multiple', scaled(minus(times.interval, point(ONE)), HUNDRED), times);
      return;
    }
    case 'increase': {
      const [now, then] = query.base === 'last-year' ? yearApart(query, said) : [];
      if (now && then) yield* make('increase-against-levels', minus(now.interval, then.interval), now, then);
      return;
    }
    case 'multiple': {
      const [now, then] = query.base === 'last-year' ? yearApart(query, said) : [];
      if (now && then) yield* make('multiple-against-levels', ratio(now.interval, then.interval), now, then);
      return;
    }
    case 'share': {
      const [part, whole] = [said.level(query.part), said.level(query.whole)];
      const share = part && whole && ratio(part.interval, whole.interval);
      if (share) yield* make('share-against-levels', scaled(share, HUNDRED), part, whole);
      return;
    }
    case 'rate-difference': {
      const [of, from] = [said.get(query.of), said.get(query.from)];
      if (of && from) yield* make('difference-against-rates', minus(of.interval, from.interval), of, from);
      return;
    }
    case 'rank-change': {
      const [of, from] = [said.get(query.of), said.get(query.from)];
      if (of && from) yield* make('rank-change-against-ranks', minus(from.interval, of.interval), of, from);
      return;
    }
    case 'average': {
      const total = said.level(cellOnly(query));
      const days = rational(BigInt(query.per === 'day' ? daysIn(query.timePeriod) : query.timePeriod.months));
      if (total) yield* make('average-against-total', scaled(total.interval, divide(ONE, days)), total);
      return;
    }
    case 'unit-price': {
      const [revenue, volume] = [said.level(query.revenue), said.level(query.volume)];
      if (revenue && volume)
        yield* make('price-against-levels', ratio(revenue.interval, volume.interval), revenue, volume);
      return;
    }
    case 'completion': {
      const [actual, plan] = [said.level(query.actual), said.level(query.plan)];
      const done = actual && plan && ratio(actual.interval, plan.interval);
      if (done) yield* make('completion-against-plan', scaled(done, HUNDRED), actual, plan);
      return;
    }
    case 'total': {
      const parts = query.of.map((at) => said.level(at));
      if (parts.every((p) => p !== undefined))
        yield* make('total-against-parts', parts.map((p) => p.interval).reduce(plus), ...parts);
      return;
    }
  }
}

const cellOnly = ({ indicator, refArea, timePeriod, scenario }: At): At => ({
  indicator,
  refArea,
  timePeriod,
  ...(scenario ? { scenario } : {}),
});

/** This year's level and last year's. */
function yearApart(at: At, said: SaidValues): readonly [SaidValue | undefined, SaidValue | undefined] {
  const own = cellOnly(at);
  return [said.level(own), said.level({ ...own, scenario: 'actual', timePeriod: shiftYears(at.timePeriod, -1) })];
}

const point = (x: Rational): Interval => ({ low: x, high: x });
export const plus = (a: Interval, b: Interval): Interval => ({ low: add(a.low, b.low), high: add(a.high, b.high) });
const minus = (a: Interval, b: Interval): Interval => ({
  low: subtract(a.low, b.high),
  high: subtract(a.high, b.low),
});
const scaled = (a: Interval, by: Rational): Interval => ({ low: multiply(a.low, by), high: multiply(a.high, by) });

/** a ÷ b for figures that are not negative; undefined where b may be zero. */
function ratio(a: Interval, b: Interval): Interval | undefined {
  if (sign(b.low) <= 0 || sign(a.low) < 0) return undefined;
  return { low: divide(a.low, b.high), high: divide(a.high, b.low) };
}

function rateOf(now: Interval, then: Interval): Interval | undefined {
  const times = ratio(now, then);
  return times && scaled(minus(times, point(ONE)), HUNDRED);
}
