import iconv from 'iconv-lite';
import { bytesInMemory } from '../../../src/model/byte-source.js';
import type { Document } from '../../../src/model/document.js';
import { applyEdits } from '../../../src/model/edit.js';
import { editsOf, type FillPlan, planFill } from '../../../src/report/fill/plan-fill.js';
import type { ReportContext } from '../../../src/report/report-context.js';
import { fillFromSheet, type SheetFill } from '../../../src/report/sheet/fill-from-sheet.js';
import { type ReadSheet, readSheet } from '../../../src/report/sheet/read-sheet.js';
import { SHEET_COLUMNS, SHEET_KEYS, type SheetRow } from '../../../src/report/sheet/sheet-row.js';
import { sheetRows } from '../../../src/report/sheet/sheet-rows.js';

/** The rows of a new sheet for a template. */
export const rowsFor = (document: Document, context: ReportContext): readonly SheetRow[] =>
  sheetRows(planFill(document, context), document, context, 'zh').map(({ row }) => row);

/** The rows with an answer typed for each slot that `answers` names by its number. */
export const completed = (rows: readonly SheetRow[], answers: Readonly<Record<number, string>>): readonly SheetRow[] =>
  rows.map((row) => ({ ...row, answer: answers[Number(row.no)] ?? '' }));

const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;

export type Encoding = 'utf8' | 'utf8-bom' | 'gbk' | 'utf16-tab';

/** A sheet as offices save it: columns in any order, a further column, one of the usual encodings. */
export function savedAs(rows: readonly SheetRow[], encoding: Encoding, order = SHEET_KEYS): Uint8Array {
  const lines = [
    [...order.map((key) => SHEET_COLUMNS[key]), '备注'],
    ...rows.map((row) => [...order.map((key) => row[key]), '已核']),
  ];
  const delimiter = encoding === 'utf16-tab' ? '\t' : ',';
  const text = lines.map((fields) => fields.map(quote).join(delimiter)).join('\r\n');
  if (encoding === 'gbk') return iconv.encode(text, 'gbk');
  if (encoding === 'utf16-tab') return iconv.encode(text, 'utf16le', { addBOM: true });
  return iconv.encode(text, 'utf8', { addBOM: encoding === 'utf8-bom' });
}

export async function read(bytes: Uint8Array, name = 'sheet.csv'): Promise<ReadSheet> {
  const result = await readSheet(bytesInMemory(name, bytes));
  if (result.kind === 'refused') throw new Error(result.problem.code);
  return result.sheet;
}

/** Brings rows back to a template by the road of a csv file. */
export async function broughtBack(
  document: Document,
  context: ReportContext,
  rows: readonly SheetRow[],
  encoding: Encoding = 'utf8-bom',
): Promise<SheetFill> {
  return fillFromSheet(document, context, await read(savedAs(rows, encoding)), 'sheet.csv');
}

/** The text of a document with a plan's edits in it. */
export const textOf = ({ blocks }: Document, plan: FillPlan): string =>
  blocks
    .map((block, i) =>
      applyEdits(
        block.text,
        editsOf(plan).filter((e) => e.block === i),
      ),
    )
    .join('\n');
