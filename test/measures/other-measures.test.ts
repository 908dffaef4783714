import { describe, expect, it } from 'vitest';
import { root } from '../../src/measures/average-growth.js';
import { formatExact } from '../../src/measures/operand.js';
import type { GrowthQuery, Query } from '../../src/measures/query.js';
import { rational } from '../../src/model/rational.js';
import { answer, at, dataOf, figureOf, notesOf } from './data.js';

const growth = (cell: string): GrowthQuery => ({ kind: 'growth', base: 'last-year', ...at(cell) });
const formulaOf = (query: Query, data: ReturnType<typeof dataOf>) => figureOf(query, data).derivation.formula;

describe('a difference of rates', () => {
  const acceleration = (of: string, from: string) => ({
    kind: 'rate-difference' as const,
    of: growth(of),
    from: growth(from),
  });
  const data = dataOf(`
    revenue 11 2024-01..09 1216
    revenue 11 2023-01..09 1000
    revenue 11 2024-01..08 1124
    revenue 11 2023-01..08 1001`);

  it('is in 百分点, between the rates that a reader sees', () => {
    const query = acceleration('revenue 11 2024-01..09', 'revenue 11 2024-01..08');
    expect(formulaOf(query, data)).toBe('21.6 − 12.3');
    expect(answer(query, data)).toBe('9.3 百分点');
    expect(notesOf(query, data)).toContain('difference-of-rounded');
  });

  it('is exact where the project says so', () => {
    const query = acceleration('revenue 11 2024-01..09', 'revenue 11 2024-01..08');
    const exact = { ...data, options: { ...data.options, difference: 'exact' as const } };
    expect(answer(query, exact, 6)).toBe('9.312288 百分点');
    expect(notesOf(query, exact)).toContain('difference-exact');
  });

  it('of two rates that were delivered is in 百分点, of an index in its points', () => {
    const difference = (id: string): Query => ({
      kind: 'rate-difference',
      of: { kind: 'level', ...at(`${id} 11 2024-12`) },
      from: { kind: 'level', ...at(`${id} 11 2024-11`) },
    });
    expect(answer(difference('on-time'), dataOf('on-time 11 2024-12 95.2 %\non-time 11 2024-11 96.3 %'))).toBe(
      '-1.1 百分点',
    );
    expect(
      answer(difference('concentration'), dataOf('concentration 11 2024-12 85.2 点\nconcentration 11 2024-11 85.0 点')),
    ).toBe('0.2 点');
    const increase: Query = { kind: 'increase', base: 'preceding', ...at('on-time 11 2024-12') };
    expect(answer(increase, dataOf('on-time 11 2024-12 95.2 %\non-time 11 2024-11 96.3 %'))).toBe('-1.1 百分点');
  });
});

describe('plan completion', () => {
  const query = (kind: 'completion' | 'ahead-of-time', actual: string): Query => ({
    kind,
    actual: at(actual),
    plan: at('volume 11 2024'),
  });
  const data = dataOf('volume 11 2024-01..09 7.83 亿件\nvolume 11 2024-09 1 亿件\nvolume 11 2024 100000 万件 plan');

  it('is actual ÷ plan', () => {
    expect(formulaOf(query('completion', 'volume 11 2024-01..09'), data)).toBe('7.83 ÷ 10 × 100');
    expect(answer(query('completion', 'volume 11 2024-01..09'), data)).toBe('78.3 %');
  });

  it('is ahead of time by what it is above the months elapsed', () => {
    expect(answer(query('ahead-of-time', 'volume 11 2024-01..09'), data)).toBe('3.3 百分点');
    expect(answer(query('ahead-of-time', 'volume 11 2024-09'), data)).toBe('not-since-plan-began');
    const half: Query = { kind: 'ahead-of-time', actual: at('volume 11 2024-01..09'), plan: at('volume 11 2024-S1') };
    expect(answer(half, dataOf('volume 11 2024-01..09 7\nvolume 11 2024-S1 5 件 plan'))).toBe('not-since-plan-began');
  });

  it('of a plan of zero, or without a plan, does not exist', () => {
    const none = dataOf('volume 11 2024-01..09 7\nvolume 11 2024 0 件 plan');
    expect(answer(query('completion', 'volume 11 2024-01..09'), none)).toBe('base-not-positive');
    expect(answer(query('completion', 'volume 11 2024-01..09'), dataOf('volume 11 2024-01..09 7'))).toBe(
      'not-delivered',
    );
  });
});

