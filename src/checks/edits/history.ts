import { formatDecimal } from '../../model/decimal.js';
import { ACTUAL, type Columns, LEVEL } from '../columns.js';
import type { PeerGroups } from '../peer-groups.js';
import type { Survey } from '../survey.js';
import type { Violation } from '../tally.js';

/** Digits (of one figure, or of several of one region and period together) that do not repeat by chance. */
const TELLING = 6;
const [LEAST, MOST] = [10 ** 3.5, 10 ** 4.5];

/**
 * Each level against its own past: a jump of 10⁴ (or 10⁸) smells of a wrong unit, a flow that repeats an earlier figure to
 * the last digit of an old one left standing. Which of two figures is at fault is told by how many others it contradicts.
 */
export function checkHistory(survey: Survey, groups: PeerGroups): void {
  const { columns, indicators } = survey;
  const { table } = columns;
  const { links } = survey;
  const jumps = survey.open({ id: 'unit-jump', code: 'unit-jump', severity: 'hard', folds: false });
  const stale = survey.open({ id: 'stale-figure', code: 'stale-figure', severity: 'soft' });
  const pairs: Pair[] = [];
  const repeated = new Map<string, Pair[]>();
  const counts = Uint8Array.from(indicators, (i) => (i && i.kind !== 'flow' && i.kind !== 'stock' ? 0 : 1));
  const flow = Uint8Array.from(indicators, (i) => (i?.kind === 'flow' ? 1 : 0));
  for (let row = 0; row < table.length; row++) {
    if (table.measure[row] !== LEVEL || table.scenario[row] !== ACTUAL || counts[table.indicator[row]!] === 0) continue;
    if (!columns.hasValue(row) || !columns.isLatest(row)) continue;
    const end = table.periodEnd[row]!;
    const lastYear = links.lastYear[row]!;
    const before = links.preceding[row]!;
    jumps.evaluate(end);
    if (lastYear >= 0 && isJump(columns, row, lastYear)) pairs.push([row, lastYear]);
    if (before >= 0 && isJump(columns, row, before)) pairs.push([row, before]);
    if (flow[table.indicator[row]!] === 0) continue;
    stale.evaluate(end);
    const same = [before, lastYear].find((other) => other >= 0 && repeats(columns, row, other));
    if (same !== undefined) noteRepeat(repeated, columns, row, same);
  }
  for (const rows of repeated.values()) {
    const digits = rows.reduce((n, [row]) => n + Math.log10(Math.abs(table.scaled[row]!)), 0);
    const [first] = rows as [readonly [number, number]];
    if (digits >= TELLING)
      stale.violate(table.periodEnd[first[0]]!, () => ({ ...describe(survey, first), rows: rows.flat() }));
  }
  for (const [row, others] of blame(survey, groups, pairs))
    jumps.violate(table.periodEnd[row]!, () => describe(survey, [row, ...others]));
}

function isJump(columns: Columns, row: number, other: number): boolean {
  const [a, b] = [Math.abs(columns.value(row)), Math.abs(columns.value(other))];
  if (a === 0 || b === 0) return false;
  const ratio = a > b ? a / b : b / a;
  return (ratio >= LEAST && ratio <= MOST) || (ratio >= LEAST * 1e4 && ratio <= MOST * 1e4);
}

type Pair = readonly [number, number];

/** Repeats of one region and period, against one other period, are one case. */
function noteRepeat(repeated: Map<string, Pair[]>, { table }: Columns, row: number, other: number): void {
  const [end, months, base] = [table.periodEnd[row], table.periodMonths[row], table.periodEnd[other]];
  const key = `${table.refArea[row]} ${end} ${months} ${base}`;
  const list = repeated.get(key);
  if (list) list.push([row, other]);
  else repeated.set(key, [[row, other]]);
}

function repeats({ table }: Columns, row: number, other: number): boolean {
  return (
    table.scaled[row] === table.scaled[other] &&
    Math.abs(table.scaled[row]!) >= 10 &&
    table.decimals[row] === table.decimals[other] &&
    table.unit[row] === table.unit[other]
  );
}

/** Gives each contradiction to the figure that is in more of them; of two alike, to the one farther from its peers. */
function blame(survey: Survey, groups: PeerGroups, pairs: readonly Pair[]): Map<number, readonly number[]> {
  const degree = new Map<number, number>();
  for (const row of pairs.flat()) degree.set(row, (degree.get(row) ?? 0) + 1);
  const blamed = new Map<number, number[]>();
  for (const [row, other] of pairs) {
    const more = (degree.get(other) ?? 0) - (degree.get(row) ?? 0);
    const otherStandsOut = awayFromPeers(survey, groups, other) > awayFromPeers(survey, groups, row);
    const guilty = more > 0 || (more === 0 && otherStandsOut) ? other : row;
    const list = blamed.get(guilty) ?? [];
    list.push(guilty === row ? other : row);
    blamed.set(guilty, list);
  }
  return blamed;
}

/** Powers of ten between a figure and the middle one of its peers; 0 where it has hardly any. */
function awayFromPeers({ columns }: Survey, groups: PeerGroups, row: number): number {
  const group = groups.groupOf(row);
  const sizes = group < 0 ? [] : groups.at(group).rows.map((at) => Math.abs(columns.value(at)));
  const known = sizes.filter((size) => size > 0).sort((a, b) => a - b);
  const middle = known[Math.floor(known.length / 2)];
  return middle === undefined || known.length < 3 ? 0 : Math.abs(Math.log10(Math.abs(columns.value(row)) / middle));
}

function describe(survey: Survey, rows: readonly [number, ...number[]]): Violation {
  const { table } = survey.columns;
  const text = (row: number) => {
    const value = table.valueAt(row);
    return `${value ? formatDecimal(value) : ''}${table.units.text(table.unit[row]!)}`;
  };
  const other = rows[1] ?? rows[0];
  return {
    rows,
    args: {
      what: survey.describe(rows[0]),
      found: text(rows[0]),
      other: survey.describe(other),
      expected: text(other),
    },
    found: text(rows[0]),
    expected: text(other),
  };
}
