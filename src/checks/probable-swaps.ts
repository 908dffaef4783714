import { cellAddress, formatSource } from '../model/observation.js';
import type { ObservationTable } from '../model/observation-table.js';
import { LEVEL } from './columns.js';
import type { Finding } from './diagnostics.js';
import { breachesOf, type Pair, tryExchange } from './exchange.js';
import { fingerprint } from './fingerprint.js';
import type { Survey } from './survey.js';
import type { Tally } from './tally.js';

/** Pairs that are tried, those in most findings first: each costs two checks of its surroundings. */
const TRIED = 20;
const YEAR = 12;
/** Fewer findings than this do not make an exchange probable. */
const SEVERAL = 2;
/** A breach over more cells than this says nothing about any one of them. */
const NARROW = 20;
/** Where so many figures are suspect, exchanges are not what is wrong. */
const CROWD = 400;

/**
 * Figures that probably stand in each other's place: two regions, two periods or two indicators whose figures break rules as
 * delivered, and none when exchanged. First the two cells alone are tried, then all figures of the two regions in that period and file: the
 * names of two rows may have been exchanged. Nothing is changed: the finding names the cells to look at.
 */
export function probableSwaps(
  survey: Survey,
  findings: readonly Finding[],
  examine: (table: ObservationTable) => Survey,
): readonly Finding[] {
  const patterns = new Set(findings.flatMap((f) => ('repeated' in f.args ? [f.rule] : [])));
  const counts = ({ edit }: Tally) =>
    edit.severity !== 'info' && edit.code !== 'region-missing' && !patterns.has(edit.id);
  const weights = suspects(survey, counts);
  const used = new Set<number>();
  const found: Finding[] = [];
  for (const pair of candidates(survey, weights)) {
    if (pair.some((row) => used.has(row))) continue;
    for (const pairs of hypotheses(survey, pair)) {
      const { before, after } = tryExchange(survey, pairs, examine, counts);
      if (before < SEVERAL || after > 0) continue;
      for (const row of pairs.flat()) used.add(row);
      found.push(describe(survey, pairs, before));
      break;
    }
  }
  return found;
}

/** Levels that break rules of their own region, and how many. A sum over regions does not change when two are exchanged. */
function suspects(survey: Survey, counts: (tally: Tally) => boolean): ReadonlyMap<number, number> {
  const { refArea, measure, scaled } = survey.columns.table;
  const weights = new Map<number, number>();
  for (const { tally, violation } of breachesOf(survey)) {
    const { rows } = violation;
    if (!counts(tally) || rows.length > NARROW || rows.some((row) => refArea[row] !== refArea[rows[0]!])) continue;
    for (const row of rows)
      if (measure[row] === LEVEL && !Number.isNaN(scaled[row]!)) weights.set(row, (weights.get(row) ?? 0) + 1);
  }
  return weights;
}

/** Pairs of suspects of one file that differ in one thing: region, period or indicator. Those in most findings come first. */
function candidates(survey: Survey, weights: ReadonlyMap<number, number>): readonly Pair[] {
  if (weights.size > CROWD) return [];
  const rows = [...weights.keys()];
  const pairs = rows.flatMap((a, i) =>
    rows.slice(i + 1).flatMap((b): Pair[] => (mayStandFor(survey, a, b) ? [[a, b]] : [])),
  );
  const weight = ([a, b]: Pair): number => (weights.get(a) ?? 0) + (weights.get(b) ?? 0);
  return pairs.sort((a, b) => weight(b) - weight(a)).slice(0, TRIED);
}

function mayStandFor(survey: Survey, a: number, b: number): boolean {
  const { table } = survey.columns;
  const { refArea, indicator, periodEnd, periodMonths, scenario, source, scaled } = table;
  if (scenario[a] !== scenario[b] || source[a] !== source[b] || !survey.columns.alike(a, b)) return false;
  if (scaled[a] === scaled[b] && table.decimals[a] === table.decimals[b]) return false;
  if (!nearer(survey, a, b)) return false;
  const sameArea = refArea[a] === refArea[b];
  const sameIndicator = indicator[a] === indicator[b];
  const samePeriod = periodEnd[a] === periodEnd[b] && periodMonths[a] === periodMonths[b];
  if (sameIndicator && samePeriod) {
    const family = survey.familyOf(refArea[a]!);
    return family !== undefined && family === survey.familyOf(refArea[b]!);
  }
  return sameArea && (sameIndicator || samePeriod);
}

