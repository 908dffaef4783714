import { LEVEL } from '../columns.js';
import { Parts, sumStands } from '../relation.js';
import type { Survey } from '../survey.js';
import { describeSum } from './sums.js';

/** Lengths of the last stretch by which a run of months is taken apart: a month, a quarter, a half-year. */
const LAST = [1, 3, 6] as const;
const YEAR = 12;

/** A slice of flows, taken apart: the slices of its earlier year-to-dates, nearest first, and of its stretches. */
interface Stretches {
  readonly earlier: readonly number[];
  /** Head and tail (上月累计 and 当月), and the length of the tail. */
  readonly pairs: readonly { readonly slices: readonly [number, number]; readonly last: number }[];
  readonly months: readonly number[];
  readonly quarters: readonly number[];
}

/**
 * Flows over time: a year-to-date never falls, and a run of months is the sum of its stretches (上月累计 + 当月 = 累计, months
 * make the quarter, quarters the year). 1—2月 published together never implies a January.
 */
export function checkPeriods(survey: Survey): void {
  const { slices, indicators } = survey;
  const falls = survey.open({ id: 'year-to-date', code: 'year-to-date-falls', severity: 'hard', folds: false });
  const [code, id] = ['periods-differ-from-total', 'periods-add-up'] as const;
  const sums = survey.open({ id, code, severity: 'hard' });
  const vintages = survey.open({ id: `${id}-across-returns`, code, severity: 'soft' });
  const parts = new Parts(YEAR);
  for (let slice = 0; slice < slices.size; slice++) {
    const [end, months] = [slices.end[slice]!, slices.months[slice]!];
    const indicator = indicators[slices.indicator[slice]!];
    if (slices.measure[slice] !== LEVEL || indicator?.kind !== 'flow' || months < 2 || months > YEAR) continue;
    const stretches = stretchesOf(survey, slice);
    const checkSum = (cell: number) => {
      const tally = inOneFile(survey, cell, parts) ? sums : vintages;
      tally.evaluate(end);
      if (!sumStands(slices, cell, '=', parts)) tally.violate(end, () => describeSum(survey, cell, parts.list()));
    };
    for (let cell = slices.start[slice]!; cell < slices.start[slice + 1]!; cell++) {
      if (!slices.hasValue(cell)) continue;
      const area = slices.areaOf(cell);
      if (!indicator.signed && nearest(survey, cell, area, stretches.earlier, parts)) {
        falls.evaluate(end);
        if (!sumStands(slices, cell, '≥', parts)) falls.violate(end, () => describeSum(survey, cell, parts.list()));
      }
      let byMonth = false;
      for (const { slices: from, last } of stretches.pairs)
        if (gather(survey, cell, area, from, parts)) {
          byMonth ||= last === 1;
          checkSum(cell);
        }
      // Where every year-to-date has its month beside it, the months add up as their chain does.
      if (byMonth) continue;
      if (gather(survey, cell, area, stretches.months, parts) || gather(survey, cell, area, stretches.quarters, parts))
        checkSum(cell);
    }
  }
}

/** The slices in which the stretches of a slice's period are to be found. Only those that were delivered at all. */
function stretchesOf({ slices }: Survey, slice: number): Stretches {
  const [end, months] = [slices.end[slice]!, slices.months[slice]!];
  const yearToDate = months === (end % 12) + 1;
  const earlier: number[] = [];
  for (let back = 1; yearToDate && back < months; back++) {
    const found = slices.at(slice, end - back, months - back);
    if (found >= 0) earlier.push(found);
  }
  const pairs = LAST.flatMap((last) => {
    if (last >= months || (last === 6 && months !== YEAR)) return [];
    const [head, tail] = [slices.at(slice, end - last, months - last), slices.at(slice, end, last)];
    return head < 0 || tail < 0 ? [] : [{ slices: [head, tail] as const, last }];
  });
  const every = (step: number) => {
    const found = Array.from({ length: months / step }, (_, k) => slices.at(slice, end - k * step, step));
    return found.length < 3 || found.includes(-1) ? [] : found;
  };
  const byQuarter = months > 3 && months % 3 === 0 && (end + 1) % 3 === 0;
  return { earlier, pairs, months: every(1), quarters: byQuarter ? every(3) : [] };
}

/** A region's cell in the first of some slices in which it has a figure to compare with; false when there is none. */
function nearest({ slices }: Survey, cell: number, area: number, among: readonly number[], into: Parts): boolean {
  into.clear();
  for (const slice of among) {
    const found = slices.peerAt(slice, area, cell);
    if (found < 0) continue;
    into.add(found);
    return true;
  }
  return false;
}

/** A region's cells in every one of some slices; false when there are none, or a figure is missing. */
function gather({ slices }: Survey, cell: number, area: number, from: readonly number[], into: Parts): boolean {
  into.clear();
  for (const slice of from) {
    const found = slices.peerAt(slice, area, cell);
    if (found < 0) return false;
    into.add(found);
  }
  return from.length > 0;
}

/** Within one file the figures are of one vintage; between files one of them may have been revised since. */
function inOneFile({ columns: { table }, slices }: Survey, cell: number, parts: Parts): boolean {
  const source = table.source[slices.rows[cell]!]!;
  for (let i = 0; i < parts.length; i++) {
    const other = table.source[slices.rows[parts.cells[i]!]!]!;
    if (other !== source && table.sourceName(other).file !== table.sourceName(source).file) return false;
  }
  return true;
}
