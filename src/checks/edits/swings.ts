import { formatDecimal } from '../../model/decimal.js';
import { divide, multiply, ONE, rational, subtract } from '../../model/rational.js';
import { round } from '../../model/rounding.js';
import type { Columns } from '../columns.js';
import type { PeerGroups } from '../peer-groups.js';
import type { Survey } from '../survey.js';

/** Fewer ratios than this have no quartiles worth the name. */
const ENOUGH = 8;
/** How far beyond the quartiles, in quartile distances, a swing is called one. */
const REACH = 12;
/** The least quartile distance, as a share: peers that move alike to 1 % do not make 5 % a swing. */
const FLOOR = 0.05;

/**
 * The ratio edit of Hidiroglou and Berthelot (1986, Survey Methodology 12, 73–83): v(t) / v(t−12) of each member of a peer group
 * against the median of the group, made symmetric (s = r/m − 1 above, 1 − m/r below), weighted by the root of the size, and
 * held against the quartiles of the group.
 */
export function checkSwings(survey: Survey, groups: PeerGroups): void {
  const { columns, indicators } = survey;
  const { lastYear } = survey.links;
  const tally = survey.open({ id: 'swing', code: 'swing', severity: 'soft' });
  for (const { indicator, rows, end } of groups) {
    const kind = indicators[indicator]?.kind;
    if ((kind !== 'flow' && kind !== 'stock') || rows.length < ENOUGH) continue;
    const pairs: number[] = [];
    for (const row of rows) {
      const base = columns.hasValue(row) ? lastYear[row]! : -1;
      if (base >= 0 && columns.value(row) > 0 && columns.value(base) > 0) pairs.push(row);
    }
    if (pairs.length < ENOUGH) continue;
    tally.evaluate(end);
    for (const row of outliers(columns, pairs, lastYear)) {
      const base = lastYear[row]!;
      if (!roundingExplains(columns, row, base)) tally.violate(end, () => describe(survey, row, base, pairs.length));
    }
  }
}

/** Rows whose ratio lies beyond the reach of the quartiles. */
function outliers(columns: Columns, rows: readonly number[], lastYear: Int32Array): readonly number[] {
  const n = rows.length;
  const ratios = new Float64Array(n);
  const weights = new Float64Array(n);
  let largest = 0;
  for (let i = 0; i < n; i++) {
    const [now, then] = [columns.value(rows[i]!), columns.value(lastYear[rows[i]!]!)];
    ratios[i] = now / then;
    weights[i] = Math.max(now, then);
    largest = Math.max(largest, weights[i]!);
  }
  const middle = quantile(sorted(ratios), 0.5);
  const effects = new Float64Array(n);
  let mean = 0;
  for (let i = 0; i < n; i++) {
    const weight = Math.sqrt(weights[i]! / largest);
    mean += weight / n;
    effects[i] = (ratios[i]! >= middle ? ratios[i]! / middle - 1 : 1 - middle / ratios[i]!) * weight;
  }
  const order = sorted(effects);
  const [q1, m, q3] = [quantile(order, 0.25), quantile(order, 0.5), quantile(order, 0.75)];
  const low = m - REACH * Math.max(m - q1, FLOOR * mean);
  const high = m + REACH * Math.max(q3 - m, FLOOR * mean);
  return order[0]! >= low && order[n - 1]! <= high
    ? []
    : rows.filter((_, i) => effects[i]! < low || effects[i]! > high);
}

/** A sorted copy; most groups are the dozen cities of a province, for which insertion is quickest. */
function sorted(values: Float64Array): Float64Array {
  const copy = values.slice();
  if (copy.length > 64) return copy.sort();
  for (let i = 1; i < copy.length; i++) {
    const value = copy[i]!;
    let at = i;
    for (; at > 0 && copy[at - 1]! > value; at--) copy[at] = copy[at - 1]!;
    copy[at] = value;
  }
  return copy;
}

/** Linear between neighbours. */
function quantile(order: Float64Array, q: number): number {
  const at = (order.length - 1) * q;
  const low = order[Math.floor(at)]!;
  return low + (order[Math.ceil(at)]! - low) * (at - Math.floor(at));
}

/** A figure of one or two digits swings by its rounding alone. */
const roundingExplains = (columns: Columns, row: number, base: number): boolean =>
  columns.value(row) < columns.half(row) * 10 || columns.value(base) < columns.half(base) * 10;

function describe(survey: Survey, row: number, base: number, peers: number) {
  const { columns } = survey;
  const rate = multiply(subtract(divide(columns.exactValue(row), columns.exactValue(base)), ONE), rational(100n));
  const found = formatDecimal(round(rate, 1));
  return { rows: [row, base], args: { what: survey.describe(row), found, peers, unit: '%' }, found };
}