describe('contribution and pull', () => {
  const query = (kind: 'contribution' | 'pull'): Query => ({
    kind,
    part: at('near 11 2024'),
    whole: at('volume 11 2024'),
    base: 'last-year',
  });
  const data = dataOf('volume 11 2024 130\nvolume 11 2023 100\nnear 11 2024 36\nnear 11 2023 30');

  it('贡献率 is the part’s increase over the whole’s, 拉动 over the whole of last year', () => {
    expect(answer(query('contribution'), data)).toBe('20 %');
    expect(answer(query('pull'), data)).toBe('6 百分点');
  });

  it('does not exist where the whole stood still', () => {
    const still = dataOf('volume 11 2024 100\nvolume 11 2023 100\nnear 11 2024 36\nnear 11 2023 30');
    expect(answer(query('contribution'), still)).toBe('total-unchanged');
    expect(answer(query('pull'), still)).toBe('6 百分点');
  });

  it('拉动 of a whole that was nothing does not exist', () => {
    const nothing = dataOf('volume 11 2024 36\nvolume 11 2023 0\nnear 11 2024 36\nnear 11 2023 0');
    expect(answer(query('pull'), nothing)).toBe('base-not-positive');
    expect(answer(query('contribution'), nothing)).toBe('100 %');
  });

  it('names the base that is missing', () => {
    expect(answer(query('pull'), dataOf('volume 11 2024 130\nnear 11 2024 36\nnear 11 2023 30'))).toBe('base-missing');
  });
});

describe('averages', () => {
  const daily = (cell: string): Query => ({ kind: 'average', per: 'day', ...at(cell) });

  it('日均 divides by the days of the period, 366 in a leap year', () => {
    const data = dataOf('volume 11 2024 1750.8 亿件\nvolume 11 2023 1320.7 亿件\nvolume 11 2024-02 91.8 亿件');
    expect(formulaOf(daily('volume 11 2024'), data)).toBe('1750.8 ÷ 366');
    expect(formulaOf(daily('volume 11 2023'), data)).toBe('1320.7 ÷ 365');
    expect(formulaOf(daily('volume 11 2024-02'), data)).toBe('91.8 ÷ 29');
    expect(formulaOf({ kind: 'average', per: 'month', ...at('volume 11 2024') }, data)).toBe('1750.8 ÷ 12');
  });

  it('a stock and a rate have none', () => {
    expect(answer(daily('outlets 11 2024-12'), dataOf('outlets 11 2024-12 3 个'))).toBe('not-a-flow');
    expect(answer(daily('on-time 11 2024'), dataOf('on-time 11 2024 3 %'))).toBe('not-a-flow');
  });
});

describe('a price of one piece', () => {
  it('is revenue ÷ volume in 元, whatever the units', () => {
    const query: Query = { kind: 'unit-price', revenue: at('revenue 11 2024'), volume: at('volume 11 2024') };
    const data = dataOf('revenue 11 2024 14033.5 亿元\nvolume 11 2024 1750.8 亿件');
    expect(formulaOf(query, data)).toBe('1403350000000 ÷ 175080000000');
    expect(answer(query, data, 2)).toBe('8.02 元');
    expect(answer(query, dataOf('revenue 11 2024 1 亿元\nvolume 11 2024 0 件'))).toBe('base-not-positive');
  });
});

