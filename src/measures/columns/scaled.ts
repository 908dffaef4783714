import type { RoundingMode } from '../../model/rounding.js';

/**
 * Exact arithmetic on decimals held as whole numbers in doubles (12.30 is 1230 with two decimals). A double holds whole
 * numbers exactly up to 2^53; every function here gives NaN where a step could go beyond, and the caller then asks the
 * exact road. No result is ever approximate.
 */

const LARGEST = Number.MAX_SAFE_INTEGER;
const POWERS = Float64Array.from({ length: 16 }, (_, n) => 10 ** n);

/** 10^n; NaN where that is beyond. */
export const powerOfTen = (n: number): number => (n < POWERS.length ? POWERS[n]! : Number.NaN);

/** A whole number, or NaN where it is beyond. */
const checked = (whole: number): number => (whole <= LARGEST && whole >= -LARGEST ? whole : Number.NaN);

/** scaled × 10^by, by not negative. */
export const enlarge = (scaled: number, by: number): number => (scaled === 0 ? 0 : checked(scaled * powerOfTen(by)));

/**
 * num ÷ den rounded to a whole number, both whole and not negative, den > 0. Half up it is ⌊(2·num + den) ÷ 2·den⌋. The
 * quotient of two such doubles never rounds up to the next whole number, so that its floor is the true one.
 */
function divideWhole(num: number, den: number, mode: RoundingMode): number {
  if (mode === 'half-up') return Math.floor(checked(num + num + den) / (den + den));
  const quotient = Math.floor(checked(num) / den);
  if (mode === 'truncate') return quotient;
  const twice = 2 * (num - quotient * den);
  return twice > den || (twice === den && quotient % 2 === 1) ? quotient + 1 : quotient;
}

/** With the sign of another number; zero has none, as −0 + 0 is 0. */
const withSignOf = (sign: number, magnitude: number): number => Math.sign(sign) * magnitude + 0;

/** A decimal with `decimals` places rounded to `places`, or filled with zeros: its digits. */
export function roundTo(scaled: number, decimals: number, places: number, mode: RoundingMode): number {
  if (places >= decimals) return enlarge(scaled, places - decimals);
  return withSignOf(scaled, divideWhole(Math.abs(scaled), powerOfTen(decimals - places), mode));
}

/**
 * Growth in %, rounded once: (now ÷ base − 1) × 100 to `places` decimals, as its digits. Both on one scale, base > 0,
 * `power` = 10^(places + 2). Half up this is ⌊(2·power·|d| + p) ÷ 2p⌋.
 */
export function growthDigits(now: number, base: number, power: number, mode: RoundingMode): number {
  const change = now - base;
  return withSignOf(change, divideWhole(checked(Math.abs(change) * power), base, mode));
}
