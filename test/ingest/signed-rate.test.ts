import { beforeAll, describe, expect, it } from 'vitest';
import { loadBuiltInCatalogue } from '../../src/catalogue/built-in.js';
import type { Catalogue } from '../../src/catalogue/catalogue.js';
import { plainRate } from '../../src/ingest/signed-rate.js';
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

  // Figures are invented.
  it('only rates are read so', async () => {
    const reading = await readingOf(
      drawnTable(`
2024年
地区 | 快递业务量（万件） | 同比增长（%）
石家庄市 | ↓1 | ↓2.5
唐山市 | 8 | 上升3.0%`),
      { catalogue },
    );
    expect(linesOf(reading, true)).toEqual([
      'growth express-volume 130100 2024 -2.5 %',
      'level express-volume 130200 2024 8 万件',
      'growth express-volume 130200 2024 3.0 %',
    ]);
    expect(codesOf(reading)).toEqual(['number-refused B3']);
  });
});