describe('a figure per head', () => {
  const query = (...years: string[]): Query => ({
    kind: 'per-capita',
    of: at('volume 11 2024'),
    population: years.map((y) => at(`population 11 ${y}-12`)),
  });
  const data = dataOf('volume 11 2024 1.2 亿件\npopulation 11 2024-12 200 万人\npopulation 11 2023-12 1000000 人');

  it('divides by the population, or by the mean of two year ends', () => {
    expect(answer(query('2024'), data)).toBe('60 件');
    expect(answer(query('2023', '2024'), data)).toBe('80 件');
    expect(formulaOf(query('2023', '2024'), data)).toBe('120000000 ÷ ((1000000 + 2000000) ÷ 2)');
  });

  it('needs a population', () => {
    expect(answer(query(), data)).toBe('base-not-positive');
    expect(answer(query('2022'), data)).toBe('not-delivered');
  });
});

describe('average growth', () => {
  const query = (from: string, cell = 'revenue 11 2024'): Query => ({
    kind: 'average-growth',
    from: at(`x 11 ${from}`).timePeriod,
    ...at(cell),
  });

  it('is geometric, by the number of years between', () => {
    const data = dataOf('revenue 11 2024 121\nrevenue 11 2022 100');
    expect(figureOf(query('2022'), data).value).toEqual(rational(10));
    expect(formulaOf(query('2022'), data)).toBe('((121 ÷ 100) ^ (1 ÷ 2) − 1) × 100');
  });

  it('takes a root that never ends far enough: doubled in three years is 26.0 % a year', () => {
    expect(answer(query('2021'), dataOf('revenue 11 2024 2\nrevenue 11 2021 1'), 10)).toBe('25.9921049895 %');
    expect(root(rational(1, 4), 2n)).toEqual(rational(1, 2));
    expect(root(rational(0), 5n)).toEqual(rational(0));
  });

  it('chains the published rates where the levels are not comparable, or not there', () => {
    const rates = 'volume 11 2024 21.0 % growth\nvolume 11 2023 21.0 % growth';
    const levels = 'volume 11 2024 300\nvolume 11 2023 120\nvolume 11 2022 100';
    for (const data of [dataOf(rates), dataOf(`${rates}\n${levels}`)]) {
      expect(answer(query('2022', 'volume 11 2024'), data)).toBe('21 %');
      expect(formulaOf(query('2022', 'volume 11 2024'), data)).toBe(
        '(((1 + 21.0 ÷ 100) × (1 + 21.0 ÷ 100)) ^ (1 ÷ 2) − 1) × 100',
      );
      expect(notesOf(query('2022', 'volume 11 2024'), data)).toEqual(['chained-from-published']);
    }
  });

  it('chains nothing that fell by more than all', () => {
    const rates = dataOf('profit 11 2024 -150.0 % growth\nprofit 11 2023 21.0 % growth');
    expect(answer(query('2022', 'profit 11 2024'), rates)).toBe('not-delivered');
  });

  it('needs an earlier base of the same months, above zero', () => {
    const data = dataOf('revenue 11 2024 1\nrevenue 11 2022 0\nrevenue 11 2022-01..09 1');
    expect(answer(query('2024'), data)).toBe('no-interval');
    expect(answer(query('2022'), data)).toBe('base-not-positive');
    expect(answer(query('2021'), data)).toBe('base-missing');
    expect(answer(query('2022-01..09'), data)).toBe('lengths-differ');
  });
});

describe('a number in a formula', () => {
  it('is written in full where it ends, else to twelve places', () => {
    expect(formatExact(rational(1, 3))).toBe('0.333333333333');
    expect(formatExact(rational(1n, 2n ** 20n))).toBe('0.00000095367431640625');
    expect(formatExact(rational(170, 10))).toBe('17');
  });
});

describe('multiples', () => {
  it('是上年的×倍 is value ÷ base', () => {
    const query: Query = { kind: 'multiple', base: 'last-year', ...at('revenue 11 2024') };
    expect(answer(query, dataOf('revenue 11 2024 278.9\nrevenue 11 2023 100'))).toBe('2.789 倍');
    expect(answer(query, dataOf('revenue 11 2024 278.9\nrevenue 11 2023 0'))).toBe('base-not-positive');
  });
});
