import type { HeadingPhrase } from '../../catalogue/heading-phrase.js';
import {
  type Accumulation,
  closingMonth,
  isMonth,
  isQuarter,
  isYear,
  isYearToDate,
  lastMonth,
  quarter,
  type TimePeriod,
  year,
  yearOf,
  yearToDate,
} from '../../model/time-period.js';
import { type PeriodPhrase, resolvePeriod } from '../../model/time-period-text.js';

export interface PeriodMeaning {
  readonly timePeriod: TimePeriod;
  readonly accumulation: Accumulation;
}

/**
 * One period from what several places say of it, nearest first: the nearest one that names months gives the months, the
 * nearest that names a year the year. A year alone (2023年 over a column) takes the run of months that surrounds it
 * (title: 1-9月), but not a single month.
 */
export function gatherPeriod(phrases: readonly (PeriodPhrase | undefined)[]): PeriodPhrase | undefined {
  const named = phrases.filter((p) => p !== undefined);
  const [nearest] = named;
  if (nearest === undefined) return undefined;
  const dated = (p: PeriodPhrase) => p.year !== undefined || p.relativeYear !== undefined;
  const parts = nearest.wholeYear
    ? (named.find((p) => !p.wholeYear && p.to > p.from && !nearest.moment) ?? nearest)
    : nearest;
  const when = named.find(dated);
  const { year: _y, relativeYear: _r, ...months } = parts;
  return {
    ...months,
    ...(when?.year === undefined ? {} : { year: when.year }),
    ...(when?.relativeYear === undefined ? {} : { relativeYear: when.relativeYear }),
  };
}

/** The period of a figure: what is named, made to agree with 累计, 当月, 当季, 全年. Undefined where they contradict. */
export function periodMeaning(
  named: PeriodPhrase,
  { accumulation, span, year: wholeYear }: Pick<HeadingPhrase, 'accumulation' | 'span' | 'year'>,
  anchorYear: number | undefined,
): PeriodMeaning | undefined {
  if (named.year === undefined && anchorYear === undefined) return undefined;
  const p = resolvePeriod(named, anchorYear ?? 0);
  const period = (timePeriod: TimePeriod): PeriodMeaning => ({ timePeriod, accumulation: 'period' });
  if (wholeYear) return period(year(yearOf(p)));
  if (named.moment) return period(closingMonth(p));
  if (accumulation === 'year-to-date') {
    const timePeriod = isMonth(p) || isQuarter(p) ? yearToDate(yearOf(p), lastMonth(p)) : p;
    return isYearToDate(timePeriod)
      ? { timePeriod, accumulation: isYear(p) && named.wholeYear ? 'period' : accumulation }
      : undefined;
  }
  if (span === 'month')
    return isMonth(p) || (isYearToDate(p) && !named.wholeYear) ? period(closingMonth(p)) : undefined;
  if (span === 'quarter')
    return lastMonth(p) % 3 === 0 && !named.wholeYear ? period(quarter(yearOf(p), lastMonth(p) / 3)) : undefined;
  const run = named.cumulative === true && named.to > 1 && !isYear(p);
  return { timePeriod: p, accumulation: run && accumulation === undefined ? 'year-to-date' : 'period' };
}
