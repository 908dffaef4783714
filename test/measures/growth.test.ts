import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupArea } from '../../src/measures/context.js';
import { computedGrowth, publishedGrowth, turnInsteadOf } from '../../src/measures/growth.js';
import { compareGrowth } from '../../src/measures/growth-verdict.js';
import type { Base, GrowthQuery } from '../../src/measures/query.js';
import { isFigure } from '../../src/model/figure.js';
import { equals, multiply, ONE, rational, subtract } from '../../src/model/rational.js';
import { parseTimePeriod } from '../../src/model/time-period-text.js';
import { answer, at, dataOf, figureOf, notesOf, refusalOf } from './data.js';

const growth = (cell: string, base: Base = 'last-year'): GrowthQuery => ({ kind: 'growth', base, ...at(cell) });
const named = (text: string): Base => ({ timePeriod: parseTimePeriod(text)! });

describe('growth on last year', () => {
  it.each(['2024', '2024-01..09', '2024-Q3', '2024-S1', '2024-09'])('is value ÷ base − 1 for %s', (period) => {
    const before = period.replace('2024', '2023');
    const data = dataOf(`revenue 11 ${period} 12.5 亿元\nrevenue 11 ${before} 100000 万元`);
    const figure = figureOf(growth(`revenue 11 ${period}`), data);
    expect(figure.value).toEqual(rational(25));
    expect(figure.derivation.formula).toBe('(12.5 ÷ 10 − 1) × 100');
    expect(figure.derivation.terms.map((t) => t.value)).toEqual(['12.5', '100000']);
  });

  it('takes a delivered 上年同期 before last year’s own return, and says so', () => {
    const data = dataOf('revenue 11 2024 120\nrevenue 11 2023 90\nrevenue 11 2024 100 件 base');
    expect(answer(growth('revenue 11 2024'), data)).toBe('20 %');
    expect(notesOf(growth('revenue 11 2024'), data)).toEqual(['base-delivered']);
  });

  it('is published where the catalogue lets published growth win, with the other beside it where they disagree', () => {
    const data = dataOf('volume 11 2024 1750.8\nvolume 11 2023 1320.7\nvolume 11 2024 21.5 % growth');
    const figure = figureOf(growth('volume 11 2024'), data);
    expect(figure).toMatchObject({ value: rational(43, 2), derivation: { kind: 'delivered' } });
    expect(figure.derivation.notes).toMatchObject([{ code: 'published-growth-wins', args: { other: '32.6%' } }]);
  });

  it('is computed where the catalogue says so, and tells a published one that no rounding explains', () => {
    const data = dataOf('revenue 11 2024 110\nrevenue 11 2023 100\nrevenue 11 2024 12.0 % growth');
    expect(answer(growth('revenue 11 2024'), data)).toBe('10 %');
    expect(notesOf(growth('revenue 11 2024'), data)).toEqual(['computed-growth-wins']);
  });

  it('is computed where the published cell is blank and the computed one wins', () => {
    const levels = 'revenue 11 2024 110\nrevenue 11 2023 100\nrevenue 11 2024 — % growth';
    expect(answer(growth('revenue 11 2024'), dataOf(levels))).toBe('10 %');
    expect(answer(growth('volume 11 2024'), dataOf(levels.replaceAll('revenue', 'volume')))).toBe(
      'cell-without-figure',
    );
  });

  it('published alone serves where there is nothing to compute from', () => {
    expect(answer(growth('revenue 11 2024'), dataOf('revenue 11 2024 12.0 % growth'))).toBe('12 %');
  });

  it('names what is missing: the value, or the base', () => {
    expect(answer(growth('revenue 11 2024'), dataOf('revenue 11 2023 1'))).toBe('not-delivered');
    expect(refusalOf(growth('revenue 11 2024'), dataOf('revenue 11 2024 1'))).toEqual({
      reason: 'base-missing',
      args: { what: '子市2024年revenue', base: '子市2023年revenue' },
    });
    expect(answer(growth('revenue 11 2024'), dataOf('revenue 11 2024 1\nrevenue 11 2023 2 件 C'))).toBe('confidential');
  });

  it('of a plan is over last year’s actual', () => {
    const data = dataOf(
      'revenue 11 2025 130 件 plan\nrevenue 11 2024 100\nrevenue 11 2024 110 件 plan\nrevenue 11 2025 1 % growth\nrevenue 11 2025 90 件 base plan',
    );
    expect(answer({ ...growth('revenue 11 2025'), scenario: 'plan' }, data)).toBe('30 %');
  });

  it('of a rate does not exist, and units must agree', () => {
    expect(answer(growth('on-time 11 2024'), dataOf('on-time 11 2024 90 %\non-time 11 2023 80 %'))).toBe(
      'growth-of-a-rate',
    );
    expect(answer(growth('revenue 11 2024'), dataOf('revenue 11 2024 90 元\nrevenue 11 2023 80 件'))).toBe(
      'units-differ',
    );
  });

  it('of a group is that of its members’ sums, each over its own base', () => {
    const east = { ...growth('revenue 11 2024'), refArea: groupArea('东') };
    const data = dataOf(
      'revenue 11 2024 60\nrevenue 12 2024 60\nrevenue 11 2023 1\nrevenue 12 2023 40\nrevenue 11 2024 60 件 base',
    );
    expect(answer(east, data)).toBe('20 %');
    expect(figureOf(east, data).derivation.formula).toBe('((60 + 60) ÷ (60 + 40) − 1) × 100');
  });
});

