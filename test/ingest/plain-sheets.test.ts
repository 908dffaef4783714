import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readReturn } from '../../src/ingest/read-return.js';
import type { ReturnReading } from '../../src/ingest/reading.js';
import { bytesInMemory } from '../../src/model/byte-source.js';
import { codesOf, encode, linesOf, refAreas } from './reading-of.js';

type Cell = string | number;
type Sheets = Record<string, readonly (readonly Cell[])[]>;

async function workbookOf(sheets: Sheets): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = workbook.addWorksheet(name);
    for (const row of rows) sheet.addRow(row.map((cell) => (cell === '' ? null : cell)));
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const read = (name: string, bytes: Uint8Array): Promise<ReturnReading> =>
  readReturn(bytesInMemory(name, bytes), { refAreas, fastRoad: false });

const decimalsOf = (cell: Cell): number => (typeof cell === 'number' ? (String(cell).split('.')[1] ?? '').length : 0);

/** The same rows as texts: a number shows as many decimals as the numbers of its indicator, unit and column do at most. */
function asCsv(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const like = (row: readonly Cell[], column: number) => `${row[2]} ${row[3]} ${column}`;
  const most = new Map<string, number>();
  for (const row of rows)
    for (const column of [4, 5]) {
      const key = like(row, column);
      most.set(key, Math.max(most.get(key) ?? 0, decimalsOf(row[column]!)));
    }
  const lines = rows.map((row) =>
    row.map((cell, column) =>
      typeof cell === 'number' && column >= 4 ? cell.toFixed(most.get(like(row, column))) : String(cell),
    ),
  );
  return [header, ...lines].map((line) => line.join(',')).join('\n');
}

const figure = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -99999, max: 99999 }).map((n) => n / 100) },
  { weight: 2, arbitrary: fc.constantFrom('12.50', '…', '', '12abc', '１２．５', '#') },
);

it('a tidy sheet says what the same rows say as csv', async () => {
  const header = ['时期', '地区', '指标', '单位', '当月', '累计'];
  const row = fc.tuple(
    fc.constantFrom<Cell>('2024-03', '2024年1-9月', 202405, '2024/13', ''),
    fc.constantFrom<Cell>('河北', 130000, '某地', ' 山西', ''),
    fc.constantFrom<Cell>('快递业务量', '某指标'),
    fc.constantFrom<Cell>('万件', ''),
    figure,
    figure,
  );
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 40 }), async (rows) => {
      // A row without any cell is none to a workbook.
      const filled = rows.filter((cells) => cells.some((cell) => cell !== ''));
      const sheet = await read('return.xlsx', await workbookOf({ 表: [header, ...filled] }));
      const text = await read('return.csv', encode(asCsv(header, filled)));
      expect(linesOf(sheet)).toEqual(linesOf(text));
      expect(codesOf(sheet)).toEqual(codesOf(text));
    }),
    { numRuns: 25 },
  );
});

it('sheets that repeat their regions say together what each says alone', async () => {
  const regions = ['石家庄市', '唐山市', '邯郸市', '某地', '朝阳区', '合计'];
  const sheet = fc.tuple(
    fc.shuffledSubarray(regions, { minLength: 3 }),
    fc.array(fc.tuple(figure, figure), { minLength: 6, maxLength: 6 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.tuple(sheet, sheet, sheet), async (months) => {
      const sheets: Sheets = Object.fromEntries(
        months.map(([names, figures], i) => [
          `2024年${i + 1}月`,
          [['地区', '快递业务量(万件)', '快递业务收入(万元)'], ...names.map((name, r) => [name, ...figures[r]!])],
        ]),
      );
      const whole = await read('return.xlsx', await workbookOf(sheets));
      const alone: ReturnReading[] = [];
      for (const [name, rows] of Object.entries(sheets))
        alone.push(await read('return.xlsx', await workbookOf({ [name]: rows })));
      expect(linesOf(whole)).toEqual(alone.flatMap((reading) => linesOf(reading)));
    }),
    { numRuns: 15 },
  );
});
