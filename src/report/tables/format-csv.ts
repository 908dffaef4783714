import type { Table } from './table.js';

/** A text that a spreadsheet would run as a formula gets an apostrophe in front, as spreadsheets themselves do. */
export const defuse = (text: string): string => (/^\s*[=+\-@＝＋－＠]|^[\t\r]/u.test(text) ? `'${text}` : text);

const quote = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A text as a field of a csv file. */
export const csvText = (text: string): string => quote(defuse(text));

/** A csv file: header and rows, LF at every end, UTF-8. Notes are left out: every line is data. */
export function formatCsvTable(table: Table): string {
  const rows = table.rows.map((row) =>
    table.columns.map((_, i) => {
      const cell = row[i];
      if (cell === undefined) return '';
      return cell.number === undefined ? csvText(cell.text) : cell.text;
    }),
  );
  const header = table.columns.map((c) => csvText(c.heading));
  return [header, ...rows].map((cells) => `${cells.join(',')}\n`).join('');
}
