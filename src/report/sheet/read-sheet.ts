/**
 * Bytes of a completed sheet → rows.
 *
 *   1. cells     csv in any encoding; xlsx by our reader; what other offices save (xls, et, ods) by the guarded one
 *   2. header    the row that names the columns; their order, further columns and rows above do not matter
 *   3. rows      by column, with the row number that the spreadsheet shows
 */
import { CsvError, parseCsv, sniffDelimiter } from '../../ingest/csv.js';
import { ForeignError, openForeign } from '../../ingest/foreign/open-foreign.js';
import type { Grid } from '../../ingest/grid.js';
import { containerOf } from '../../ingest/read-bytes.js';
import { openText } from '../../ingest/text-stream.js';
import { openWorkbook } from '../../ingest/xlsx/open-workbook.js';
import type { ByteSource } from '../../model/byte-source.js';
import { OpcError } from '../../opc/opc-error.js';
import { openZip } from '../../opc/zip-reader.js';
import type { SheetCode, SheetDiagnostic } from './diagnostics.js';
import { type ReadRow, SHEET_COLUMNS, SHEET_KEYS, type SheetColumn } from './sheet-row.js';

export interface ReadSheet {
  /** Name of the worksheet; a csv file has none. */
  readonly sheet: string | undefined;
  /** Column of the answers, from 1. */
  readonly answerColumn: number;
  readonly rows: readonly ReadRow[];
}

type Result =
  | { readonly kind: 'sheet'; readonly sheet: ReadSheet }
  | { readonly kind: 'refused'; readonly problem: SheetDiagnostic };

type Fields = readonly string[];

const HEADER_WITHIN = 20;
const LONGEST_CELL = 4000;
/** Without these columns no answer finds its slot. */
const NEEDED: readonly SheetColumn[] = ['before', 'after', 'answer'];

/** Reads a completed sheet. What cannot be read is a hard finding; nothing is thrown for what a file holds. */
export async function readSheet(source: ByteSource): Promise<Result> {
  const refuse = (code: SheetCode, args: SheetDiagnostic['args'] = {}): Result => ({
    kind: 'refused',
    problem: { code, severity: 'hard', place: { file: source.name }, args },
  });
  try {
    const found: string[] = [];
    for await (const { name, rows } of tablesOf(source)) {
      const header = rows
        .slice(0, HEADER_WITHIN)
        .findIndex((fields) => NEEDED.every((key) => columnOf(fields, key) >= 0));
      if (header < 0) {
        found.push(...(rows.find((fields) => fields.some((f) => f.trim() !== '')) ?? []).slice(0, 15));
        continue;
      }
      const twice = SHEET_KEYS.find((key) => rows[header]!.filter((f) => isHeading(f, key)).length > 1);
      if (twice) return refuse('sheet-header-twice', { column: SHEET_COLUMNS[twice] });
      return { kind: 'sheet', sheet: { sheet: name, ...readRows(rows, header) } };
    }
    return refuse('sheet-header', {
      needed: NEEDED.map((key) => SHEET_COLUMNS[key]),
      found: found.filter((f) => f !== ''),
    });
  } catch (error) {
    if (error instanceof CsvError) return refuse('sheet-unreadable', { reason: `${error.reason}, ${error.line}` });
    if (error instanceof OpcError) return refuse('sheet-unreadable', { reason: error.code });
    if (error instanceof ForeignError) return refuse('sheet-unreadable', { reason: error.reason });
    if (error instanceof UnreadableText) return refuse('sheet-unreadable', { reason: error.message });
    throw error;
  }
}

class UnreadableText extends Error {}

const isHeading = (text: string, key: SheetColumn): boolean => text.replace(/\s+/gu, '') === SHEET_COLUMNS[key];
const columnOf = (fields: Fields, key: SheetColumn): number => fields.findIndex((f) => isHeading(f, key));

function readRows(rows: readonly Fields[], header: number): Pick<ReadSheet, 'answerColumn' | 'rows'> {
  const at = new Map(SHEET_KEYS.map((key) => [key, columnOf(rows[header]!, key)]));
  const read = rows.slice(header + 1).map((fields, i): ReadRow => {
    const cells = SHEET_KEYS.map((key) => [key, (fields[at.get(key)!] ?? '').slice(0, LONGEST_CELL)]);
    return { row: header + 2 + i, ...(Object.fromEntries(cells) as Record<SheetColumn, string>) };
  });
  return { answerColumn: at.get('answer')! + 1, rows: read };
}

interface NamedTable {
  readonly name: string | undefined;
  readonly rows: readonly Fields[];
}

/** The tables of a file, by what its bytes are. */
async function* tablesOf(source: ByteSource): AsyncGenerator<NamedTable> {
  const bytes = await source.read();
  const container = containerOf(bytes);
  if (container === 'zip') {
    const zip = openZip(bytes);
    const foreign = zip.has('xl/workbook.bin') || zip.has('content.xml');
    for await (const { name, grid } of foreign ? await openForeign(bytes) : openWorkbook(bytes))
      yield { name, rows: [...rowsOf(grid)] };
  } else if (container === 'compound') {
    for (const { name, grid } of await openForeign(bytes)) yield { name, rows: [...rowsOf(grid)] };
  } else {
    const file = await openText(source);
    if (file.kind !== 'text') throw new UnreadableText('encoding');
    const rows: Fields[] = [];
    for await (const fields of parseCsv(file.chunks(), sniffDelimiter(file.head))) rows.push(fields);
    yield { name: undefined, rows };
  }
}

function* rowsOf(grid: Grid): Generator<Fields> {
  for (let row = 1; row <= grid.rows; row++) {
    const fields: string[] = [];
    for (const column of grid.columnsOf(row)) {
      while (fields.length < column - 1) fields.push('');
      fields[column - 1] = grid.text(row, column);
    }
    yield fields;
  }
}
