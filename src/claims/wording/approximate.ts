import { type Decimal, toRational, trimZeros } from '../../model/decimal.js';
import {
  absolute,
  add,
  compare,
  divide,
  multiply,
  ONE,
  powerOfTen,
  type Rational,
  rational,
  sign,
  subtract,
} from '../../model/rational.js';
import { round } from '../../model/rounding.js';
import { ROUGH } from '../rough-number.js';
import type { RoughNumber, TokenClass } from '../token.js';

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

/** The whole tenths (成) that are true of the value: bare within a tenth of one, else as the approximator asks. */
export function wholeTenths(value: Rational, approximator: TokenClass | undefined): Decimal | undefined {
  const found = approximator ? candidate(value, 0, approximator) : round(value, 0);
  if (!found || found.digits < 1n || found.digits > 9n) return undefined;
  const rough = ROUGH.tenth(multiply(toRational(found), TEN));
  const bare = { ...rough, within: ONE };
  return isTrueRoughly(multiply(value, TEN), approximator ? rough : bare, approximator) ? found : undefined;
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

/**
 * Whether a written number with this approximator says something true of the value. 一倍多 and 10余 reach up to the next number
 * of their kind: below 两倍, below 20.
 */
export function isTrueApproximation(value: Rational, written: Decimal, approximator: TokenClass): boolean {
  const shown = toRational(written);
  const order = compare(value, shown);
  const strict: Partial<Record<TokenClass, boolean>> = {
    'before-number-below': order < 0,
    'before-number-above': order > 0,
    'before-number-mark': order >= 0,
    'after-number-above': order > 0,
    'after-number-at-least': order >= 0,
  };
  const near =
    approximator === 'before-number-mark' ||
    isNear(value, shown, approximator) ||
    (approximator === 'after-number-above' && compare(value, nextOfItsKind(written)) < 0);
  return (strict[approximator] ?? true) && near;
}

/** 一 → 二, 10 → 20; a number of more digits has none that is far from it. */
function nextOfItsKind(written: Decimal): Rational {
  const shown = toRational(written);
  const { digits, decimals } = trimZeros(written);
  if (decimals > 0 || digits >= 100n) return shown;
  return add(shown, digits % 10n === 0n ? TEN : ONE);
}

const TEN = rational(10n);

/** Whether words such as 近三成, 三分之一 and 过半 are true of the value, in %. */
export function isTrueRoughly(value: Rational, rough: RoughNumber, approximator: TokenClass | undefined): boolean {
  const distance = subtract(value, rough.value);
  const [order, far] = [sign(distance), absolute(distance)];
  switch (approximator) {
    case undefined:
      return compare(far, rough.within) <= 0;
    case 'before-number-below':
      return order < 0 && compare(far, rough.near) <= 0;
    case 'before-number-about':
    case 'after-number-about':
      return compare(far, rough.within) <= 0 || compare(far, divide(rough.value, TEN)) <= 0;
    case 'before-number-above':
    case 'after-number-above':
      return order > 0 && compare(far, rough.upTo) < 0;
    default:
      return order >= 0 && compare(far, rough.upTo) < 0;
  }
}
