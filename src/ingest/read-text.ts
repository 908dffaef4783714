import type { TidyLayout } from '../catalogue/form-layout.js';
import { CsvError, parseCsvInBatches, sniffDelimiter } from './csv.js';
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
  const rows = parseCsvInBatches(file.chunks(), sniffDelimiter(file.head));
  const sheets: SheetReading[] = [];
  try {
    sheets.push(await readRows(rows, work));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    findings.add('csv-broken', { line: error.line }, { reason: error.reason });
  }
  return { format: 'csv', encoding: file.encoding, sheets };
}

async function readRows(batches: AsyncGenerator<Rows>, work: Work): Promise<SheetReading> {
  const declared = work.form?.layout;
  const layout: TidyLayout | undefined = declared?.kind === 'tidy' ? declared : undefined;
  const to = new Deliverer(work.table, work.findings, work.source.name);
  const { value: first = [] } = await batches.next();
  const below = (from: number) => withFirst(first.slice(from), batches);
  for (let at = 0; at < Math.min(first.length, HEADER_WITHIN) && declared?.kind !== 'table'; at++) {
    const header = parseTidyHeader(first[at]!, layout);
    if (isTidyHeader(header) || (layout !== undefined && header.columns.size >= 2))
      return readTidyRows(header, at + 1, below(at + 1), { work, layout, to, above: first.slice(0, at) });
  }
  const grid = new Grid();
  let row = 0;
  for await (const batch of below(0))
    for (const fields of batch) {
      row += 1;
      fields.forEach((field, at) => {
        grid.putText(row, at + 1, field.trim() === '' ? '' : field);
      });
    }
  return await readSheet({ grid, hidden: false }, work);
}

type Rows = readonly (readonly string[])[];

async function* withFirst(first: Rows, rest: AsyncIterable<Rows>): AsyncGenerator<Rows> {
  yield first;
  yield* rest;
}
