import { describe, expect, it } from 'vitest';
import type { Query } from '../../src/measures/query.js';
import { isPeriodQuery, queryAt } from '../../src/measures/query-period.js';
import { year } from '../../src/model/time-period.js';
import { answer, at, dataOf, figureOf } from './data.js';

const price = (of: string): Query => ({
  kind: 'unit-price',
  revenue: at(`revenue 11 ${of}`),
  volume: at(`volume 11 ${of}`),
});

describe('growth of what is itself computed', () => {
  const data = dataOf(`
    revenue 11 2024 1000 万元
    volume 11 2024 200 万件
    revenue 11 2023 900 万元
    volume 11 2023 150 万件`);
  const query: Query = { kind: 'growth-of', of: price('2024'), from: price('2023') };

  it('is that of the price: 5 元 after 6 元', () => {
    expect(answer(query, data, 6)).toBe('-16.666667 %');
  });

  it('may be any that the rounding of the four levels allows', () => {
    // Least: (999.5 ÷ 200.5) ÷ (900.5 ÷ 149.5) − 1; greatest: (1000.5 ÷ 199.5) ÷ (899.5 ÷ 150.5) − 1.
    const { interval } = figureOf(query, data);
    const [low, high] = [interval!.low, interval!.high].map((r) => Number(r.num) / Number(r.den));
    expect(low).toBeCloseTo((999.5 / 200.5 / (900.5 / 149.5) - 1) * 100, 9);
    expect(high).toBeCloseTo((1000.5 / 199.5 / (899.5 / 150.5) - 1) * 100, 9);
  });

  it('is not had where a level is missing', () => {
    const missing: Query = { kind: 'growth-of', of: price('2024'), from: price('2022') };
    expect(answer(missing, data)).toContain('not-delivered');
  });
});

it('a total in % of a whole', () => {
  const data = dataOf('volume 11 2024 10 万件\nvolume 12 2024 20 万件\nvolume 13 2024 0.004 亿件');
  const query: Query = {
    kind: 'ratio',
    of: { kind: 'total', of: [at('volume 11 2024'), at('volume 12 2024')] },
    to: { kind: 'level', ...at('volume 13 2024') },
  };
  expect(answer(query, data, 2)).toBe('75 %');
});

it('a question moves to another period with all its cells', () => {
  const moved = (query: Query) => (isPeriodQuery(query) ? queryAt(query, year(2020)) : query);
  expect(moved(price('2024'))).toEqual(price('2020'));
  const ranked: Query = {
    kind: 'rank',
    of: { kind: 'level', ...at('volume 11 2024') },
    peers: { name: '全国', codes: [] },
  };
  expect(moved(ranked)).toEqual({ ...ranked, of: { kind: 'level', ...at('volume 11 2020') } });
});
