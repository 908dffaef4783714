import type { TidyLayout } from '../catalogue/form-layout.js';
import { parseCsvInBatches, sniffDelimiter } from './csv.js';
import { wordsWereLost } from './decode.js';
import { Deliverer } from './deliver.js';
import { Grid, MOST_COLUMNS, TooWide } from './grid.js';
import { readPlain } from './read-plain.js';
import type { SheetReading } from './reading.js';
import { openText } from './text-stream.js';
import { findTidyHeader, HEADER_WITHIN } from './tidy-header.js';
import { readTidyRows } from './tidy-reading.js';
import type { FileReading, Work } from './work.js';

/** Reads csv, tsv and txt: a tidy return is streamed, any other becomes a grid first. Throws CsvError, and NotPlain. */
export async function readTextReturn(work: Work): Promise<FileReading> {
  const { source, findings } = work;
  const plain = work.mayBePlain ? await readPlain(work) : undefined;
  if (plain !== undefined) return plain;
  const file = await openText(source);
  if (file.kind !== 'text') {
    if (file.kind === 'damaged') findings.add('encoding-damaged', {}, { offset: file.offset });
    else findings.add('encoding-unknown', {});
    return { format: 'csv', sheets: [] };
  }
  if (wordsWereLost(file.head)) {
    findings.add('words-lost', {});
    return { format: 'csv', encoding: file.encoding, sheets: [] };
  }
  const rows = parseCsvInBatches(file.chunks(), sniffDelimiter(file.head));
  return { format: 'csv', encoding: file.encoding, sheets: [await readRows(rows, work)] };
}

async function readRows(batches: AsyncGenerator<Rows>, work: Work): Promise<SheetReading> {
  const declared = work.form?.layout;
  const layout: TidyLayout | undefined = declared?.kind === 'tidy' ? declared : undefined;
  const to = new Deliverer(work.table, work.findings, work.source.name);
  let first: Rows = [];
  while (first.length < HEADER_WITHIN) {
    const { value, done } = await batches.next();
    if (done) break;
    first = first.length === 0 ? value : [...first, ...value];
  }
  const wide = first.findIndex((fields) => fields.length > MOST_COLUMNS);
  if (wide >= 0) throw new TooWide(wide + 1);
  const below = (from: number) => withFirst(first.slice(from), batches);
  const found = declared?.kind === 'table' ? undefined : findTidyHeader(first, layout);
  if (found !== undefined) {
    const { header, at } = found;
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
  const { readSheet } = await import('./read-sheet.js');
  return readSheet({ grid, hidden: false }, work);
}

type Rows = readonly (readonly string[])[];

async function* withFirst(first: Rows, rest: AsyncIterable<Rows>): AsyncGenerator<Rows> {
  yield first;
  yield* rest;
}