describe('growth on the period before', () => {
  it('is of months, quarters, halves', () => {
    const data = dataOf('revenue 11 2024-01 12\nrevenue 11 2023-12 10\nrevenue 11 2024-Q2 30\nrevenue 11 2024-Q1 20');
    expect(answer(growth('revenue 11 2024-01', 'preceding'), data)).toBe('20 %');
    expect(answer(growth('revenue 11 2024-Q2', 'preceding'), data)).toBe('50 %');
  });

  it('of a 累计 has no meaning, even where something was delivered as such', () => {
    const data = dataOf(
      'revenue 11 2024-01..09 90\nrevenue 11 2023-04..12 80\nrevenue 11 2024-01..09 3 % growth-on-period',
    );
    expect(answer(growth('revenue 11 2024-01..09', 'preceding'), data)).toBe('year-to-date-on-period');
    expect(answer({ ...growth('revenue 11 2024-01..09', 'preceding'), kind: 'increase' }, data)).toBe(
      'year-to-date-on-period',
    );
  });

  it('is the published one where that wins', () => {
    const data = dataOf('volume 11 2024-09 9\nvolume 11 2024-08 8\nvolume 11 2024-09 11.9 % growth-on-period');
    expect(answer(growth('volume 11 2024-09', 'preceding'), data)).toBe('11.9 %');
  });
});

describe('growth on a named period', () => {
  it('is of the same number of months', () => {
    const data = dataOf('revenue 11 2024 200\nrevenue 11 2019 100\nrevenue 11 2019-01..09 70');
    expect(answer(growth('revenue 11 2024', named('2019')), data)).toBe('100 %');
    expect(answer(growth('revenue 11 2024', named('2019-01..09')), data)).toBe('lengths-differ');
  });
});

