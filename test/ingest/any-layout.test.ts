import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadBuiltInCatalogue } from '../../src/catalogue/built-in.js';
import type { Catalogue } from '../../src/catalogue/catalogue.js';
import { readReturn } from '../../src/ingest/read-return.js';
import { bytesInMemory } from '../../src/model/byte-source.js';
import { formatDecimal } from '../../src/model/decimal.js';
import { formatTimePeriod } from '../../src/model/time-period-text.js';
import { encode, refAreas } from './reading-of.js';

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = (await loadBuiltInCatalogue('postal'))!;
});

const REGIONS = [
  ['石家庄市', '130100'],
  ['唐山', '130200'],
  ['邯郸市', '130400'],
  ['保 定', '130600'],
  ['沧州市', '130900'],
] as const;
const INDICATORS = [
  ['快递业务量', 'express-volume', '万件'],
  ['快递业务收入', 'express-revenue', '万元'],
  ['同城快递业务量', 'express-volume-same-city', '万件'],
  ['邮政行业业务收入', 'industry-revenue', '亿元'],
] as const;
const PERIODS = [
  ['2023年', '2023'],
  ['2024年', '2024'],
  ['2024年1-9月', '2024-09'],
  ['2024年3月', '2024-03'],
  ['2024年第二季度', '2024-Q2'],
] as const;

type Sheet = string[][];
interface Data {
  readonly regions: readonly (typeof REGIONS)[number][];
  readonly indicators: readonly (typeof INDICATORS)[number][];
  readonly periods: readonly (typeof PERIODS)[number][];
  /** Figure of region r, indicator i, period p. */
  readonly figure: (r: number, i: number, p: number) => string;
}

/** Every way to lay out the same figures. `only`: dimensions that must have one member, named around the table. */
const LAYOUTS: Readonly<
  Record<string, { readonly one?: 'regions' | 'indicators' | 'periods'; readonly write: (d: Data) => Sheet }>
> = {
  tidy: {
    write: (d) => [
      ['时期', '地区', '指标', '单位', '数值'],
      ...d.periods.flatMap(([p], k) =>
        d.regions.flatMap(([r], j) => d.indicators.map(([i, , u], n) => [p, r, i, u, d.figure(j, n, k)])),
      ),
    ],
  },
  'regions × indicators': {
    one: 'periods',
    write: (d) => [
      [`${d.periods[0]![0]}快递业务情况`],
      ['序号', '地区', ...d.indicators.map(([i, , u]) => `${i}（${u}）`)],
      ...d.regions.map(([r], j) => [String(j + 1), r, ...d.indicators.map((_, n) => d.figure(j, n, 0))]),
      ['注：示例。'],
    ],
  },
  'regions × periods, one indicator': {
    one: 'indicators',
    write: (d) => [
      [`指标：${d.indicators[0]![0]}(${d.indicators[0]![2]})`],
      ['地区', ...d.periods.map(([p]) => p)],
      ...d.regions.map(([r], j) => [r, ...d.periods.map((_, k) => d.figure(j, 0, k))]),
    ],
  },
  'indicators × periods, one region': {
    one: 'regions',
    write: (d) => [
      [`地区：${d.regions[0]![0]}`],
      ['指标', '计量单位', ...d.periods.map(([p]) => p)],
      ...d.indicators.map(([i, , u], n) => [i, u, ...d.periods.map((_, k) => d.figure(0, n, k))]),
    ],
  },
  'transposed: indicators × regions': {
    one: 'periods',
    write: (d) => [
      [d.periods[0]![0]],
      ['指标', ...d.regions.map(([r]) => r)],
      ...d.indicators.map(([i, , u], n) => [`${i}（${u}）`, ...d.regions.map((_, j) => d.figure(j, n, 0))]),
    ],
  },
  'periods down, indicators across': {
    one: 'regions',
    write: (d) => [
      [`${d.regions[0]![0].replace(' ', '')}快递业务情况`],
      ['时期', ...d.indicators.map(([i, , u]) => `${i}（${u}）`)],
      ...d.periods.map(([p], k) => [p, ...d.indicators.map((_, n) => d.figure(0, n, k))]),
    ],
  },
  'two heading rows: indicators over periods': {
    write: (d) => [
      ['地区', ...d.indicators.flatMap(([i, , u]) => d.periods.map((_, k) => (k === 0 ? `${i}（${u}）` : '')))],
      ['', ...d.indicators.flatMap(() => d.periods.map(([p]) => p))],
      ...d.regions.map(([r], j) => [r, ...d.indicators.flatMap((_, n) => d.periods.map((_p, k) => d.figure(j, n, k)))]),
    ],
  },
  'stacked blocks under captions': {
    write: (d) =>
      d.regions.flatMap(([r], j) => [
        [`地区：${r}`],
        ['指标', ...d.periods.map(([p]) => p)],
        ...d.indicators.map(([i, , u], n) => [`${i}（${u}）`, ...d.periods.map((_, k) => d.figure(j, n, k))]),
        [],
      ]),
  },
  'tables below each other': {
    write: (d) =>
      d.periods.flatMap(([p], k) => [
        [`表${k + 1} ${p}情况`],
        ['地区', ...d.indicators.map(([i, , u]) => `${i}（${u}）`)],
        ...d.regions.map(([r], j) => [r, ...d.indicators.map((_, n) => d.figure(j, n, k))]),
        [],
      ]),
  },
  'tables side by side': {
    one: 'periods',
    write: (d) => [
      [`${d.periods[0]![0]}情况`],
      d.indicators.flatMap(([i, , u]) => ['地区', `${i}（${u}）`, '']),
      ...d.regions.map(([r], j) => d.indicators.flatMap((_, n) => [r, d.figure(j, n, 0), ''])),
    ],
  },
};

