import { type Decimal, toRational, trimZeros } from '../../model/decimal.js';
import { absolute, add, compare, divide, powerOfTen, type Rational, rational, subtract } from '../../model/rational.js';
import { round } from '../../model/rounding.js';
import type { TokenClass } from '../token.js';

/** How far a round number may lie from the figure: 近 within 5 %, 超, 余 and 约 within 10 %. */
const NEAR: Partial<Record<TokenClass, Rational>> = {
  'before-number-below': rational(5n, 100n),
  'before-number-above': rational(10n, 100n),
  'before-number-mark': rational(10n, 100n),
  'before-number-about': rational(10n, 100n),
  'after-number-about': rational(10n, 100n),
  'after-number-above': rational(10n, 100n),
  'after-number-at-least': rational(10n, 100n),
};

/** Number of digits before the point; 0 for 0.x, −1 for 0.0x. */
function magnitude(value: Rational): number {
  let n = 0;
  while (compare(value, powerOfTen(n)) >= 0) n += 1;
  while (n > -12 && compare(value, powerOfTen(n - 1)) < 0) n -= 1;
  return n;
}

/**
 * The round number that makes the approximator true: two significant digits, three where two would be too far. 近 and 不足
 * stand above the figure, 超 and 余 strictly below it, 以上 at or below it, 约 at the nearest. Undefined where none is near.
 */
export function roundNumber(value: Rational, approximator: TokenClass): Decimal | undefined {
  const size = magnitude(value);
  for (const digits of [2, 3]) {
    const decimals = digits - size;
    const found = candidate(value, decimals, approximator);
    if (found && isNear(value, toRational(found), approximator)) return found;
  }
  return undefined;
}

function candidate(value: Rational, decimals: number, approximator: TokenClass): Decimal | undefined {
  if (approximator === 'before-number-about' || approximator === 'after-number-about')
    return tidy(round(value, decimals));
  const down = round(value, decimals, 'truncate');
  const exact = compare(toRational(down), value) === 0;
  const step = powerOfTen(-decimals);
  const shifted = (by: 1 | -1): Decimal => {
    const r = toRational(down);
    return round(by === 1 ? add(r, step) : subtract(r, step), Math.max(decimals, 0));
  };
  if (approximator === 'before-number-below') return tidy(shifted(1));
  if (approximator === 'after-number-at-least') return tidy(down);
  return tidy(exact ? shifted(-1) : down);
}

function isNear(value: Rational, shown: Rational, approximator: TokenClass): boolean {
  const bound = NEAR[approximator];
  return (
    bound === undefined || (value.num !== 0n && compare(divide(absolute(subtract(shown, value)), value), bound) <= 0)
  );
}

/** Round numbers carry no empty decimals. */
const tidy = trimZeros;

/** Whether a written number with this approximator says something true of the value. */
export function isTrueApproximation(value: Rational, written: Rational, approximator: TokenClass): boolean {
  const order = compare(value, written);
  const strict: Partial<Record<TokenClass, boolean>> = {
    'before-number-below': order < 0,
    'before-number-above': order > 0,
    'before-number-mark': order >= 0,
    'after-number-above': order > 0,
    'after-number-at-least': order >= 0,
  };
  const near = approximator === 'before-number-mark' || isNear(value, written, approximator);
  return (strict[approximator] ?? true) && near;
}
