import { describe, expect, it } from 'vitest';
import { month, year } from '../../../src/model/time-period.js';
import { planFill } from '../../../src/report/fill/plan-fill.js';
import { verifyDocument } from '../../../src/report/verify/verify-document.js';
import { paragraphs } from '../../claims/reading.js';
import { CITIES, INDICATORS, reportOn } from '../postal-data.js';

/*
 * Invented. 邯郸's 快递业务量 by year: 300, 400, 380, 600 (2016–2019: +33.3, −5.0, +57.9); by month 2018 40 each; 2019 36 in January and
 * February, 46 in March, then 50 (so grown since March, by 10 % or more since March; by 25 since April).
 * 快递业务收入: 900, 800, 700, 650; other cities stand still at 100 + their place, the province at 5000 and 5500 in 2019, the country at 9000.
 */
const YEARS = [2016, 2017, 2018, 2019];
const PERIODS = [
  ...YEARS.map((y) => year(y)),
  ...[2018, 2019].flatMap((y) => Array.from({ length: 12 }, (_, i) => month(y, i + 1))),
];
const VOLUME = ['300.00', '400.00', '380.00', '600.00'];
const REVENUE = ['900.00', '800.00', '700.00', '650.00'];
const HANDAN = CITIES.indexOf('130400');
const context = reportOn(
  (indicator, area, period) => {
    const id = INDICATORS[indicator]![0];
    const isYear = period < YEARS.length;
    if (area === CITIES.length) return period === 3 ? '5500.00' : '5000.00';
    if (area > CITIES.length) return '9000.00';
    if (area !== HANDAN || !isYear) {
      if (area === HANDAN && id === 'express-volume') {
        const at = period - YEARS.length;
        return at < 12 ? '40.00' : at < 14 ? '36.00' : at < 15 ? '46.00' : '50.00';
      }
      return `${100 + area}.00`;
    }
    if (id === 'express-volume') return VOLUME[period]!;
    return id === 'express-revenue' ? REVENUE[period]! : '70.00';
  },
  {},
  PERIODS,
);
const judged = (text: string) =>
  verifyDocument(paragraphs(text), context)
    .numbers.filter((n) => n.verdict !== 'no-claim')
    .map((n) => [n.text, n.verdict, ...(n.expected ? [n.expected] : []), ...n.reasons.map((r) => r.code)]);

