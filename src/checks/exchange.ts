import { ObservationTable } from '../model/observation-table.js';
import type { Survey } from './survey.js';
import type { Tally, Violation } from './tally.js';

/** Two rows whose figures may stand in each other's place. */
export type Pair = readonly [number, number];

/** How far before and after an exchanged figure its neighbours in time are looked at, in months. */
const YEAR = 12;

/** A broken place and the edit that found it. */
export interface Breach {
  readonly tally: Tally;
  readonly violation: Violation;
}

export const breachesOf = ({ tallies }: Survey): readonly Breach[] =>
  tallies.flatMap((tally) => tally.byYear().flatMap(([, list]) => list.map((violation) => ({ tally, violation }))));

/**
 * Checks the surroundings of some pairs of figures again, as delivered and with the figures exchanged, and counts the breaches that
 * touch them. Surroundings are the regions concerned with all that they delivered within a year of the figures, and the
 * peers of these in the same periods and the years beside them. The data stay as they are: this is done on a copy.
 */
export function tryExchange(
  survey: Survey,
  pairs: readonly Pair[],
  examine: (table: ObservationTable) => Survey,
  counts: (tally: Tally) => boolean,
): { readonly before: number; readonly after: number } {
  const rows = surroundings(survey, pairs);
  const partner = new Map(pairs.flatMap(([a, b]) => [[a, b] as const, [b, a] as const]));
  const breaches = (exchanged: boolean): number => {
    const { table } = survey.columns;
    const copy = new ObservationTable();
    for (const row of rows) {
      const own = table.at(row);
      const from = exchanged ? partner.get(row) : undefined;
      const { obsValue, unitMeasure, obsStatus } = from === undefined ? own : table.at(from);
      copy.add({ ...own, obsValue, unitMeasure, obsStatus });
    }
    const touched = new Set([...rows.keys()].filter((at) => partner.has(rows[at]!)));
    return breachesOf(examine(copy)).filter(
      ({ tally, violation }) => counts(tally) && violation.rows.some((row) => touched.has(row)),
    ).length;
  };
  const before = breaches(false);
  return { before, after: before === 0 ? 0 : breaches(true) };
}

function surroundings(survey: Survey, pairs: readonly Pair[]): readonly number[] {
  const { slices } = survey;
  const { refArea, indicator, periodEnd } = survey.columns.table;
  const exchanged = pairs.flat();
  const areas = new Set(exchanged.map((row) => refArea[row]!));
  const indicators = new Set(exchanged.map((row) => indicator[row]!));
  const ends = [...new Set(exchanged.map((row) => periodEnd[row]!))];
  const peers = new Set([...areas].flatMap((area) => [...(survey.familyOf(area)?.seen ?? []), area]));
  const rows: number[] = [];
  for (let slice = 0; slice < slices.size; slice++) {
    const apart = Math.min(...ends.map((end) => Math.abs(end - slices.end[slice]!)));
    if (apart > YEAR) continue;
    const withPeers = indicators.has(slices.indicator[slice]!) && apart % YEAR === 0;
    for (const area of withPeers ? peers : areas) {
      const cell = slices.cellAt(slice, area);
      if (cell >= 0) rows.push(slices.rows[cell]!);
    }
  }
  return rows;
}
