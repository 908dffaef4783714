/**
 * A time period is a run of whole months. Month, quarter, half, year and year-to-date are all such runs, so 一季度 and
 * 1—3月累计 are one period, 1—2月 never implies a January, and a year is its December year-to-date.
 */
export interface TimePeriod {
  /** Last month, counted as year × 12 + month − 1. */
  readonly end: number;
  /** Length in months, at least 1. */
  readonly months: number;
}

/** Months `from`..`to` (1 to 12) of a year. Throws RangeError outside these bounds. */
export function timePeriod(year: number, from: number, to: number): TimePeriod {
  if (!Number.isInteger(year) || year < 1 || year > 9999) throw new RangeError(`not a year: ${year}`);
  if (!(Number.isInteger(from) && Number.isInteger(to) && from >= 1 && from <= to && to <= 12))
    throw new RangeError(`not a run of months: ${from}..${to}`);
  return { end: year * 12 + to - 1, months: to - from + 1 };
}

export const year = (y: number): TimePeriod => timePeriod(y, 1, 12);
export const month = (y: number, m: number): TimePeriod => timePeriod(y, m, m);
export const quarter = (y: number, q: number): TimePeriod => timePeriod(y, q * 3 - 2, q * 3);
export const half = (y: number, h: number): TimePeriod => timePeriod(y, h * 6 - 5, h * 6);
export const yearToDate = (y: number, m: number): TimePeriod => timePeriod(y, 1, m);

export const yearOf = (p: TimePeriod): number => Math.floor(p.end / 12);
export const lastMonth = (p: TimePeriod): number => (p.end % 12) + 1;
export const firstMonth = (p: TimePeriod): number => ((p.end - p.months + 1) % 12) + 1;

/** Whether it starts in January and stays within its year: 1月, 1—9月, a year. */
export const isYearToDate = (p: TimePeriod): boolean => p.months === lastMonth(p);
export const isYear = (p: TimePeriod): boolean => p.months === 12 && p.end % 12 === 11;
export const isMonth = (p: TimePeriod): boolean => p.months === 1;
/** Quarter or half of the calendar. */
export const isQuarter = (p: TimePeriod): boolean => p.months === 3 && (p.end + 1) % 3 === 0;
export const isHalf = (p: TimePeriod): boolean => p.months === 6 && (p.end + 1) % 6 === 0;

export const samePeriod = (a: TimePeriod, b: TimePeriod): boolean => a.end === b.end && a.months === b.months;

/** The same months of another year. */
export const shiftYears = (p: TimePeriod, years: number): TimePeriod => ({ end: p.end + 12 * years, months: p.months });

/** The neighbouring period of the same length just before (月 → 上月, 季 → 上季, 年 → 上年). */
export const precedingPeriod = (p: TimePeriod): TimePeriod => ({ end: p.end - p.months, months: p.months });

/** The month in which it ends: the moment of a stock. */
export const closingMonth = (p: TimePeriod): TimePeriod => ({ end: p.end, months: 1 });

/** Number of calendar days, leap years included. */
export function daysIn(p: TimePeriod): number {
  const start = p.end - p.months + 1;
  const day = (m: number) => Date.UTC(Math.floor(m / 12), m % 12, 1) / 86_400_000;
  return day(p.end + 1) - day(start);
}

/** Orders by end, then longer first. */
export const comparePeriods = (a: TimePeriod, b: TimePeriod): number => a.end - b.end || b.months - a.months;

/** `period` (当月, 当季, the year) or `year-to-date` (累计): how an observation was delivered. */
export type Accumulation = 'period' | 'year-to-date';
