import exceljs from 'exceljs';
import { expect, it } from 'vitest';
import { planFill } from '../../../src/report/fill/plan-fill.js';
import { fillFromSheet } from '../../../src/report/sheet/fill-from-sheet.js';
import { formatSheetCsv } from '../../../src/report/sheet/format-sheet-csv.js';
import { SHEET_COLUMNS, SHEET_KEYS } from '../../../src/report/sheet/sheet-row.js';
import { sheetRows } from '../../../src/report/sheet/sheet-rows.js';
import { writeSheetWorkbook } from '../../../src/report/sheet/write-sheet-workbook.js';
import { paragraphs } from '../../claims/reading.js';
import { reportOn } from '../postal-data.js';
import { read, textOf } from './sheets.js';

const context = reportOn((_, __, period) => String(1000 + period));
const document = paragraphs(
  '快递业务量完成×万件。',
  '=总结：开展检查×次。',
  '9月份，快递业务量累计完成×万件。',
  '×主任作报告，布置2×5的展板。',
);
const plan = planFill(document, context);
const rows = sheetRows(plan, document, context, 'zh');
const ANSWER = SHEET_KEYS.indexOf('answer') + 1;

async function load(bytes: Uint8Array) {
  const book = new exceljs.Workbook();
  await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer);
  return { book, sheet: book.worksheets[0]! };
}

it('has one row for every slot under the columns of the contract', async () => {
  const { sheet } = await load(await writeSheetWorkbook(rows, 'zh'));
  const header = SHEET_KEYS.map((_, i) => sheet.getRow(1).getCell(i + 1).value);
  expect(header).toEqual('序号 位置 上文 下文 类别 含义 单位 建议值 填报值 状态 说明'.split(' '));
  expect(sheet.rowCount).toBe(1 + plan.slots.length);
  expect(rows.map(({ row }) => row.status)).toEqual(['已填', '待填', '有歧义', '待填', '不填']);
});

it('is the same in every run, byte by byte', async () => {
  expect(await writeSheetWorkbook(rows, 'zh')).toEqual(await writeSheetWorkbook(rows, 'zh'));
});

it('locks everything but the answers, and checks them as they are typed', async () => {
  const { sheet } = await load(await writeSheetWorkbook(rows, 'zh'));
  const locked = [2, 3, 4, 5, 6].map((r) =>
    SHEET_KEYS.map((_, i) => sheet.getRow(r).getCell(i + 1).protection?.locked ?? true),
  );
  expect(locked).toEqual(locked.map(() => SHEET_KEYS.map((key) => key !== 'answer')));
  const checks = [2, 3, 4, 5, 6].map((r) => sheet.getRow(r).getCell(ANSWER).dataValidation);
  expect(checks.map((c) => c?.type)).toEqual(['custom', 'custom', 'list', 'custom', undefined]);
  expect(checks[2]?.formulae).toEqual(['"1002.00,1004.00"']);
  expect(checks[3]?.formulae[0]).toMatch(/^NOT\(ISNUMBER/);
  expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
});

it('holds no text that a spreadsheet would run', async () => {
  const { sheet } = await load(await writeSheetWorkbook(rows, 'zh'));
  sheet.eachRow((row) =>
    row.eachCell((cell) => {
      expect(cell.formula).toBeUndefined();
      expect(String(cell.value)).not.toMatch(/^[=+@]/);
    }),
  );
  const lines = formatSheetCsv(rows).split('\r\n');
  expect(lines[0]).toBe(`\ufeff${SHEET_KEYS.map((key) => SHEET_COLUMNS[key]).join(',')}`);
  expect(lines[2]).toMatch(/^2,第2行第9列,'=总结：开展检查,/);
});

it('comes back from a workbook whose answers were typed as numbers or as texts', async () => {
  const { book, sheet } = await load(await writeSheetWorkbook(rows, 'zh'));
  sheet.getRow(3).getCell(ANSWER).value = 12;
  sheet.getRow(4).getCell(ANSWER).value = 1002.0;
  sheet.getRow(5).getCell(ANSWER).value = '王';
  const saved = await read(new Uint8Array((await book.xlsx.writeBuffer()) as ArrayBuffer));
  const { plan: filled, diagnostics } = fillFromSheet(document, context, saved, 'sheet.xlsx');
  expect(diagnostics).toEqual([]);
  expect(textOf(document, filled)).toBe(
    '快递业务量完成1000.00万件。\n=总结：开展检查12次。\n9月份，快递业务量累计完成1002万件。\n王主任作报告，布置2×5的展板。',
  );
});

it('finds its places though an old encoding has lost characters', async () => {
  const odd = paragraphs('✕✕市“𠮷野”站开展检查✕次。');
  const own = sheetRows(planFill(odd, context), odd, context, 'zh').map(({ row }) => ({ ...row, answer: '9' }));
  const lossy = own.map((row) => ({ ...row, before: row.before.replace(/[✕\u{20BB7}]/gu, '?') }));
  const sheet = { sheet: undefined, answerColumn: ANSWER, rows: lossy.map((row, i) => ({ ...row, row: i + 2 })) };
  const { plan: filled } = fillFromSheet(odd, context, sheet, 'sheet.csv');
  expect(filled.slots.at(-1)!.text).toBe('9');
});