const csvOf = (sheet: Sheet): Uint8Array =>
  encode(sheet.map((row) => row.map((c) => (/[",\n]/.test(c) ? `"${c}"` : c)).join(',')).join('\r\n'), 'gb18030');

async function xlsxOf(sheet: Sheet): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const s = book.addWorksheet('Sheet1');
  sheet.forEach((row, r) => {
    row.forEach((text, c) => {
      if (text === '') return;
      const cell = s.getCell(r + 1, c + 1);
      const number = /^-?\d+(?:\.(\d+))?$/.exec(text);
      cell.value = number ? Number(text) : text;
      if (number) cell.numFmt = number[1] ? `0.${'0'.repeat(number[1].length)}` : '0';
    });
  });
  return new Uint8Array(await book.xlsx.writeBuffer());
}

describe('any figures in any layout', () => {
  const some = <T>(list: readonly T[], least: number) => fc.subarray([...list], { minLength: least });
  const figures = fc.array(fc.tuple(fc.integer({ min: -999_999, max: 99_999_999 }), fc.integer({ min: 0, max: 3 })), {
    minLength: 100,
    maxLength: 100,
  });
  const written = fc.record({
    regions: some(REGIONS, 2),
    indicators: some(INDICATORS, 2),
    periods: some(PERIODS, 2),
    figures,
  });

  for (const [name, { one, write }] of Object.entries(LAYOUTS))
    for (const format of ['csv', 'xlsx'] as const)
      it(`${name}, as ${format}: what was written is read`, async () => {
        await fc.assert(
          fc.asyncProperty(written, async (given) => {
            const d: Data = {
              ...given,
              ...(one === undefined ? {} : { [one]: given[one].slice(0, 1) }),
              figure: (r, i, p) => {
                const [digits, decimals] = given.figures[r * 20 + i * 5 + p]!;
                return formatDecimal({ digits: BigInt(digits), decimals });
              },
            };
            const expected = d.periods.flatMap(([, p], k) =>
              d.regions.flatMap(([, r], j) =>
                d.indicators.map(([, id, u], n) => `${p} ${r} ${id} ${d.figure(j, n, k)} ${u}`),
              ),
            );
            const sheet = write(d);
            const bytes = format === 'csv' ? csvOf(sheet) : await xlsxOf(sheet);
            const { table, diagnostics } = await readReturn(bytesInMemory(`return.${format}`, bytes), {
              refAreas,
              catalogue,
            });
            const found = [...table].map(
              (o) =>
                `${formatTimePeriod(o.timePeriod, o.accumulation)} ${o.refArea} ${o.indicator} ${formatDecimal(o.obsValue!)} ${o.unitMeasure}`,
            );
            expect(diagnostics.filter((f) => f.severity === 'hard')).toEqual([]);
            expect(found.sort()).toEqual(expected.sort());
          }),
          { numRuns: format === 'csv' ? 40 : 10 },
        );
      });
});
