import { add, compare, type Rational, subtract } from '../../model/rational.js';
import { formatExact } from '../figure-text.js';
import type { Slices } from '../slices.js';
import type { Survey } from '../survey.js';
import type { Violation } from '../tally.js';

/**
 * The growth of a whole is the mean of its parts' growths, weighted by their (positive) bases: it lies between the least and
 * the greatest, each as rounded.
 */
export function growthWithin(slices: Slices, whole: number, parts: readonly number[]): boolean {
  const { values, columns } = slices;
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const cell of parts) {
    const [v, half] = [values[cell]!, slices.half(cell)];
    low = Math.min(low, v - half);
    high = Math.max(high, v + half);
  }
  const [v, half] = [values[whole]!, slices.half(whole)];
  if (v - half > low + 1e-6 && v + half < high - 1e-6) return true;
  const [least, greatest] = bounds(slices, parts);
  const value = columns.exactValue(slices.rows[whole]!);
  const bound = columns.exactHalf(slices.rows[whole]!);
  return compare(add(value, bound), least) >= 0 && compare(subtract(value, bound), greatest) <= 0;
}

/** Least and greatest growth that the parts, as rounded, allow. */
function bounds(slices: Slices, parts: readonly number[]): readonly [Rational, Rational] {
  const { columns } = slices;
  const rows = slices.rowsOf(parts);
  const lows = rows.map((row) => subtract(columns.exactValue(row), columns.exactHalf(row)));
  const highs = rows.map((row) => add(columns.exactValue(row), columns.exactHalf(row)));
  return [lows.reduce((a, b) => (compare(a, b) <= 0 ? a : b)), highs.reduce((a, b) => (compare(a, b) >= 0 ? a : b))];
}

export function describeGrowthOutside(survey: Survey, whole: number, parts: readonly number[]): Violation {
  const { columns, slices } = survey;
  const [row, ...others] = slices.rowsOf([whole, ...parts]) as [number, ...number[]];
  const value = columns.exactValue(row);
  const shown = others.map((other) => columns.exactValue(other)).sort(compare);
  const [least, greatest] = [shown[0] ?? value, shown.at(-1) ?? value];
  const distance = compare(value, least) < 0 ? subtract(least, value) : subtract(value, greatest);
  const found = formatExact(value);
  const expected = `${formatExact(least)}–${formatExact(greatest)}`;
  return {
    rows: [row, ...others],
    args: { what: survey.describe(row), found, expected, distance: formatExact(distance), unit: '%' },
    found,
    expected,
    distance: formatExact(distance),
    weight: Number(distance.num) / Number(distance.den),
  };
}
