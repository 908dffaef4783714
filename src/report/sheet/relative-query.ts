import type { Query } from '../../measures/query.js';
import type { TimePeriod } from '../../model/time-period.js';

const isPeriod = (value: object): value is TimePeriod => 'end' in value && 'months' in value;

/**
 * The same question, asked in another edition: every period is moved as the project's own period has moved, so that a
 * choice made for 2019 is found again in the text for 2020.
 */
export function moveQuery(query: Query, from: TimePeriod, to: TimePeriod): Query {
  const move = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(move);
    if (typeof value !== 'object' || value === null) return value;
    if (isPeriod(value))
      return { end: value.end + to.end - from.end, months: value.months === from.months ? to.months : value.months };
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, move(part)]));
  };
  return move(query) as Query;
}
