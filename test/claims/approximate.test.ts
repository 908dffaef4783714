import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTrueApproximation, roundNumber } from '../../src/claims/wording/approximate.js';
import { formatDecimal, parseDecimal, toRational } from '../../src/model/decimal.js';
import { rational } from '../../src/model/rational.js';

const shown = (value: string, approximator: Parameters<typeof roundNumber>[1]) => {
  const found = roundNumber(toRational(parseDecimal(value)!), approximator);
  return found && formatDecimal(found);
};

describe('round numbers that make the sentence true', () => {
  it('以上 includes the number, 余 and 超 stand strictly above it, 近 below', () => {
    expect(shown('3126', 'after-number-at-least')).toBe('3100');
    expect(shown('3100', 'after-number-at-least')).toBe('3100');
    expect(shown('989.4', 'after-number-above')).toBe('980');
    expect(shown('980', 'after-number-above')).toBe('970');
    expect(shown('1320.7', 'before-number-above')).toBe('1300');
    expect(shown('1283', 'before-number-below')).toBe('1300');
    expect(shown('0.2196', 'before-number-mark')).toBe('0.21');
    expect(shown('17424.01', 'before-number-about')).toBe('17000');
  });

  it('near means near: a third digit where two would be too far, and nothing where even that is', () => {
    expect(shown('1.16', 'before-number-below')).toBe('1.2');
    expect(shown('1.11', 'before-number-below')).toBe('1.12');
  });

  it('is true of every positive value, by the words of the domain', () => {
    const classes = [
      'before-number-below',
      'before-number-above',
      'before-number-mark',
      'after-number-above',
      'after-number-at-least',
    ] as const;
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000_000 }),
        fc.constantFrom(1n, 10n, 1000n),
        fc.constantFrom(...classes),
        (n, den, c) => {
          const value = rational(BigInt(n), den);
          const found = roundNumber(value, c);
          fc.pre(found !== undefined);
          const v = toRational(found!);
          const order = value.num * v.den - v.num * value.den;
          if (c === 'before-number-below') expect(order < 0n).toBe(true);
          else if (c === 'after-number-at-least') expect(order >= 0n).toBe(true);
          else expect(order > 0n).toBe(true);
          expect(isTrueApproximation(value, found!, c)).toBe(true);
        },
      ),
    );
  });
});
