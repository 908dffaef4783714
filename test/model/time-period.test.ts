import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  closingMonth,
  comparePeriods,
  daysIn,
  firstMonth,
  half,
  isHalf,
  isMonth,
  isQuarter,
  isYear,
  isYearToDate,
  lastMonth,
  month,
  precedingPeriod,
  quarter,
  samePeriod,
  shiftYears,
  timePeriod,
  year,
  yearOf,
  yearToDate,
} from '../../src/model/time-period.js';

describe('time periods', () => {
  it('一季度 and 1—3月累计 are one period, and a year is its December year-to-date', () => {
    expect(quarter(2024, 1)).toEqual(yearToDate(2024, 3));
    expect(half(2024, 1)).toEqual(yearToDate(2024, 6));
    expect(year(2024)).toEqual(yearToDate(2024, 12));
  });

  it('1—2月 holds neither January nor February', () => {
    expect(samePeriod(yearToDate(2024, 2), month(2024, 2))).toBe(false);
    expect(isMonth(yearToDate(2024, 2))).toBe(false);
  });

  it('knows quarters and halves of the calendar only', () => {
    expect(isQuarter(timePeriod(2024, 2, 4))).toBe(false);
    expect(isQuarter(quarter(2024, 4))).toBe(true);
    expect(isHalf(timePeriod(2024, 4, 9))).toBe(false);
    expect(isYear(year(2024))).toBe(true);
    expect(isYearToDate(quarter(2024, 2))).toBe(false);
  });

  it('goes back over the turn of the year', () => {
    expect(precedingPeriod(month(2024, 1))).toEqual(month(2023, 12));
    expect(precedingPeriod(quarter(2024, 1))).toEqual(quarter(2023, 4));
    expect(precedingPeriod(year(2024))).toEqual(year(2023));
    expect(shiftYears(yearToDate(2024, 9), -1)).toEqual(yearToDate(2023, 9));
    expect(closingMonth(year(2024))).toEqual(month(2024, 12));
  });

  it('counts 366 days in a leap year, and 29 in its February', () => {
    expect(daysIn(year(2024))).toBe(366);
    expect(daysIn(year(2023))).toBe(365);
    expect(daysIn(month(2024, 2))).toBe(29);
    expect(daysIn(month(1900, 2))).toBe(28);
    expect(daysIn(yearToDate(2024, 2))).toBe(60);
  });

  it.each([
    [2024, 0, 3],
    [2024, 5, 4],
    [2024, 1, 13],
    [2024, 1.5, 3],
    [0, 1, 1],
    [10_000, 1, 1],
  ])('refuses months %d, %d to %d', (y, from, to) => {
    expect(() => timePeriod(y, from, to)).toThrow(RangeError);
  });

  it('takes itself apart as it was put together', () => {
    const run = fc.tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 12 }), fc.nat(11));
    fc.assert(
      fc.property(run, ([y, from, longer]) => {
        const to = Math.min(12, from + longer);
        const p = timePeriod(y, from, to);
        expect([yearOf(p), firstMonth(p), lastMonth(p), p.months]).toEqual([y, from, to, to - from + 1]);
      }),
    );
  });

  it('sorts by the end, the longer run first', () => {
    const sorted = [month(2024, 3), quarter(2024, 1), month(2024, 2)].sort(comparePeriods);
    expect(sorted).toEqual([month(2024, 2), quarter(2024, 1), month(2024, 3)]);
  });
});
