import type { IndicatorKind } from '../catalogue/schema.js';
import type { Base } from '../measures/query.js';
import {
  closingMonth,
  firstMonth,
  isYear,
  isYearToDate,
  lastMonth,
  month,
  samePeriod,
  shiftYears,
  type TimePeriod,
  timePeriod,
  yearOf,
} from '../model/time-period.js';
import { resolvePeriod } from '../model/time-period-text.js';
import type { Problem } from './claim.js';
import type { PeriodScope } from './scope.js';
import type { ComparatorBase } from './token.js';

/**
 * The periods that a figure may be of. The period word decides between month and year-to-date; without one, 累计 does. A
 * month that the text names and calls 累计 (7月份…累计完成) contradicts itself: both are returned.
 */
export function periodsOf(
  scope: PeriodScope,
  {
    cumulative,
    currentMonth,
    currentQuarter,
  }: { readonly cumulative: boolean; readonly currentMonth: boolean; readonly currentQuarter: boolean },
  kind: IndicatorKind,
): readonly TimePeriod[] {
  return distinctPeriods(
    scope.candidates.flatMap((p) => {
      if (kind === 'stock') return [closingMonth(p)];
      const toDate = timePeriod(yearOf(p), 1, lastMonth(p));
      if (scope.asOf) return [toDate];
      if (currentMonth) return isYear(p) && scope.explicit ? [p, closingMonth(p)] : [closingMonth(p)];
      if (currentQuarter) return lastQuarter(p, scope.explicit);
      if (!cumulative || isYearToDate(p)) return [p];
      return scope.explicit ? [p, toDate] : [toDate];
    }),
  );
}

/** 单季: the quarter that is named, or with which the period ends; a year that the text names may be meant itself. */
function lastQuarter(p: TimePeriod, explicit: boolean): readonly TimePeriod[] {
  if (lastMonth(p) % 3 !== 0) return [p];
  const quarter = { end: p.end, months: 3 };
  return isYear(p) && explicit ? [p, quarter] : [quarter];
}

export function distinctPeriods(periods: readonly TimePeriod[]): readonly TimePeriod[] {
  return periods.filter((p, i) => periods.findIndex((q) => samePeriod(p, q)) === i);
}

/** The period that a comparison of two rates goes back to: growth of 1—9月 较1—8月, 较上年同期, 较上季度. */
export function comparedPeriod(base: ComparatorBase, p: TimePeriod): TimePeriod | Problem {
  const unknown: Problem = { code: 'base-of-no-meaning', args: {} };
  switch (base.kind) {
    case 'last-year':
      return shiftYears(p, -1);
    case 'last-month':
      if (p.months === 1) return { end: p.end - 1, months: 1 };
      return isYearToDate(p) && !isYear(p) ? { end: p.end - 1, months: p.months - 1 } : unknown;
    case 'last-quarter':
      if (p.months === 3 && firstMonth(p) > 1) return { end: p.end - 3, months: 3 };
      return isYearToDate(p) && p.months > 3 && p.months % 3 === 0 ? { end: p.end - 3, months: p.months - 3 } : unknown;
    case 'preceding':
      return isYearToDate(p) && p.months > 1 ? unknown : { end: p.end - p.months, months: p.months };
    case 'year-end':
      return month(yearOf(p) - 1, 12);
    case 'plan':
      return unknown;
    case 'named':
      return namedPeriod(base, p);
  }
}

/** A named year compares the same months; any other phrase names its own. */
function namedPeriod(base: Extract<ComparatorBase, { kind: 'named' }>, p: TimePeriod): TimePeriod {
  const named = resolvePeriod(base.phrase, yearOf(p));
  return base.phrase.wholeYear === true ? shiftYears(p, yearOf(named) - yearOf(p)) : named;
}

/** The base of a growth or an increase. */
export function growthBase(base: ComparatorBase | undefined, p: TimePeriod): Base | Problem {
  if (!base || base.kind === 'last-year') return 'last-year';
  if (base.kind === 'preceding') return 'preceding';
  if ((base.kind === 'last-month' && p.months !== 1) || (base.kind === 'last-quarter' && p.months !== 3))
    return { code: 'base-of-no-meaning', args: {} };
  const compared = comparedPeriod(base, p);
  if ('code' in compared) return compared;
  if (samePeriod(compared, shiftYears(p, -1))) return 'last-year';
  if (samePeriod(compared, { end: p.end - p.months, months: p.months })) return 'preceding';
  return { timePeriod: compared };
}