describe('growth that must not be computed', () => {
  it('across a change of the price base, unless published or on a delivered 上年同期', () => {
    const levels = 'constant-price 11 2021 13698.3 亿元\nconstant-price 11 2020 21053.2 亿元';
    const query = growth('constant-price 11 2021');
    expect(refusalOf(query, dataOf(levels))).toMatchObject({ reason: 'price-base-changed', args: { year: 2021 } });
    expect(answer({ ...query, kind: 'increase' }, dataOf(levels))).toBe('price-base-changed');
    expect(answer({ ...query, kind: 'average-growth', from: at('x 11 2020').timePeriod }, dataOf(levels))).toBe(
      'price-base-changed',
    );
    expect(answer(query, dataOf(`${levels}\nconstant-price 11 2021 25.1 % growth`))).toBe('25.1 %');
    expect(answer(query, dataOf(`${levels}\nconstant-price 11 2021 10950 亿元 base`))).toBe('25.0986 %');
  });

  it('from levels whose published growth says that the coverage has changed, also of a group', () => {
    const contradiction = 'volume 11 2024 1750.8\nvolume 11 2023 1320.7\nvolume 11 2024 21.5 % growth';
    const months = `${contradiction}\nvolume 11 2024-09 149.7\nvolume 11 2023-09 112.0`;
    expect(answer(growth('volume 11 2024-09'), dataOf(months))).toBe('levels-not-comparable');
    const group = `${contradiction}\nvolume 12 2024 10\nvolume 12 2023 9`;
    const east = { ...growth('volume 11 2024'), refArea: groupArea('东') };
    expect(answer(east, dataOf(group))).toBe('levels-not-comparable');
    expect(answer({ ...east, kind: 'increase' }, dataOf(group))).toBe('levels-not-comparable');
    expect(answer(growth('volume 12 2024'), dataOf(group))).toBe('11.1111 %');
  });

  it('but a delivered 上年同期 is of the same coverage', () => {
    const contradiction = 'volume 11 2024 1750.8\nvolume 11 2023 1320.7\nvolume 11 2024 21.5 % growth';
    const month = 'volume 11 2024-09 150\nvolume 11 2023-09 112\nvolume 11 2024-09 120 件 base';
    expect(answer(growth('volume 11 2024-09'), dataOf(`${contradiction}\n${month}`))).toBe('25 %');
  });

  it('on a base of zero', () => {
    expect(answer(growth('revenue 11 2024'), dataOf('revenue 11 2024 3\nrevenue 11 2023 0'))).toBe('base-not-positive');
  });

  it.each([
    ['5', '-3', 'negative-to-positive', '8'],
    ['-3', '5', 'positive-to-negative', '8'],
    ['-3', '-5', 'negative-narrowed', '2'],
    ['0', '-5', 'negative-narrowed', '5'],
    ['-5', '-3', 'negative-widened', '2'],
  ])('from a profit to a loss or back: %s on %s is %s', (now, base, reason, change) => {
    const data = dataOf(`profit 11 2024 ${now} 亿元\nprofit 11 2023 ${base} 亿元`);
    expect(refusalOf(growth('profit 11 2024'), data)).toEqual({
      reason,
      args: { what: '子市2024年profit', now, base, change, unit: '亿元' },
    });
    expect(figureOf({ ...growth('profit 11 2024'), kind: 'increase' }, data).unit).toBe('亿元');
  });
});

describe('a count that fell below zero', () => {
  const data = dataOf(
    'revenue 11 2024 -3 亿元\nrevenue 11 2023 5 亿元\nrevenue 12 2024 0 亿元\nrevenue 12 2023 5 亿元',
  );

  it('has a rate, for an error in the data and no 由盈转亏', () => {
    expect(answer(growth('revenue 11 2024'), data)).toBe('-160 %');
    expect(answer(growth('revenue 12 2024'), data)).toBe('-100 %');
  });

  it('but no sentence says that more was lost than there was', () => {
    const turn = (text: string) => turnInsteadOf(growth(text), figureOf(growth(text), data), data)?.reason;
    expect(turn('revenue 11 2024')).toBe('positive-to-negative');
    expect(turn('revenue 12 2024')).toBeUndefined();
  });
});

