import { type TimePeriod, yearOf } from '../model/time-period.js';
import type { PeriodScope } from './scope.js';

const follows = (a: TimePeriod, b: TimePeriod): boolean => a.end === b.end - b.months && yearOf(a) === yearOf(b);

/** 7、8两个月合计×: months or quarters that follow each other, taken together, are one period. */
export function together(period: PeriodScope): PeriodScope {
  const { list, ...one } = period;
  const [first] = list ?? [];
  if (!list || !first || period.span || !list.every((p, i) => i === 0 || follows(list[i - 1]!, p))) return period;
  const end = list[list.length - 1]!.end;
  return { ...one, candidates: [{ end, months: end - first.end + first.months }] };
}
