import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadBuiltInCatalogue } from '../../src/catalogue/built-in.js';
import type { Catalogue } from '../../src/catalogue/catalogue.js';
import { formSchema } from '../../src/catalogue/form.js';
import { readReturn, readReturns } from '../../src/ingest/read-return.js';
import { bytesInMemory } from '../../src/model/byte-source.js';
import { formatDecimal } from '../../src/model/decimal.js';
import { codesOf, encode, linesOf, readingOf, refAreas } from './reading-of.js';

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = (await loadBuiltInCatalogue('postal'))!;
});

describe('tidy returns', () => {
  it('reads the contract in Chinese and in English alike', async () => {
    const chinese = await readingOf('时期,地区,指标,单位,数值\n2024年,河北省,快递业务量,亿件,95.4\n', { catalogue });
    const english = await readingOf('period,region,indicator,unit,value\n2024,130000,express-volume,亿件,95.4\n', {
      catalogue,
    });
    expect(linesOf(chinese)).toEqual(['level express-volume 130000 2024 95.4 亿件 @E2']);
    expect(linesOf(english)).toEqual(linesOf(chinese));
    expect(chinese.diagnostics).toEqual([]);
  });

  it('reads the names that programs and SDMX give to columns, and says nothing of sources and remarks', async () => {
    const header = 'TIME_PERIOD,REF_AREA,indicator,UNIT_MEASURE,OBS_VALUE,yoy_published,source,备注\n';
    const reading = await readingOf(`${header}2024,130000,快递业务量,亿件,95.4,31.8,月报,快报数\n`, { catalogue });
    expect(linesOf(reading)).toEqual([
      'level express-volume 130000 2024 95.4 亿件 @E2',
      'growth express-volume 130000 2024 31.8 % @F2',
    ]);
    expect(reading.diagnostics).toEqual([]);
  });

  it('keeps names that no catalogue knows as they stand', async () => {
    const reading = await readingOf('时期,地区,指标,单位,数值\n2024-03,某开发区,某指标,万元,1\n');
    expect(linesOf(reading)).toEqual(['level 某指标 某开发区 2024-03 1 万元 @E2']);
  });

  it('takes each value column to its own run of months', async () => {
    const header = '时期,地区,指标,单位,当月,当季,累计,计划,上年同期,当月同比,累计同比,排名\n';
    const reading = await readingOf(
      `${header}2024-03,河北,快递业务量,万件,71000.5,193011.6,193011.6,1000000,,20.1,33.8,\n`,
      { catalogue },
    );
    expect(linesOf(reading, true)).toEqual([
      'level express-volume 130000 2024-03 71000.5 万件',
      'level express-volume 130000 2024-Q1 193011.6 万件',
      'level express-volume 130000 2024-03 ytd 193011.6 万件',
      'level plan express-volume 130000 2024-03 1000000 万件',
      'growth express-volume 130000 2024-03 20.1 %',
      'growth express-volume 130000 2024-03 ytd 33.8 %',
    ]);
    // 上年同期 and 排名 stand beside three value columns.
    expect(codesOf(reading)).toEqual(['growth-beside-several I1', 'growth-beside-several L1']);
  });

  it('gives 同比, 上年同期 and 排名 to the only value column', async () => {
    const reading = await readingOf(
      '时期,地区,指标,单位,累计,同比,上年同期,排名\n2024年1-9月,河北,快递业务量,亿件,65.6,30.7,50.2,3\n',
      { catalogue },
    );
    expect(linesOf(reading, true)).toEqual([
      'level express-volume 130000 2024-09 ytd 65.6 亿件',
      'growth express-volume 130000 2024-09 ytd 30.7 %',
      'base express-volume 130000 2024-09 ytd 50.2 亿件',
      'rank express-volume 130000 2024-09 ytd 3 位',
    ]);
  });

  it('keys a stock by its closing month', async () => {
    const stock = (await import('../../src/catalogue/schema.js')).catalogueSchema.parse({
      id: 't',
      name: 't',
      indicators: [{ id: 'outlets', name: '营业网点', unit: '处', kind: 'stock' }],
    });
    const { Catalogue: Vocabulary } = await import('../../src/catalogue/catalogue.js');
    const reading = await readingOf('时期,地区,指标,单位,数值\n2024年末,全国,营业网点,处,46.5\n', {
      catalogue: new Vocabulary(stock),
    });
    expect(linesOf(reading)).toEqual(['level outlets 000000 2024-12 46.5 处 @E2']);
  });

  it('refuses duplicate headers, and reads nothing', async () => {
    const reading = await readingOf('时期,地区,指标,单位,数值,value\n2024,河北,快递业务量,亿件,95.4,1\n', {
      catalogue,
    });
    expect(linesOf(reading)).toEqual([]);
    expect(codesOf(reading)).toEqual(['header-duplicate F1']);
  });

  it('reports other columns once, and what it refuses with its cell', async () => {
    const reading = await readingOf(
      'period,region,code,indicator,unit,value,备注\n2024,河北,13,快递业务量,亿件,12abc,\n2024/13,河北,13,快递业务量,亿件,1,\n2024,河北,13,快递业务量,亿元,1,\n2024,河北\n,,,,,,\n,河北,13,快递业务量,亿件,1,\n2024,河北,13,快递业务置,亿件,…,\n',
      { catalogue },
    );
    expect(codesOf(reading)).toEqual([
      'columns-extra C1',
      'number-refused F2',
      'period-refused A3',
      'unit-contradiction E4',
      'row-ragged A5',
      'name-empty A7',
      'indicator-unknown D8',
    ]);
    expect(linesOf(reading)).toEqual(['level 快递业务置 130000 2024 (M) 亿件 @F8']);
  });

  it('counts the zero of a figure with decimals as less than half a unit', async () => {
    const reading = await readingOf('时期,地区,指标,单位,数值,同比\n2024,河北,快递业务量,亿件,0.0,0.0\n', {
      catalogue,
    });
    expect(linesOf(reading, true)).toEqual([
      'level express-volume 130000 2024 0.0 S 亿件',
      'growth express-volume 130000 2024 0.0 %',
    ]);
  });

  it('reads GB18030, byte order marks, tabs and mixed line ends, and says so', async () => {
    const text =
      '时期\t地区\t指标\t单位\t数值\r\n2024\t河北\t快递业务量\t亿件\t95.4\n2024\t山西\t快递业务量\t亿件\t1\r\n';
    for (const [encoding, named, bom] of [
      ['gb18030', 'gb18030', ''],
      ['utf8', 'utf-8', ''],
      ['utf8', 'utf-8-bom', '\ufeff'],
      ['utf16-le', 'utf-16le', '\ufeff'],
    ] as const) {
      const reading = await readReturn(bytesInMemory('a.txt', encode(bom + text, encoding)), { refAreas, catalogue });
      expect(reading.encoding).toBe(named);
      expect(linesOf(reading)).toEqual([
        'level express-volume 130000 2024 95.4 亿件 @E2',
        'level express-volume 140000 2024 1 亿件 @E3',
      ]);
    }
  });

  it('does not read damaged UTF-8 as GBK', async () => {
    const bytes = encode('时期,地区,指标,单位,数值\n2024,河北,快递业务量,亿件,95.4\n');
    const damaged = bytes.filter((_, i) => i !== 40);
    const reading = await readReturn(bytesInMemory('a.csv', damaged), { refAreas });
    expect(codesOf(reading)).toEqual(['encoding-damaged']);
    expect(reading.observations).toEqual({ from: 0, to: 0 });
  });

  it('says where a quote is not closed', async () => {
    const reading = await readingOf('时期,地区,指标,单位,数值\n2024,河北,快递业务量,亿件,"95.4\n');
    expect(codesOf(reading)).toEqual(['csv-broken']);
  });

  it('reads a return by the column names that a form declares', async () => {
    const form = formSchema.parse({
      id: 'bulletin',
      files: ['bulletin-*.csv'],
      layout: {
        kind: 'tidy',
        columns: { 统计月份: 'period', 本期数: 'ytd', 增幅: 'ytd-yoy' },
        constants: { region: '全国', unit: '亿件' },
      },
    });
    const reading = await readingOf(
      '统计月份,指标,本期数,增幅\n2024-09,快递业务量,1237.7,22.0\n',
      { catalogue, forms: [form] },
      'in/bulletin-09.csv',
    );
    expect(reading.form).toBe('bulletin');
    expect(linesOf(reading, true)).toEqual([
      'level express-volume 000000 2024-09 ytd 1237.7 亿件',
      'growth express-volume 000000 2024-09 ytd 22.0 %',
    ]);
  });

  it("leaves a plain region beside a form's own column of regions to be an extra column", async () => {
    const form = formSchema.parse({
      id: 'codes',
      files: ['*.csv'],
      layout: { kind: 'tidy', columns: { region_code: 'region' } },
    });
    const reading = await readingOf(
      'period,region_code,region,indicator,unit,value\n2024-09,130000,河北,快递业务量,亿件,12.5\n',
      { catalogue, forms: [form] },
    );
    expect(codesOf(reading)).toEqual(['columns-extra C1']);
    expect(linesOf(reading, true)).toEqual(['level express-volume 130000 2024-09 12.5 亿件']);
  });

  it('delivers many files into one table', async () => {
    const file = (name: string, value: string) =>
      bytesInMemory(name, encode(`时期,地区,指标,单位,数值\n2024,河北,快递业务量,亿件,${value}\n`));
    const { table, readings } = await readReturns([file('a.csv', '95.4'), file('b.csv', '95.5')], {
      refAreas,
      catalogue,
    });
    expect(readings.map((r) => r.observations)).toEqual([
      { from: 0, to: 1 },
      { from: 1, to: 2 },
    ]);
    expect(table.sourceAt(1).file).toBe('b.csv');
  });
});

