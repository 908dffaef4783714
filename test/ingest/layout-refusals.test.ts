import { beforeAll, describe, expect, it } from 'vitest';
import { loadBuiltInCatalogue } from '../../src/catalogue/built-in.js';
import type { Catalogue } from '../../src/catalogue/catalogue.js';
import { codesOf, drawnTable, linesOf, readingOf } from './reading-of.js';

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = (await loadBuiltInCatalogue('postal'))!;
});

const read = async (drawn: string, name = 'return.csv') => readingOf(drawnTable(drawn), { catalogue }, name);

// Figures are invented.
describe('what a layout refuses', () => {
  it('a unit that the indicator cannot have', async () => {
    const reading = await read(`
2024年
地区 | 快递业务量（万元）
石家庄市 | 1`);
    expect(linesOf(reading)).toEqual([]);
    expect(codesOf(reading)).toEqual(['unit-contradiction B3']);
  });

  it('figures without a unit are kept, and the unit asked for', async () => {
    const reading = await read(`
2024年
地区 | 快递业务量
石家庄市 | 1
唐山市 | 2`);
    expect(linesOf(reading, true)).toEqual([
      'level express-volume 130100 2024 1 ',
      'level express-volume 130200 2024 2 ',
    ]);
    expect(codesOf(reading)).toEqual(['unit-missing B3']);
  });

  it('figures of no period, months of no year', async () => {
    expect(codesOf(await read('地区 | 快递业务量（万件）\n石家庄市 | 1'))).toEqual(['period-missing B2']);
    expect(codesOf(await read('地区 | 9月快递业务量（万件）\n石家庄市 | 1'))).toEqual(['period-year-missing B2']);
  });

  it('cells that are no numbers, each with its place', async () => {
    const reading = await read(`
2024年
地区 | 快递业务量（万件） | 快递业务收入（万元）
石家庄市 | 12abc | 1月2日
唐山市 | 1e999 | 3`);
    expect(codesOf(reading)).toEqual(['number-refused B3', 'number-refused C3', 'number-refused B4']);
    expect(linesOf(reading, true)).toEqual(['level express-revenue 130200 2024 3 万元']);
  });

  it('words that became question marks, as a whole; marks of missing figures are not words', async () => {
    const lost = await read('2024?\n?? | ?????(??) | ??(%)\n???? | 1 | 2');
    expect(codesOf(lost)).toEqual(['words-lost']);
    expect(lost.sheets).toEqual([]);
    const english = await read('Region | Volume | Revenue\nHebei | ?? | ??\nShanxi | ?? | 2');
    expect(codesOf(english)).not.toContain('words-lost');
  });

  it('every column without a period, told once', async () => {
    const reading = await read(`
快递业务量（万件）
地区 | 2024年10月 | 合计 | 同比（%）
石家庄市 | 1 | 2 | 3`);
    expect(linesOf(reading, true)).toEqual(['level express-volume 130100 2024-10 1 万件']);
    expect(codesOf(reading)).toEqual(['period-missing C3']);
    expect(reading.sheets[0]!.tables[0]!.leftOut.map((l) => [l.reason, l.columns?.[0]])).toEqual([
      ['period-missing', 3],
      ['period-missing', 4],
    ]);
  });

  it('a row of words that were to be figures, and the rows below it stay in the table', async () => {
    const reading = await read(`
2024年
地区 | 快递业务量（万件） | 同比增长（%）
石家庄市 | 1 | 2
唐山市 | 不足0.1 | 持平
邯郸市 | 约300 | 下降-4.1
保定市 | 5 | 6`);
    expect(linesOf(reading, true)).toEqual([
      'level express-volume 130100 2024 1 万件',
      'growth express-volume 130100 2024 2 %',
      'level express-volume 130600 2024 5 万件',
      'growth express-volume 130600 2024 6 %',
    ]);
    expect(codesOf(reading)).toEqual([
      'number-refused B4',
      'number-refused C4',
      'number-refused B5',
      'number-refused C5',
    ]);
  });

  it('a near-miss name is kept, and the nearest suggested', async () => {
    const reading = await read(`
2024年
地区 | 快递业务置（万件）
石家庄市 | 1
唐山市 | 2
邯郸币 | 3`);
    expect(reading.diagnostics.map((d) => [d.code, d.args['name'], d.args['nearest']])).toEqual([
      ['indicator-unknown', '快递业务置', '快递业务量'],
      ['region-unknown', '邯郸币', '邯郸市'],
    ]);
  });

  it('a table of which neither side can be told', async () => {
    expect(codesOf(await read('2024年 |  |\n | 甲类 | 乙类\n某 | 1 | 2\n另 | 3 | 4'))).toEqual(['layout-unclear A3']);
  });
});
