import type { TidyLayout } from '../catalogue/form-layout.js';
import { CsvError, parseCsv, sniffDelimiter } from './csv.js';
import { Deliverer } from './deliver.js';
import { Grid } from './grid.js';
import { readSheet } from './read-sheet.js';
import type { SheetReading } from './reading.js';
import { openText } from './text-stream.js';
import { isTidyHeader, parseTidyHeader } from './tidy-header.js';
import { readTidyRows } from './tidy-reading.js';
import type { FileReading, Work } from './work.js';

/** Rows in which the header of a tidy return is looked for. */
const HEADER_WITHIN = 20;

/** Reads csv, tsv and txt: a tidy return is streamed, any other becomes a grid first. */
export async function readTextReturn(work: Work): Promise<FileReading> {
  const { source, findings } = work;
  const file = await openText(source);
  if (file.kind !== 'text') {
    if (file.kind === 'damaged') findings.add('encoding-damaged', {}, { offset: file.offset });
    else findings.add('encoding-unknown', {});
    return { format: 'csv', sheets: [] };
  }
  const rows = parseCsv(file.chunks(), sniffDelimiter(file.head));
  const sheets: SheetReading[] = [];
  try {
    sheets.push(await readRows(rows, work));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    findings.add('csv-broken', { line: error.line }, { reason: error.reason });
  }
  return { format: 'csv', encoding: file.encoding, sheets };
}

async function readRows(rows: AsyncGenerator<readonly string[]>, work: Work): Promise<SheetReading> {
  const declared = work.form?.layout;
  const layout: TidyLayout | undefined = declared?.kind === 'tidy' ? declared : undefined;
  const first: (readonly string[])[] = [];
  const to = new Deliverer(work.table, work.findings, work.source.name);
  while (first.length < HEADER_WITHIN) {
    const next = await rows.next();
    if (next.done) break;
    first.push(next.value);
    const header = parseTidyHeader(next.value, layout);
    if (declared?.kind !== 'table' && (isTidyHeader(header) || (layout !== undefined && header.columns.size >= 2)))
      return readTidyRows(header, first.length, rows, { work, layout, to, above: first.slice(0, -1) });
  }
  const grid = new Grid();
  let row = 0;
  const put = (fields: readonly string[]) => {
    row += 1;
    fields.forEach((field, at) => {
      grid.putText(row, at + 1, field.trim() === '' ? '' : field);
    });
  };
  for (const fields of first) put(fields);
  for await (const fields of rows) put(fields);
  return await readSheet({ grid, hidden: false }, work);
}
