import type { FormContent, FormIndicator } from '../../catalogue/form-content.js';
import type { TimePeriod } from '../../model/time-period.js';
import { parseTimePeriod } from '../../model/time-period-text.js';

const STEP = { monthly: 1, quarterly: 3, 'half-yearly': 6, annual: 12 } as const;

/** A period that a form requires, and the runs of months any or all of which answer it. */
export interface RequiredPeriod {
  readonly end: number;
  readonly runs: readonly number[];
  /** Every run must be there (当月 and 累计), or one of them. */
  readonly all: boolean;
}

/**
 * Periods that a form requires of one indicator: those it lists, else every period of its frequency between `from` and `to`,
 * else between the first and the last that was delivered. A text that is no period is returned as unreadable.
 */
export function requiredPeriods(
  content: FormContent,
  indicator: FormIndicator,
  isStock: boolean,
  delivered: readonly TimePeriod[],
): { readonly periods: readonly RequiredPeriod[]; readonly unreadable: readonly string[] } {
  const unreadable: string[] = [];
  const parse = (text: string): TimePeriod | undefined => {
    const period = parseTimePeriod(text);
    if (!period) unreadable.push(text);
    return period;
  };
  if (content.periods) {
    const listed = content.periods.flatMap((text) => parse(text) ?? []);
    return { periods: listed.map((p) => ({ end: p.end, runs: isStock ? [1] : [p.months], all: true })), unreadable };
  }
  const from = content.from === undefined ? undefined : parse(content.from);
  const to = content.to === undefined ? undefined : parse(content.to);
  const ends = delivered.map((p) => p.end);
  if (!content.frequency || (ends.length === 0 && !(from && to))) return { periods: [], unreadable };
  const step = STEP[content.frequency];
  const first = from ? from.end - from.months + 1 : ends.reduce((a, b) => Math.min(a, b));
  const last = to ? to.end : ends.reduce((a, b) => Math.max(a, b));
  const periods: RequiredPeriod[] = [];
  for (let end = first + ((step - ((first + 1) % step)) % step); end <= last; end += step)
    periods.push({ end, ...runsOf(indicator, isStock, step, end) });
  return { periods, unreadable };
}

function runsOf({ accumulation }: FormIndicator, isStock: boolean, step: number, end: number) {
  const yearToDate = (end % 12) + 1;
  if (isStock) return { runs: [1], all: true };
  if (accumulation === 'period') return { runs: [step], all: true };
  if (accumulation === 'year-to-date') return { runs: [yearToDate], all: true };
  return { runs: [step, yearToDate], all: accumulation === 'both' };
}
