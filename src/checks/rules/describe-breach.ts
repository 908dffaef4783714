import { absolute, add, multiply, type Rational } from '../../model/rational.js';
import { formatIn } from '../figure-text.js';
import { evaluateExactly, type Factor, type Relation } from '../relation.js';
import type { Survey } from '../survey.js';
import type { Violation } from '../tally.js';
import type { BoundRule } from './bind-rule.js';

/** The cells of a rule at one place: cell, term and coefficient of each, side by side. */
export interface Cells {
  readonly cells: number[];
  readonly terms: number[];
  readonly coefficients: Factor[];
}

export const relationOf = (
  { resolved, constant, tolerance }: BoundRule,
  { coefficients }: Cells,
): Omit<Relation, 'rows'> => ({
  coefficients,
  constant,
  comparison: resolved.comparison,
  tolerance,
});

/** A broken rule in figures: what stands on the left, on the right, and between them. */
export function describeBreach(survey: Survey, bound: BoundRule, cells: Cells): Violation {
  const { columns } = survey;
  const rows = survey.slices.rowsOf(cells.cells);
  const [first] = rows as [number];
  const unit = columns.unitOf(first);
  const { rule } = bound.resolved;
  const outcome = evaluateExactly({ ...relationOf(bound, cells), rows }, columns);
  const left = leftSide(survey, bound, rows, cells);
  const right = add(left, { num: -outcome.residual.num, den: outcome.residual.den });
  const distance = absolute(outcome.residual);
  const [found, expected] = [formatIn(left, unit), formatIn(right, unit)];
  return {
    rows,
    args: {
      what: survey.describe(first),
      rule: rule.label ?? rule.rule,
      found,
      expected,
      distance: formatIn(distance, unit),
      tolerance: formatIn(outcome.tolerance, unit),
      unit: unit?.text ?? '',
      ...(rule.explanation === undefined ? {} : { explanation: rule.explanation }),
    },
    found,
    expected,
    distance: formatIn(distance, unit),
    weight: Number(distance.num) / Number(distance.den),
  };
}

/** Value of what stands on the left of the comparison. */
function leftSide(
  { columns }: Survey,
  { resolved, terms }: BoundRule,
  rows: readonly number[],
  { terms: termOf }: Cells,
): Rational {
  let sum = resolved.constants.left;
  for (const [i, row] of rows.entries()) {
    const { coefficient, side } = terms[termOf[i]!]!.term;
    if (side === 'left') sum = add(sum, multiply(coefficient, columns.exactValue(row)));
  }
  return sum;
}
