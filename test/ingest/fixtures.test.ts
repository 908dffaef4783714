import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadBuiltInCatalogue } from '../../src/catalogue/built-in.js';
import { readReturn } from '../../src/ingest/read-return.js';
import { bytesInMemory } from '../../src/model/byte-source.js';
import { formatDecimal } from '../../src/model/decimal.js';
import { linesOf, refAreas } from './reading-of.js';

const root = join(import.meta.dirname, '../../fixtures/inspect');
const folders = readdirSync(root, { withFileTypes: true }).filter((d) => d.isDirectory());
const read = async (folder: string, file: string, catalogue?: Awaited<ReturnType<typeof loadBuiltInCatalogue>>) =>
  readReturn(bytesInMemory(file, new Uint8Array(readFileSync(join(root, folder, file)))), { refAreas, catalogue });

describe('returns in their shapes', () => {
  for (const { name } of folders) {
    if (!existsSync(join(root, name, 'expected.txt'))) continue;
    for (const file of readdirSync(join(root, name)).filter((f) => f.startsWith('return.')))
      it(`${name}: ${file}`, async () => {
        const reading = await read(name, file);
        const expected = readFileSync(join(root, name, 'expected.txt'), 'utf8')
          .trimEnd()
          .split('\n');
        expect(linesOf(reading)).toEqual(expected);
      });
  }
});

describe('the ministry’s table', () => {
  const files = ['table.csv', 'table-gbk.csv', 'table.xlsx', 'table.xls', 'table.ods', 'html-gbk.xls'];
  const NUMBER = /^-?[\d.]+$/;

  it.each(files)('is read whole from %s, as published', async (file) => {
    const catalogue = (await loadBuiltInCatalogue('postal'))!;
    const { table, diagnostics } = await read('ministry-table', file, catalogue);
    const published = readFileSync(join(root, 'ministry-table/expected.csv'), 'utf8').trimEnd().split('\n').slice(1);
    const expected = published.flatMap((row, i) => {
      const [, name = '', unit = '', ytd = '', month = '', ytdYoy = '', monthYoy = ''] = row.split(',');
      const id = catalogue.named(name)!.id;
      return [
        [id, 'level', 12, ytd, unit, 4 + i],
        [id, 'level', 1, month, unit, 4 + i],
        [id, 'growth', 12, ytdYoy, '%', 4 + i],
        [id, 'growth', 1, monthYoy, '%', 4 + i],
      ];
    });
    const found = [...table].map((o) => {
      expect(o).toMatchObject({ refArea: '000000', scenario: 'actual', obsStatus: 'A' });
      expect(o.timePeriod.end).toBe(2024 * 12 + 11);
      return [o.indicator, o.measure, o.timePeriod.months, formatDecimal(o.obsValue!), o.unitMeasure, o.source.row];
    });
    expect(found).toEqual(expected);
    expect(expected.every(([, , , value]) => NUMBER.test(String(value)))).toBe(true);
    expect(diagnostics).toEqual([]);
  });
});

const nbs = join(import.meta.dirname, '../../../shared/data/nbs');
const present = existsSync(nbs);
describe(`files of the statistics bureau${present ? '' : ' (skipped: ../shared is not here)'}`, () => {
  // Counted by hand: rows × columns of figures; sums by another program.
  it.skipIf(!present).each([
    ['02', { observations: 620, figures: 527, periods: 20, regions: 31, units: ['人'], sum: 40957354 }],
    ['03', { observations: 620, figures: 217, periods: 20, regions: 31, units: ['%'], sum: 457 }],
    ['04', { observations: 589, figures: 589, periods: 19, regions: 31, units: ['亿元'], sum: 14206680.3 }],
    ['08', { observations: 7564, figures: 6892, periods: 244, regions: 31, units: [''], sum: 107786778.67 }],
    ['13', { observations: 589, figures: 589, periods: 19, regions: 31, units: ['亿元'], sum: 8747540.5 }],
    ['19', { observations: 1240, figures: 620, periods: 20, regions: 31, units: ['亿元'], sum: 2729311.5 }],
  ] as const)('%s is read completely', async (prefix, expected) => {
    const file = readdirSync(nbs).find((f) => f.startsWith(`${prefix}_`))!;
    const { table } = await readReturn(bytesInMemory(file, new Uint8Array(readFileSync(join(nbs, file)))), {
      refAreas,
    });
    const all = [...table];
    const values = all.flatMap((o) => (o.obsValue ? [Number(formatDecimal(o.obsValue))] : []));
    expect({
      observations: all.length,
      figures: values.length,
      periods: new Set(all.map((o) => `${o.timePeriod.end} ${o.timePeriod.months}`)).size,
      regions: new Set(all.map((o) => o.refArea)).size,
      units: [...new Set(all.map((o) => o.unitMeasure))],
      sum: Math.round(values.reduce((a, b) => a + b, 0) * 100) / 100,
    }).toEqual(expected);
    expect(all.every((o) => /^\d{6}$/.test(o.refArea))).toBe(true);
  });
});