/** Whether each figure lies nearer to the other's neighbour in time than to its own: else an exchange explains nothing. */
function nearer(survey: Survey, a: number, b: number): boolean {
  const { columns } = survey;
  const [near, far] = [neighbourOf(survey, a), neighbourOf(survey, b)];
  if (near === undefined || far === undefined) return false;
  const apart = (row: number, from: number) => Math.abs(Math.log(Math.abs(columns.value(row)) / from));
  return apart(b, near) < apart(a, near) && apart(a, far) < apart(b, far);
}

/** The figure of the same months of the year before or after, else of the period before or after. */
function neighbourOf({ columns: { table }, slices }: Survey, row: number): number | undefined {
  const [measure, scenario, indicator] = [table.measure[row]!, table.scenario[row]!, table.indicator[row]!];
  const [end, months] = [table.periodEnd[row]!, table.periodMonths[row]!];
  const moments = [
    [end - YEAR, months],
    [end + YEAR, months],
    [end - 1, months - 1],
    [end + 1, months + 1],
    [end - months, months],
    [end + months, months],
  ] as const;
  for (const [last, length] of moments) {
    const slice = slices.find(measure, scenario, indicator, last, length);
    const cell = slices.cellAt(slice, table.refArea[row]!);
    if (cell >= 0 && slices.values[cell]! > 0) return slices.values[cell]!;
  }
  return undefined;
}

/** What may have been exchanged: the two cells; or everything of two regions in that period, or in all periods that end with it. */
function* hypotheses(survey: Survey, [a, b]: Pair): IterableIterator<readonly Pair[]> {
  yield [[a, b]];
  const { refArea, indicator, periodEnd, periodMonths, source } = survey.columns.table;
  if (refArea[a] === refArea[b]) return;
  const { slices } = survey;
  const together = (fits: (slice: number) => boolean): readonly Pair[] => {
    const pairs: Pair[] = [];
    for (let slice = 0; slice < slices.size; slice++) {
      if (slices.end[slice] !== periodEnd[a] || !fits(slice)) continue;
      const [one, other] = [slices.cellAt(slice, refArea[a]!), slices.cellAt(slice, refArea[b]!)];
      if (one < 0 || other < 0) continue;
      const [row, partner] = slices.rowsOf([one, other]) as [number, number];
      if (source[row] === source[a] && source[partner] === source[a]) pairs.push([row, partner]);
    }
    return pairs;
  };
  const samePeriod = (slice: number) => slices.months[slice] === periodMonths[a];
  const sizes = new Set([1]);
  for (const fits of [
    (slice: number) => samePeriod(slice) && slices.indicator[slice] === indicator[a],
    (slice: number) => samePeriod(slice) && slices.measure[slice] === LEVEL,
    samePeriod,
    () => true,
  ]) {
    const pairs = together(fits);
    if (!sizes.has(pairs.length)) yield pairs;
    sizes.add(pairs.length);
  }
}

function describe(survey: Survey, pairs: readonly Pair[], count: number): Finding {
  const { table } = survey.columns;
  const [[a, b]] = pairs as [Pair];
  const [one, other] = [table.sourceAt(a), table.sourceAt(b)];
  const { file, sheet, row, column } = one;
  return {
    id: fingerprint('probable-swap', pairs.flat(), table),
    code: 'probable-swap',
    severity: 'info',
    verdict: 'violated',
    rule: 'probable-swap',
    place: { file, ...(sheet === undefined ? {} : { sheet }), cell: cellAddress(row, column) },
    args: {
      what: survey.describe(a),
      other: survey.describe(b),
      cell: formatSource(one),
      otherCell: cellAddress(other.row, other.column),
      count,
      ...(pairs.length === 1 ? {} : { pairs: pairs.length }),
    },
    cells: pairs.flat().map((at) => table.sourceAt(at)),
  };
}
