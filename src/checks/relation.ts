import { absolute, add, compare, multiply, type Rational, rational, subtract, ZERO } from '../model/rational.js';
import type { Columns } from './columns.js';
import type { Slices } from './slices.js';

/** How the two sides of an edit rule must stand. */
export type Comparison = '=' | '≥' | '≤' | '>' | '<';

/** A number of a rule: exact, and near enough to decide whatever is not near a bound. */
export interface Factor {
  readonly exact: Rational;
  readonly near: number;
}

export const factor = (exact: Rational): Factor => ({ exact, near: Number(exact.num) / Number(exact.den) });

const PLUS = factor(rational(1n));
const MINUS = factor(rational(-1n));
const NOTHING = factor(ZERO);

/** Σ coefficient × cell + constant, against zero. All in the base unit. */
export interface Relation {
  /** Rows of the cells, and the coefficient of each. */
  readonly rows: readonly number[];
  readonly coefficients: readonly Factor[];
  readonly constant: Factor;
  readonly comparison: Comparison;
  /** Declared in the base unit; without it the provable bound Σ |coefficient| × half a unit of the last place. */
  readonly tolerance?: Factor | undefined;
}

/** Exact outcome of a relation. */
export interface Outcome {
  readonly holds: boolean;
  /** Left minus right. */
  readonly residual: Rational;
  readonly tolerance: Rational;
}

/** Decides a relation exactly. */
export function evaluateExactly(relation: Relation, columns: Columns): Outcome {
  let residual = relation.constant.exact;
  let bound = ZERO;
  for (const [i, row] of relation.rows.entries()) {
    const { exact } = relation.coefficients[i]!;
    residual = add(residual, multiply(exact, columns.exactValue(row)));
    bound = add(bound, multiply(absolute(exact), columns.exactHalf(row)));
  }
  const tolerance = relation.tolerance?.exact ?? bound;
  return { holds: stands(residual, tolerance, relation.comparison), residual, tolerance };
}

function stands(residual: Rational, tolerance: Rational, comparison: Comparison): boolean {
  if (comparison === '=') return compare(absolute(residual), tolerance) <= 0;
  if (comparison === '≥') return compare(add(residual, tolerance), ZERO) >= 0;
  if (comparison === '≤') return compare(subtract(residual, tolerance), ZERO) <= 0;
  // A strict comparison fails only where no rounding of the cells could make it true.
  return comparison === '>'
    ? compare(add(residual, tolerance), ZERO) > 0
    : compare(subtract(residual, tolerance), ZERO) < 0;
}

/** Floating point is trusted only outside this relative distance from a bound: 2^53 leaves room for thousands of terms. */
const MARGIN = 1e-12;

/**
 * Whether a relation between cells holds: floating point decides what is clear, exact arithmetic what is near the bound.
 */
export function relationStands(cells: readonly number[], over: Omit<Relation, 'rows'>, slices: Slices): boolean {
  const { coefficients, comparison, tolerance } = over;
  let residual = over.constant.near;
  let bound = 0;
  let size = Math.abs(residual);
  for (let i = 0; i < cells.length; i++) {
    const { near } = coefficients[i]!;
    const v = near * slices.values[cells[i]!]!;
    residual += v;
    size += Math.abs(v);
    bound += Math.abs(near) * slices.half(cells[i]!);
  }
  if (tolerance !== undefined) bound = tolerance.near;
  const margin = (size + bound) * MARGIN;
  const excess = excessOf(residual, comparison);
  if (excess < bound - margin) return true;
  if (excess > bound + margin) return false;
  return evaluateExactly({ ...over, rows: slices.rowsOf(cells) }, slices.columns).holds;
}

const excessOf = (residual: number, comparison: Comparison): number =>
  comparison === '=' ? Math.abs(residual) : comparison === '≥' || comparison === '>' ? -residual : residual;

/** Cells gathered for a sum, used again and again: an array that shrinks and grows costs more than the sum. */
export class Parts {
  cells: Int32Array;
  length = 0;

  constructor(capacity: number) {
    this.cells = new Int32Array(capacity);
  }

  clear(): void {
    this.length = 0;
  }

  /** Throws RangeError beyond the capacity. */
  add(cell: number): void {
    if (this.length === this.cells.length) throw new RangeError('more parts than there is room for');
    this.cells[this.length++] = cell;
  }

  list(): readonly number[] {
    return [...this.cells.subarray(0, this.length)];
  }
}

/**
 * Whether total = Σ parts (`=`), total ≥ Σ parts or total ≤ Σ parts, within rounding: `relationStands` for the road of the
 * millions. Cells are given; `count` of `parts` are read.
 */
export function sumStands(
  slices: Slices,
  total: number,
  comparison: '=' | '≥' | '≤',
  parts: Parts,
  count = parts.length,
): boolean {
  const { values } = slices;
  let residual = values[total]!;
  let bound = slices.half(total);
  let size = Math.abs(residual);
  for (let i = 0; i < count; i++) {
    const part = parts.cells[i]!;
    const v = values[part]!;
    residual -= v;
    bound += slices.half(part);
    size += Math.abs(v);
  }
  const margin = (size + bound) * MARGIN;
  const excess = excessOf(residual, comparison);
  if (excess <= bound - margin) return true;
  if (excess > bound + margin) return false;
  const rows = slices.rowsOf(parts.cells.subarray(0, count));
  return evaluateExactly(sumRelation(slices.rows[total]!, comparison, rows), slices.columns).holds;
}

/** total (=, ≥, ≤) Σ parts as a relation between rows. */
export function sumRelation(total: number, comparison: Comparison, parts: readonly number[]): Relation {
  const rows = [total, ...parts];
  return { rows, coefficients: rows.map((_, i) => (i === 0 ? PLUS : MINUS)), constant: NOTHING, comparison };
}
