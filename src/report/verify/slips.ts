import type { Claim } from '../../claims/claim.js';
import { type Decimal, formatDecimal, toRational } from '../../model/decimal.js';
import { equals, multiply, powerOfTen, type Rational } from '../../model/rational.js';
import { type RoundingMode, round } from '../../model/rounding.js';
import type { Cause } from './cause.js';
import type { Comparison } from './comparison.js';

/** Scales that a Chinese unit may carry: 件, 万件, 亿件, 万亿件. */
const SCALES: readonly (readonly [number, string])[] = [
  [0, ''],
  [4, '万'],
  [8, '亿'],
  [12, '万亿'],
];

/** A number that is a power of ten away: the scale of its unit is wrong, or its decimal point has moved. */
export function scaleLost(
  claim: Claim,
  written: Decimal,
  signed: Rational,
  decimals: number,
  mode: RoundingMode,
): Comparison | undefined {
  if (written.digits === 0n || claim.kind === 'rank' || claim.kind === 'rank-change') return undefined;
  const value = toRational(written);
  const printed = toRational(round(signed, decimals, mode));
  const isTimes = (power: number) =>
    [signed, printed].some((x) =>
      equals(toRational(round(multiply(x, powerOfTen(power)), written.decimals, mode)), value),
    );
  for (const power of [-4, 4, -8, 8]) {
    if (!isTimes(power)) continue;
    const code = Math.abs(power) === 4 ? 'ten-thousandfold' : 'hundred-millionfold';
    const unit = unitThatFits(claim, written, power);
    return {
      verdict: unit === undefined ? 'wrong' : 'unit-lost',
      cause: { code, args: {} },
      ...(unit ? { unit } : {}),
    };
  }
  for (const power of [-1, 1, -2, 2, -3, 3])
    if (isTimes(power)) return { verdict: 'wrong', cause: { code: 'decimal-shifted', args: {} } };
  return undefined;
}

/**
 * 600.00件 of 600.00万件: the unit that makes the number right. None where it is the number that has been moved: 1340000亿件
 * of 134亿件, 0.00134亿件.
 */
function unitThatFits({ unit }: Claim, written: Decimal, power: number): string | undefined {
  if (!unit || /^(?:%|百分点|倍|位)$/u.test(unit.base)) return undefined;
  const known = SCALES.find(([exponent]) => exponent === unit.exponent - power);
  const magnitude = written.digits < 0n ? -written.digits : written.digits;
  const padded = power > 0 && magnitude % 10n ** BigInt(power + written.decimals) === 0n;
  const tiny = power < 0 && magnitude < 10n ** BigInt(written.decimals);
  return known === undefined || padded || tiny ? undefined : known[1] + unit.base;
}

/** What a hand on a keyboard may have done to the right number; only where enough digits agree to say so. */
export function slipOf(claim: Claim, written: Decimal, signed: Rational, mode: RoundingMode): Cause | undefined {
  if (claim.kind === 'rank' || claim.kind === 'rank-change') return undefined;
  const right = formatDecimal(round(signed, written.decimals, mode));
  const found = formatDecimal(written);
  const cause = (code: Cause['code']): Cause => ({ code, args: { right } });
  if (significant(right) < 2 || significant(found) < 2) return undefined;
  const differ = [...right].flatMap((c, i) => (c === found[i] ? [] : [i]));
  const digits = (i: number) => /\d/.test(right[i] ?? '') && /\d/.test(found[i] ?? '');
  if (right.length === found.length && differ.every(digits)) {
    const [a, b] = [differ[0], differ[1]];
    const swapped = differ.length === 2 && right[a!] === found[b!] && right[b!] === found[a!] && isNext(right, a!, b!);
    if (swapped) return cause('digits-swapped');
    return differ.length === 1 && significant(right) >= 3 ? cause('one-digit') : undefined;
  }
  if (significant(right) >= 3 && lacksOne(found, right)) return cause('digit-lost');
  return significant(right) >= 3 && lacksOne(right, found) ? cause('digit-added') : undefined;
}

/** Side by side, the decimal point aside: 12.3 and 13.2. */
const isNext = (text: string, a: number, b: number): boolean => b - a === 1 || (b - a === 2 && text[a + 1] === '.');

/** Whether one digit put into the short text gives the long one. */
const lacksOne = (short: string, long: string): boolean =>
  long.length === short.length + 1 &&
  [...long].some((c, i) => /\d/.test(c) && long.slice(0, i) + long.slice(i + 1) === short);

/** Digits that tell something: without leading zeros. */
export const significant = (text: string): number => text.replace(/[^\d]/gu, '').replace(/^0+/u, '').length;
