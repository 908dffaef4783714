import { beforeAll, describe, expect, it } from 'vitest';
import { loadBuiltInCatalogue } from '../../src/catalogue/built-in.js';
import { type HeadingVocabulary, parseHeading } from '../../src/catalogue/heading.js';
import type { HeadingPhrase } from '../../src/catalogue/heading-phrase.js';
import regions from '../../src/catalogue/regions.csv';
import { parseRegions } from '../../src/catalogue/regions.js';

let postal: HeadingVocabulary;
const bare: HeadingVocabulary = { refAreas: parseRegions(regions) };
beforeAll(async () => {
  postal = { ...bare, catalogue: (await loadBuiltInCatalogue('postal'))! };
});

/** The phrase as short words: what is absent is not shown. */
function words(p: HeadingPhrase): string {
  const period =
    p.period &&
    `${p.period.year ?? p.period.relativeYear ?? ''}/${p.period.from}-${p.period.to}${p.period.moment ? '!' : ''}`;
  const parts = [
    p.depth === undefined ? '' : `depth ${p.depth}`,
    p.ofWhich ? 'of-which' : '',
    p.dimension && `a column of ${p.dimension}`,
    p.total ? 'total' : '',
    p.refArea,
    p.indicator,
    p.indicator === undefined ? [p.segment, p.subject, p.word].filter(Boolean).join('+') : '',
    p.measure,
    p.scenario,
    p.year ? 'year' : '',
    p.accumulation,
    p.span,
    period,
    p.index ? 'index' : '',
    p.unit?.text,
    p.rest === '' ? '' : `“${p.rest}”`,
  ];
  return parts.filter((x) => x !== undefined && x !== '').join(' ');
}

describe('the grammar of headings', () => {
  it.each([
    ['快递业务量（万件）', 'express-volume 万件'],
    ['快递业务量,万件', 'express-volume 万件'],
    ['快递业务量\n（万件）', 'express-volume 万件'],
    ['快 递 业 务 量', 'express-volume'],
    ['一、邮政行业业务收入', 'depth 1 industry-revenue'],
    ['（二）快递业务收入（亿元）', 'depth 2 express-revenue 亿元'],
    ['  1、快递业务', 'depth 3 快递'],
    ['其中：同城', 'of-which 同城'],
    ['　　国际/港澳台', '国际及港澳台'],
    ['2、邮政普遍服务业务', 'depth 3 邮政普遍服务'],
    ['订销报纸累计数', 'newspapers'],
    ['1-9月 累计 同比增长（%）', 'growth year-to-date /1-9 %'],
    ['比去年同期增长', 'growth'],
    ['12月份', '/12-12'],
    ['2024年1—9月', '2024/1-9'],
    ['2024年末', '2024/1-12!'],
    ['2024', '2024/1-12'],
    ['累计', 'year-to-date'],
    ['当月同比（±%）', 'growth period month %'],
    ['快递业务量同比增长（%）', 'express-volume growth %'],
    ['2024年河北省快递业务量累计（万件）', '130000 express-volume year-to-date 2024/1-12 万件'],
    ['全年计划（亿件）', 'plan year 亿件'],
    ['上年同期', 'base'],
    ['增速排名', 'growth-rank'],
    ['占比（%）', 'share %'],
    ['计量单位', 'a column of unit'],
    ['地区', 'a column of region'],
    ['序号', 'a column of serial'],
    ['合计', 'total'],
    ['河北', '130000'],
    ['石家庄市', '130100'],
    ['上年同月=100', 'level index 上年同月=100'],
    ['居民消费价格指数（上年同月=100）', 'level index 上年同月=100 “居民消费价格指数”'],
    ['（%）', '%'],
    ['快递业务置（万件）', '万件 “快递业务置”'],
    ['', ''],
  ])('reads “%s” as %s', (text, expected) => {
    expect(words(parseHeading(text, postal))).toBe(expected);
  });

  it.each([
    ['固定资产投资(不含农户)实际到位资金_比上年增长(%)', 'growth % “固定资产投资(不含农户)实际到位资金”'],
    ['人口数(人口抽样调查)(人)', '人 “人口数(人口抽样调查)”'],
    ['一般公共预算支出（亿元）i', '亿元 “一般公共预算支出”'],
    ['社会消费品零售总额_累计增长(%)', 'growth year-to-date % “社会消费品零售总额”'],
    ['2024年地区生产总值（亿元）', '2024/1-12 亿元 “地区生产总值”'],
    ['投资计划', '“投资计划”'],
    ['邮政业务总量', '“邮政业务总量”'],
    ['城镇人口比重（%）', '% “城镇人口比重”'],
    ['单位GDP能耗', '“单位GDP能耗”'],
  ])('keeps names that no catalogue knows: “%s” as %s', (text, expected) => {
    expect(words(parseHeading(text, bare))).toBe(expected);
  });

  it('does not take long for a long text', () => {
    const started = performance.now();
    parseHeading('快递业务量累计'.repeat(5000), postal);
    expect(performance.now() - started).toBeLessThan(500);
  });
});
