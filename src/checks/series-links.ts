import { type Columns, LEVEL } from './columns.js';

/** Neighbours of each level in its own series, by row; −1 for none with a figure in the same kind of unit. */
export interface SeriesLinks {
  /** The same months of the year before. */
  readonly lastYear: Int32Array;
  /** One step back: the year-to-date of the month before, the month, quarter or year before. */
  readonly preceding: Int32Array;
  /** The month in which a longer run ends. */
  readonly ownMonth: Int32Array;
}

const NONE = -1;
const LONGEST = 12;
const WIDTH = LONGEST + 1;

/**
 * Links every level with its neighbours in time. Rows are put in series by a counting sort; each series then fits a small
 * table of its periods, so that no neighbour costs a walk through the whole cube.
 */
export function linkSeries(columns: Columns): SeriesLinks {
  const { table } = columns;
  const { length } = table;
  const links = {
    lastYear: new Int32Array(length).fill(NONE),
    preceding: new Int32Array(length).fill(NONE),
    ownMonth: new Int32Array(length).fill(NONE),
  };
  const { order, start } = sortBySeries(columns);
  let [first, last] = [Number.POSITIVE_INFINITY, 0];
  for (const row of order) {
    first = Math.min(first, table.periodEnd[row]!);
    last = Math.max(last, table.periodEnd[row]!);
  }
  const periods = new Int32Array(Math.max(0, last - first + 1) * WIDTH).fill(NONE);
  const at = (row: number, end: number, months: number): number => {
    const found = end < first ? NONE : periods[(end - first) * WIDTH + months]!;
    return found >= 0 && columns.baseOf(found) === columns.baseOf(row) ? found : NONE;
  };
  for (let series = 0; series + 1 < start.length; series++) {
    const [from, to] = [start[series]!, start[series + 1]!];
    for (let k = from; k < to; k++) periods[slotOf(order[k]!)] = order[k]!;
    for (let k = from; k < to; k++) {
      const row = order[k]!;
      const [end, months] = [table.periodEnd[row]!, table.periodMonths[row]!];
      const yearToDate = months > 1 && months === (end % 12) + 1;
      links.lastYear[row] = at(row, end - 12, months);
      links.preceding[row] = yearToDate ? at(row, end - 1, months - 1) : at(row, end - months, months);
      if (months > 1) links.ownMonth[row] = at(row, end, 1);
    }
    for (let k = from; k < to; k++) periods[slotOf(order[k]!)] = NONE;
  }
  return links;

  function slotOf(row: number): number {
    return (table.periodEnd[row]! - first) * WIDTH + table.periodMonths[row]!;
  }
}

/** Rows of levels that count (latest, with a figure, at most a year long), series by series. */
function sortBySeries(columns: Columns): { readonly order: Int32Array; readonly start: Int32Array } {
  const { table } = columns;
  const series = new Int32Array(table.length).fill(NONE);
  const numbers = numbering(table.indicators.size * table.refAreas.size * 2, table.length);
  let count = 0;
  for (let row = 0; row < table.length; row++) {
    if (table.measure[row] !== LEVEL || table.periodMonths[row]! > LONGEST) continue;
    if (!columns.hasValue(row) || !columns.isLatest(row)) continue;
    const key = (table.indicator[row]! * table.refAreas.size + table.refArea[row]!) * 2 + table.scenario[row]!;
    const known = numbers.get(key);
    if (known === undefined || known === NONE) numbers.set(key, count);
    series[row] = known === undefined || known === NONE ? count++ : known;
  }
  const start = new Int32Array(count + 2);
  let kept = 0;
  for (const s of series)
    if (s !== NONE) {
      start[s + 2]! += 1;
      kept += 1;
    }
  for (let s = 1; s < start.length; s++) start[s]! += start[s - 1]!;
  const order = new Int32Array(kept);
  for (let row = 0; row < series.length; row++) if (series[row] !== NONE) order[start[series[row]! + 1]!++] = row;
  return { order, start: start.subarray(0, count + 1) };
}

/** Numbers for keys below `possible`: dense while that stays in proportion to the rows, else a map. */
function numbering(possible: number, rows: number) {
  if (possible > 8 * rows + 1_000_000) return new Map<number, number>();
  const dense = new Int32Array(possible).fill(NONE);
  return {
    get: (key: number): number => dense[key]!,
    set: (key: number, value: number): void => {
      dense[key] = value;
    },
  };
}
