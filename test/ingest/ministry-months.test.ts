import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as XLSX from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { loadBuiltInCatalogue } from '../../src/catalogue/built-in.js';
import { readReturn } from '../../src/ingest/read-return.js';
import { bytesInMemory } from '../../src/model/byte-source.js';
import { formatDecimal } from '../../src/model/decimal.js';
import { encode, refAreas } from './reading-of.js';

const path = join(import.meta.dirname, '../../../shared/data/postal/national-2024.csv');
const present = existsSync(path);

/** One line of the ministry's table: label as printed, the name it stands for, unit, and the four figures. */
interface Line {
  readonly label: string;
  readonly name: string;
  readonly unit: string;
  readonly figures: readonly string[];
}
type Row = readonly (string | number)[];

const MERGES = ['A1:F1', 'A2:A3', 'B2:B3', 'C2:D2', 'E2:F2'];

const linesOf = (month: string): Line[] =>
  readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .filter((l) => l.startsWith(`2024-${month},`))
    .map((l) => {
      const [, label = '', name = '', unit = '', ytd = '', own = '', ytdYoy = '', ownYoy = ''] = l.split(',');
      return { label, name, unit, figures: [ytd, own, ytdYoy, ownYoy] };
    });

const rowsOf = (month: number, lines: readonly Line[]): Row[] => [
  [`国家邮政局公布2024年${month}月邮政行业运行情况`],
  ['指标名称', '单位', `${month}月份`, '', '比去年同期增长（%）'],
  ['', '', '累计', '当月', '累计', '当月'],
  ...lines.map(({ label, unit, figures }) => [label, unit, ...figures.map((f) => (f === '' ? '' : Number(f)))]),
];

const decimalsOf = (text: string) => text.split('.')[1]?.length ?? 0;
const formatFor = (text: string) => (decimalsOf(text) === 0 ? '0' : `0.${'0'.repeat(decimalsOf(text))}`);

async function xlsxOf(rows: readonly Row[], lines: readonly Line[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Sheet1');
  rows.forEach((row, r) => {
    row.forEach((value, c) => {
      if (value === '') return;
      const cell = sheet.getCell(r + 1, c + 1);
      cell.value = value;
      if (typeof value === 'number') cell.numFmt = formatFor(lines[r - 3]!.figures[c - 2]!);
    });
  });
  for (const merge of MERGES) sheet.mergeCells(merge);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function xlsOf(rows: readonly Row[], lines: readonly Line[]): Uint8Array {
  const sheet = XLSX.utils.aoa_to_sheet(rows.map((row) => row.map((v) => (v === '' ? null : v))));
  sheet['!merges'] = MERGES.map((m) => XLSX.utils.decode_range(m));
  for (const [address, cell] of Object.entries(sheet as Record<string, XLSX.CellObject>)) {
    const { r, c } = XLSX.utils.decode_cell(address);
    if (cell.t === 'n') cell.z = formatFor(lines[r - 3]!.figures[c - 2]!);
  }
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, 'Sheet1');
  return new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'biff8' }) as ArrayBuffer);
}

const csvOf = (rows: readonly Row[], lines: readonly Line[]): Uint8Array =>
  encode(
    rows
      .map((row, r) => row.map((v, c) => (typeof v === 'number' ? lines[r - 3]!.figures[c - 2]! : `"${v}"`)).join(','))
      .join('\r\n'),
    'gb18030',
  );

// Figures: State Post Bureau, 邮政行业运行情况 of every month of 2024.
describe(`the ministry’s table of every month of 2024${present ? '' : ' (skipped: ../shared is not here)'}`, () => {
  const months = Array.from({ length: 12 }, (_, i) => i + 1);
  it.skipIf(!present).each(months)('month %i is read whole from xlsx, xls and csv', async (month) => {
    const catalogue = (await loadBuiltInCatalogue('postal'))!;
    const lines = linesOf(String(month).padStart(2, '0'));
    const rows = rowsOf(month, lines);
    const expected = lines.flatMap(({ name, unit, figures }) =>
      (
        [
          ['level', month],
          ['level', 1],
          ['growth', month],
          ['growth', 1],
        ] as const
      ).map(([measure, length], i) =>
        [catalogue.named(name)?.id, measure, length, figures[i], measure === 'level' ? unit : '%'].join(' '),
      ),
    );
    expect(expected.length).toBeGreaterThanOrEqual(36);
    const files = { xlsx: await xlsxOf(rows, lines), xls: xlsOf(rows, lines), csv: csvOf(rows, lines) };
    for (const [format, bytes] of Object.entries(files)) {
      const { table, diagnostics } = await readReturn(bytesInMemory(`return.${format}`, bytes), {
        refAreas,
        catalogue,
      });
      const found = [...table].map((o) => {
        expect([o.refArea, o.timePeriod.end]).toEqual(['000000', 2024 * 12 + month - 1]);
        const value = o.obsValue === undefined ? '' : formatDecimal(o.obsValue);
        return [o.indicator, o.measure, o.timePeriod.months, value, o.unitMeasure].join(' ');
      });
      expect(found, format).toEqual(expected);
      expect(diagnostics, format).toEqual([]);
    }
  });
});
