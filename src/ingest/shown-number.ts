import type { Grid } from './grid.js';
import { scale, typedDecimals } from './plain-number.js';

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
 * The decimals of the plain number of a cell: those of the cell's format, or of its like where it has none, and more where it was typed
 * with more. −1 for a cell that is to be read as text.
 */
export function shownDecimals(grid: Grid, at: number, ofItsLike: number): number {
  const value = grid.plainNumberAt(at);
  if (Number.isNaN(value)) return -1;
  const shown = grid.formatDecimalsAt(at) ?? ofItsLike;
  if (!Number.isNaN(scale(value, shown))) return shown;
  const typed = typedDecimals(value);
  return typed > shown ? typed : -1;
}
