/**
 * Bytes of a return → observations.
 *
 *   1. format     by the first bytes, not by the name
 *   2. text       a tidy file in UTF-8, from bytes to meanings          (read-plain)
 *                 else by byte order mark, strict UTF-8, GB18030       (decode, text-stream)
 *      workbook   cells with addresses, formats, merges              (xlsx, foreign)
 *   3. layout     declared by a form, tidy by the contract, else found by what the headings say
 *   4. meaning    headings, labels, caption, title → Meaning of every value cell
 *   5. delivery   the strict number grammar; every figure with file, sheet and cell  (deliver)
 */
import { formFor } from '../catalogue/form-for.js';
import type { ByteSource } from '../model/byte-source.js';
import { ObservationTable } from '../model/observation-table.js';
import { CsvError, LONGEST_RECORD } from './csv.js';
import { Findings } from './diagnostics.js';
import { MOST_COLUMNS, TooWide } from './grid.js';
import { Names } from './names.js';
import { NotPlain } from './plain-lines.js';
import { readBytes } from './read-bytes.js';
import type { ReadContext, ReturnReading } from './reading.js';
import type { FileReading } from './work.js';

/** Reads one return. Never throws for what a file holds: what cannot be read is in the diagnostics. */
export async function readReturn(source: ByteSource, context: ReadContext): Promise<ReturnReading> {
  const table = context.table ?? new ObservationTable();
  const form = formFor(source.name, context.forms ?? []);
  const mark = table.mark();
  const attempt = async (mayBePlain: boolean) => {
    const findings = new Findings(source.name);
    const names = new Names(context.refAreas, context.catalogue, context.home, findings);
    const work = { source, context: { ...context, table }, table, findings, names, form, mayBePlain };
    const reading = await readBytes(work).catch((error: unknown): FileReading => {
      if (error instanceof NotPlain || error instanceof CsvError) throw error;
      if (error instanceof TooWide) findings.add('sheet-too-wide', {}, { row: error.row, limit: MOST_COLUMNS });
      else findings.add('file-unreadable', {}, { reason: error instanceof Error ? error.message : String(error) });
      return NOTHING;
    });
    names.report();
    return { ...reading, findings };
  };
  const { format, encoding, sheets, findings } = await attempt(context.fastRoad !== false)
    .catch((error: unknown) => {
      if (!(error instanceof NotPlain)) throw error;
      table.rewind(mark);
      return attempt(false);
    })
    .catch((error: unknown) => {
      if (!(error instanceof CsvError)) throw error;
      // What stands behind a quote that does not close cannot be told: nothing of the file is kept.
      table.rewind(mark);
      const broken = new Findings(source.name);
      const { line, reason } = error;
      if (reason === 'CSV_MAX_RECORD_SIZE') broken.add('line-too-long', { line }, { line, limit: LONGEST_RECORD });
      else broken.add('csv-broken', { line }, { line, reason });
      return { ...NOTHING, findings: broken };
    });
  const observations = { from: mark.length, to: table.length };
  return {
    file: source.name,
    format,
    encoding,
    form: form?.id,
    sheets,
    table,
    observations,
    diagnostics: findings.list(),
  };
}

const NOTHING: FileReading = { format: 'csv', encoding: undefined, sheets: [] };

/** Reads many returns into one observation table, in the order given: a later one is a later delivery. */
export async function readReturns(
  sources: readonly ByteSource[],
  context: ReadContext,
): Promise<{ readonly table: ObservationTable; readonly readings: readonly ReturnReading[] }> {
  const table = context.table ?? new ObservationTable();
  const readings: ReturnReading[] = [];
  for (const source of sources) readings.push(await readReturn(source, { ...context, table }));
  return { table, readings };
}
