import { formatDecimal } from '../../model/decimal.js';
import { divide, multiply, ONE, rational, subtract } from '../../model/rational.js';
import { round } from '../../model/rounding.js';
import { outliers } from '../ratio-edit.js';
import type { Slices } from '../slices.js';
import type { Survey } from '../survey.js';
import type { Violation } from '../tally.js';
import { type Growth, GrowthHistory } from './growth-history.js';

/** Fewer growth rates than this have no quartiles worth the name. */
const ENOUGH = 8;

/**
 * The growth of each member of a peer group against that of the group: a ratio edit of v(t) / v(t−12), larger figures weighing more.
 * What stands out among the peers but not in the region's own past is its way, and no swing. A series without peers (the
 * country, a single enterprise) is held against its own past alone.
 */
export function checkSwings(survey: Survey): void {
  const history = new GrowthHistory(survey);
  checkAmongPeers(survey, history);
  checkAlone(survey, history);
}

function checkAmongPeers(survey: Survey, history: GrowthHistory): void {
  const { slices } = survey;
  const tally = survey.open({ id: 'swing', code: 'swing', severity: 'soft' });
  const most = survey.families.reduce((n, family) => Math.max(n, family.seen.length), 0);
  const [now, then] = [new Int32Array(most), new Int32Array(most)];
  const [ratios, sizes] = [new Float64Array(most), new Float64Array(most)];
  for (const steps of history.kinds)
    for (const { slice, lastYear } of steps)
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
        const end = slices.end[slice]!;
        tally.evaluate(end);
        for (const at of outliers(ratios.subarray(0, count), sizes.subarray(0, count))) {
          const growth = { cell: now[at]!, base: then[at]! };
          if (roundingExplains(slices, growth)) continue;
          const own = history.of(slice, slices.areaOf(growth.cell));
          if (own.count >= ENOUGH && !own.strange.some(({ cell }) => cell === growth.cell)) continue;
          tally.violate(end, () => describe(survey, growth, { peers: count }));
        }
      }
}

function checkAlone(survey: Survey, history: GrowthHistory): void {
  const { slices } = survey;
  const { refAreas } = survey.columns.table;
  const tally = survey.open({ id: 'swing-in-history', code: 'swing-in-history', severity: 'soft', folds: false });
  const hasPeers = (area: number) => (survey.familyOf(area)?.seen.length ?? 0) >= ENOUGH;
  const alone = Array.from({ length: refAreas.size }, (_, area) => area).filter((area) => !hasPeers(area));
  for (const steps of history.kinds)
    for (const area of alone) {
      const { count, strange } = history.of(steps[0]!.slice, area);
      if (count < ENOUGH) continue;
      const swings = strange.filter((growth) => !roundingExplains(slices, growth));
      for (const growth of swings) {
        // One wrong figure swings twice: from the year before, and back in the year after.
        if (swings.some(({ cell }) => cell === growth.base)) continue;
        const end = survey.columns.table.periodEnd[slices.rows[growth.cell]!]!;
        tally.violate(end, () => describe(survey, growth, { periods: count }));
      }
    }
}

/** A figure of one or two digits swings by its rounding alone. */
const roundingExplains = (slices: Slices, { cell, base }: Growth): boolean =>
  slices.values[cell]! < slices.half(cell) * 10 || slices.values[base]! < slices.half(base) * 10;

function describe(survey: Survey, { cell, base }: Growth, against: Readonly<Record<string, number>>): Violation {
  const { columns, slices } = survey;
  const [row, before] = slices.rowsOf([cell, base]) as [number, number];
  const rate = multiply(subtract(divide(columns.exactValue(row), columns.exactValue(before)), ONE), rational(100n));
  const found = formatDecimal(round(rate, 1));
  return { rows: [row, before], args: { what: survey.describe(row), found, ...against, unit: '%' }, found };
}
