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
describe('layouts found by evidence', () => {
  it('regions × indicators, with title, unit line, serial numbers, total and notes', async () => {
    const reading = await read(`
2024年1-9月河北省各市快递业务情况 |  |  |
 |  |  | 单位：万件、万元
序号 | 地区 | 快递业务量 | 快递业务收入
1 | 石家庄市 | 100.5 | 200.1
2 | 邯 郸 | 50.0 | —
 | 雄安新区 | 1 | 2
 | 合计 | 151.5 | 202.1
注：本表数据为快报数。 |  |  |
数据来源：某局 |  |  |`);
    expect(linesOf(reading)).toEqual([
      'level express-volume 130100 2024-09 ytd 100.5 万件 @C4',
      'level express-revenue 130100 2024-09 ytd 200.1 万元 @D4',
      'level express-volume 130400 2024-09 ytd 50.0 万件 @C5',
      'level express-revenue 130400 2024-09 ytd (N) 万元 @D5',
      'level express-volume 133100 2024-09 ytd 1 万件 @C6',
      'level express-revenue 133100 2024-09 ytd 2 万元 @D6',
      'level express-volume 130000 2024-09 ytd 151.5 万件 @C7',
      'level express-revenue 130000 2024-09 ytd 202.1 万元 @D7',
    ]);
    expect(reading.diagnostics).toEqual([]);
    expect(reading.sheets[0]!.tables[0]).toMatchObject({
      rows: ['region'],
      columns: ['indicator'],
      unit: '万件、万元',
    });
  });

  it('a month, its year to date and the growth of both under the names that programs give, the country in the file name', async () => {
    const table = `
bulletin | label | indicator | unit | ytd | month | ytd_yoy | month_yoy
2024-02 | 1、快递业务 | 快递业务量 | 万件 | 250.5 | 100.5 | 20.1 | -3.0
2024-02 | 其中：同城 | 同城快递业务量 | 万件 | 25.5 | 10.5 | 2.1 | 0.4`;
    const reading = await read(table, 'national-2024.csv');
    expect(linesOf(reading).slice(0, 4)).toEqual([
      'level express-volume 000000 2024-02 ytd 250.5 万件 @E2',
      'level express-volume 000000 2024-02 100.5 万件 @F2',
      'growth express-volume 000000 2024-02 ytd 20.1 % @G2',
      'growth express-volume 000000 2024-02 -3.0 % @H2',
    ]);
    expect(reading.diagnostics).toEqual([]);
    expect(codesOf(await read(table, 'international-2024.csv'))).toEqual(['region-unnamed E2']);
  });

  it('regions × periods under the preamble of the statistics bureau', async () => {
    const reading = await read(`
数据库：分省年度数据
指标：快递量(万件)
时间：最近20年
地区 | 2024年 | 2023年
北京市 |  | 22470
天津市 | 12 | 14037`);
    expect(linesOf(reading, true)).toEqual([
      'level express-volume 110000 2024 (O) 万件',
      'level express-volume 110000 2023 22470 万件',
      'level express-volume 120000 2024 12 万件',
      'level express-volume 120000 2023 14037 万件',
    ]);
    expect(reading.diagnostics).toEqual([]);
  });

  it('indicators × periods, years as bare numbers', async () => {
    const reading = await read(`
河北省主要指标 |  |
指标 | 2023 | 2024
快递业务量（亿件） | 72.4 | 95.4
快递业务收入（亿元） | 500.1 | 580.2`);
    expect(linesOf(reading, true)).toEqual([
      'level express-volume 130000 2023 72.4 亿件',
      'level express-volume 130000 2024 95.4 亿件',
      'level express-revenue 130000 2023 500.1 亿元',
      'level express-revenue 130000 2024 580.2 亿元',
    ]);
  });

  it('transposed: indicators down, regions across', async () => {
    const reading = await read(`
2024年
指标 | 单位 | 石家庄市 | 唐山市 | 合计
快递业务量 | 万件 | 1 | 2 | 3
快递业务收入 | 万元 | 4 | 5 | 9`);
    expect(linesOf(reading, true)).toEqual([
      'level express-volume 130100 2024 1 万件',
      'level express-volume 130200 2024 2 万件',
      'level express-volume 合计 2024 3 万件',
      'level express-revenue 130100 2024 4 万元',
      'level express-revenue 130200 2024 5 万元',
      'level express-revenue 合计 2024 9 万元',
    ]);
  });

  it('periods down: years in the first column, months below a year', async () => {
    const reading = await read(`
邯郸市快递业务量（万件）按月统计 |  |
年份 | 月份 | 数值
2023年 | 1月 | 10
 | 2月 | 11
2024年 | 1月 | 12
 | 1-2月 | 25`);
    expect(linesOf(reading, true)).toEqual([
      'level express-volume 130400 2023-01 10 万件',
      'level express-volume 130400 2023-02 11 万件',
      'level express-volume 130400 2024-01 12 万件',
      'level express-volume 130400 2024-02 ytd 25 万件',
    ]);
  });

  it('the ministry’s table: merged headings, numbered and indented labels, 其中', async () => {
    const reading = await read(`
2024年12月全国邮政行业运行情况 |  |  |  |  |
指标名称 | 单位 | 12月份 |  | 比去年同期增长（%） |
 |  | 累计 | 当月 | 累计 | 当月
一、邮政行业寄递业务量 | 万件 | 1000 | 100 | 10.1 | 9.1
  1、快递业务 | 万件 | 800 | 80 | 11.1 | 8.1
  其中：同城 | 万件 | 100 | 10 | 1.1 | 0.1
    异地 | 万件 | 600 | 60 | 12.1 | 9.2
    国际/港澳台 | 万件 | 100 | 10 | -1.1 | 9.3
  2、邮政普遍服务业务 | 万件 | 200 | 20 | 2.1 | 2.2
  其中：函件 | 万件 | 5 | 1 | 3.1 | -3.2
  包裹 | 万件 | 6 | 2 | 4.1 | 4.2
  订销报纸累计数 | 万份 | 7 | 3 | 5.1 | 5.2
二、邮政行业业务收入 | 亿元 | 17 | 2 | 6.1 | 6.2
  1、快递业务 | 亿元 | 14 | 1 | 7.1 | 7.2
  2、邮政普遍服务业务 | 亿元 | 3 | 1 | 8.1 | 8.2`);
    expect(reading.diagnostics).toEqual([]);
    expect(linesOf(reading, true).filter((l) => l.includes(' ytd ') && l.startsWith('level'))).toEqual([
      'level delivery-volume 000000 2024-12 ytd 1000 万件',
      'level express-volume 000000 2024-12 ytd 800 万件',
      'level express-volume-same-city 000000 2024-12 ytd 100 万件',
      'level express-volume-intercity 000000 2024-12 ytd 600 万件',
      'level express-volume-international 000000 2024-12 ytd 100 万件',
      'level universal-service-volume 000000 2024-12 ytd 200 万件',
      'level letters 000000 2024-12 ytd 5 万件',
      'level parcels 000000 2024-12 ytd 6 万件',
      'level newspapers 000000 2024-12 ytd 7 万份',
      'level industry-revenue 000000 2024-12 ytd 17 亿元',
      'level express-revenue 000000 2024-12 ytd 14 亿元',
      'level universal-service-revenue 000000 2024-12 ytd 3 亿元',
    ]);
    expect(linesOf(reading, true).slice(0, 4)).toEqual([
      'level delivery-volume 000000 2024-12 ytd 1000 万件',
      'level delivery-volume 000000 2024-12 100 万件',
      'growth delivery-volume 000000 2024-12 ytd 10.1 %',
      'growth delivery-volume 000000 2024-12 9.1 %',
    ]);
  });

  it('growth, rank and last year beside their figures', async () => {
    const reading = await read(`
2024年9月 |  |  |  |  |  |  |
地区 | 快递业务量累计（万件） | 位次 | 同比增长（%） | 位次 | 去年同期 | 占比（%） | 快递业务收入（万元） | 增速（%）
石家庄市 | 100 | 1 | 10.5 | 2 | 90.5 | 50 | 7 | 8`);
    expect(linesOf(reading, true)).toEqual([
      'level express-volume 130100 2024-09 ytd 100 万件',
      'rank express-volume 130100 2024-09 ytd 1 位',
      'growth express-volume 130100 2024-09 ytd 10.5 %',
      'growth-rank express-volume 130100 2024-09 ytd 2 位',
      'base express-volume 130100 2024-09 ytd 90.5 万件',
      'level express-revenue 130100 2024-09 7 万元',
      'growth express-revenue 130100 2024-09 8 %',
    ]);
    expect(codesOf(reading)).toEqual(['column-not-observed G3']);
  });

  it('a growth below its figure is of that figure, whatever stands in the name', async () => {
    const reading = await readingOf(
      drawnTable(`
沧州市2024年 |  |  |
指标 | 单位 | 1月 | 1-2月
一、快递业务量 | 万件 | 1000 | 1900
　1.国际/港澳台 | 万件 | 10 | 20
　　增速 | % | 10.1 | 9.8`),
      {},
    );
    expect(linesOf(reading, true).filter((l) => l.startsWith('growth'))).toEqual([
      'growth 国际/港澳台 130900 2024-01 10.1 %',
      'growth 国际/港澳台 130900 2024-02 ytd 9.8 %',
    ]);
  });

  it('the base of an index in the title, and a sheet of another name', async () => {
    const title = '2024年全省分县（市、区）居民消费价格指数（上年同期=100）';
    const reading = await readingOf(drawnTable(`${title} | |\n地区 | 1月 | 1-2月\n石家庄市 | 100.1 | 99.9`), {});
    expect(linesOf(reading, true)).toEqual([
      'level 居民消费价格指数 130100 2024-01 100.1 上年同期=100',
      'level 居民消费价格指数 130100 2024-02 ytd 99.9 上年同期=100',
    ]);
  });

  it('two-up lists', async () => {
    const reading = await read(`
2024年快递业务量前4位城市 |  |  |  |  |
 |  |  |  |  | 单位：万件
排名 | 城市 | 快递业务量 | 排名 | 城市 | 快递业务量
1 | 金华市 | 40 | 3 | 深圳市 | 20
2 | 广州市 | 30 | 4 | 揭阳市 | 10`);
    expect(linesOf(reading, true)).toEqual([
      'rank express-volume 330700 2024 1 位',
      'level express-volume 330700 2024 40 万件',
      'rank express-volume 440100 2024 2 位',
      'level express-volume 440100 2024 30 万件',
      'rank express-volume 440300 2024 3 位',
      'level express-volume 440300 2024 20 万件',
      'rank express-volume 445200 2024 4 位',
      'level express-volume 445200 2024 10 万件',
    ]);
  });

  it('two tables side by side, each with its own headings', async () => {
    const reading = await read(`
2024年 |  |  |  |
地区 | 快递业务量（万件） |  | 地区 | 快递业务收入（万元）
石家庄市 | 1 |  | 石家庄市 | 3
唐山市 | 2 |  | 唐山市 | 4`);
    expect(linesOf(reading, true)).toEqual([
      'level express-volume 130100 2024 1 万件',
      'level express-volume 130200 2024 2 万件',
      'level express-revenue 130100 2024 3 万元',
      'level express-revenue 130200 2024 4 万元',
    ]);
    expect(reading.sheets[0]!.tables).toHaveLength(2);
  });

  it('several tables below each other, and stacked blocks under captions', async () => {
    const reading = await read(`
表1 2023年快递业务量 |  |
单位：万件 |  |
地区 | 累计 | 同比（%）
石家庄市 | 1 | 2.0
注：一。 |  |
 |  |
表2 2024年快递业务收入 |  |
单位：万元 |  |
地区：邯郸市 |  |
指标 | 1月 | 2月
快递业务收入 | 5 | 6
地区：邢台市 |  |
指标 | 1月 | 2月
快递业务收入 | 7 | 8`);
    expect(linesOf(reading, true)).toEqual([
      'level express-volume 130100 2023 1 万件',
      'growth express-volume 130100 2023 2.0 %',
      'level express-revenue 130400 2024-01 5 万元',
      'level express-revenue 130400 2024-02 6 万元',
      'level express-revenue 130500 2024-01 7 万元',
      'level express-revenue 130500 2024-02 8 万元',
    ]);
  });

  it('plans are plans, and the year of 全年计划 is the whole year', async () => {
    const reading = await read(`
2024年9月邯郸市 |  |  |
指标 | 单位 | 全年计划 | 累计完成 | 完成率（%）
快递业务量 | 万件 | 1000 | 700 | 70`);
    expect(linesOf(reading, true)).toEqual([
      'level plan express-volume 130400 2024 1000 万件',
      'level express-volume 130400 2024-09 ytd 700 万件',
    ]);
  });

  it('an index on a base of 100 is a level, not a rate', async () => {
    const reading = await read(`
河北省 |  |
指标 | 2024年8月 | 2024年9月
居民消费价格指数（上年同月=100） | 100.5 | 100.7`);
    expect(linesOf(reading, true)).toEqual([
      'level 居民消费价格指数 130000 2024-08 100.5 上年同月=100',
      'level 居民消费价格指数 130000 2024-09 100.7 上年同月=100',
    ]);
  });

  it('numbers of columns (甲 乙 1 2) are not data', async () => {
    const reading = await read(`
2024年河北省
指标 | 计量单位 | 本期 | 上年同期
甲 | 乙 | 1 | 2
快递业务量 | 万件 | 10 | 9`);
    expect(linesOf(reading, true)).toEqual([
      'level express-volume 130000 2024 10 万件',
      'base express-volume 130000 2024 9 万件',
    ]);
  });
});
