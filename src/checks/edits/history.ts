import { formatDecimal } from '../../model/decimal.js';
import { ACTUAL, LEVEL } from '../columns.js';
import type { Slices } from '../slices.js';
import type { Family, Survey } from '../survey.js';
import type { Violation } from '../tally.js';

/** As many repeats as this may be expected by mere chance in all that was looked at: more digits must repeat where more is read. */
const BY_CHANCE = 0.03;
/** A figure repeats the one of a neighbouring period by chance as if about so many figures were as likely: growth is mostly small. */
const CROWD = 8;
/** Fewer peers than this have no middle. */
const ENOUGH = 3;
const [LEAST, MOST] = [10 ** 3.5, 10 ** 4.5];

/**
 * Each level against its own past: a jump of 10⁴ (or 10⁸) smells of a wrong unit, a flow that repeats an earlier figure to
 * the last digit of an old one left standing. Which of two figures is at fault is told by how many others it contradicts.
 */
export function checkHistory(survey: Survey): void {
  const { slices, indicators } = survey;
  const { table } = survey.columns;
  const jumps = survey.open({ id: 'unit-jump', code: 'unit-jump', severity: 'hard', folds: false });
  const stale = survey.open({ id: 'stale-figure', code: 'stale-figure', severity: 'soft' });
  const pairs: Pair[] = [];
  const repeated = new Map<string, Pair[]>();
  for (let slice = 0; slice < slices.size; slice++) {
    const kind = indicators[slices.indicator[slice]!]?.kind ?? 'flow';
    if (slices.measure[slice] !== LEVEL || slices.scenario[slice] !== ACTUAL || (kind !== 'flow' && kind !== 'stock'))
      continue;
    const isFlow = indicators[slices.indicator[slice]!]?.kind === 'flow';
    const [end, months] = [slices.end[slice]!, slices.months[slice]!];
    const lastYear = slices.at(slice, end - 12, months);
    const preceding = precedingOf(survey, slice);
    let evaluated = 0;
    for (let cell = slices.start[slice]!; cell < slices.start[slice + 1]!; cell++) {
      if (!slices.hasValue(cell)) continue;
      evaluated += 1;
      const area = slices.areaOf(cell);
      const before = slices.peerAt(preceding, area, cell);
      const then = slices.peerAt(lastYear, area, cell);
      if (isJump(slices, cell, then)) pairs.push([cell, then]);
      if (isJump(slices, cell, before)) pairs.push([cell, before]);
      if (!isFlow) continue;
      const same = repeats(slices, cell, before) ? before : then;
      if (repeats(slices, cell, same)) noteRepeat(repeated, slices, cell, same);
    }
    jumps.evaluate(end, evaluated);
    if (isFlow) stale.evaluate(end, evaluated);
  }
  const telling = Math.log10(Math.max(1, stale.evaluatedAtAll) / BY_CHANCE);
  for (const rows of repeated.values()) {
    const digits = rows.reduce((n, [row]) => n + Math.max(0, Math.log10(Math.abs(table.scaled[row]!) / CROWD)), 0);
    const [first] = rows as [Pair];
    if (digits >= telling)
      stale.violate(table.periodEnd[first[0]]!, () => ({ ...describe(survey, first), rows: rows.flat() }));
  }
  for (const [cell, others] of blame(survey, pairs)) {
    const rows = slices.rowsOf([cell, ...others]) as [number, ...number[]];
    jumps.violate(table.periodEnd[rows[0]]!, () => describe(survey, rows));
  }
}

/** One step back in time: the year-to-date of the month before, the month, quarter or year before. */
function precedingOf({ slices }: Survey, slice: number): number {
  const [end, months] = [slices.end[slice]!, slices.months[slice]!];
  const yearToDate = months > 1 && months === (end % 12) + 1;
  return yearToDate ? slices.at(slice, end - 1, months - 1) : slices.at(slice, end - months, months);
}

function isJump({ values }: Slices, cell: number, other: number): boolean {
  if (other < 0) return false;
  const [a, b] = [Math.abs(values[cell]!), Math.abs(values[other]!)];
  // The road of the many, without a division.
  if ((a < b * LEAST && b < a * LEAST) || a === 0 || b === 0) return false;
  const ratio = a > b ? a / b : b / a;
  return (ratio >= LEAST && ratio <= MOST) || (ratio >= LEAST * 1e4 && ratio <= MOST * 1e4);
}

type Pair = readonly [number, number];

/** Repeats of one region and period, against one other period, are one case. */
function noteRepeat(repeated: Map<string, Pair[]>, slices: Slices, cell: number, before: number): void {
  const { table } = slices.columns;
  const [row, other] = [slices.rows[cell]!, slices.rows[before]!];
  const [end, months, base] = [table.periodEnd[row], table.periodMonths[row], table.periodEnd[other]];
  const key = `${table.refArea[row]} ${end} ${months} ${base}`;
  const list = repeated.get(key);
  if (list) list.push([row, other]);
  else repeated.set(key, [[row, other]]);
}

function repeats({ values, scales, rows, columns }: Slices, cell: number, other: number): boolean {
  if (other < 0 || values[cell] !== values[other] || scales[cell] !== scales[other]) return false;
  return Math.abs(columns.table.scaled[rows[cell]!]!) >= 10;
}

/** Gives each contradiction to the figure that is in more of them; of two alike, to the one farther from its peers. */
function blame(survey: Survey, pairs: readonly Pair[]): Map<number, readonly number[]> {
  const degree = new Map<number, number>();
  for (const cell of pairs.flat()) degree.set(cell, (degree.get(cell) ?? 0) + 1);
  const blamed = new Map<number, number[]>();
  const middles = new Map<string, number | undefined>();
  for (const [cell, other] of pairs) {
    const more = (degree.get(other) ?? 0) - (degree.get(cell) ?? 0);
    const otherStandsOut = () => awayFromPeers(survey, middles, other) > awayFromPeers(survey, middles, cell);
    const guilty = more > 0 || (more === 0 && otherStandsOut()) ? other : cell;
    const list = blamed.get(guilty) ?? [];
    list.push(guilty === cell ? other : cell);
    blamed.set(guilty, list);
  }
  return blamed;
}

/** Powers of ten between a figure and the middle one of its peers; 0 where it has hardly any. */
function awayFromPeers(survey: Survey, middles: Map<string, number | undefined>, cell: number): number {
  const { slices } = survey;
  const { table } = survey.columns;
  const row = slices.rows[cell]!;
  const [indicator, end, months] = [table.indicator[row]!, table.periodEnd[row]!, table.periodMonths[row]!];
  const slice = slices.find(LEVEL, ACTUAL, indicator, end, months);
  const family = survey.familyOf(table.refArea[row]!);
  if (!family) return 0;
  const key = `${slice} ${family.all[0]?.code}`;
  if (!middles.has(key)) middles.set(key, middleOf(survey, slice, family));
  const middle = middles.get(key);
  return middle === undefined ? 0 : Math.abs(Math.log10(Math.abs(slices.values[cell]!) / middle));
}

function middleOf({ slices }: Survey, slice: number, { seen }: Family): number | undefined {
  const sizes = [...seen].map((area) => Math.abs(slices.values[slices.cellAt(slice, area)] ?? 0));
  const known = sizes.filter((size) => size > 0).sort((a, b) => a - b);
  return known.length < ENOUGH ? undefined : known[Math.floor(known.length / 2)];
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
