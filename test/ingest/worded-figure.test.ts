import { beforeAll, describe, expect, it } from 'vitest';
import { loadBuiltInCatalogue } from '../../src/catalogue/built-in.js';
import type { Catalogue } from '../../src/catalogue/catalogue.js';
import { plainRank, plainRate } from '../../src/ingest/worded-figure.js';
import { codesOf, drawnTable, linesOf, readingOf } from './reading-of.js';

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = (await loadBuiltInCatalogue('postal'))!;
});

describe('rates with a word or an arrow for their sign', () => {
  it.each([
    ['↓2.1', '-2.1'],
    ['↑ 3.0%', '3.0%'],
    ['下降4.1', '-4.1'],
    ['增长５.２％', '５.２％'],
  ])('%s is %s', (text, plain) => expect(plainRate(text)).toBe(plain));

  it.each(['下降-2.1', '▲2.1', '△2.1', '持平', '增长', '增长约5', '提高1.2个百分点', '5.2', '↑↓3'])(
    '%s is left as it is',
    (text) => expect(plainRate(text)).toBeUndefined(),
  );

  it.each([
    ['第1', '1'],
    ['3位', '3'],
    ['第１２名', '12'],
  ])('the place %s is %s', (text, plain) => expect(plainRank(text)).toBe(plain));

  it.each(['第一季度', '第1组', '1.5', '一'])('%s is no place', (text) => expect(plainRank(text)).toBeUndefined());

  // Figures are invented.
  it('only rates and places are read so, and offices are their regions', async () => {
    const reading = await readingOf(
      drawnTable(`
2024年
单位名称 | 快递业务量（万件） | ±% | 位次
石家庄市邮政管理局 | ↓1 | ↓2.5 | 第2
唐山局 | 8 | 上升3.0% | 1`),
      { catalogue },
    );
    expect(linesOf(reading, true)).toEqual([
      'growth express-volume 130100 2024 -2.5 %',
      'growth-rank express-volume 130100 2024 2 位',
      'level express-volume 130200 2024 8 万件',
      'growth express-volume 130200 2024 3.0 %',
      'growth-rank express-volume 130200 2024 1 位',
    ]);
    expect(codesOf(reading)).toEqual(['number-refused B3']);
  });
});