describe('words that claim something of a figure', () => {
  it.each([
    ['快递业务量居全省首位。', ['居全省首位', 'right']],
    ['快递业务收入增速居全省末位。', ['增速居全省末位', 'right']],
    ['快递业务收入增速居全省首位。', ['增速居全省首位', 'flipped', '第11位']],
    ['快递业务收入增速领跑全省。', ['增速领跑全省', 'flipped', '第11位']],
    ['快递业务量、快递业务收入均居全省前3位。', ['3', 'right']],
    ['快递业务量增速、总量均居全省首位。', ['增速、总量均居全省首位', 'right']],
    ['快递业务收入总量和增速双双居全省首位。', ['总量和增速双双居全省首位', 'flipped', '第11位']],
    ['2016年，同城快递业务量居全省前三。', ['三', 'flipped', '第11位']],
    ['快递业务量增速高于全省平均水平。', ['增速高于全省平均水平', 'right']],
    ['快递业务收入增速高于全省平均水平。', ['增速高于全省平均水平', 'flipped', '低于17.1个百分点']],
    ['快递业务量、快递业务收入增速均高于全省平均水平。', ['增速均高于全省平均水平', 'flipped', '低于17.1个百分点']],
    ['快递业务量增速快于快递业务收入增速。', ['增速快于快递业务收入增速', 'right']],
    ['快递业务量增速比上年加快。', ['增速比上年加快', 'right']],
    ['快递业务量增速比上年回落。', ['增速比上年回落', 'flipped', '加快62.9个百分点']],
    ['快递业务收入降幅收窄。', ['降幅收窄', 'right']],
    ['快递业务收入降幅比上年扩大。', ['降幅比上年扩大', 'flipped', '收窄5.4个百分点']],
    ['快递业务量增速由负转正。', ['增速由负转正', 'right']],
    ['快递业务收入增速由负转正。', ['增速由负转正', 'flipped', 'no-turn']],
    ['快递业务量保持两位数增长。', ['两位数增长', 'right']],
    ['2018年，快递业务量保持两位数增长。', ['两位数增长', 'flipped', '下降5.0%']],
    ['快递业务量实现正增长。', ['正增长', 'right']],
    ['快递业务收入稳步增长。', ['增长', 'flipped', '下降7.1%']],
    ['同城快递业务量与上年持平。', ['与上年持平', 'right']],
    ['快递业务量与上年持平。', ['与上年持平', 'flipped', '增长57.9%']],
    ['快递业务量再创历史新高。', ['再创历史新高', 'right', 'earlier-since']],
    ['快递业务收入创历史新高。', ['创历史新高', 'flipped', 'not-the-first']],
    ['2016年，快递业务量创历史新高。', ['创历史新高', 'unanswered', 'no-earlier-periods']],
  ])('%s', (text, expected) => expect(judged(text)).toEqual([expected]));

  it.each([
    [
      '快递业务量首次突破500万件。',
      [
        ['首次突破', 'right', 'earlier-since'],
        ['500', 'rounded'],
      ],
    ],
    [
      '快递业务量首次突破400万件。',
      [
        ['首次突破', 'flipped', 'not-the-first'],
        ['400', 'rounded'],
      ],
    ],
    [
      '快递业务量首次突破650万件。',
      [
        ['首次突破', 'right', 'earlier-since'],
        ['650', 'wrong', '590'],
      ],
    ],
  ])('a first is a claim of its own: %s', (text, expected) => expect(judged(text)).toEqual(expected));

  it.each([
    ['快递业务量连续10个月保持增长。', ['10', 'right']],
    ['快递业务量连续10个月保持两位数增长。', ['10', 'right']],
    ['快递业务量连续9个月保持增长。', ['9', 'rounded', 'run-is-longer']],
    ['快递业务量连续11个月保持正增长。', ['11', 'wrong', '10']],
    ['快递业务收入连续三年下降。', ['三', 'rounded', 'run-may-be-longer']],
    ['快递业务收入连续四年下降。', ['四', 'unanswered', 'run-may-be-longer']],
    // Monthly growth of 2019: −10, −10, +15, +25 and so on: faster than the month before in March and April alone.
    ['2019年4月，快递业务量增速连续两个月加快。', ['两', 'right']],
    ['2019年4月，快递业务量增速连续第三个月加快。', ['三', 'wrong', '2']],
    ['2019年4月，快递业务量增速连续三个月回落。', ['三', 'wrong', '0']],
    ['快递业务量增速连续两年居全省首位。', ['两', 'wrong', '1']],
    // The province's own months stand still.
    ['快递业务量增速连续11个月高于全省平均水平。', ['11', 'wrong', '10']],
    // From January to each month: −10, −10, −1.7 (112 of 120 months), +5.0, faster from month to month since March.
    ['2019年1—12月，快递业务量增速连续十个月加快。', ['十', 'right']],
    ['2019年1—12月，快递业务量增速连续十一个月加快。', ['十一', 'wrong', '10']],
  ])('a run: %s', (text, expected) => expect(judged(text)).toEqual([expected]));

  it.each([
    ['快递业务量连续×个月保持增长。', ['10']],
    ['快递业务收入连续×年下降。', [undefined]],
    ['快递业务收入连续×个月增长。', [undefined]],
    ['快递业务量居全省前×位。', [undefined]],
  ])('a slot is filled only where one number is true: %s', (text, expected) =>
    expect(planFill(paragraphs(text), context).slots.map((s) => s.text)).toEqual(expected),
  );

  it.each([
    '全行业始终把安全放在首位，快递业务再创佳绩，工作质量持续提升。',
    '农村快递业务量增速居全省首位。',
    '全市上下连续奋战，圆满完成任务。',
    '人均快递业务量居全省首位。',
  ])('a phrase whose subject is not a figure of the returns claims nothing: %s', (text) =>
    expect(judged(text)).toEqual([]),
  );

  it('一方面 narrows nothing', () =>
    expect(judged('一方面，快递业务量增速居全省首位，同比增长57.9%。')).toEqual([
      ['增速居全省首位', 'right'],
      ['57.9', 'right'],
    ]));

  it('words behind the last number of a clause are read too, and leave the numbers as they were', () =>
    expect(judged('快递业务量同比增长57.9%、增速居全省首位，快递业务收入下降7.1%，降幅比上年收窄。')).toEqual([
      ['57.9', 'right'],
      ['增速居全省首位', 'right'],
      ['7.1', 'right'],
      ['降幅比上年收窄', 'right'],
    ]));
});
