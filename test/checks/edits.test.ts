import { describe, expect, it } from 'vitest';
import { check } from '../../src/checks/check.js';
import { refAreas } from './clean-return.js';
import { cubeOf, postal, tourism } from './sample-cube.js';

const find = (lines: string, catalogue = postal) =>
  check(cubeOf(lines, catalogue), { catalogue, refAreas }).filter((f) => f.code !== 'shared-cell');
const codes = (lines: string) => find(lines).map((f) => f.code);

describe('parts and wholes', () => {
  const parts = (total: string) => `
    河北省 2024年 快递业务量 ${total}万件
    河北省 2024年 同城快递业务量 100.1万件
    河北省 2024年 异地快递业务量 200.2万件
    河北省 2024年 国际及港澳台快递业务量 300.3万件`;

  it('tolerate half a unit for each part and for the total, and not a hair more', () => {
    for (const total of ['600.4', '600.6', '600.8']) expect(codes(parts(total))).toEqual([]);
    const [finding] = find(parts('600.9'));
    expect(finding).toMatchObject({
      code: 'parts-differ-from-total',
      severity: 'hard',
      verdict: 'violated',
      found: '600.9',
      expected: '600.6',
      distance: '0.3',
      place: { file: 'a.csv', cell: 'D1' },
    });
    expect(finding?.args['tolerance']).toBe('0.2');
    expect(finding?.cells).toHaveLength(4);
  });

  it('bring the tolerance of the coarsest cell along when units differ', () => {
    const mixed = parts('600.6').replace('200.2万件', '0.0200亿件');
    expect(codes(mixed)).toEqual([]);
    expect(codes(mixed.replace('0.0200', '0.0204'))).toEqual(['parts-differ-from-total']);
  });

  it('counted one by one, must agree to the last piece', () => {
    const exact = (total: number) => `
      河北省 2024年 快递业务量 ${total}件
      河北省 2024年 同城快递业务量 10件
      河北省 2024年 异地快递业务量 20件
      河北省 2024年 国际及港澳台快递业务量 30件`;
    expect(codes(exact(60))).toEqual([]);
    expect(codes(exact(61))).toEqual(['parts-differ-from-total']);
  });

  it('where others exist, stay below their whole: a part of 4.3 is no part of 0.9', () => {
    expect(codes('河北省 2024年 快递业务收入 0.9亿元\n河北省 2024年 同城快递业务收入 4.3亿元')).toEqual([
      'part-exceeds-whole',
    ]);
    expect(codes('河北省 2024年 快递业务收入 5.9亿元\n河北省 2024年 同城快递业务收入 4.3亿元')).toEqual([]);
  });

  it('in one unit only: newspapers in 份 are not added to letters in 件', () => {
    expect(codes('全国 2024年 邮政普遍服务业务量 10.0亿件\n全国 2024年 报纸 169.5亿份')).toEqual([]);
  });

  it('a whole grows no faster than its fastest part: 11.1 over 9.4, 9.4 and −57.7', () => {
    const growth = (whole: string) => `
      河北省 2024年 快递业务量 ${whole}% growth
      河北省 2024年 同城快递业务量 9.4% growth
      河北省 2024年 异地快递业务量 9.4% growth
      河北省 2024年 国际及港澳台快递业务量 -57.7% growth`;
    expect(find(growth('11.1'))[0]).toMatchObject({
      code: 'whole-growth-outside-parts',
      found: '11.1',
      expected: '-57.7–9.4',
      distance: '1.7',
    });
    expect(codes(growth('9.5'))).toEqual([]);
    expect(codes(growth('9.6'))).toEqual(['whole-growth-outside-parts']);
  });
});

describe('time', () => {
  it('a year-to-date never falls, also over a gap', () => {
    expect(codes('河北省 2024年1-3月 快递业务量 9.0亿件\n河北省 2024年1-6月 快递业务量 8.0亿件')).toEqual([
      'year-to-date-falls',
    ]);
    expect(codes('河北省 2024年1-3月 快递业务量 9.0亿件\n河北省 2024年1-6月 快递业务量 8.9亿件')).toEqual([]);
  });

  it('the earlier year-to-date and the month make the new one', () => {
    const year = (march: string) => `
      河北省 2024年1-2月 快递业务量 10.00亿件
      河北省 2024年3月 快递业务量 5.00亿件
      河北省 2024年1-3月 快递业务量 ${march}亿件`;
    expect(codes(year('15.01'))).toEqual([]);
    expect(find(year('15.10')).map((f) => [f.code, f.severity, f.distance])).toEqual([
      ['periods-differ-from-total', 'hard', '0.1'],
    ]);
  });

  it('across two files the same difference may be a revision: soft', () => {
    const found = find(`
      河北省 2024年1-2月 快递业务量 10.00亿件 level feb.csv
      河北省 2024年3月 快递业务量 5.00亿件 level mar.csv
      河北省 2024年1-3月 快递业务量 15.10亿件 level mar.csv`);
    expect(found.map((f) => [f.code, f.severity])).toEqual([['periods-differ-from-total', 'soft']]);
  });

  it('months make the quarter and quarters the year', () => {
    expect(
      codes(`河北省 2024年4月 快递业务量 1.0亿件
        河北省 2024年5月 快递业务量 1.0亿件
        河北省 2024年6月 快递业务量 1.0亿件
        河北省 2024年第二季度 快递业务量 4.0亿件`),
    ).toEqual(['periods-differ-from-total']);
    expect(
      codes(`河北省 2024年第一季度 快递业务量 10.0亿件
        河北省 2024年第二季度 快递业务量 10.0亿件
        河北省 2024年第三季度 快递业务量 10.0亿件
        河北省 2024年第四季度 快递业务量 10.0亿件
        河北省 2024年 快递业务量 41.0亿件`),
    ).toEqual(['periods-differ-from-total']);
  });

  it('a stock may fall from month to month', () => {
    expect(codes('河北省 2024年5月 快递从业人员 9.0万人\n河北省 2024年6月 快递从业人员 8.0万人')).toEqual([]);
  });
});

