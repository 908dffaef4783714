import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupArea } from '../../src/measures/context.js';
import { evaluate } from '../../src/measures/evaluate.js';
import type { At, Query } from '../../src/measures/query.js';
import { isFigure } from '../../src/model/figure.js';
import { at, CITIES, dataOf } from './data.js';
import { calculate, distance } from './formula.js';

const UNITS: Record<string, readonly string[]> = { volume: ['件', '万件', '亿件'], revenue: ['元', '万元', '亿元'] };
const AREAS = ['10', '11', '12', '13', '14'];
const PERIODS = [
  '2022',
  '2023',
  '2024',
  '2023-01..08',
  '2024-01..08',
  '2023-01..09',
  '2024-01..09',
  '2024-07',
  '2024-08',
];

/** A value with up to six decimals, sometimes negative, sometimes zero. */
const value = fc.tuple(fc.integer({ min: -20_000_000, max: 900_000_000 }), fc.nat(6)).map(([n, decimals]) => {
  const digits = String(Math.abs(n)).padStart(decimals + 1, '0');
  const text = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return n < 0 ? `-${text}` : text;
});

const table = fc.array(fc.tuple(value, fc.nat(2)), { minLength: 180, maxLength: 180 }).map((cells) => {
  const lines: string[] = [];
  for (const id of ['volume', 'revenue', 'near', 'far'])
    for (const area of AREAS)
      for (const period of PERIODS) {
        const [text, unit] = cells[lines.length % cells.length]!;
        lines.push(`${id} ${area} ${period} ${text} ${(UNITS[id] ?? UNITS['volume']!)[unit]}`);
      }
  for (const area of AREAS) {
    lines.push(`volume ${area} 2024 ${cells[lines.length % cells.length]![0]} 万件 plan`);
    lines.push(`population ${area} 2024-12 ${cells[lines.length % cells.length]![0]} 万人`);
    lines.push(`revenue ${area} 2024 ${cells[lines.length % cells.length]![0]} 万元 base`);
  }
  return lines.join('\n');
});

const cell = (id: string): fc.Arbitrary<At> =>
  fc
    .tuple(fc.constantFrom(...AREAS, groupArea('东'), groupArea('西')), fc.constantFrom(...PERIODS, '2024-09'))
    .map(([refArea, period]) => ({ ...at(`${id} 11 ${period}`), refArea }));
const any = fc.constantFrom('volume', 'revenue', 'near').chain(cell);
const base = fc.constantFrom('last-year' as const, 'preceding' as const, { timePeriod: at('x 11 2022').timePeriod });
const same = (a: At, more: Partial<At>): At => ({ ...a, ...more });

const growth = fc.tuple(any, base).map(([a, b]): Query => ({ kind: 'growth', base: b, ...a }));
const query: fc.Arbitrary<Query> = fc.oneof(
  any.map((a): Query => ({ kind: 'level', ...a })),
  growth,
  fc.tuple(any, base).map(([a, b]): Query => ({ kind: 'increase', base: b, ...a })),
  fc.tuple(any, base).map(([a, b]): Query => ({ kind: 'multiple', base: b, ...a })),
  any.map((a): Query => ({ kind: 'average', per: 'day', ...a })),
  any.map((a): Query => ({ kind: 'average-growth', from: at('x 11 2022').timePeriod, ...a })),
  fc.array(cell('volume'), { minLength: 1, maxLength: 3 }).map((of): Query => ({ kind: 'total', of })),
  any.map((a): Query => ({ kind: 'share', part: a, whole: same(a, { refArea: '10' }) })),
  cell('near').map((a): Query => ({ kind: 'share', part: a, whole: same(a, { indicator: 'volume' }) })),
  cell('revenue').map((a): Query => ({ kind: 'unit-price', revenue: a, volume: same(a, { indicator: 'volume' }) })),
  any.map(
    (a): Query => ({
      kind: 'per-capita',
      of: a,
      population: [same(at('population 11 2024-12'), { refArea: a.refArea })],
    }),
  ),
  cell('volume').map(
    (a): Query => ({ kind: 'completion', actual: a, plan: same(at('volume 11 2024'), { refArea: a.refArea }) }),
  ),
  cell('volume').map(
    (a): Query => ({ kind: 'ahead-of-time', actual: a, plan: same(at('volume 11 2024'), { refArea: a.refArea }) }),
  ),
  fc
    .tuple(fc.constantFrom('contribution' as const, 'pull' as const), cell('near'), base)
    .map(([kind, a, b]): Query => ({ kind, part: a, whole: same(a, { indicator: 'volume' }), base: b })),
  fc.tuple(growth, growth).map(([of, from]): Query => ({ kind: 'rate-difference', of, from })),
  fc.tuple(any, fc.constantFrom('above' as const, 'below' as const)).map(
    ([a, to]): Query => ({
      kind: 'rank-distance',
      of: { kind: 'rank', of: { kind: 'level', ...a }, peers: CITIES },
      to,
    }),
  ),
  any.map((a): Query => ({ kind: 'rank', of: { kind: 'level', ...a }, peers: CITIES })),
);

