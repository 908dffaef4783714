import { absolute, add, type Rational, subtract, ZERO } from '../../model/rational.js';
import { formatIn } from '../figure-text.js';
import { evaluateExactly, sumRelation } from '../relation.js';
import type { Survey } from '../survey.js';
import type { Violation } from '../tally.js';

/** Cells of a total and its parts that do not fit: 合计, 分项之和, 相差, 修约误差, all in the total's unit. */
export function describeSum(survey: Survey, totalCell: number, partCells: readonly number[]): Violation {
  const { columns, slices } = survey;
  const [total, ...parts] = slices.rowsOf([totalCell, ...partCells]) as [number, ...number[]];
  const unit = columns.unitOf(total);
  const sum = parts.reduce<Rational>((s, row) => add(s, columns.exactValue(row)), ZERO);
  const value = columns.exactValue(total);
  const { tolerance } = evaluateExactly(sumRelation(total, '=', parts), columns);
  const distance = absolute(subtract(value, sum));
  const [found, expected] = [formatIn(value, unit), formatIn(sum, unit)];
  return {
    rows: [total, ...parts],
    args: {
      what: survey.describe(total),
      found,
      expected,
      distance: formatIn(distance, unit),
      tolerance: formatIn(tolerance, unit),
      unit: unit?.text ?? '',
    },
    found,
    expected,
    distance: formatIn(distance, unit),
    weight: Number(distance.num) / Number(distance.den),
  };
}
