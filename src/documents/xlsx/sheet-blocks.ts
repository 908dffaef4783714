import type { Block } from '../../model/document.js';
import { cellAddress } from '../../model/observation.js';
import { type Grid, headingBands, headingsOf } from '../table-headings.js';
import { formatNumber } from './number-format.js';
import type { CellRange, SheetCell } from './sheet.js';
import { type Shown, tablesOf } from './sheet-tables.js';
import type { RichString } from './strings.js';
import type { Sheet, Workbook } from './workbook.js';

/** A block and the cell that it shows. */
export interface CellBlock {
  readonly block: Block;
  readonly sheet: Sheet;
  readonly cell: SheetCell;
  readonly string: RichString | undefined;
}

export const formatOfCell = (workbook: Workbook, cell: SheetCell): string => workbook.formats[cell.style] ?? 'General';

const stringOf = (workbook: Workbook, cell: SheetCell): RichString | undefined =>
  cell.inline ?? (cell.type === 's' ? workbook.strings[Number(cell.value)] : undefined);

/** What a cell shows. */
function textOf(workbook: Workbook, cell: SheetCell): string {
  if (cell.type === 's' || cell.inline) return stringOf(workbook, cell)?.text ?? '';
  if (cell.type === 'b') return cell.value === '1' ? 'TRUE' : 'FALSE';
  if (cell.type !== 'n') return cell.value;
  return formatNumber(cell.value, formatOfCell(workbook, cell), workbook.date1904);
}

const keyOf = (row: number, column: number): number => row * 20_000 + column;

/** Most places of a table that is laid out, and of its merged cells; a larger one has no headings. */
const MOST_PLACES = 2_000_000;

function gridOf(group: readonly Shown[], merges: readonly CellRange[]): { grid: Grid; top: number; left: number } {
  const top = group[0]!.cell.row;
  const left = group.reduce((least, s) => Math.min(least, s.cell.column), Number.MAX_SAFE_INTEGER);
  let right = left;
  let bottom = top;
  const owner = new Map<number, number>();
  for (const [i, { cell }] of group.entries()) {
    right = Math.max(right, cell.column);
    bottom = Math.max(bottom, cell.row);
    owner.set(keyOf(cell.row, cell.column), i);
  }
  let places = 0;
  for (const m of merges) {
    if (places > MOST_PLACES) break;
    const index = owner.get(keyOf(m.top, m.left));
    if (index === undefined) continue;
    for (let r = m.top; r <= Math.min(m.bottom, bottom); r++)
      for (let c = m.left; c <= Math.min(m.right, right); c++)
        if (++places < MOST_PLACES && !owner.has(keyOf(r, c))) owner.set(keyOf(r, c), index);
  }
  const at = (r: number, c: number) => owner.get(keyOf(r + top, c + left));
  const grid: Grid = {
    rows: bottom - top + 1,
    columns: right - left + 1,
    // An empty place is a cell of its own, so that a title in one cell is seen to stand alone.
    cellAt: (r, c) => at(r, c) ?? -2 - r * 20_000 - c,
    textAt: (r, c) => group[at(r, c) ?? -1]?.text.trim() ?? '',
  };
  return { grid, top, left };
}

/** The cells of a sheet as blocks, each with the headings of its table. Text that a formula makes is verbatim. */
export function sheetBlocks(workbook: Workbook, sheet: Sheet, file: string): readonly CellBlock[] {
  const shown = sheet.cells
    .map((cell) => ({ cell, text: textOf(workbook, cell) }))
    .filter(({ text }) => text.trim() !== '');
  return tablesOf(shown, sheet.merges).flatMap(({ cells: group, caption }) => {
    const { grid, top, left } = gridOf(group, sheet.merges);
    const bands = grid.rows * grid.columns > MOST_PLACES ? undefined : headingBands(grid);
    return group.map(({ cell, text }): CellBlock => {
      const place = { file, sheet: sheet.name, cell: cellAddress(cell.row, cell.column) };
      const fixed = cell.formula === 'bound' || (cell.formula === 'plain' && cell.type !== 'n');
      const headings = bands && headingsOf(grid, bands, cell.row - top, cell.column - left, caption);
      const block: Block = { kind: fixed ? 'verbatim' : 'cell', text, place, ...(headings ? { headings } : {}) };
      return { block, sheet, cell, string: stringOf(workbook, cell) };
    });
  });
}