describe('one cell delivered twice', () => {
  it('with two figures in one file is hard, with one figure soft', () => {
    expect(
      find('河北省 2024年 快递业务量 9.0亿件\n河北省 2024年 快递业务量 9.3亿件').map((f) => [f.code, f.severity]),
    ).toEqual([['duplicate-conflict', 'hard']]);
    expect(
      find('河北省 2024年 快递业务量 9.0亿件\n河北省 2024年 快递业务量 9.0亿件').map((f) => [f.code, f.severity]),
    ).toEqual([['duplicate-equal', 'soft']]);
  });

  it('in two files is a revision where rounding does not explain it', () => {
    const two = (later: string) => `
      河北省 2024年 快递业务量 95.4亿件 level a.csv
      河北省 2024年 快递业务量 ${later} level b.csv`;
    expect(codes(two('954321.7万件'))).toEqual([]);
    expect(find(two('96.0亿件')).map((f) => [f.code, f.severity])).toEqual([['delivered-again', 'info']]);
  });

  it('a mark takes the figure back, what is not reported yet does not', () => {
    const two = (status: string) => `
      河北省 2024年 快递业务量 95.4亿件 level a.csv
      河北省 2024年 快递业务量 ${status} level b.csv`;
    expect(find(two('—')).map((f) => [f.code, f.severity])).toEqual([['figure-withdrawn', 'soft']]);
    expect(codes(two('…'))).not.toContain('figure-withdrawn');
  });
});

describe('growth, ranks and history', () => {
  it('holds a rank to figures that differ by one unit, and leaves a tie of whole things to whoever ranked it', () => {
    const ranked = (a: string, b: string, rankOfA: number) => `
      石家庄市 2024年 快递业务量 ${a}
      唐山市 2024年 快递业务量 ${b}
      石家庄市 2024年 快递业务量 ${rankOfA}位 rank
      唐山市 2024年 快递业务量 ${3 - rankOfA}位 rank`;
    const ranks = (lines: string) =>
      find(lines).flatMap((f) => (f.code === 'rank-against-levels' ? [f.args['what']] : []));
    expect(ranks(ranked('4万件', '3万件', 1))).toEqual([]);
    expect(ranks(ranked('4万件', '3万件', 2))).toEqual(['唐山市2024年快递业务量']);
    expect(ranks(ranked('3万件', '3万件', 2))).toEqual([]);
    expect(ranks(ranked('30000件', '30000件', 2))).toEqual([]);
  });

  it('published growth is wrong only if no rounding of the levels reaches it', () => {
    const growth = (rate: string) => `
      西藏自治区 2023年 快递业务量 0.2亿件
      西藏自治区 2024年 快递业务量 0.3亿件
      西藏自治区 2024年 快递业务量 ${rate}% growth`;
    expect(codes(growth('1.0'))).toEqual([]);
    expect(codes(growth('133.0'))).toEqual([]);
    expect(find(growth('140.0'))[0]).toMatchObject({
      code: 'growth-against-levels',
      expected: '0.00–133.33',
      distance: '6.67',
    });
  });

  it('a delivered 上年同期 is the base, and is held against what last year reported', () => {
    const lines = `
      河北省 2023年 快递业务量 100.0亿件
      河北省 2024年 快递业务量 130.0亿件
      河北省 2024年 快递业务量 110.0亿件 base
      河北省 2024年 快递业务量 18.2% growth`;
    expect(codes(lines)).toEqual(['base-against-last-year']);
  });

  it('growth across a change of price base stands alone: 21053.2 to 13698.3 is +25.1 %', () => {
    const lines = `
      全国 2020年 邮政行业业务总量 21053.2亿元
      全国 2021年 邮政行业业务总量 13698.3亿元
      全国 2021年 邮政行业业务总量 25.1% growth`;
    expect(codes(lines)).toEqual([]);
  });

  it('a jump of ten thousand is blamed on the figure that contradicts most others', () => {
    const found = find(`
      河北省 2022年 快递业务量 80.1亿件
      河北省 2023年 快递业务量 901234.5亿件
      河北省 2024年 快递业务量 95.4亿件`);
    expect(found.map((f) => [f.code, f.place.cell])).toEqual([['unit-jump', 'D2']]);
  });

  it('a flow below zero is hard; 用户申诉率 and the like have no such rule', () => {
    expect(codes('河北省 2024年 快递业务量 -9.0亿件')).toEqual(['negative-level']);
    expect(codes('河北省 2024年 快递服务用户申诉率 -1.0件/百万件')).toEqual([]);
  });
});

describe('another industry', () => {
  it('is checked by its own parts, with nothing postal in the code', () => {
    const found = find(
      '河北省 2024年 社会消费品零售总额 15000.0亿元\n河北省 2024年 商品零售 13000.0亿元\n河北省 2024年 餐饮收入 1000.0亿元',
      tourism,
    );
    expect(found.map((f) => [f.code, f.distance])).toEqual([['parts-differ-from-total', '1000']]);
  });
});
