import { absolute, add, compare, multiply, type Rational, rational, subtract, ZERO } from '../model/rational.js';
import type { Columns } from './columns.js';

/** How the two sides of an edit rule must stand. */
export type Comparison = '=' | '≥' | '≤' | '>' | '<';

/** One figure of a linear relation: coefficient × cell. */
export interface RelationTerm {
  readonly row: number;
  readonly coefficient: Rational;
}

/** Σ coefficient × cell + constant, against zero. All in the base unit. */
export interface Relation {
  readonly terms: readonly RelationTerm[];
  readonly constant: Rational;
  readonly comparison: Comparison;
  /** Declared in the base unit; without it the provable bound Σ |coefficient| × half a unit of the last place. */
  readonly tolerance?: Rational;
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
  let residual = relation.constant;
  let bound = ZERO;
  for (const { row, coefficient } of relation.terms) {
    residual = add(residual, multiply(coefficient, columns.exactValue(row)));
    bound = add(bound, multiply(absolute(coefficient), columns.exactHalf(row)));
  }
  const tolerance = relation.tolerance ?? bound;
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

/** Whether a relation holds: floating point decides what is clear, exact arithmetic what is near the bound. */
export function relationStands(relation: Relation, columns: Columns): boolean {
  let residual = approximate(relation.constant);
  let bound = 0;
  let size = Math.abs(residual);
  for (const { row, coefficient } of relation.terms) {
    const c = approximate(coefficient);
    const v = c * columns.value(row);
    residual += v;
    size += Math.abs(v);
    bound += Math.abs(c) * columns.half(row);
  }
  if (relation.tolerance !== undefined) bound = approximate(relation.tolerance);
  const margin = (size + bound) * MARGIN;
  const { comparison } = relation;
  const over =
    comparison === '=' ? Math.abs(residual) : comparison === '≥' || comparison === '>' ? -residual : residual;
  if (over < bound - margin) return true;
  if (over > bound + margin) return false;
  return evaluateExactly(relation, columns).holds;
}

const approximate = (x: Rational): number => Number(x.num) / Number(x.den);

/**
 * Whether total = Σ parts (`=`), total ≥ Σ parts or total ≤ Σ parts, within rounding. Floating point decides what is clear,
 * exact arithmetic what is near the bound. `count` rows of `parts` are read.
 */
export function sumStands(
  columns: Columns,
  total: number,
  comparison: '=' | '≥' | '≤',
  parts: ArrayLike<number>,
  count: number,
): boolean {
  let residual = columns.value(total);
  let bound = columns.half(total);
  let size = Math.abs(residual);
  for (let i = 0; i < count; i++) {
    const v = columns.value(parts[i]!);
    residual -= v;
    bound += columns.half(parts[i]!);
    size += Math.abs(v);
  }
  const margin = (size + bound) * MARGIN;
  const over = comparison === '=' ? Math.abs(residual) : comparison === '≥' ? -residual : residual;
  if (over <= bound - margin) return true;
  if (over > bound + margin) return false;
  return evaluateExactly(sumRelation(total, comparison, parts, count), columns).holds;
}

/** total (=, ≥, ≤) Σ parts as a relation. */
export function sumRelation(
  total: number,
  comparison: Comparison,
  parts: ArrayLike<number>,
  count = parts.length,
): Relation {
  const terms: RelationTerm[] = [{ row: total, coefficient: rational(1n) }];
  for (let i = 0; i < count; i++) terms.push({ row: parts[i]!, coefficient: rational(-1n) });
  return { terms, constant: ZERO, comparison };
}
