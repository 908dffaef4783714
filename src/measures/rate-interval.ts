import { parseDecimal } from '../model/decimal.js';
import type { Figure, Term } from '../model/figure.js';
import { add, divide, multiply, powerOfTen, type Rational, rational, sign, subtract, sum } from '../model/rational.js';
import type { Interval } from '../model/rounding.js';
import { parseUnit } from '../model/unit.js';
import { HUNDRED } from './operand.js';

/**
 * How far a level may be from its displayed value, in its unit: half a unit of the last decimal delivered; a level that was
 * differenced or summed carries the half units of all its terms.
 */
export function halfUnit(figure: Figure): Rational {
  return sum(figure.derivation.terms.map((term) => halfOf(term, figure.unit)));
}

function halfOf({ value, unit }: Term, into: string): Rational {
  const exponent = (parseUnit(unit)?.exponent ?? 0) - (parseUnit(into)?.exponent ?? 0);
  return multiply(powerOfTen(exponent - (parseDecimal(value)?.decimals ?? 0)), rational(1n, 2n));
}

/** The least and the greatest value that a displayed figure stands for. */
export function bounds(figure: Figure): readonly [Rational, Rational] {
  const off = halfUnit(figure);
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
