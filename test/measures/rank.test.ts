import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/measures/evaluate.js';
import type { Rankable, RankQuery } from '../../src/measures/query.js';
import { ranking } from '../../src/measures/rank.js';
import { answer, at, CITIES, dataOf, figureOf, notesOf, refusalOf } from './data.js';

const rankOf = (cell: string, more: Partial<RankQuery> = {}): RankQuery => ({
  kind: 'rank',
  of: { kind: 'level', ...at(cell) },
  peers: CITIES,
  ...more,
});
const growthRank = (cell: string): RankQuery =>
  rankOf(cell, { of: { kind: 'growth', base: 'last-year', ...at(cell) } });
const four = (id: string, values: readonly string[], tail = '', period = '2024') =>
  values.map((v, i) => `${id} 1${i + 1} ${period} ${v} ${tail}`).join('\n');

describe('a rank', () => {
  it('is 1, 2, 2, 4 among the peers, and a tie is noted', () => {
    const data = dataOf(four('volume', ['9', '7', '8', '8.0']));
    expect(['11', '12', '13', '14'].map((c) => answer(rankOf(`volume ${c} 2024`), data))).toEqual([
      '1 位',
      '4 位',
      '2 位',
      '2 位',
    ]);
    expect(notesOf(rankOf('volume 13 2024'), data)).toEqual(['ranked-among', 'tied-with']);
    expect(notesOf(rankOf('volume 11 2024'), data)).toEqual(['ranked-among']);
  });

  it('compares figures of different units', () => {
    const data = dataOf('volume 11 2024 1 亿件\nvolume 12 2024 9999 万件\nvolume 13 2024 100000001\nvolume 14 2024 1');
    expect(answer(rankOf('volume 11 2024'), data)).toBe('2 位');
  });

  it('ties as delivered, or as the reader sees the figures', () => {
    const values = four('volume', ['8.004', '8.001', '9', '1']);
    expect(answer(rankOf('volume 12 2024'), dataOf(values))).toBe('3 位');
    expect(answer(rankOf('volume 12 2024'), dataOf(values, { ties: 'as-displayed' }))).toBe('2 位');
  });

  it('is withheld over an incomplete set, naming who is missing; a project may rank all the same', () => {
    const text = 'volume 11 2024 1\nvolume 12 2024 2\nvolume 13 2024 —';
    expect(refusalOf(rankOf('volume 11 2024'), dataOf(text))).toMatchObject({
      reason: 'peers-missing',
      args: { missing: ['寅市', '卯市'] },
    });
    const ranked = dataOf(text, { incompletePeers: 'rank' });
    expect(answer(rankOf('volume 11 2024'), ranked)).toBe('2 位');
    expect(notesOf(rankOf('volume 11 2024'), ranked)).toContain('peers-incomplete');
    expect(answer(rankOf('volume 13 2024'), ranked)).toBe('cell-without-figure');
  });

  it('of one who is no peer does not exist', () => {
    expect(answer(rankOf('volume 19 2024'), dataOf(four('volume', ['1', '2', '3', '4'])))).toBe('not-a-peer');
  });

  it('puts the lowest first where lower is better, and counts from the bottom on demand', () => {
    const complaints = dataOf(four('complaints', ['5', '2', '3', '4']));
    expect(answer(rankOf('complaints 12 2024'), complaints)).toBe('1 位');
    expect(answer(rankOf('complaints 12 2024', { order: 'worst-first' }), complaints)).toBe('4 位');
    expect(
      answer(rankOf('volume 12 2024', { order: 'worst-first' }), dataOf(four('volume', ['5', '2', '3', '4']))),
    ).toBe('1 位');
  });

  it('counts a peer that is listed twice once', () => {
    const peers = { name: '甲省', codes: [...CITIES.codes, '11', '12'] };
    expect(answer(rankOf('volume 14 2024', { peers }), dataOf(four('volume', ['4', '3', '2', '1'])))).toBe('4 位');
  });
});

