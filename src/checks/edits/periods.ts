import { LEVEL } from '../columns.js';
import { sumStands } from '../relation.js';
import type { Survey } from '../survey.js';
import { describeSum } from './sums.js';

/** Lengths of the last stretch by which a run of months is taken apart: a month, a quarter, a half-year. */
const LAST = [1, 3, 6] as const;

/**
 * Flows over time: a year-to-date never falls, and a run of months is the sum of its stretches (上月累计 + 当月 = 累计, months
 * make the quarter, quarters the year). 1—2月 published together never implies a January.
 */
export function checkPeriods(survey: Survey): void {
  const { columns, indicators } = survey;
  const { table } = columns;
  const { links } = survey;
  const falls = survey.open({ id: 'year-to-date', code: 'year-to-date-falls', severity: 'hard', folds: false });
  const sums = survey.open({ id: 'periods-add-up', code: 'periods-differ-from-total', severity: 'hard' });
  const vintages = survey.open({
    id: 'periods-add-up-across-returns',
    code: 'periods-differ-from-total',
    severity: 'soft',
  });
  const flow = Uint8Array.from(indicators, (i) => (i?.kind === 'flow' ? (i.signed ? 1 : 2) : 0));
  const months: number[] = [];
  const stretches = stretchesOf(survey, flow);
  for (let row = 0; row < table.length; row++) {
    const kind = flow[table.indicator[row]!]!;
    const length = table.periodMonths[row]!;
    if (kind === 0 || length < 2 || table.measure[row] !== LEVEL || !columns.hasValue(row) || length > 12) continue;
    const end = table.periodEnd[row]!;
    if (!columns.isLatest(row)) continue;
    const before = kind === 2 && length === (end % 12) + 1 ? lastYearToDate(survey, row) : -1;
    if (before >= 0) {
      falls.evaluate(end);
      if (!sumStands(columns, row, '≥', [before], 1)) falls.violate(end, () => describeSum(survey, row, [before]));
    }
    const tally = (parts: readonly number[]) => (inOneFile(survey, row, parts) ? sums : vintages);
    const report = (parts: readonly number[]) => {
      tally(parts).evaluate(end);
      if (!sumStands(columns, row, '=', parts, parts.length))
        tally(parts).violate(end, () => describeSum(survey, row, [...parts]));
    };
    let byMonth = false;
    for (const last of LAST) {
      if (last >= length || (last > 1 && !stretches.has(last)) || (last === 6 && length !== 12)) continue;
      const head = headOf(survey, row, last);
      const tail = head < 0 ? -1 : last === 1 ? links.ownMonth[row]! : columns.levelAt(row, end, last);
      if (tail < 0) continue;
      byMonth ||= last === 1;
      report([head, tail]);
    }
    // Where every year-to-date has its month beside it, the months add up as their chain does.
    if (byMonth) continue;
    if (gather(survey, row, 1, months)) report([...months]);
    else if (length > 3 && length % 3 === 0 && (end + 1) % 3 === 0 && gather(survey, row, 3, months))
      report([...months]);
  }
}

/** Lengths of the runs that end within a year without beginning it: quarters, half-years. */
function stretchesOf({ columns: { table } }: Survey, flow: Uint8Array): ReadonlySet<number> {
  const lengths = new Set<number>();
  for (let row = 0; row < table.length; row++) {
    const length = table.periodMonths[row]!;
    if (length > 1 && length !== (table.periodEnd[row]! % 12) + 1 && flow[table.indicator[row]!] !== 0)
      lengths.add(length);
  }
  return lengths;
}

/** The run without its last months, or −1. */
function headOf({ columns, links }: Survey, row: number, last: number): number {
  const { periodEnd, periodMonths } = columns.table;
  const yearToDate = periodMonths[row] === (periodEnd[row]! % 12) + 1;
  if (last === 1 && yearToDate) return links.preceding[row]!;
  return columns.levelAt(row, periodEnd[row]! - last, periodMonths[row]! - last);
}

/** The nearest earlier year-to-date of the same year, or −1. */
function lastYearToDate({ columns, links }: Survey, row: number): number {
  const { periodEnd, periodMonths } = columns.table;
  const before = links.preceding[row]!;
  if (before >= 0) return before;
  for (let back = 2; back < periodMonths[row]!; back++) {
    const found = columns.levelAt(row, periodEnd[row]! - back, periodMonths[row]! - back);
    if (found >= 0) return found;
  }
  return -1;
}

/** All stretches of `step` months that make up a run of more than two of them; false when one is missing. */
function gather({ columns }: Survey, row: number, step: number, into: number[]): boolean {
  const { periodEnd, periodMonths } = columns.table;
  into.length = 0;
  if (periodMonths[row]! / step < 3) return false;
  for (let back = 0; back < periodMonths[row]!; back += step) {
    const found = columns.levelAt(row, periodEnd[row]! - back, step);
    if (found < 0) return false;
    into.push(found);
  }
  return true;
}

/** Within one file the figures are of one vintage; between files one of them may have been revised since. */
function inOneFile({ columns }: Survey, row: number, parts: readonly number[]): boolean {
  const { table } = columns;
  const fileOf = (at: number) => table.sourceName(table.source[at]!).file;
  return parts.every((part) => fileOf(part) === fileOf(row));
}
