import type { Partition } from '../../catalogue/schema.js';
import { GROWTH, LEVEL } from '../columns.js';
import { Parts, sumStands } from '../relation.js';
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
  const { slices } = survey;
  const { table } = survey.columns;
  const whole = table.indicators.find(partition.whole);
  const parts = partition.parts.map((id) => table.indicators.find(id)).filter((id) => id >= 0);
  if (whole < 0 || parts.length === 0) return;
  const kind = survey.indicators[whole]?.kind;
  if (kind !== 'flow' && kind !== 'stock') return;
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
  const found = new Parts(parts.length);
  for (const slice of slices.ofIndicator(whole)) {
    const measure = slices.measure[slice]!;
    if (measure !== LEVEL && measure !== GROWTH) continue;
    const [scenario, end, months] = [slices.scenario[slice]!, slices.end[slice]!, slices.months[slice]!];
    const beside = parts.map((part) => slices.find(measure, scenario, part, end, months));
    for (let cell = slices.start[slice]!; cell < slices.start[slice + 1]!; cell++) {
      if (!slices.hasValue(cell)) continue;
      const area = slices.areaOf(cell);
      found.clear();
      for (const other of beside) {
        const part = slices.peerAt(other, area, cell);
        if (part >= 0) found.add(part);
      }
      if (found.length === 0) continue;
      const complete = partition.exhaustive && found.length === partition.parts.length;
      if (measure === LEVEL) checkLevels(survey, complete ? sums : bounds, cell, found, complete);
      else if (complete) checkGrowth(survey, growths, cell, found);
    }
  }
}

function checkLevels(survey: Survey, tally: Tally, whole: number, parts: Parts, complete: boolean): void {
  const { slices } = survey;
  const { table } = survey.columns;
  const end = table.periodEnd[slices.rows[whole]!]!;
  const indicatorOf = (part: number) => table.indicator[slices.rows[part]!]!;
  if (!complete && parts.list().some((part) => survey.indicators[indicatorOf(part)]?.signed)) return;
  tally.evaluate(end);
  if (sumStands(slices, whole, complete ? '=' : '≥', parts)) return;
  tally.violate(end, () => {
    const violation = describeSum(survey, whole, parts.list());
    const named = parts.list().map((part) => survey.indicatorName(indicatorOf(part)));
    return { ...violation, args: { ...violation.args, parts: named } };
  });
}

function checkGrowth(survey: Survey, tally: Tally, whole: number, found: Parts): void {
  const parts = found.list();
  const end = survey.columns.table.periodEnd[survey.slices.rows[whole]!]!;
  tally.evaluate(end);
  if (!growthWithin(survey.slices, whole, parts)) tally.violate(end, () => describeGrowthOutside(survey, whole, parts));
}
