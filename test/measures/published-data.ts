import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadBuiltInCatalogue } from '../../src/catalogue/built-in.js';
import { parseRegions } from '../../src/catalogue/regions.js';
import type { MeasureContext, MeasureOptions } from '../../src/measures/context.js';
import { evaluate } from '../../src/measures/evaluate.js';
import type { At, GrowthQuery, PeerGroup, Query } from '../../src/measures/query.js';
import { Cube } from '../../src/model/cube.js';
import { formatDecimal } from '../../src/model/decimal.js';
import { type Figure, isFigure } from '../../src/model/figure.js';
import { ObservationTable } from '../../src/model/observation-table.js';
import { round } from '../../src/model/rounding.js';
import { type TimePeriod, yearToDate } from '../../src/model/time-period.js';
import { published, readPublished } from '../checks/published-tables.js';

// The tests beside this file hold the measures against what the State Post Bureau has published; a checkout without the tables
// skips them, and vitest says so. The other side of every comparison is counted from the lines of the files.

export const refAreas = parseRegions(
  readFileSync(join(import.meta.dirname, '../../src/catalogue/regions.csv'), 'utf8'),
);
export const PROVINCES: PeerGroup = { name: '全国', codes: refAreas.members('000000').map((a) => a.code) };
export const QUARTERS: readonly (readonly [string, TimePeriod])[] = [
  ['2023-12', yearToDate(2023, 12)],
  ['2024-03', yearToDate(2024, 3)],
  ['2024-06', yearToDate(2024, 6)],
  ['2024-09', yearToDate(2024, 9)],
  ['2024-12', yearToDate(2024, 12)],
  ['2025-03', yearToDate(2025, 3)],
];
export const options: MeasureOptions = {
  rounding: 'half-up',
  ties: 'as-delivered',
  incompletePeers: 'withhold',
  shares: 'as-rounded',
  difference: 'published',
  decimals: () => 1,
};

/** A context on some of the published tables; `keep` leaves observations out. */
export async function contextOf(
  files: readonly string[],
  keep?: (row: number, o: ObservationTable) => boolean,
): Promise<MeasureContext> {
  const catalogue = (await loadBuiltInCatalogue('postal'))!;
  const all = readPublished(files, catalogue, refAreas);
  const table = keep ? new ObservationTable() : all;
  if (keep) for (let row = 0; row < all.length; row++) if (keep(row, all)) table.add(all.at(row));
  const groups = Object.fromEntries(
    ['东部', '中部', '西部'].map((g) => [g, catalogue.data.groups[g]!.map((name) => refAreas.named(name)[0]!.code)]),
  );
  return { cube: new Cube(table), catalogue, refAreas, groups, options };
}

export const quarterTables = (): Promise<MeasureContext> =>
  contextOf(QUARTERS.map(([name]) => `provinces-${name}.csv`));
export const nationalTable = (): Promise<MeasureContext> => contextOf(['national-2024.csv']);

/** Lines of a table as records, by splitting. */
export function linesOf(file: string): readonly Record<string, string>[] {
  const [head = '', ...lines] = readFileSync(join(published, file), 'utf8').trim().split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((text, i) => [names[i]!, text])));
}

/** All these tables have one decimal. */
export const tenths = (text: string): number => Math.round(Number(text) * 10);

export function ask(query: Query, context: MeasureContext): Figure {
  const found = evaluate(query, context);
  if (!isFigure(found)) throw new Error(`${found.reason} ${JSON.stringify(found.args)}`);
  return found;
}

export const text = (figure: Figure, decimals = 1): string => formatDecimal(round(figure.value, decimals));
export const cellOf = (indicator: string, region: string, timePeriod: TimePeriod): At => ({
  indicator,
  refArea: refAreas.named(region)[0]!.code,
  timePeriod,
});
export const growthOf = (cell: At): GrowthQuery => ({ kind: 'growth', base: 'last-year', ...cell });
