import { parseDecimal } from '../../model/decimal.js';
import { defuse } from '../tables/format-csv.js';
import { SHEET_COLUMNS, SHEET_KEYS } from './sheet-row.js';
import type { PlannedRow } from './sheet-rows.js';

const quote = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A plain number is no formula, whatever sign it begins with. */
const field = (text: string): string => quote(parseDecimal(text) ? text : defuse(text));

/** The sheet as a csv file that spreadsheets open right: UTF-8 with its mark, CRLF, no text that could run as a formula. */
export function formatSheetCsv(rows: readonly PlannedRow[]): string {
  const lines = [
    SHEET_KEYS.map((key) => SHEET_COLUMNS[key]),
    ...rows.map(({ row }) => SHEET_KEYS.map((key) => row[key])),
  ];
  return `\ufeff${lines.map((cells) => `${cells.map(field).join(',')}\r\n`).join('')}`;
}
