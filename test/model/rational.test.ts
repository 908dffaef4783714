import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  compare,
  divide,
  equals,
  multiply,
  negate,
  powerOfTen,
  rational,
  sign,
  subtract,
  sum,
} from '../../src/model/rational.js';

const any = fc.tuple(fc.bigInt(), fc.bigInt({ min: 1n, max: 10n ** 15n })).map(([n, d]) => rational(n, d));

describe('rationals', () => {
  it('are reduced, with the sign above', () => {
    expect(rational(6, -4)).toEqual({ num: -3n, den: 2n });
    expect(rational(0, -7)).toEqual({ num: 0n, den: 1n });
  });

  it('refuse a division by zero', () => {
    expect(() => rational(1, 0)).toThrow(RangeError);
    expect(() => divide(rational(1), rational(0))).toThrow(RangeError);
  });

  it('0.1 + 0.2 is 0.3', () => {
    expect(equals(sum([rational(1, 10), rational(2, 10)]), rational(3, 10))).toBe(true);
  });

  it('powers of ten go both ways', () => {
    expect(multiply(powerOfTen(8), powerOfTen(-8))).toEqual(rational(1));
  });

  it('add and subtract, multiply and divide undo one another', () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        expect(subtract(add(a, b), b)).toEqual(a);
        fc.pre(sign(b) !== 0);
        expect(multiply(divide(a, b), b)).toEqual(a);
      }),
    );
  });

  it('compare as their difference does', () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        expect(compare(a, b)).toBe(sign(subtract(a, b)));
        expect(compare(negate(a), negate(b))).toBe(compare(b, a));
      }),
    );
  });
});
