import { formatDecimal } from '../../model/decimal.js';
import { divide, multiply, ONE, rational, subtract } from '../../model/rational.js';
import { round } from '../../model/rounding.js';
import type { Blocks } from '../blocks.js';
import { ACTUAL, LEVEL } from '../columns.js';
import { outliers } from '../ratio-edit.js';
import type { Survey } from '../survey.js';

/** Fewer ratios than this have no quartiles worth the name. */
const ENOUGH = 8;

/**
 * The growth of each member of a peer group against that of the group: a ratio edit of v(t) / v(t−12), larger figures weighing more.
 */
export function checkSwings(survey: Survey): void {
  const { blocks, indicators } = survey;
  const tally = survey.open({ id: 'swing', code: 'swing', severity: 'soft' });
  const most = survey.families.reduce((n, family) => Math.max(n, family.seen.length), 0);
  const [now, then] = [new Int32Array(most), new Int32Array(most)];
  const [ratios, sizes] = [new Float64Array(most), new Float64Array(most)];
  for (let block = 0; block < blocks.size; block++) {
    const kind = indicators[blocks.indicator[block]!]?.kind;
    if (blocks.measure[block] !== LEVEL || blocks.scenario[block] !== ACTUAL || (kind !== 'flow' && kind !== 'stock'))
      continue;
    const end = blocks.end[block]!;
    const lastYear = blocks.at(block, end - 12, blocks.months[block]!);
    if (lastYear < 0) continue;
    for (const { seen } of survey.families) {
      if (seen.length < ENOUGH) continue;
      let count = 0;
      for (let k = 0; k < seen.length; k++) {
        const cell = blocks.cellAt(block, seen[k]!);
        const base = cell < 0 ? -1 : blocks.peerAt(lastYear, seen[k]!, cell);
        if (base < 0) continue;
        const [a, b] = [blocks.values[cell]!, blocks.values[base]!];
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
        if (roundingExplains(blocks, cell) || roundingExplains(blocks, base)) continue;
        tally.violate(end, () => describe(survey, blocks.rows[cell]!, blocks.rows[base]!, count));
      }
    }
  }
}

/** A figure of one or two digits swings by its rounding alone. */
const roundingExplains = (blocks: Blocks, cell: number): boolean => blocks.values[cell]! < blocks.half(cell) * 10;

function describe(survey: Survey, row: number, base: number, peers: number) {
  const { columns } = survey;
  const rate = multiply(subtract(divide(columns.exactValue(row), columns.exactValue(base)), ONE), rational(100n));
  const found = formatDecimal(round(rate, 1));
  return { rows: [row, base], args: { what: survey.describe(row), found, peers, unit: '%' }, found };
}
