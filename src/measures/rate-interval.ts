import type { Figure } from '../model/figure.js';
import { add, divide, multiply, ONE, powerOfTen, type Rational, rational, sign, subtract } from '../model/rational.js';
import type { Interval } from '../model/rounding.js';
import { HUNDRED } from './operand.js';

/** Half a unit of the last decimal with which a figure was delivered, in its unit. Zero for what is exact. */
export function halfUnit(figure: Figure): Rational {
  return figure.decimals === undefined ? rational(0n) : multiply(powerOfTen(-figure.decimals), rational(1n, 2n));
}

/**
 * Every growth rate, in %, that two displayed levels of one unit allow: from (low ÷ high base − 1) to (high ÷ low base − 1).
 * Undefined where the base may be zero or less.
 */
export function rateInterval(now: Figure, base: Figure): Interval | undefined {
  const [a, b] = [halfUnit(now), halfUnit(base)];
  const [lowBase, highBase] = [subtract(base.value, b), add(base.value, b)];
  if (sign(lowBase) <= 0) return undefined;
  const [low, high] = [subtract(now.value, a), add(now.value, a)];
  const rate = (v: Rational, over: Rational) => multiply(subtract(divide(v, over), ONE), HUNDRED);
  return { low: rate(low, sign(low) < 0 ? lowBase : highBase), high: rate(high, sign(high) < 0 ? highBase : lowBase) };
}
