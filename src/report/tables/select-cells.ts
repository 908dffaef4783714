import type { MeasureContext } from '../../measures/context.js';
import type { PeerGroup } from '../../measures/query.js';
import { MEASURES, SCENARIOS } from '../../model/observation.js';
import { comparePeriods, type TimePeriod } from '../../model/time-period.js';

/** One cell that a table has a row for. */
export interface SelectedCell {
  readonly indicator: string;
  readonly refArea: string;
  readonly timePeriod: TimePeriod;
}

/** What a person asked a table of. An absent list means all that the data hold. */
export interface Selection {
  readonly indicators?: readonly string[];
  readonly refAreas?: readonly string[];
  readonly periods?: readonly TimePeriod[];
}

/** The places of indicators and regions in tables: the catalogue's order and the region table's, then as delivered. */
function orderOf(names: readonly string[], delivered: readonly string[]): ReadonlyMap<string, number> {
  return new Map([...new Set([...names, ...delivered])].map((name, i) => [name, i]));
}

/** The cells of a table: delivered levels, as far as the selection goes; and those asked for by name, delivered or not. */
export function selectCells(selection: Selection, context: MeasureContext): readonly SelectedCell[] {
  const { observations } = context.cube;
  const { indicators, refAreas, periods } = selection;
  const named = indicators && refAreas && periods;
  const cells = named
    ? indicators.flatMap((indicator) =>
        periods.flatMap((timePeriod) => refAreas.map((refArea) => ({ indicator, refArea, timePeriod }))),
      )
    : deliveredCells(selection, context);
  const byIndicator = orderOf(
    indicators ?? context.catalogue.indicators.map((i) => i.id),
    observations.indicators.texts(),
  );
  const byArea = orderOf(refAreas ?? context.refAreas.areas.map((a) => a.code), observations.refAreas.texts());
  const at = (order: ReadonlyMap<string, number>, name: string) => order.get(name) ?? order.size;
  return [...cells].sort(
    (a, b) =>
      at(byIndicator, a.indicator) - at(byIndicator, b.indicator) ||
      comparePeriods(a.timePeriod, b.timePeriod) ||
      at(byArea, a.refArea) - at(byArea, b.refArea),
  );
}

function deliveredCells({ indicators, refAreas, periods }: Selection, { cube }: MeasureContext): SelectedCell[] {
  const { observations: o } = cube;
  const level = MEASURES.indexOf('level');
  const actual = SCENARIOS.indexOf('actual');
  const wanted = (list: readonly string[] | undefined, find: (name: string) => number) =>
    list === undefined ? undefined : new Set(list.map(find));
  const wantedIndicators = wanted(indicators, (name) => o.indicators.find(name));
  const wantedAreas = wanted(refAreas, (name) => o.refAreas.find(name));
  const wantedPeriods = periods && new Set(periods.map((p) => p.end * 1000 + p.months));
  const cells: SelectedCell[] = [];
  for (let row = 0; row < o.length; row++) {
    if (o.measure[row] !== level || o.scenario[row] !== actual) continue;
    if (wantedIndicators && !wantedIndicators.has(o.indicator[row]!)) continue;
    if (wantedAreas && !wantedAreas.has(o.refArea[row]!)) continue;
    if (wantedPeriods && !wantedPeriods.has(o.periodEnd[row]! * 1000 + o.periodMonths[row]!)) continue;
    const latest = cube.findRow(
      level,
      actual,
      o.indicator[row]!,
      o.refArea[row]!,
      o.periodEnd[row]!,
      o.periodMonths[row]!,
    );
    if (latest !== row) continue;
    cells.push({
      indicator: o.indicators.text(o.indicator[row]!),
      refArea: o.refAreas.text(o.refArea[row]!),
      timePeriod: o.periodAt(row),
    });
  }
  return cells;
}

/** Among whom an area is ranked: the project's peers where it is one of them, else the members of its own parent. */
export function peersOf(refArea: string, peers: PeerGroup | undefined, context: MeasureContext): PeerGroup | undefined {
  if (peers?.codes.includes(refArea)) return peers;
  const parent = context.refAreas.get(refArea)?.parent;
  if (parent === undefined) return undefined;
  const codes = context.refAreas.members(parent).map((a) => a.code);
  return codes.includes(refArea) ? { name: context.refAreas.get(parent)?.name ?? parent, codes } : undefined;
}
