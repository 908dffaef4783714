import { formatDecimal, trimZeros } from '../model/decimal.js';
import { divide, powerOfTen, type Rational } from '../model/rational.js';
import { round } from '../model/rounding.js';
import type { Unit } from '../model/unit.js';

/** An exact value as a plain decimal without superfluous zeros; what has no end is cut to 6 decimals. */
export function formatExact(value: Rational): string {
  let den = value.den;
  let places = 0;
  while (den % 10n === 0n) [den, places] = [den / 10n, places + 1];
  while (den % 2n === 0n) [den, places] = [den / 2n, places + 1];
  while (den % 5n === 0n) [den, places] = [den / 5n, places + 1];
  return formatDecimal(trimZeros(round(value, den === 1n ? Math.min(places, 30) : 6)));
}

/** A value of the base unit, said in a scaled one: 95.4亿件 from 9540000000件. */
export const inUnit = (value: Rational, unit: Unit | undefined): Rational =>
  divide(value, powerOfTen(unit?.exponent ?? 0));

/** The exact decimal of a value of the base unit, in a scaled unit. */
export const formatIn = (value: Rational, unit: Unit | undefined): string => formatExact(inUnit(value, unit));

/** A rate in %, to two decimals for people. */
export const formatRate = (value: Rational): string => formatDecimal(round(value, 2));
