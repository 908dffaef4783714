import type { Cell, DataValidation, Worksheet } from 'exceljs';
import type { Lang } from '../messages/language.js';
import { speak } from '../messages/speak.js';
import { defuse } from '../tables/format-csv.js';
import { MOMENT, withFixedIds } from '../tables/write-workbook.js';
import { SHEET_COLUMNS, SHEET_KEYS, type SheetColumn } from './sheet-row.js';
import type { PlannedRow } from './sheet-rows.js';

/** Widths in characters of a Western font; a Chinese character takes two. */
const WIDTHS: Readonly<Record<SheetColumn, number>> = {
  no: 6,
  place: 16,
  before: 38,
  after: 22,
  kind: 10,
  meaning: 34,
  unit: 9,
  suggestion: 13,
  answer: 16,
  status: 9,
  note: 52,
};
const CENTRED: readonly SheetColumn[] = ['no', 'kind', 'unit', 'status'];

const COLOURS = { header: 'FF2F5D8A', context: 'FFF0F0F0', answer: 'FFFFFDF2', asked: 'FFFFEFB3', line: 'FFD0D0D0' };
const fill = (argb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } }) as const;
const thin = { style: 'thin', color: { argb: COLOURS.line } } as const;
const BORDER = { top: thin, left: thin, bottom: thin, right: thin };

/** The longest list of choices that a cell can offer. */
const LONGEST_LIST = 250;

/** The sheet as a workbook: context locked and grey, answers open, checked as they are typed. Same plan, same bytes. */
export async function writeSheetWorkbook(rows: readonly PlannedRow[], lang: Lang): Promise<Uint8Array> {
  const { default: exceljs } = await import('exceljs');
  const book = new exceljs.Workbook();
  Object.assign(book, { created: MOMENT, modified: MOMENT, creator: 'tianshu', lastModifiedBy: 'tianshu' });
  const sheet = book.addWorksheet('填报表', {
    views: [{ state: 'frozen', xSplit: 1, ySplit: 1 }],
    pageSetup: { orientation: 'landscape', paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  sheet.pageSetup.printTitlesRow = '1:1';
  SHEET_KEYS.forEach((key, i) => {
    sheet.getColumn(i + 1).width = WIDTHS[key];
  });
  addHeader(sheet);
  for (const planned of rows) addRow(sheet, planned, lang);
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: rows.length + 1, column: SHEET_KEYS.length } };
  await sheet.protect('', {
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatColumns: true,
    formatRows: true,
    autoFilter: true,
  });
  return withFixedIds(new Uint8Array((await book.xlsx.writeBuffer()) as ArrayBuffer));
}

function addHeader(sheet: Worksheet): void {
  const header = sheet.addRow(SHEET_KEYS.map((key) => SHEET_COLUMNS[key]));
  header.height = 24;
  header.eachCell((cell) => {
    cell.font = { bold: true, color: { argb: 'FFFFFFFF' } };
    cell.fill = fill(COLOURS.header);
    cell.alignment = { vertical: 'middle', horizontal: 'center' };
    cell.border = BORDER;
  });
}

function addRow(sheet: Worksheet, { row, asks }: PlannedRow, lang: Lang): void {
  const added = sheet.addRow(SHEET_KEYS.map((key) => (key === 'no' ? Number(row.no) : defuse(row[key]))));
  const lines = SHEET_KEYS.map((key) => Math.ceil(widthOf(row[key]) / (WIDTHS[key] - 2)));
  added.height = Math.min(400, 6 + 15 * Math.max(1, ...lines));
  SHEET_KEYS.forEach((key, i) => {
    const cell = added.getCell(i + 1);
    cell.border = BORDER;
    cell.alignment = { vertical: 'middle', wrapText: true, ...(CENTRED.includes(key) ? { horizontal: 'center' } : {}) };
    if (key === 'answer') openAnswer(cell, asks, row, lang);
    else cell.fill = fill(COLOURS.context);
    if (key === 'before') cell.alignment = { ...cell.alignment, horizontal: 'right' };
  });
}

/** Text format keeps what is typed as it is typed: 17.0 stays 17.0, and 1-2 never becomes a day. */
function openAnswer(cell: Cell, asks: PlannedRow['asks'], row: PlannedRow['row'], lang: Lang): void {
  const asked = asks.status === 'open' || asks.status === 'ambiguous';
  cell.fill = fill(asked ? COLOURS.asked : COLOURS.answer);
  cell.protection = { locked: false };
  cell.numFmt = '@';
  cell.alignment = { vertical: 'middle', horizontal: asks.wants === 'number' ? 'right' : 'left', wrapText: true };
  const validation = validationOf(cell.address, asks, row.unit, lang);
  if (validation) cell.dataValidation = validation;
}

/** A number where a number is wanted, a text that is no number where a name is; a list where the data offer figures. */
function validationOf(
  address: string,
  { wants, choices }: PlannedRow['asks'],
  unit: string,
  lang: Lang,
): DataValidation | undefined {
  const say = (code: string) => speak({ code, args: unit === '' ? {} : { unit } }, lang);
  const list = choices.join(',');
  if (choices.length > 1 && list.length <= LONGEST_LIST)
    return {
      type: 'list',
      formulae: [`"${list}"`],
      allowBlank: true,
      showErrorMessage: false,
      ...prompt(say('sheet-prompt-choose')),
    };
  if (wants !== 'number' && wants !== 'text') return undefined;
  const isNumber = `ISNUMBER(VALUE(SUBSTITUTE(${address},",","")))`;
  const hasUnit = unit === '' ? '' : `,RIGHT(${address},${unit.length})="${unit.replaceAll('"', '""')}"`;
  return {
    type: 'custom',
    formulae: [wants === 'number' ? (hasUnit === '' ? isNumber : `OR(${isNumber}${hasUnit})`) : `NOT(${isNumber})`],
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: wants === 'number' ? 'warning' : 'stop',
    error: say(wants === 'number' ? 'sheet-prompt-number' : 'sheet-prompt-text'),
    ...prompt(say(wants === 'number' ? 'sheet-prompt-number' : 'sheet-prompt-text')),
  };
}

const prompt = (text: string) => ({ showInputMessage: true, promptTitle: SHEET_COLUMNS.answer, prompt: text });

const widthOf = (text: string): number => [...text].reduce((sum, c) => sum + (c >= '\u1100' ? 2 : 1), 0);
