import { isValueText } from '../table-headings.js';
import type { CellRange, SheetCell } from './sheet.js';

/** A cell with the text that it shows. */
export interface Shown {
  readonly cell: SheetCell;
  readonly text: string;
}

/** The cells of one table of a sheet, and what stands over it and over its neighbours alike. */
export interface SheetTable {
  readonly cells: readonly Shown[];
  readonly caption?: string;
}

/** The tables of a sheet: empty rows part them from top to bottom, empty columns from left to right. */
export const tablesOf = (shown: readonly Shown[], merges: readonly CellRange[]): readonly SheetTable[] =>
  splitAtEmptyRows(shown, merges).flatMap((group) => splitAtEmptyColumns(group, merges));

/** Rows that follow each other without an empty one between belong together. */
function splitAtEmptyRows(shown: readonly Shown[], merges: readonly CellRange[]): readonly (readonly Shown[])[] {
  const groups: Shown[][] = [];
  let bottom = Number.NEGATIVE_INFINITY;
  const reach = new Map<number, number>();
  for (const m of merges) reach.set(m.top, Math.max(reach.get(m.top) ?? 0, m.bottom));
  for (const one of [...shown].sort((a, b) => a.cell.row - b.cell.row || a.cell.column - b.cell.column)) {
    if (one.cell.row > bottom + 1) groups.push([]);
    groups.at(-1)!.push(one);
    bottom = Math.max(bottom, one.cell.row, reach.get(one.cell.row) ?? 0);
  }
  return groups;
}

/**
 * Tables side by side: a column between them is empty below the lines that stand over both. What lies behind such a column is a
 * table of its own only where it begins with headings of its own; else the column is only there to be looked at.
 */
function splitAtEmptyColumns(group: readonly Shown[], merges: readonly CellRange[]): readonly SheetTable[] {
  const over = linesOver(group);
  const below = group.slice(over.length);
  const starts = columnStarts(below, merges);
  const cuts = starts.filter((start, i) => i > 0 && hasHeadings(below, start, starts[i + 1]));
  if (cuts.length === 0) return [{ cells: group }];
  const caption = over.map(({ text }) => text.trim()).join(' ');
  const bounds = [Number.NEGATIVE_INFINITY, ...cuts, Number.POSITIVE_INFINITY];
  return bounds.slice(0, -1).map((from, i): SheetTable => {
    const cells = below.filter(({ cell }) => cell.column >= from && cell.column < bounds[i + 1]!);
    if (i === 0) return { cells: [...over, ...cells] };
    return caption === '' ? { cells } : { cells, caption };
  });
}

/** The rows of one cell that a group begins with: its title, its unit. */
function linesOver(group: readonly Shown[]): readonly Shown[] {
  let count = 0;
  while (count < group.length && group[count + 1]?.cell.row !== group[count]!.cell.row) count += 1;
  return group.slice(0, count);
}

/** First columns of the stretches of columns that hold something, merged cells counted as wide as they are. */
function columnStarts(cells: readonly Shown[], merges: readonly CellRange[]): readonly number[] {
  const widths = new Map(merges.map((m) => [`${m.top}:${m.left}`, m.right]));
  const spans = cells
    .map(({ cell }) => ({ from: cell.column, to: widths.get(`${cell.row}:${cell.column}`) ?? cell.column }))
    .sort((a, b) => a.from - b.from);
  const starts: number[] = [];
  let reach = Number.NEGATIVE_INFINITY;
  for (const { from, to } of spans) {
    if (from > reach + 1) starts.push(from);
    reach = Math.max(reach, to);
  }
  return starts;
}

const SERIAL = /^(?:序号|编号|行次|排名|名次|位次)$/u;
const YEAR = /^(?:19|20)\d{2}$/;

/** Whether the columns from `start` to the next stretch begin with a column of words and go on with values. */
function hasHeadings(cells: readonly Shown[], start: number, end = Number.POSITIVE_INFINITY): boolean {
  const own = cells.filter(({ cell }) => cell.column >= start && cell.column < end);
  const numbered = own.some(({ cell, text }) => cell.column === start && SERIAL.test(text.trim()));
  const values = own.filter(
    ({ cell, text }) => isValueText(text.trim()) && !(cell.column === start && (numbered || YEAR.test(text.trim()))),
  );
  return values.length > 0 && values.every(({ cell }) => cell.column > start);
}
