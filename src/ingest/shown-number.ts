import type { Grid } from './grid.js';
import { type ScaledNumber, scale, typedDecimals } from './plain-number.js';

/** Decimals that numbers without a format of their own are given at most. */
export const MOST_DECIMALS = 8;

/** Decimals that the number of a cell has as it was typed. */
export function decimalsAt(grid: Grid, at: number): number {
  const typed = typedDecimals(grid.plainNumberAt(at));
  if (typed >= 0) return typed;
  const text = grid.textAt(at);
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
}

/**
 * The plain number of a cell as a scaled integer: with the decimals of the cell's format, or of its like where it has none, and more
 * where it was typed with more. False for a cell that is to be read as text.
 */
export function readShownNumber(grid: Grid, at: number, shown: number, into: ScaledNumber): boolean {
  const value = grid.plainNumberAt(at);
  if (Number.isNaN(value)) return false;
  const decimals = grid.formatDecimalsAt(at) ?? shown;
  if (scale(value, decimals, into)) return true;
  const typed = typedDecimals(value);
  return typed > decimals && scale(value, typed, into);
}