describe('a rank delivered by the higher office', () => {
  const values = four('volume', ['9', '8', '7', '7']);

  it('outranks a computed one, and a disagreement is told', () => {
    const data = dataOf(`${values}\nvolume 12 2024 3 位 rank`);
    const figure = figureOf(rankOf('volume 12 2024'), data);
    expect(figure).toMatchObject({ unit: '位', derivation: { kind: 'delivered', formula: '3' } });
    expect(figure.derivation.notes).toMatchObject([{ code: 'delivered-rank-wins', args: { other: '2' } }]);
  });

  it('keeps the tie that the ranking knows of', () => {
    expect(notesOf(rankOf('volume 13 2024'), dataOf(`${values}\nvolume 13 2024 3 位 rank`))).toContain('tied-with');
  });

  it('serves where the ranking would be withheld', () => {
    expect(answer(rankOf('volume 12 2024'), dataOf('volume 12 2024 8\nvolume 12 2024 2 位 rank'))).toBe('2 位');
  });

  it('holds with the other parts of the province as peers, not among fewer, and not from the bottom', () => {
    const data = dataOf(`${values}\nvolume 19 2024 1\nvolume 12 2024 3 位 rank`);
    const peers = (...codes: string[]) => ({ peers: { name: '甲省', codes } });
    expect(answer(rankOf('volume 12 2024', peers(...CITIES.codes, '19')), data)).toBe('3 位');
    expect(answer(rankOf('volume 12 2024', peers('11', '12', '13')), data)).toBe('2 位');
    expect(answer(rankOf('volume 12 2024', { order: 'worst-first' }), data)).toBe('3 位');
    expect(notesOf(rankOf('volume 12 2024', { order: 'worst-first' }), data)).toContain('ranked-among');
  });

  it('of growth is its own observation', () => {
    const data = dataOf(`${four('volume', ['1', '2', '3', '4'], '% growth')}\nvolume 12 2024 1 位 growth-rank`);
    expect(answer(growthRank('volume 12 2024'), data)).toBe('1 位');
    expect(answer(rankOf('volume 12 2024'), data)).toBe('not-delivered');
  });
});

describe('a rank of growth', () => {
  const levels = `${four('volume', ['2', '2', '2', '2'])}\n${four('volume', ['1', '1', '1', '1'], '', '2023')}`;

  it('ranks published rates with published ones only', () => {
    const some = dataOf(`${levels}\nvolume 11 2024 99.0 % growth\nvolume 12 2024 100.0 % growth`);
    expect(refusalOf(growthRank('volume 12 2024'), some)).toMatchObject({
      reason: 'peers-missing',
      args: { missing: ['寅市', '卯市'], reason: 'growth-not-published' },
    });
  });

  it('ranks computed rates where none was published, and published ones where none can be computed', () => {
    expect(answer(growthRank('volume 12 2024'), dataOf(levels))).toBe('1 位');
    expect(answer(growthRank('revenue 12 2024'), dataOf(four('revenue', ['3', '9', '1', '2'], '% growth')))).toBe(
      '1 位',
    );
  });

  it('divides no levels that are not comparable', () => {
    const months = `${four('volume', ['2', '2', '2', '2'], '', '2024-09')}\n${four('volume', ['1', '1', '1', '1'], '', '2023-09')}`;
    const data = dataOf(`${levels}\n${months}\nvolume 11 2024 -50.0 % growth`);
    expect(refusalOf(growthRank('volume 12 2024-09'), data)).toMatchObject({
      reason: 'peers-missing',
      args: { missing: ['子市'], reason: 'levels-not-comparable' },
    });
  });

  it('compares computed rates exactly', () => {
    const data = dataOf(
      `${four('revenue', ['1000001', '1000002', '3', '3'])}\n${four('revenue', ['1000000', '1000001', '2', '2'], '', '2023')}`,
    );
    expect(['11', '12', '13', '14'].map((c) => answer(growthRank(`revenue ${c} 2024`), data))).toEqual([
      '3 位',
      '4 位',
      '1 位',
      '1 位',
    ]);
  });
});

describe('a rank of other measures', () => {
  const data = dataOf(
    [
      four('volume', ['10', '20', '30', '40']),
      four('near', ['5', '4', '3', '2']),
      four('volume', ['40', '40', '40', '40'], '件 plan'),
      four('population', ['1', '10', '3', '2'], '人', '2024-12'),
      four('volume', ['9', '18', '29', '39'], '', '2023'),
    ].join('\n'),
  );
  it.each<[string, Rankable, string]>([
    ['share of one’s own whole', { kind: 'share', part: at('near 12 2024'), whole: at('volume 12 2024') }, '2 位'],
    ['share of a fixed whole', { kind: 'share', part: at('volume 12 2024'), whole: at('volume 14 2024') }, '3 位'],
    ['plan completion', { kind: 'completion', actual: at('volume 12 2024'), plan: at('volume 12 2024') }, '3 位'],
    ['per head', { kind: 'per-capita', of: at('volume 12 2024'), population: [at('population 12 2024')] }, '4 位'],
    ['daily average', { kind: 'average', per: 'day', ...at('volume 12 2024') }, '3 位'],
    ['increase', { kind: 'increase', base: 'last-year', ...at('volume 12 2024') }, '1 位'],
  ])('%s', (_, of, expected) => {
    expect(answer({ kind: 'rank', of, peers: CITIES }, data)).toBe(expected);
  });
});

