import type { RoundingMode } from '../../model/rounding.js';

/**
 * Exact arithmetic on decimals held as whole numbers in doubles (12.30 is 1230 with two decimals). A double holds whole
 * numbers exactly up to 2^53; every function here gives NaN where a step could go beyond, and the caller then asks the
 * exact road. No result is ever approximate.
 */

const LARGEST = Number.MAX_SAFE_INTEGER;
const POWERS = Array.from({ length: 16 }, (_, n) => 10 ** n);

/** scaled × 10^by, by not negative. */
export function enlarge(scaled: number, by: number): number {
  const power = POWERS[by];
  if (power === undefined) return scaled === 0 ? 0 : Number.NaN;
  const product = scaled * power;
  return product <= LARGEST && product >= -LARGEST ? product : Number.NaN;
}

/**
 * num ÷ den rounded to a whole number, both whole and not negative, den > 0, num at most 2^53. The quotient of two such
 * doubles never rounds up to the next whole number, so that its floor is the true one.
 */
function divideWhole(num: number, den: number, mode: RoundingMode): number {
  const quotient = Math.floor(num / den);
  if (mode === 'truncate') return quotient;
  const twice = 2 * (num - quotient * den);
  const up = twice > den || (twice === den && (mode === 'half-up' || quotient % 2 === 1));
  return up ? quotient + 1 : quotient;
}

/** Zero without a sign. */
const signed = (magnitude: number, negative: boolean): number => (negative && magnitude !== 0 ? -magnitude : magnitude);

/** A decimal with `decimals` places rounded to `places`, or filled with zeros: its digits. */
export function roundTo(scaled: number, decimals: number, places: number, mode: RoundingMode): number {
  if (places >= decimals) return enlarge(scaled, places - decimals);
  const power = POWERS[decimals - places];
  if (power === undefined) return Number.NaN;
  return signed(divideWhole(Math.abs(scaled), power, mode), scaled < 0);
}

/**
 * Growth in %, rounded once: (now ÷ base − 1) × 100 to `places` decimals, as its digits. Both on one scale, base > 0. Half
 * up this is ⌊(2·10^k·|d| + p) ÷ 2p⌋ with k = places + 2.
 */
export function growthDigits(now: number, base: number, places: number, mode: RoundingMode): number {
  const change = now - base;
  const enlarged = enlarge(Math.abs(change), places + 2);
  if (Number.isNaN(enlarged)) return Number.NaN;
  return signed(divideWhole(enlarged, base, mode), change < 0);
}
