import { beforeAll, describe, expect, it } from 'vitest';
import { loadBuiltInCatalogue } from '../../src/catalogue/built-in.js';
import type { Catalogue } from '../../src/catalogue/catalogue.js';
import { codesOf, drawnTable, linesOf, readingOf } from './reading-of.js';

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = (await loadBuiltInCatalogue('postal'))!;
});

// Figures are invented.
describe('tables as offices print them', () => {
  it('a caption alone below the headings names the indicator of the rows below it', async () => {
    const reading = await readingOf(
      drawnTable(`
2024年河北省分市快递业务情况 |  |
地区 | 1月 | 2月
一、快递业务量（万件） |  |
唐山市 | 1.5 | 2.5
邯郸市 | 3.5 | 4.5
二、快递业务收入（万元） |  |
唐山市 | 11.5 | 12.5`),
      { catalogue },
    );
    expect(linesOf(reading, true)).toEqual([
      'level express-volume 130200 2024-01 1.5 万件',
      'level express-volume 130200 2024-02 2.5 万件',
      'level express-volume 130400 2024-01 3.5 万件',
      'level express-volume 130400 2024-02 4.5 万件',
      'level express-revenue 130200 2024-01 11.5 万元',
      'level express-revenue 130200 2024-02 12.5 万元',
    ]);
    expect(reading.diagnostics).toEqual([]);
  });

  it('a label alone below the headings does not hide them', async () => {
    const reading = await readingOf(
      drawnTable(`
邯郸市国民经济主要指标 |  |  |
指标 | 单位 | 2022 | 2023
一、综合 |  |  |
地区生产总值 | 亿元 | 4346.3 | 4420.9`),
    );
    expect(linesOf(reading, true)).toEqual([
      'level 地区生产总值 130400 2022 4346.3 亿元',
      'level 地区生产总值 130400 2023 4420.9 亿元',
    ]);
  });

  it('growth and rank beside two years are those of the later one', async () => {
    const reading = await readingOf(
      drawnTable(`
2024年地区生产总值（亿元） |  |  |  |
省份 | 2024年 | 2023年 | 增速（%） | 位次
广东省 | 141633.8 | 137905.0 | 3.5 | 2`),
    );
    expect(linesOf(reading, true)).toEqual([
      'level 地区生产总值 440000 2024 141633.8 亿元',
      'level 地区生产总值 440000 2023 137905.0 亿元',
      'growth 地区生产总值 440000 2024 3.5 %',
      'growth-rank 地区生产总值 440000 2024 2 位',
    ]);
  });

  it.each([
    ['全市邮政行业主要指标', '130400', []],
    ['全省邮政行业主要指标', '130000', []],
    ['国家邮政局公布邮政行业主要指标', '000000', []],
    ['邮政行业主要指标', '130400', ['region-assumed C3']],
  ])('whose the figures of “%s” are, in the project of a city', async (title, area, codes) => {
    const reading = await readingOf(
      drawnTable(`
2024年1-9月${title} |  |
指标 | 单位 | 累计
快递业务量 | 万件 | 5.25`),
      { catalogue, home: '130400' },
    );
    expect(linesOf(reading, true)).toEqual([`level express-volume ${area} 2024-09 ytd 5.25 万件`]);
    expect(codesOf(reading)).toEqual(codes);
  });

  it('months in figures, however they are spelled', async () => {
    for (const [first, second] of [
      ['202408', '202409'],
      ['2024-8', '2024-9'],
      ['2024/08', '2024/09'],
      ['2024.08', '2024.09'],
    ]) {
      const reading = await readingOf(`地区,指标,单位,${first},${second}\n邯郸市,快递业务量,万件,1.5,2.5`, {
        catalogue,
      });
      expect(linesOf(reading, true)).toEqual([
        'level express-volume 130400 2024-08 1.5 万件',
        'level express-volume 130400 2024-09 2.5 万件',
      ]);
    }
  });

  it('headings in Chinese and English are read in Chinese', async () => {
    const reading = await readingOf(
      '项 目 Item,2022,2023\n"快递业务量 (万件)\nExpress Delivery (10 000 pieces)",1.5,2.5',
      { catalogue, home: '130000' },
    );
    expect(linesOf(reading, true)).toEqual([
      'level express-volume 130000 2022 1.5 万件',
      'level express-volume 130000 2023 2.5 万件',
    ]);
  });

  it('a bare measure word takes its subject from the title', async () => {
    const reading = await readingOf(
      drawnTable(`
2024年分省快递业务量 |  |
单位：亿件 |  |
地区 | 业务量 | 同比增长
河北 | 95.4 | 31.8`),
      { catalogue },
    );
    expect(linesOf(reading, true)).toEqual([
      'level express-volume 130000 2024 95.4 亿件',
      'growth express-volume 130000 2024 31.8 %',
    ]);
  });
});