it('a rank of shares is taken before they are adjusted to add up to 100', () => {
  const parts = ['near', 'far', 'abroad', 'volume'];
  const rows = (values: readonly string[][]) =>
    values.flatMap((row, i) => row.map((v, j) => `${parts[j]} 1${i + 1} 2024 ${v}`)).join('\n');
  const data = dataOf(
    rows([
      ['33333', '33333', '33334', '100000'],
      ['33332', '33334', '33334', '100000'],
      ['1', '1', '98', '100'],
      ['1', '1', '98', '100'],
    ]),
    { shares: 'sum-to-100' },
  );
  const of: Rankable = { kind: 'share', part: at('near 12 2024'), whole: at('volume 12 2024') };
  expect(answer({ kind: 'rank', of, peers: CITIES }, data)).toBe('2 位');
});

describe('a change of rank', () => {
  const change = (now: string, then: string) => ({ kind: 'rank-change' as const, of: rankOf(now), from: rankOf(then) });
  const both = `${four('volume', ['9', '8', '7', '6'])}\n${four('volume', ['6', '9', '8', '7'], '', '2023')}`;

  it('is forward when the number falls', () => {
    expect(answer(change('volume 11 2024', 'volume 11 2023'), dataOf(both))).toBe('3 位');
    expect(answer(change('volume 12 2024', 'volume 12 2023'), dataOf(both))).toBe('-1 位');
  });

  it('needs the same peers in both periods', () => {
    const some = dataOf(both.replace('volume 14 2023 7', ''), { incompletePeers: 'rank' });
    expect(refusalOf(change('volume 11 2024', 'volume 11 2023'), some)).toMatchObject({
      reason: 'peers-changed',
      args: { names: ['卯市'] },
    });
  });
});

describe('the distance to the next in a ranking', () => {
  const distance = (of: RankQuery, to: 'above' | 'below') => ({ kind: 'rank-distance' as const, of, to });
  const data = dataOf(four('volume', ['9', '7.5', '7.5', '6']));

  it('goes past those who are tied', () => {
    expect(answer(distance(rankOf('volume 12 2024'), 'above'), data)).toBe('1.5 件');
    expect(answer(distance(rankOf('volume 12 2024'), 'below'), data)).toBe('1.5 件');
    expect(figureOf(distance(rankOf('volume 12 2024'), 'below'), data).derivation.notes).toContainEqual({
      code: 'next-in-rank',
      args: { name: '卯市', rank: 4 },
    });
  });

  it('ends with the first and the last', () => {
    expect(answer(distance(rankOf('volume 11 2024'), 'above'), data)).toBe('nobody-in-that-place');
    expect(answer(distance(rankOf('volume 14 2024'), 'below'), data)).toBe('nobody-in-that-place');
  });

  it('of growth is in 百分点, between the rates as printed; of lower-is-better it is positive too', () => {
    const rates = dataOf(
      `${four('revenue', ['1.16', '1.24', '1', '1'])}\n${four('revenue', ['1', '1', '1', '1'], '', '2023')}`,
    );
    expect(answer(distance(growthRank('revenue 11 2024'), 'above'), rates)).toBe('8 百分点');
    const complaints = dataOf(four('complaints', ['5', '2', '3', '4']));
    expect(answer(distance(rankOf('complaints 13 2024'), 'above'), complaints)).toBe('1 件');
  });
});

describe('a ranking', () => {
  const values = fc.array(fc.integer({ min: -30, max: 30 }), { minLength: 4, maxLength: 4 });
  const ranksOf = (data: ReturnType<typeof dataOf>, codes: readonly string[]) => {
    const { areas } = ranking(rankOf('volume 11 2024', { peers: { name: '', codes } }), data, (q) => evaluate(q, data));
    return new Map(areas.map((a) => [a.refArea, [a.rank, a.tied]]));
  };

  it('is 1 + how many are ahead, whatever the order of the peers', () => {
    fc.assert(
      fc.property(values, fc.shuffledSubarray([...CITIES.codes], { minLength: 4 }), (numbers, codes) => {
        const data = dataOf(four('volume', numbers.map(String)));
        const ranks = ranksOf(data, codes);
        for (const [i, mine] of numbers.entries()) {
          const ahead = numbers.filter((other) => other > mine).length;
          const equal = numbers.filter((other) => other === mine).length;
          expect(ranks.get(`1${i + 1}`)).toEqual([ahead + 1, equal > 1]);
        }
      }),
    );
  });

  it('from the bottom and from the top add up to the number of peers, ties counted', () => {
    fc.assert(
      fc.property(values, (numbers) => {
        const data = dataOf(four('volume', numbers.map(String)));
        const rank = (order: 'best-first' | 'worst-first') =>
          Number(figureOf(rankOf('volume 11 2024', { order }), data).value.num);
        const equal = numbers.filter((n) => n === numbers[0]).length;
        expect(rank('best-first') + rank('worst-first') + equal - 1).toBe(numbers.length + 1);
      }),
    );
  });
});
