import { type Decimal, toRational } from './decimal.js';
import { add, compare, powerOfTen, type Rational, rational, subtract } from './rational.js';

/** half-up: 四舍五入 on the magnitude (half away from zero). half-even: GB/T 8170. truncate: towards zero. */
export type RoundingMode = 'half-up' | 'half-even' | 'truncate';

/** Rounds an exact value once, to `decimals` places (negative: to tens, hundreds…). */
export function round(value: Rational, decimals: number, mode: RoundingMode = 'half-up'): Decimal {
  const scale = powerOfTen(decimals);
  const num = value.num * scale.num;
  const den = value.den * scale.den;
  const magnitude = num < 0n ? -num : num;
  let quotient = magnitude / den;
  const twice = 2n * (magnitude % den);
  const up =
    mode === 'half-up'
      ? twice >= den
      : mode === 'half-even'
        ? twice > den || (twice === den && quotient % 2n === 1n)
        : false;
  if (up) quotient += 1n;
  const digits = num < 0n ? -quotient : quotient;
  return decimals >= 0 ? { digits, decimals } : { digits: digits * 10n ** BigInt(-decimals), decimals: 0 };
}

/** What a displayed number may stand for: every value that rounds to it, [low, high] with the ends included. */
export interface Interval {
  readonly low: Rational;
  readonly high: Rational;
}

/** The interval of a displayed decimal: 0.3 stands for [0.25, 0.35]. */
export function displayedInterval(shown: Decimal): Interval {
  const half = rational(1n, 2n * 10n ** BigInt(shown.decimals));
  const value = toRational(shown);
  return { low: subtract(value, half), high: add(value, half) };
}

export const meets = (a: Interval, b: Interval): boolean => compare(a.low, b.high) <= 0 && compare(b.low, a.high) <= 0;
