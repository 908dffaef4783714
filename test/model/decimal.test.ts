import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDecimal, parseDecimal, toRational, trimZeros } from '../../src/model/decimal.js';
import { equals, powerOfTen, rational } from '../../src/model/rational.js';

describe('decimals as given', () => {
  it('keeps trailing zeros: 17.0 is not 17', () => {
    expect(parseDecimal('17.0')).toEqual({ digits: 170n, decimals: 1 });
    expect(formatDecimal({ digits: 170n, decimals: 1 })).toBe('17.0');
    expect(trimZeros({ digits: 170n, decimals: 1 })).toEqual({ digits: 17n, decimals: 0 });
    expect(trimZeros({ digits: 100n, decimals: 0 })).toEqual({ digits: 100n, decimals: 0 });
  });

  it.each(['', '.5', '5.', '1e3', '0x1f', 'Infinity', '1,234', ' 1', '１', '--1', `${'9'.repeat(300)}`])(
    '%s is no plain decimal',
    (text) => {
      expect(parseDecimal(text)).toBeUndefined();
    },
  );

  it('never writes a negative zero', () => {
    expect(formatDecimal(parseDecimal('-0.00')!)).toBe('0.00');
  });

  it('writes what it read, and reads what it wrote', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.nat(40), (digits, decimals) => {
        expect(parseDecimal(formatDecimal({ digits, decimals }))).toEqual({ digits, decimals });
      }),
    );
  });

  it('has the value digits ÷ 10^decimals, with or without trailing zeros', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.nat(12), (digits, decimals) => {
        const value = toRational({ digits, decimals });
        expect(equals(value, rational(digits, powerOfTen(decimals).num))).toBe(true);
        expect(equals(value, toRational(trimZeros({ digits, decimals })))).toBe(true);
      }),
    );
  });
});