const shared = join(import.meta.dirname, '../../../shared/data/postal');
const present = existsSync(shared);
describe(`published postal tables${present ? '' : ' (skipped: ../shared is not here)'}`, () => {
  const form = formSchema.parse({
    id: 'published',
    files: ['*.csv'],
    layout: { kind: 'tidy', columns: { yoy_published: 'yoy', bulletin: 'period' }, constants: { region: '全国' } },
  });
  it.skipIf(!present)('are read whole, figure by figure', async () => {
    const files = readdirSync(shared).filter((f) => f.endsWith('.csv'));
    expect(files.length).toBeGreaterThan(5);
    for (const name of files) {
      const text = readFileSync(join(shared, name), 'utf8');
      const reading = await readReturn(bytesInMemory(name, encode(text)), { refAreas, catalogue, forms: [form] });
      const [header = '', ...rows] = text.trim().split('\n');
      const figures = header
        .split(',')
        .flatMap((h, at) => (/^(value|ytd|month|ytd_yoy|month_yoy|yoy_published)$/.test(h.trim()) ? [at] : []));
      const expected = rows.flatMap((row) => figures.map((at) => row.split(',')[at]!.trim()).filter((v) => v !== ''));
      const read: string[] = [];
      for (let i = 0; i < reading.table.length; i++) read.push(formatDecimal(reading.table.valueAt(i)!));
      expect(reading.diagnostics.filter((d) => d.severity === 'hard')).toEqual([]);
      expect(read).toEqual(expected.map((v) => v.replace(/^-(0\.?0*)$/, '$1')));
    }
  });
});
