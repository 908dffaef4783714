import { add, compare, type Rational, subtract } from '../../model/rational.js';
import type { Columns } from '../columns.js';
import { formatExact } from '../figure-text.js';
import type { Survey } from '../survey.js';
import type { Violation } from '../tally.js';

/**
 * The growth of a whole is the mean of its parts' growths, weighted by their (positive) bases: it lies between the least and
 * the greatest, each as rounded.
 */
export function growthWithin(columns: Columns, whole: number, parts: readonly number[]): boolean {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const row of parts) {
    const [v, half] = [columns.value(row), columns.half(row)];
    low = Math.min(low, v - half);
    high = Math.max(high, v + half);
  }
  const [v, half] = [columns.value(whole), columns.half(whole)];
  if (v - half > low + 1e-6 && v + half < high - 1e-6) return true;
  const [least, greatest] = bounds(columns, parts);
  const value = columns.exactValue(whole);
  const bound = columns.exactHalf(whole);
  return compare(add(value, bound), least) >= 0 && compare(subtract(value, bound), greatest) <= 0;
}

/** Least and greatest growth that the parts, as rounded, allow. */
function bounds(columns: Columns, parts: readonly number[]): readonly [Rational, Rational] {
  const lows = parts.map((row) => subtract(columns.exactValue(row), columns.exactHalf(row)));
  const highs = parts.map((row) => add(columns.exactValue(row), columns.exactHalf(row)));
  return [lows.reduce((a, b) => (compare(a, b) <= 0 ? a : b)), highs.reduce((a, b) => (compare(a, b) >= 0 ? a : b))];
}

export function describeGrowthOutside(survey: Survey, whole: number, parts: readonly number[]): Violation {
  const { columns } = survey;
  const value = columns.exactValue(whole);
  const shown = parts.map((row) => columns.exactValue(row)).sort(compare);
  const [least, greatest] = [shown[0] ?? value, shown.at(-1) ?? value];
  const distance = compare(value, least) < 0 ? subtract(least, value) : subtract(value, greatest);
  const found = formatExact(value);
  const expected = `${formatExact(least)}–${formatExact(greatest)}`;
  return {
    rows: [whole, ...parts],
    args: { what: survey.describe(whole), found, expected, distance: formatExact(distance), unit: '%' },
    found,
    expected,
    distance: formatExact(distance),
    weight: Number(distance.num) / Number(distance.den),
  };
}
