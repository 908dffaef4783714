import { type Rational, rational } from './rational.js';

/** A decimal as it was given: `digits` / 10^`decimals`. 17.0 is {170n, 1}, and differs in precision from 17. */
export interface Decimal {
  readonly digits: bigint;
  readonly decimals: number;
}

const PLAIN = /^([+-]?)(\d+)(?:\.(\d+))?$/;
/** So that the number of decimals fits a byte. */
const LONGEST = 255;

/** Reads a plain decimal ("-1234.50"): ASCII digits, one point, no exponent, no separators. Undefined for anything else. */
export function parseDecimal(text: string): Decimal | undefined {
  if (text.length > LONGEST) return undefined;
  const m = PLAIN.exec(text);
  if (!m) return undefined;
  const [, mark, whole = '', fraction = ''] = m;
  const digits = BigInt(whole + fraction);
  return { digits: mark === '-' ? -digits : digits, decimals: fraction.length };
}

export const toRational = (d: Decimal): Rational => rational(d.digits, 10n ** BigInt(d.decimals));

/** Writes a decimal with all its decimals: {170n, 1} → "17.0". Zero has no sign. */
export function formatDecimal(d: Decimal): string {
  const negative = d.digits < 0n;
  const text = (negative ? -d.digits : d.digits).toString().padStart(d.decimals + 1, '0');
  const cut = text.length - d.decimals;
  return (negative ? '-' : '') + (d.decimals > 0 ? `${text.slice(0, cut)}.${text.slice(cut)}` : text);
}

/** The same value without trailing zeros after the point: 17.0 → 17. */
export function trimZeros(d: Decimal): Decimal {
  let { digits, decimals } = d;
  while (decimals > 0 && digits % 10n === 0n) {
    digits /= 10n;
    decimals -= 1;
  }
  return { digits, decimals };
}
