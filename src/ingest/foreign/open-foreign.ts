import { Worker } from 'node:worker_threads';
import { type CellStyle, GENERAL } from '../cell-text.js';
import { Grid } from '../grid.js';
import { parseNumberFormat } from '../xlsx/number-format.js';
import { WORKER_SOURCE } from './worker-source.js';

/** Larger files of these kinds are refused: their reader holds all of a file in memory, several times. */
export const LARGEST_FOREIGN = 64 * 1024 * 1024;
const DEADLINE_MS = 60_000;
const MEMORY_MB = 1024;
const MAX_CELLS = 4_000_000;

/** Why such a file was not read. */
export class ForeignError extends Error {
  readonly reason: 'too-large' | 'deadline' | 'memory' | 'password' | 'not-readable';
  constructor(reason: ForeignError['reason'], detail = '') {
    super(detail === '' ? reason : `${reason}: ${detail}`);
    this.reason = reason;
  }
}

type PackedCell = readonly [row: number, column: number, type: string, value: unknown, format: string, shown?: string];

interface PackedSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly cells: readonly PackedCell[];
  readonly merges: readonly (readonly [number, number, number, number])[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
}

interface PackedBook {
  readonly sheets: readonly PackedSheet[];
  readonly date1904: boolean;
}

export interface ForeignSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly grid: Grid;
}

function runWorker(content: { readonly bytes?: Uint8Array; readonly text?: string }): Promise<PackedBook> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(WORKER_SOURCE, {
      eval: true,
      workerData: { ...content, base: import.meta.url, maxCells: MAX_CELLS },
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
      stdout: true,
      stderr: true,
    });
    const stop = (error: Error) => {
      clearTimeout(timer);
      void worker.terminate();
      reject(error);
    };
    const timer = setTimeout(() => stop(new ForeignError('deadline')), DEADLINE_MS);
    worker.once('message', (book: PackedBook) => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(book);
    });
    worker.once('error', (error: Error & { code?: string }) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') stop(new ForeignError('memory'));
      else if (/password|encrypt/iu.test(error.message)) stop(new ForeignError('password'));
      else stop(new ForeignError('not-readable', error.message.slice(0, 200)));
    });
    worker.once('exit', () => stop(new ForeignError('not-readable')));
  });
}

/** Decimals of a number as it is shown: 1,649.50 has two. */
function shownStyle(shown: string | undefined): CellStyle | undefined {
  const m = /^-?[\d,]+(?:\.(\d+))?(%)?$/u.exec(shown?.trim() ?? '');
  return m ? { decimals: m[1]?.length ?? 0, ...(m[2] ? { percent: true } : {}) } : undefined;
}

function gridOf(sheet: PackedSheet, date1904: boolean): Grid {
  const styles: CellStyle[] = [GENERAL];
  const ids = new Map<string, number>();
  const styleId = (format: string, shown: string | undefined): number => {
    const general = format === '' || /^general$/iu.test(format);
    // ODF keeps no format code in its cells: there, what is shown tells the decimals.
    const style = general ? (format === '' ? shownStyle(shown) : undefined) : parseNumberFormat(format);
    if (style === undefined) return 0;
    const key = general ? `shown ${style.decimals} ${style.percent ?? ''}` : format;
    const known = ids.get(key);
    if (known !== undefined) return known;
    ids.set(key, styles.length);
    styles.push(style);
    return styles.length - 1;
  };
  const packed = sheet.cells.map(([, , type, , format, shown]) => (type === 'n' ? styleId(format, shown) : 0));
  const grid = new Grid([], styles, date1904);
  sheet.cells.forEach(([row, column, type, value, , shown], i) => {
    if (typeof value === 'number' && type === 'n') grid.putNumber(row, column, value, packed[i]);
    else if (type === 'e') grid.putError(row, column, shown ?? '#N/A');
    else if (typeof value === 'boolean') grid.putBoolean(row, column, value);
    else grid.putText(row, column, String(value));
  });
  for (const [top, left, bottom, right] of sheet.merges) grid.merges.push({ top, left, bottom, right });
  for (const row of sheet.hiddenRows) grid.hiddenRows.add(row);
  for (const column of sheet.hiddenColumns) grid.hiddenColumns.add(column);
  return grid;
}

/** Reads xls, et, xlsb, ods, and tables in HTML or XML that are saved under such names. Throws ForeignError. */
export async function openForeign(content: Uint8Array | string): Promise<ForeignSheet[]> {
  if (content.length > LARGEST_FOREIGN) throw new ForeignError('too-large');
  const book = await runWorker(typeof content === 'string' ? { text: content } : { bytes: content });
  return book.sheets.map((sheet) => ({ name: sheet.name, hidden: sheet.hidden, grid: gridOf(sheet, book.date1904) }));
}
