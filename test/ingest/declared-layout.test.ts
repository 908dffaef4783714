import { zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadBuiltInCatalogue } from '../../src/catalogue/built-in.js';
import type { Catalogue } from '../../src/catalogue/catalogue.js';
import { formSchema } from '../../src/catalogue/form.js';
import { readReturn, readReturns } from '../../src/ingest/read-return.js';
import { bytesInMemory } from '../../src/model/byte-source.js';
import { Cube } from '../../src/model/cube.js';
import { formatDecimal } from '../../src/model/decimal.js';
import { year } from '../../src/model/time-period.js';
import { codesOf, drawnTable, encode, linesOf, readingOf, refAreas } from './reading-of.js';

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = (await loadBuiltInCatalogue('postal'))!;
});

const form = (layout: object) =>
  formSchema.parse({ id: 'declared', files: ['*.csv'], layout: { kind: 'table', ...layout } });
const read = (drawn: string, layout?: object, name = 'return.csv') =>
  readingOf(drawnTable(drawn), { catalogue, ...(layout ? { forms: [form(layout)] } : {}) }, name);

// Figures are invented.
describe('a declared layout', () => {
  it('names what the table leaves out', async () => {
    const drawn = ' | 数\n甲单位 | 1\n乙单位 | 2';
    expect(codesOf(await read(drawn))).toEqual(['layout-unclear A2']);
    const constants = { period: '2024年1-9月', indicator: '快递业务量', unit: '万件', status: 'P' };
    expect(linesOf(await read(drawn, { labels: { A: 'region' }, constants }), true)).toEqual([
      'level express-volume 甲单位 2024-09 ytd 1 P 万件',
      'level express-volume 乙单位 2024-09 ytd 2 P 万件',
    ]);
  });

  it('wins over evidence: months by their form are year-to-date, and the last rows are not read', async () => {
    const drawn = '地区 | 2024年3月 | 2024年6月\n石家庄市 | 1 | 2\n唐山市 | 3 | 4\n内部 | 9 | 9';
    const constants = { indicator: '快递业务量', unit: '万件', accumulation: 'year-to-date' };
    expect(linesOf(await read(drawn, { lastRow: 3, constants }), true)).toEqual([
      'level express-volume 130100 2024-03 ytd 1 万件',
      'level express-volume 130100 2024-06 ytd 2 万件',
      'level express-volume 130200 2024-03 ytd 3 万件',
      'level express-volume 130200 2024-06 ytd 4 万件',
    ]);
  });
});

describe('places that contradict each other', () => {
  it('the title goes before the file name, and the difference is reported', async () => {
    const reading = await read(
      '2024年9月\n地区 | 快递业务收入（亿元）\n石家庄市 | 1',
      undefined,
      '2024年8月快递收入_万元.csv',
    );
    expect(linesOf(reading, true)).toEqual(['level express-revenue 130100 2024-09 1 亿元']);
    expect(reading.diagnostics.map((d) => [d.code, d.args['what']])).toEqual([
      ['context-contradiction', '时期 period'],
      ['context-contradiction', '单位 unit 万元'],
    ]);
  });
});

describe('deliveries', () => {
  it('a later one is found first, and the earlier one kept', async () => {
    const file = (name: string, value: string) =>
      bytesInMemory(name, encode(drawnTable(`2024年\n地区 | 快递业务量（亿件）\n河北省 | ${value}`)));
    const { table } = await readReturns([file('快报.csv', '95.3'), file('年报.csv', '95.4')], { refAreas, catalogue });
    const cube = new Cube(table);
    const latest = cube.find({ indicator: 'express-volume', refArea: '130000', timePeriod: year(2024) });
    const values = [latest, cube.earlier(latest)].map((row) => [
      table.sourceAt(row).file,
      formatDecimal(table.valueAt(row)!),
    ]);
    expect(values).toEqual([
      ['年报.csv', '95.4'],
      ['快报.csv', '95.3'],
    ]);
  });
});

describe('files that are not what they say', () => {
  const of = (bytes: Uint8Array, name: string) => readReturn(bytesInMemory(name, bytes), { refAreas, catalogue });

  it.each([
    ['an empty file', new Uint8Array(0), 'file-empty'],
    ['a zip of nothing of ours', zipSync({ 'a.txt': new Uint8Array(3) }), 'workbook-broken'],
    ['a zip cut short', zipSync({ 'xl/workbook.xml': new Uint8Array(3000) }).subarray(0, 60), 'workbook-broken'],
    [
      'a compound file of noise',
      Uint8Array.from({ length: 2000 }, (_, i) => [0xd0, 0xcf, 0x11, 0xe0][i] ?? (i * 7919) % 251),
      undefined,
    ],
    ['noise', Uint8Array.from({ length: 3000 }, (_, i) => (i * i * 31) % 256), undefined],
  ])('%s ends in one clear finding', async (_, bytes, code) => {
    const reading = await of(bytes, 'x.xlsx');
    expect(reading.observations).toEqual({ from: 0, to: 0 });
    expect(reading.diagnostics.some((d) => d.severity === 'hard')).toBe(true);
    if (code !== undefined) expect(reading.diagnostics.map((d) => d.code)).toContain(code);
  });

  it('a zip that bursts is refused before it does', async () => {
    const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(50_000_000) }, { level: 9 });
    const before = process.memoryUsage().arrayBuffers;
    const reading = await of(bomb, 'bomb.xlsx');
    expect(codesOf(reading)).toEqual(['workbook-broken']);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
  });
});
