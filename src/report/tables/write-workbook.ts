import type { Worksheet } from 'exceljs';
import { formatDecimal } from '../../model/decimal.js';
import { openZip } from '../../opc/zip-reader.js';
import { rewriteZip, withFixedTimes } from '../../opc/zip-writer.js';
import { sanitise } from '../messages/sanitise.js';
import { defuse } from './format-csv.js';
import type { Table, TableCell } from './table.js';

/** Width of a column in which people write. */
const WRITING = 30;

/** The moment that a workbook says it was made: fixed, so that the same table gives the same bytes. */
export const MOMENT = new Date(0);

/** A workbook of one sheet: number formats, frozen header, bars behind rates, notes below. Same table, same bytes. */
export async function writeWorkbook(table: Table, sheetName: string): Promise<Uint8Array> {
  const { default: exceljs } = await import('exceljs');
  const book = new exceljs.Workbook();
  Object.assign(book, { created: MOMENT, modified: MOMENT, creator: 'tianshu', lastModifiedBy: 'tianshu' });
  const sheet = book.addWorksheet(sheetName.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31));
  const headerRow = table.title === undefined ? 1 : 2;
  if (table.title !== undefined) {
    sheet.addRow([safe(table.title)]).font = { bold: true, size: 14 };
  }
  const header = sheet.addRow(table.columns.map((c) => safe(c.heading)));
  header.font = { bold: true };
  header.eachCell((cell) => {
    cell.border = { bottom: { style: 'thin' } };
    cell.alignment = { vertical: 'middle', wrapText: true };
  });
  for (const row of table.rows) {
    const added = sheet.addRow(row.map(cellValue));
    row.forEach((cell, i) => {
      if (cell.number) added.getCell(i + 1).numFmt = numberFormat(cell.number.decimals);
    });
  }
  addBars(sheet, table, headerRow);
  if (table.columns.some((column) => column.wraps)) layOutProse(sheet, table, headerRow);
  sheet.views = [{ state: 'frozen', xSplit: 1, ySplit: headerRow }];
  table.columns.forEach((column, i) => {
    const width = widthOf([column.heading, ...table.rows.map((row) => row[i]?.text ?? '')]);
    sheet.getColumn(i + 1).width = column.input ? Math.max(width, WRITING) : width;
  });
  if (table.notes.length > 0) sheet.addRow([]);
  for (const note of table.notes) sheet.addRow([safe(note)]).font = { color: { argb: 'FF666666' } };
  return withFixedIds(new Uint8Array((await book.xlsx.writeBuffer()) as ArrayBuffer));
}

const safe = (text: string): string => defuse(sanitise(text, 32_000));

/** Excel holds a number in 15 digits; a figure with more stays text, so that no digit is lost. */
function cellValue(cell: TableCell): string | number {
  if (cell.number === undefined) return safe(cell.text);
  const digits = formatDecimal(cell.number);
  return digits.replace(/\D/g, '').length <= 15 ? Number(digits) : digits;
}

const numberFormat = (decimals: number): string => (decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`);

function addBars(sheet: Worksheet, table: Table, headerRow: number): void {
  if (table.rows.length === 0) return;
  table.columns.forEach((column, i) => {
    if (column.bars !== true) return;
    const letter = sheet.getColumn(i + 1).letter;
    sheet.addConditionalFormatting({
      ref: `${letter}${headerRow + 1}:${letter}${headerRow + table.rows.length}`,
      rules: [
        {
          type: 'dataBar',
          priority: i + 1,
          gradient: false,
          cfvo: [{ type: 'min' }, { type: 'max' }],
          color: { argb: 'FFB7D7F0' },
        } as never,
      ],
    });
  });
}

/** A sheet of sentences that people read and answer: wrapped, filtered, one page wide on paper, a marked column to write in. */
function layOutProse(sheet: Worksheet, table: Table, headerRow: number): void {
  sheet.pageSetup = { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 };
  sheet.pageSetup.printTitlesRow = `${headerRow}:${headerRow}`;
  const lastRow = headerRow + table.rows.length;
  sheet.autoFilter = { from: { row: headerRow, column: 1 }, to: { row: lastRow, column: table.columns.length } };
  for (let row = headerRow + 1; row <= lastRow; row++) {
    let lines = 1;
    table.columns.forEach((column, i) => {
      const cell = sheet.getCell(row, i + 1);
      cell.alignment = { vertical: 'top', wrapText: column.wraps === true };
      if (column.wraps) lines = Math.max(lines, Math.ceil(textWidth(cell.text) / (WIDEST - MARGIN - SLACK)));
      if (column.input) cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF7D6' } };
    });
    // Not every program finds the height of a wrapped row by itself.
    sheet.getRow(row).height = lines * LINE_HEIGHT;
  }
}

/** Widest column, and what of its width stays free of text, in characters. */
const WIDEST = 40;
const MARGIN = 2;
/** A line breaks at words, so that it holds less than its width. */
const SLACK = 8;
/** In points. */
const LINE_HEIGHT = 15;

/** Chinese characters take two columns of a sheet. */
const textWidth = (text: string): number => [...text].reduce((sum, c) => sum + (c >= '\u1100' ? 2 : 1), 0);

function widthOf(texts: readonly string[]): number {
  return Math.min(WIDEST, Math.max(8, ...texts.map(textWidth)) + MARGIN);
}

/** exceljs stamps the clock into the zip and random ids into the sheet: both are made the same in every run. */
export function withFixedIds(bytes: Uint8Array): Uint8Array {
  const zip = openZip(bytes);
  const changes = new Map<string, Uint8Array>();
  for (const { name } of zip.entries.filter((e) => /^xl\/worksheets\/sheet\d+\.xml$/.test(e.name))) {
    const text = new TextDecoder().decode(zip.read(name));
    const ids = new Map<string, string>();
    const fixed = text.replace(/\{[0-9A-Fa-f]{8}-[0-9A-Fa-f-]{27}\}/g, (id) => {
      if (!ids.has(id)) ids.set(id, `{00000000-0000-4000-8000-${String(ids.size + 1).padStart(12, '0')}}`);
      return ids.get(id)!;
    });
    if (fixed !== text) changes.set(name, new TextEncoder().encode(fixed));
  }
  return withFixedTimes(openZip(rewriteZip(zip, changes)));
}
