import type { Grid } from '../table-headings.js';
import type { Cell, Table } from './story.js';

/** A table laid out on its grid, merged cells resolved. */
export interface LaidOutTable {
  readonly grid: Grid;
  /** First grid column of a cell. */
  columnOf(cell: Cell): number;
}

/** Most places that are laid out; a table beyond has no headings. */
const MOST_PLACES = 400_000;

/** Lays a table out: spans over columns as they say, a vertically merged cell goes on with the cell above it. */
export function layOutTable(table: Table): LaidOutTable {
  const columns = new Map<Cell, number>();
  const owners: (Cell | undefined)[][] = [];
  let width = 0;
  let places = 0;
  for (const [r, row] of table.rows.entries()) {
    let column = row.skipped;
    const line: (Cell | undefined)[] = new Array(column).fill(undefined);
    for (const cell of row.cells) {
      columns.set(cell, column);
      const above = cell.verticalMerge === 'continue' ? owners[r - 1]?.[column] : undefined;
      for (let c = 0; c < cell.columnSpan; c++) line[column + c] = above ?? cell;
      column += cell.columnSpan;
    }
    places += column;
    if (places > MOST_PLACES) break;
    width = Math.max(width, column);
    owners.push(line);
  }
  const numbers = new Map<Cell, number>();
  const texts = new Map<Cell, string>();
  for (const cell of columns.keys()) {
    numbers.set(cell, numbers.size);
    texts.set(
      cell,
      cell.paragraphs
        .map((p) => p.text.trim())
        .filter((t) => t !== '')
        .join(''),
    );
  }
  const marked = table.rows.findIndex((row) => !row.isHeader);
  const grid: Grid = {
    rows: owners.length,
    columns: width,
    textAt: (r, c) => texts.get(owners[r]?.[c] as Cell) ?? '',
    cellAt: (r, c) => numbers.get(owners[r]?.[c] as Cell) ?? -1,
    ...(marked > 0 ? { markedHeaderRows: marked } : {}),
  };
  return { grid, columnOf: (cell) => columns.get(cell) ?? 0 };
}
