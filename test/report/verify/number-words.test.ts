import { describe, expect, it } from 'vitest';
import { noClaimTable } from '../../../src/claims/no-claim.js';
import { planFill } from '../../../src/report/fill/plan-fill.js';
import { verifyDocument } from '../../../src/report/verify/verify-document.js';
import { paragraphs } from '../../claims/reading.js';
import { INDICATORS, reportOn } from '../postal-data.js';

/*
 * Invented: 快递业务量 600 of 500 (+20.0), of it 同城 198 of 250 (−20.8, a share of 33.0 of 50.0) and 异地 384 of 180 (+113.3, 64.0);
 * the others the same in both years.
 */
const LEVELS: Record<string, readonly [string, string]> = {
  'express-volume': ['600.00', '500.00'],
  'express-volume-same-city': ['198.00', '250.00'],
  'express-volume-intercity': ['384.00', '180.00'],
};
const context = reportOn((indicator, area, period) =>
  area === 3 ? (LEVELS[INDICATORS[indicator]![0]]?.[period] ?? '70.00') : `${100 + area}.00`,
);
const judged = (text: string) =>
  verifyDocument(paragraphs(text), context)
    .numbers.filter((n) => n.verdict !== 'no-claim')
    .map((n) => [n.text, n.verdict, ...(n.expected ? [n.expected] : [])]);

describe('numbers said in words', () => {
  it.each([
    ['快递业务量同比增长两成。', '两成', 'right'],
    ['快递业务量同比增长2成。', '2成', 'right'],
    ['快递业务量同比增长近三成。', '近三成', 'wrong', '20.0%'],
    ['快递业务量同比增长三成五。', '三成五', 'wrong', '20.0%'],
    ['快递业务量同比下降两成。', '下降两成', 'flipped', '增长20.0%'],
    ['同城快递业务量同比下降两成多。', '两成', 'rounded'],
    ['同城快递业务量占全部快递业务量的三成三。', '三成三', 'right'],
    ['同城快递业务量占全部快递业务量的三成以上。', '三成', 'rounded'],
    ['同城快递业务量占全部快递业务量的近四成。', '近四成', 'wrong', '33.0%'],
    ['同城快递业务量占全部快递业务量的三分之一。', '三分之一', 'rounded'],
    ['同城快递业务量占全部快递业务量的近三分之一。', '三分之一', 'rounded'],
    ['同城快递业务量占全部快递业务量的三分之一以上。', '三分之一以上', 'wrong', '33.0%'],
    ['同城快递业务量占全部快递业务量的四分之三。', '四分之三', 'wrong', '33.0%'],
    ['异地快递业务量占全部快递业务量的近三分之二。', '三分之二', 'rounded'],
    ['异地快递业务量占全部快递业务量的比重过半。', '半', 'rounded'],
    ['异地快递业务量占全部快递业务量的一半以上。', '一半', 'rounded'],
    ['同城快递业务量占全部快递业务量的比重过半。', '过半', 'wrong', '33.0%'],
    ['异地快递业务量占全部快递业务量的一半。', '一半', 'wrong', '64.0%'],
    ['快递业务量同比增长百分之二十。', '百分之二十', 'right'],
    ['快递业务量同比增长百分之二十点零。', '百分之二十点零', 'right'],
    ['快递业务量同比增长百分之二十一。', '百分之二十一', 'wrong', '20.0%'],
    ['同城快递业务量同比下降百分之二十点八。', '百分之二十点八', 'right'],
    ['异地快递业务量同比增长一倍多。', '一', 'rounded'],
    ['异地快递业务量是上年的两倍多。', '两', 'rounded'],
    ['异地快递业务量是上年的三倍多。', '三', 'wrong', '2.1'],
    ['异地快递业务量比上年翻了一番多。', '翻了一番', 'rounded'],
    ['快递业务量比上年翻一番。', '翻一番', 'wrong', '增长20.0%'],
    ['同城快递业务量比上年翻一番。', '翻一番', 'flipped', '下降20.8%'],
    ['快递业务量完成六百万件。', '六百', 'right'],
    ['快递业务量完成六百点五万件。', '六百点五', 'wrong', '600.00'],
    ['快递业务量完成五百八十多万件。', '五百八十', 'rounded'],
    ['快递业务量完成近六百万件。', '六百', 'wrong', '610'],
  ])('%s', (text, ...expected) => expect(judged(text)).toEqual([expected]));

  it('a figure behind round words is that of the same thing', () =>
    expect(judged('同城快递业务量占全部快递业务量的三成以上，达33.0%，比上年回落17.0个百分点。')).toEqual([
      ['三成', 'rounded'],
      ['33.0', 'right'],
      ['17.0', 'right'],
    ]));

  it.each([
    ['2018年，同城快递业务量占全部快递业务量的×成。', ['5']],
    ['快递业务量同比增长×成。', ['2']],
    ['异地快递业务量占全部快递业务量的×成多。', ['6']],
    ['异地快递业务量占全部快递业务量的×成。', [undefined]],
    ['快递业务量同比增长百分之×。', ['20.0']],
  ])('a slot in tenths is filled only with a whole one that is true: %s', (text, expected) =>
    expect(planFill(paragraphs(text), context).slots.map((s) => s.text)).toEqual(expected),
  );
});

describe('numerals that claim nothing', () => {
  it.each(noClaimTable().flatMap((row) => row.examples))('%s', (example) => {
    const { numbers } = verifyDocument(paragraphs(example), context);
    expect(numbers.length).toBeGreaterThan(0);
    expect(numbers.map((n) => n.verdict)).toEqual(numbers.map(() => 'no-claim'));
  });

  it.each([
    '一方面，抓好两件大事；第一，办好三个方面的工作，“十四五”期间落实八项规定，推进一体两翼。',
    '党的二十大以来，两会精神深入人心，两成都快速公交线路开通，上半年完成建设。',
    '时间过半、任务过半，实现双过半。',
    '三季度，第一书记带领一批党员走访。',
  ])('%s', (text) => expect(judged(text)).toEqual([]));
});
