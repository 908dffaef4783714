import type { Partition } from '../../catalogue/schema.js';
import { GROWTH, LEVEL } from '../columns.js';
import { sumStands } from '../relation.js';
import type { Survey } from '../survey.js';
import type { Tally } from '../tally.js';
import { describeGrowthOutside, growthWithin } from './growth-of-parts.js';
import { describeSum } from './sums.js';

/**
 * The catalogue's partitions: exhaustive parts add up to their whole, others stay within it; and a whole grows between its
 * slowest and its fastest part.
 */
export function checkPartitions(survey: Survey): void {
  for (const partition of survey.catalogue?.data.partitions ?? []) checkPartition(survey, partition);
}

function checkPartition(survey: Survey, partition: Partition): void {
  const { columns } = survey;
  const { table, cube } = columns;
  const whole = table.indicators.find(partition.whole);
  const parts = partition.parts.map((id) => table.indicators.find(id)).filter((id) => id >= 0);
  if (whole < 0 || parts.length === 0) return;
  const id = `${partition.whole}/${partition.by}`;
  const label = `${survey.indicatorName(whole)} ${partition.exhaustive ? '=' : '≥'} ${parts.map((p) => survey.indicatorName(p)).join(' + ')}`;
  const sums = survey.open({ id: `parts:${id}`, code: 'parts-differ-from-total', severity: 'hard', label });
  const bounds = survey.open({ id: `part-of:${id}`, code: 'part-exceeds-whole', severity: 'hard', label });
  const growths = survey.open({
    id: `growth-of-parts:${id}`,
    code: 'whole-growth-outside-parts',
    severity: 'hard',
    label,
  });
  const additive = survey.indicators[whole]?.kind === 'flow' || survey.indicators[whole]?.kind === 'stock';
  const rows: number[] = [];
  for (const row of survey.rowsOf(whole)) {
    const measure = table.measure[row]!;
    if ((measure !== LEVEL && measure !== GROWTH) || !additive || !columns.hasValue(row)) continue;
    rows.length = 0;
    for (const part of parts) {
      const [area, end, months] = [table.refArea[row]!, table.periodEnd[row]!, table.periodMonths[row]!];
      const found = cube.findRow(measure, table.scenario[row]!, part, area, end, months);
      if (
        found >= 0 &&
        columns.hasValue(found) &&
        (measure === GROWTH || columns.baseOf(found) === columns.baseOf(row))
      )
        rows.push(found);
    }
    if (rows.length === 0 || !columns.isLatest(row)) continue;
    const complete = partition.exhaustive && rows.length === partition.parts.length;
    if (measure === LEVEL) checkLevels(survey, complete ? sums : bounds, row, rows, complete);
    else if (complete) checkGrowth(survey, growths, row, rows);
  }
}

function checkLevels(survey: Survey, tally: Tally, whole: number, parts: readonly number[], complete: boolean): void {
  const { columns } = survey;
  const end = columns.table.periodEnd[whole]!;
  if (!complete && parts.some((row) => survey.indicators[columns.table.indicator[row]!]?.signed)) return;
  tally.evaluate(end);
  if (sumStands(columns, whole, complete ? '=' : '≥', parts, parts.length)) return;
  const named = parts.map((row) => survey.indicatorName(columns.table.indicator[row]!));
  tally.violate(end, () => {
    const violation = describeSum(survey, whole, parts);
    return { ...violation, args: { ...violation.args, parts: named } };
  });
}

function checkGrowth(survey: Survey, tally: Tally, whole: number, parts: readonly number[]): void {
  const end = survey.columns.table.periodEnd[whole]!;
  tally.evaluate(end);
  if (!growthWithin(survey.columns, whole, parts))
    tally.violate(end, () => describeGrowthOutside(survey, whole, parts));
}