describe('the derivation of a figure', () => {
  it.each(['published', 'exact'] as const)('re-evaluates to the figure (differences %s)', (difference) => {
    let figures = 0;
    fc.assert(
      fc.property(table, fc.array(query, { minLength: 40, maxLength: 40 }), (text, queries) => {
        const data = dataOf(text, { difference });
        for (const q of queries) {
          const found = evaluate(q, data);
          if (!isFigure(found)) continue;
          figures++;
          const { num, den } = found.value;
          const again = calculate(found.derivation.formula);
          if (found.derivation.formula.includes('^')) expect(distance(again, { n: num, d: den })).toBeLessThan(1e-30);
          else expect([again.n * den, found.derivation.formula]).toEqual([num * again.d, found.derivation.formula]);
        }
      }),
      { numRuns: 40 },
    );
    expect(figures).toBeGreaterThan(400);
  });

  it('names every cell that its formula rests on, as delivered', () => {
    fc.assert(
      fc.property(table, fc.array(query, { minLength: 40, maxLength: 40 }), (text, queries) => {
        const lines = text.split('\n');
        const data = dataOf(text);
        for (const q of queries) {
          const found = evaluate(q, data);
          if (!isFigure(found)) continue;
          expect(found.derivation.terms.length).toBeGreaterThan(0);
          for (const { value: shown, unit, source } of found.derivation.terms) {
            const [, , , given, givenUnit] = lines[source.row - 2]!.split(' ');
            expect([shown.replace(/^-(?=0(\.0+)?$)/, ''), unit]).toEqual([
              given!.replace(/^-(?=0(\.0+)?$)/, ''),
              givenUnit,
            ]);
          }
        }
      }),
      { numRuns: 15 },
    );
  });

  it('an adjusted share tells by how much the formula was moved: less than one unit', () => {
    const parts = fc.array(fc.integer({ min: 1, max: 9_999_999 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(parts, (numbers) => {
        const ids = ['near', 'far', 'abroad'];
        const whole = numbers.reduce((a, b) => a + b);
        const text = `volume 11 2024 ${whole}\n${ids.map((id, i) => `${id} 11 2024 ${numbers[i]}`).join('\n')}`;
        const data = dataOf(text, { shares: 'sum-to-100' });
        for (const id of ids) {
          const found = evaluate({ kind: 'share', part: at(`${id} 11 2024`), whole: at('volume 11 2024') }, data);
          if (!isFigure(found)) throw new Error(found.reason);
          const off = distance(calculate(found.derivation.formula), { n: found.value.num, d: found.value.den });
          const moved = found.derivation.notes.some((n) => n.code === 'share-adjusted');
          expect(moved ? off < 0.1 : off === 0).toBe(true);
        }
      }),
    );
  });
});

describe('the evaluator of these tests', () => {
  it('knows precedence, brackets, signs and roots', () => {
    expect(calculate('1 + 2 × 3 − 4 ÷ 2')).toEqual({ n: 10n, d: 2n });
    expect(calculate('((-5.5) − 0.5) × 2')).toEqual({ n: -1200n, d: 100n });
    expect(distance(calculate('(9 ÷ 4) ^ (1 ÷ 2)'), { n: 3n, d: 2n })).toBeLessThan(1e-40);
    expect(() => calculate('1 +')).toThrow();
    expect(() => calculate('(1')).toThrow();
    expect(() => calculate('1 2')).toThrow();
    expect(() => calculate('x')).toThrow();
  });
});
