import type { RelativePeriod } from './qualifiers.js';

/** A run of months: its last month and its length. */
export interface Moment {
  readonly end: number;
  readonly months: number;
}

const monthOfYear = (end: number): number => (end % 12) + 1;

/** The period that a term means at a place; undefined where there is none (January has no 上月累计). */
export function momentOf(period: RelativePeriod, { end, months }: Moment): Moment | undefined {
  switch (period) {
    case 'same':
      return { end, months };
    case 'month':
      return { end, months: 1 };
    case 'quarter':
      return monthOfYear(end) % 3 === 0 ? { end, months: 3 } : undefined;
    case 'year-to-date':
      return { end, months: monthOfYear(end) };
    case 'previous-month':
      return { end: end - 1, months: 1 };
    case 'previous-year-to-date':
      return monthOfYear(end) === 1 ? undefined : { end: end - 1, months: monthOfYear(end) - 1 };
    case 'preceding':
      return { end: end - months, months };
    case 'last-year':
      return { end: end - 12, months };
  }
}

/** The place at which a rule is evaluated for a cell of one of its terms; undefined where the cell cannot open one. */
export function placePeriod(period: RelativePeriod, end: number, months: number): Moment | undefined {
  switch (period) {
    case 'same':
      return { end, months };
    case 'month':
      return months === 1 ? { end, months: monthOfYear(end) } : undefined;
    case 'quarter':
      return months === 3 && monthOfYear(end) % 3 === 0 ? { end, months: monthOfYear(end) } : undefined;
    case 'year-to-date':
      return months === monthOfYear(end) ? { end, months } : undefined;
    default:
      return undefined;
  }
}

/** Whether cells of such a term can open a place. */
export const opensPlace = (period: RelativePeriod): boolean =>
  period === 'same' || period === 'month' || period === 'quarter' || period === 'year-to-date';
