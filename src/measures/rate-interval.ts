import type { Figure } from '../model/figure.js';
import { add, divide, multiply, powerOfTen, type Rational, rational, sign, subtract } from '../model/rational.js';
import type { Interval } from '../model/rounding.js';
import { HUNDRED } from './operand.js';

/** Half a unit of the last decimal with which a figure was delivered, in its unit. Zero for what is exact. */
export function halfUnit(figure: Figure): Rational {
  return figure.decimals === undefined ? rational(0n) : multiply(powerOfTen(-figure.decimals), rational(1n, 2n));
}

/** What a figure may stand for: a sum of k rounded terms may be off by k halves. */
function bounds(figure: Figure): readonly [Rational, Rational] {
  const off = multiply(
    halfUnit(figure),
    rational(figure.derivation.kind === 'computed' ? figure.derivation.terms.length : 1),
  );
  return [subtract(figure.value, off), add(figure.value, off)];
}

/** Every a ÷ b × 100 that two displayed figures of one unit allow; undefined where b may be zero or less. */
export function ratioInterval(a: Figure, b: Figure): Interval | undefined {
  const [low, high] = bounds(a);
  const [lowBase, highBase] = bounds(b);
  if (sign(lowBase) <= 0) return undefined;
  const ratio = (v: Rational, over: Rational) => multiply(divide(v, over), HUNDRED);
  return {
    low: ratio(low, sign(low) < 0 ? lowBase : highBase),
    high: ratio(high, sign(high) < 0 ? highBase : lowBase),
  };
}

/** Every growth rate, in %, that two displayed levels of one unit allow: their ratio less 100. */
export function rateInterval(now: Figure, base: Figure): Interval | undefined {
  const ratio = ratioInterval(now, base);
  return ratio && { low: subtract(ratio.low, HUNDRED), high: subtract(ratio.high, HUNDRED) };
}
