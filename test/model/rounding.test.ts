import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDecimal, parseDecimal, toRational } from '../../src/model/decimal.js';
import { compare, rational } from '../../src/model/rational.js';
import { displayedInterval, meets, type RoundingMode, round } from '../../src/model/rounding.js';

const rounded = (text: string, decimals: number, mode?: RoundingMode) =>
  formatDecimal(round(toRational(parseDecimal(text)!), decimals, mode));

/** Rounds the text of a decimal by looking at its characters, as one does on paper. */
function roundOnPaper(text: string, decimals: number, mode: RoundingMode): string {
  const negative = text.startsWith('-');
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  const kept = whole + fraction.slice(0, decimals).padEnd(decimals, '0');
  const rest = fraction.slice(decimals);
  const exactTie = /^50*$/.test(rest);
  const aboveTie = /^[5-9]/.test(rest) && !exactTie;
  const up = mode === 'truncate' ? false : aboveTie || (exactTie && (mode === 'half-up' || /[13579]$/.test(kept)));
  const carried = [...kept].map(Number);
  for (let i = carried.length - 1, carry = up ? 1 : 0; carry === 1; i--) {
    if (i < 0) {
      carried.unshift(1);
      break;
    }
    carry = carried[i] === 9 ? 1 : 0;
    carried[i] = carried[i] === 9 ? 0 : carried[i]! + 1;
  }
  const digits = carried.join('').padStart(decimals + 1, '0');
  const cut = digits.length - decimals;
  const head = digits.slice(0, cut).replace(/^0+(?=\d)/, '');
  const plain = decimals > 0 ? `${head}.${digits.slice(cut)}` : head;
  return negative && /[1-9]/.test(plain) ? `-${plain}` : plain;
}

const decimalText = fc
  .tuple(
    fc.boolean(),
    fc.bigInt({ min: 0n, max: 10n ** 18n }),
    fc.stringMatching(/^\d{1,8}$/),
    fc.constantFrom('', '5', '50', '05', '500000000001'),
  )
  .map(([negative, whole, fraction, tail]) => `${negative ? '-' : ''}${whole}.${fraction}${tail}`);
const mode = fc.constantFrom<RoundingMode>('half-up', 'half-even', 'truncate');

describe('rounding', () => {
  it.each([
    ['0.25', 1, '0.3'],
    ['-0.25', 1, '-0.3'],
    ['2.675', 2, '2.68'],
    ['1.005', 2, '1.01'],
    ['0.05', 1, '0.1'],
    ['-0.04', 1, '0.0'],
    ['999.95', 1, '1000.0'],
    ['17', 1, '17.0'],
  ])('half up: %s to %i places is %s', (text, decimals, expected) => {
    expect(rounded(text, decimals)).toBe(expected);
  });

  it.each([
    ['0.25', 1, '0.2'],
    ['0.35', 1, '0.4'],
    ['-0.25', 1, '-0.2'],
    ['0.2501', 1, '0.3'],
    ['2.5', 0, '2'],
  ])('half even (GB/T 8170): %s to %i places is %s', (text, decimals, expected) => {
    expect(rounded(text, decimals, 'half-even')).toBe(expected);
  });

  it('rounds to tens and hundreds with negative places', () => {
    expect(rounded('1250', -2)).toBe('1300');
    expect(rounded('1250', -2, 'half-even')).toBe('1200');
    expect(rounded('-44', -1)).toBe('-40');
    expect(rounded('4', -1)).toBe('0');
  });

  it('agrees with rounding on paper', () => {
    fc.assert(
      fc.property(decimalText, fc.nat(9), mode, (text, decimals, m) => {
        expect(rounded(text, decimals, m)).toBe(roundOnPaper(text, decimals, m));
      }),
    );
  });

  it('never moves a value by more than half a unit, and is symmetric', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.bigInt({ min: 1n, max: 10n ** 12n }), fc.nat(6), (num, den, decimals) => {
        const shown = round(rational(num, den), decimals);
        const { low, high } = displayedInterval(shown);
        expect(compare(low, rational(num, den))).toBeLessThanOrEqual(0);
        expect(compare(rational(num, den), high)).toBeLessThanOrEqual(0);
        expect(round(rational(-num, den), decimals).digits).toBe(-shown.digits);
      }),
    );
  });
});

describe('the interval of a displayed number', () => {
  const of = (text: string) => displayedInterval(parseDecimal(text)!);

  it('0.3 stands for 0.25 to 0.35', () => {
    expect(of('0.3')).toEqual({ low: rational(1, 4), high: rational(7, 20) });
  });

  it('17.0 is narrower than 17', () => {
    expect(meets(of('17'), of('17.4'))).toBe(true);
    expect(meets(of('17.0'), of('17.4'))).toBe(false);
  });
});
