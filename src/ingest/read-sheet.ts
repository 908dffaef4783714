import type { TableLayout, TidyLayout } from '../catalogue/form-layout.js';
import { columnLetters } from '../model/observation.js';
import { Deliverer } from './deliver.js';
import type { Grid } from './grid.js';
import { type ContextPiece, readContext } from './layout/context.js';
import { cutAtGaps } from './layout/cut-columns.js';
import { findBands } from './layout/find-bands.js';
import { cachedParse, readTable, shapesOf } from './layout/read-table.js';
import type { SheetParts } from './layout/sheet-parts.js';
import { type Rect, SheetView } from './layout/view.js';
import type { SheetReading, TableReading } from './reading.js';
import type { TidyRows } from './tidy.js';
import { isTidyHeader, parseTidyHeader, type TidyHeader } from './tidy-header.js';
import { readTidyRows } from './tidy-reading.js';
import { fieldsOf, TidySheet } from './tidy-sheet.js';
import type { Work } from './work.js';

export interface Sheet {
  readonly name?: string | undefined;
  readonly hidden: boolean;
  readonly grid: Grid;
  /** Merged ranges that were too many to keep. */
  readonly mergesDropped?: number | undefined;
}

/** Rows in which the header of a tidy return is looked for. */
const HEADER_WITHIN = 20;
/** Hidden rows and columns that are named. */
const HIDDEN_TOLD = 10;
const DEFAULT_NAME = /^(?:sheet|工作表|表)\s*\d*$/iu;

/** Reads one sheet: a tidy return by its header, else its tables by what their headings say. */
export async function readSheet(sheet: Sheet, work: Work): Promise<SheetReading> {
  const { grid, name, hidden } = sheet;
  const plain = { name, hidden, rows: grid.rows, columns: grid.columns, grid };
  const declared = work.form?.layout;
  const to = new Deliverer(work.table, work.findings, work.source.name, name);
  if (sheet.mergesDropped)
    work.findings.add('merges-dropped', name === undefined ? {} : { sheet: name }, { count: sheet.mergesDropped });
  const hiddenRows = [...grid.hiddenRows].filter((row) => row <= grid.rows);
  const hiddenColumns = [...grid.hiddenColumns].filter((column) => column <= grid.columns);
  if (hiddenRows.length + hiddenColumns.length > 0)
    work.findings.add('rows-hidden', name === undefined ? {} : { sheet: name }, {
      count: hiddenRows.length + hiddenColumns.length,
      rows: hiddenRows.slice(0, HIDDEN_TOLD).map(String),
      columns: hiddenColumns.slice(0, HIDDEN_TOLD).map(columnLetters),
    });
  if (grid.size === 0) return { ...plain, tables: [] };
  if (declared?.kind !== 'table') {
    const tidy = findTidy(grid, declared);
    if (tidy) {
      const above = Array.from({ length: tidy.row - 1 }, () => []);
      const feed = async (reader: TidyRows) => new TidySheet(grid, tidy.header, reader, to).read(tidy.row);
      const reading = await readTidyRows(tidy.header, tidy.row, feed, { work, layout: declared, to, above });
      return { ...plain, tables: reading.tables };
    }
  }
  return { ...plain, tables: readTables(sheet, work, to, declared?.kind === 'table' ? declared : undefined) };
}

function readTables(
  { grid, name }: Sheet,
  work: Work,
  to: Deliverer,
  declared: TableLayout | undefined,
): TableReading[] {
  const { catalogue, refAreas, home } = work.context;
  const vocabulary = { catalogue, refAreas, home };
  const file = (work.source.name.replaceAll('\\', '/').split('/').at(-1) ?? '').replace(/\.[^.]*$/, '');
  const titled = name !== undefined && !DEFAULT_NAME.test(name) ? name : undefined;
  const named: ContextPiece[] = [
    ...(titled === undefined ? [] : readContext(titled, 'sheet-name', vocabulary)),
    ...readContext(file, 'file-name', vocabulary),
  ];
  const view = new SheetView(grid);
  const parts: SheetParts = { view, work, to, named, declared, parse: cachedParse(work), fallbackName: titled ?? file };
  const whole: Rect = {
    top: 1,
    bottom: Math.min(grid.rows, declared?.lastRow ?? grid.rows),
    left: 1,
    right: grid.columns,
  };
  const tables: TableReading[] = [];
  for (const rect of cutAtGaps(view, whole)) {
    const before: ContextPiece[] = [];
    for (const band of findBands(view, rect))
      for (const part of cutAtGaps(view, { ...rect, top: band.head[0], bottom: band.notes[1] }))
        for (const shape of shapesOf(parts, part, band)) tables.push(readTable(parts, shape, band, whole, before));
  }
  if (tables.length === 0) work.findings.add('table-missing', name === undefined ? {} : { sheet: name });
  return tables;
}

interface Tidy {
  readonly header: TidyHeader;
  readonly row: number;
}

function findTidy(grid: Grid, layout: TidyLayout | undefined): Tidy | undefined {
  for (let row = 1; row <= Math.min(grid.rows, HEADER_WITHIN); row++) {
    const header = parseTidyHeader(fieldsOf(grid, row), layout);
    if (isTidyHeader(header) || (layout !== undefined && header.columns.size >= 2)) return { header, row };
  }
  return undefined;
}
