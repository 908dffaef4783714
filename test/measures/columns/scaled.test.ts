import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enlarge, growthDigits, powerOfTen, roundTo } from '../../../src/measures/columns/scaled.js';
import { multiply, rational, subtract } from '../../../src/model/rational.js';
import { type RoundingMode, round } from '../../../src/model/rounding.js';

const modes: readonly RoundingMode[] = ['half-up', 'half-even', 'truncate'];
const mode = fc.constantFrom(...modes);
/** Whole numbers of every size that a double holds; small ones, so that exact halves are frequent. */
const whole = fc.oneof(fc.integer({ min: -2000, max: 2000 }), fc.maxSafeInteger());
const positive = whole.map((n) => Math.abs(n) + 1).filter(Number.isSafeInteger);

/** What whole numbers in doubles may say: the exact digits, or that they cannot tell. */
const agrees = (digits: number, exact: bigint) => {
  if (Number.isNaN(digits)) return;
  expect(Object.is(digits, -0)).toBe(false);
  expect(BigInt(digits)).toBe(exact);
};

describe('whole numbers in doubles', () => {
  it('round as exact arithmetic does, or leave it to it', () => {
    fc.assert(
      fc.property(whole, fc.nat(18), fc.nat(18), mode, (digits, decimals, places, how) => {
        const value = rational(BigInt(digits), 10n ** BigInt(decimals));
        agrees(roundTo(digits, decimals, places, how), round(value, places, how).digits);
      }),
      { numRuns: 3000 },
    );
  });

  it('give growth as exact arithmetic does, or leave it to it', () => {
    fc.assert(
      fc.property(whole, positive, fc.nat(6), mode, (now, base, places, how) => {
        const rate = multiply(subtract(rational(BigInt(now), BigInt(base)), rational(1)), rational(100));
        agrees(growthDigits(now, base, powerOfTen(places + 2), how), round(rate, places, how).digits);
      }),
      { numRuns: 3000 },
    );
  });

  it('round an exact half by the mode', () => {
    const rates = [1005, 1015, 995, 985].map((now) => modes.map((how) => growthDigits(now, 1000, 100, how)));
    expect(rates).toEqual([
      [1, 0, 0],
      [2, 2, 1],
      [-1, 0, 0],
      [-2, -2, -1],
    ]);
  });

  it('are not made of what no double holds', () => {
    expect(enlarge(9_007_199_254_740_991, 0)).toBe(9_007_199_254_740_991);
    expect([enlarge(9_007_199_254_740_991, 1), enlarge(1, 16), enlarge(-1, 99)]).toEqual([NaN, NaN, NaN]);
    expect(enlarge(0, 99)).toBe(0);
    expect(growthDigits(9_007_199_254_740_991, 1, 1000, 'half-up')).toBeNaN();
  });
});
