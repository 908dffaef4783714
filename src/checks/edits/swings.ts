import { formatDecimal } from '../../model/decimal.js';
import { divide, multiply, ONE, rational, subtract } from '../../model/rational.js';
import { round } from '../../model/rounding.js';
import { ACTUAL, LEVEL } from '../columns.js';
import { outliers } from '../ratio-edit.js';
import type { Slices } from '../slices.js';
import type { Survey } from '../survey.js';

/** Fewer ratios than this have no quartiles worth the name. */
const ENOUGH = 8;

/**
 * The growth of each member of a peer group against that of the group: a ratio edit of v(t) / v(t−12), larger figures weighing more.
 */
export function checkSwings(survey: Survey): void {
  const { slices, indicators } = survey;
  const tally = survey.open({ id: 'swing', code: 'swing', severity: 'soft' });
  const most = survey.families.reduce((n, family) => Math.max(n, family.seen.length), 0);
  const [now, then] = [new Int32Array(most), new Int32Array(most)];
  const [ratios, sizes] = [new Float64Array(most), new Float64Array(most)];
  for (let slice = 0; slice < slices.size; slice++) {
    const kind = indicators[slices.indicator[slice]!]?.kind;
    if (slices.measure[slice] !== LEVEL || slices.scenario[slice] !== ACTUAL || (kind !== 'flow' && kind !== 'stock'))
      continue;
    const end = slices.end[slice]!;
    const lastYear = slices.at(slice, end - 12, slices.months[slice]!);
    if (lastYear < 0) continue;
    for (const { seen } of survey.families) {
      if (seen.length < ENOUGH) continue;
      let count = 0;
      for (let k = 0; k < seen.length; k++) {
        const cell = slices.cellAt(slice, seen[k]!);
        const base = cell < 0 ? -1 : slices.peerAt(lastYear, seen[k]!, cell);
        if (base < 0) continue;
        const [a, b] = [slices.values[cell]!, slices.values[base]!];
        if (!(a > 0 && b > 0)) continue;
        now[count] = cell;
        then[count] = base;
        ratios[count] = a / b;
        sizes[count++] = Math.max(a, b);
      }
      if (count < ENOUGH) continue;
      tally.evaluate(end);
      for (const at of outliers(ratios.subarray(0, count), sizes.subarray(0, count))) {
        const [cell, base] = [now[at]!, then[at]!];
        if (roundingExplains(slices, cell) || roundingExplains(slices, base)) continue;
        tally.violate(end, () => describe(survey, slices.rows[cell]!, slices.rows[base]!, count));
      }
    }
  }
}

/** A figure of one or two digits swings by its rounding alone. */
const roundingExplains = (slices: Slices, cell: number): boolean => slices.values[cell]! < slices.half(cell) * 10;

function describe(survey: Survey, row: number, base: number, peers: number) {
  const { columns } = survey;
  const rate = multiply(subtract(divide(columns.exactValue(row), columns.exactValue(base)), ONE), rational(100n));
  const found = formatDecimal(round(rate, 1));
  return { rows: [row, base], args: { what: survey.describe(row), found, peers, unit: '%' }, found };
}