describe('published against computed', () => {
  const verdict = (now: string, base: string, published: string) =>
    compareGrowth(
      growth('volume 11 2024'),
      dataOf(`volume 11 2024 ${now}\nvolume 11 2023 ${base}\nvolume 11 2024 ${published} % growth`),
    )?.verdict;

  it('is the same, consistent by rounding, or inconsistent', () => {
    expect(verdict('110.0', '100.0', '10.0')).toBe('same');
    expect(verdict('0.3', '0.2', '20.0')).toBe('consistent');
    expect(verdict('1750.8', '1320.7', '21.5')).toBe('inconsistent');
  });

  it('0.3 shown stands for 0.25 to 0.35: 西藏 may have grown by anything from 0 to 133 %', () => {
    const { range } = compareGrowth(
      growth('volume 11 2024'),
      dataOf('volume 11 2024 0.3\nvolume 11 2023 0.2\nvolume 11 2024 7.0 % growth'),
    )!;
    expect(range).toEqual({ low: rational(0), high: subtract(rational(700, 3), rational(100)) });
  });

  it('a derived level carries the rounding of all its terms', () => {
    const levels = 'volume 11 2024-01..09 30.0\nvolume 11 2024-01..08 20.0\nvolume 11 2023-09 10.0\nvolume 11 2024-09';
    const of = (published: string) =>
      compareGrowth(growth('volume 11 2024-09'), dataOf(`${levels} ${published} % growth`))?.verdict;
    expect(of('1.5')).toBe('consistent');
    expect(of('1.7')).toBe('inconsistent');
  });

  it('needs both', () => {
    expect(verdict('1', '0', '3.0')).toBeUndefined();
    expect(compareGrowth(growth('volume 11 2024'), dataOf('volume 11 2024 1\nvolume 11 2023 1'))).toBeUndefined();
  });
});

const level = fc.tuple(fc.bigInt({ min: 1n, max: 10n ** 15n }), fc.nat(4)).map(([n, decimals]) => {
  const text = n.toString().padStart(decimals + 1, '0');
  return decimals === 0 ? text : `${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
});

describe('growth of growth', () => {
  it('round-trips: the base times one plus the rate is the value', () => {
    fc.assert(
      fc.property(level, level, (now, base) => {
        const data = dataOf(`revenue 11 2024 ${now}\nrevenue 11 2023 ${base}`);
        const rate = figureOf(growth('revenue 11 2024'), data).value;
        const ratio = subtract(multiply(rate, rational(1, 100)), rational(-1));
        const v = figureOf({ kind: 'level', ...at('revenue 11 2024') }, data).value;
        const b = figureOf({ kind: 'level', ...at('revenue 11 2023') }, data).value;
        expect(equals(multiply(b, ratio), v)).toBe(true);
        const times = figureOf({ ...growth('revenue 11 2024'), kind: 'multiple' }, data).value;
        expect(equals(subtract(times, ONE), multiply(rate, rational(1, 100)))).toBe(true);
      }),
    );
  });

  it('of two years chains: (1 + g1)(1 + g2) is the growth over both', () => {
    fc.assert(
      fc.property(level, level, level, (a, b, c) => {
        const data = dataOf(`revenue 11 2024 ${a}\nrevenue 11 2023 ${b}\nrevenue 11 2022 ${c}`);
        const ratio = (q: GrowthQuery) => figureOf({ ...q, kind: 'multiple' }, data).value;
        const both = multiply(ratio(growth('revenue 11 2024')), ratio(growth('revenue 11 2023')));
        expect(equals(both, ratio(growth('revenue 11 2024', named('2022'))))).toBe(true);
      }),
    );
  });

  it('published and computed are told apart by name', () => {
    const data = dataOf('volume 11 2024 110\nvolume 11 2023 100\nvolume 11 2024 10.1 % growth');
    const [given, own] = [
      publishedGrowth(growth('volume 11 2024'), data),
      computedGrowth(growth('volume 11 2024'), data),
    ];
    expect(given && isFigure(given) && given.derivation.formula).toBe('10.1');
    expect(isFigure(own) && own.derivation.formula).toBe('(110 ÷ 100 − 1) × 100');
  });
});
