import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupArea } from '../../src/measures/context.js';
import type { ShareQuery } from '../../src/measures/query.js';
import { largestRemainder } from '../../src/measures/share.js';
import { absolute, add, compare, equals, multiply, rational, subtract, sum } from '../../src/model/rational.js';
import { round } from '../../src/model/rounding.js';
import { answer, at, dataOf, figureOf, notesOf } from './data.js';

const byType = (part: string, period = '2024'): ShareQuery => ({
  kind: 'share',
  part: at(`${part} 11 ${period}`),
  whole: at(`volume 11 ${period}`),
});
/** National express volume of January 2024 by type, 万件 (State Post Bureau): printed 9.2, 88.9, 1.9. */
const JANUARY = 'near 11 2024 135925.7\nfar 11 2024 1306128.0\nabroad 11 2024 28001.6\nvolume 11 2024 1470055.4';

describe('a share', () => {
  it('is part ÷ whole, each in its unit', () => {
    const data = dataOf('near 11 2024 1.5 万件\nvolume 11 2024 0.2 亿件');
    const { value, derivation } = figureOf(byType('near'), data);
    expect(value).toEqual(rational(3, 40));
    expect(derivation.formula).toBe('1.5 ÷ 2000 × 100');
  });

  it('of nothing is refused', () => {
    expect(answer(byType('near'), dataOf('near 11 2024 1\nvolume 11 2024 0'))).toBe('base-not-positive');
    expect(answer(byType('near'), dataOf('near 11 2024 1\nvolume 11 2024 1 元'))).toBe('units-differ');
  });

  it('as rounded leaves 99.9 where the digits fall so', () => {
    const data = dataOf(JANUARY);
    expect(['near', 'far', 'abroad'].map((p) => answer(byType(p), data, 1))).toEqual(['9.2 %', '88.8 %', '1.9 %']);
  });

  it('summing to 100 gives the printed ones, and says which digit was moved', () => {
    const data = dataOf(JANUARY, { shares: 'sum-to-100' });
    expect(['near', 'far', 'abroad'].map((p) => answer(byType(p), data, 1))).toEqual(['9.2 %', '88.9 %', '1.9 %']);
    expect(notesOf(byType('far'), data)).toEqual(['share-adjusted']);
    expect(notesOf(byType('near'), data)).toEqual([]);
  });

  it('summing to 100 holds for a partition by groups of regions', () => {
    const data = dataOf('volume 11 2024 1\nvolume 12 2024 0\nvolume 13 2024 1\nvolume 14 2024 1\nvolume 10 2024 3', {
      shares: 'sum-to-100',
    });
    const of = (name: string): ShareQuery => ({
      kind: 'share',
      part: { ...at('volume 10 2024'), refArea: groupArea(name) },
      whole: at('volume 10 2024'),
    });
    expect([answer(of('东'), data, 1), answer(of('西'), data, 1)]).toEqual(['33.3 %', '66.7 %']);
    // 半 is in no division of the province into groups: it stays as it is.
    expect(answer(of('半'), data, 1)).toBe('33.3 %');
  });

  it('summing to 100 leaves alone what does not make up the whole', () => {
    const data = dataOf('near 11 2024 1\nfar 11 2024 1\nabroad 11 2024 1\nvolume 11 2024 9', { shares: 'sum-to-100' });
    expect(answer(byType('near'), data, 1)).toBe('11.1 %');
    expect(notesOf(byType('near'), data)).toEqual([]);
  });

  it('a change of shares is taken before any rounding or adjusting', () => {
    const change = { kind: 'rate-difference' as const, of: byType('far'), from: byType('far', '2023') };
    const then = 'near 11 2023 10\nfar 11 2023 80\nabroad 11 2023 10\nvolume 11 2023 100';
    for (const shares of ['as-rounded', 'sum-to-100'] as const)
      expect(answer(change, dataOf(`${JANUARY}\n${then}`, { shares }), 3)).toBe('8.849 百分点');
  });
});

describe('largest remainder', () => {
  const parts = fc
    .array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 12 })
    .filter((p) => p.some((x) => x > 0n));
  const sharesOf = (numbers: readonly bigint[]) => {
    const whole = numbers.reduce((a, b) => a + b);
    return numbers.map((n) => rational(100n * n, whole));
  };

  it('adds up to exactly 100, no share moved by a whole unit', () => {
    fc.assert(
      fc.property(parts, fc.nat(3), (numbers, decimals) => {
        const exact = sharesOf(numbers);
        const rounded = largestRemainder(exact, decimals);
        expect(equals(sum(rounded), rational(100))).toBe(true);
        const unit = rational(1, 10 ** decimals);
        for (const [i, share] of rounded.entries())
          expect(compare(absolute(subtract(share, exact[i]!)), unit)).toBe(-1);
      }),
    );
  });

  it('gives the unit left over to the larger of two equal remainders', () => {
    expect(largestRemainder([rational(99, 2), rational(101, 2)], 0)).toEqual([rational(49), rational(51)]);
  });

  it('keeps the order of the shares', () => {
    fc.assert(
      fc.property(parts, (numbers) => {
        const rounded = largestRemainder(sharesOf(numbers), 1);
        for (const [i, a] of numbers.entries())
          for (const [j, b] of numbers.entries())
            if (a > b) expect(compare(rounded[i]!, rounded[j]!)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('ordinary rounding is off by half a unit for each part at most', () => {
    fc.assert(
      fc.property(parts, (numbers) => {
        const plain = sharesOf(numbers).map((s) => round(s, 1));
        const total = plain.map((d) => rational(d.digits, 10)).reduce(add);
        const most = multiply(rational(numbers.length), rational(1, 20));
        expect(compare(absolute(subtract(total, rational(100))), most)).toBeLessThanOrEqual(0);
      }),
    );
  });
});
