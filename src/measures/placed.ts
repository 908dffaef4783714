import type { Figure, NoFigure } from '../model/figure.js';
import { rational } from '../model/rational.js';
import { areaName, type Evaluate, type MeasureContext } from './context.js';
import { formatExact, noFigure } from './operand.js';
import type { PlacedQuery } from './query.js';
import { type RankedArea, ranking } from './rank.js';

/**
 * Who stands in a place of a ranking. Withheld where a peer is missing, where several share the place, and where the text has
 * put another into a place itself, or speaks of the one in it as of another.
 */
export function areaInPlace(
  { of, place, beside = [], notOneOf = [] }: PlacedQuery,
  context: MeasureContext,
  evaluate: Evaluate,
): { readonly area: RankedArea; readonly count: number } | NoFigure {
  const { areas, missing } = ranking(of, context, evaluate);
  if (missing.length > 0 && context.options.incompletePeers === 'withhold')
    return noFigure('peers-missing', {
      peers: of.peers.name,
      missing: missing.map((m) => areaName(m.refArea, context)),
      reason: missing[0]!.why.reason,
    });
  for (const other of beside) {
    const there = areas.filter((a) => a.rank === other.place).map((a) => a.refArea);
    if (!there.includes(other.refArea))
      return noFigure('name-in-another-place', {
        name: areaName(other.refArea, context),
        place: other.place,
        found: there.map((c) => areaName(c, context)),
      });
  }
  const area = areas[place - 1];
  if (!area) return noFigure('nobody-in-that-place', { what: String(place), peers: of.peers.name });
  if (area.tied)
    return noFigure('place-is-tied', {
      place: area.rank,
      names: areas.filter((a) => a.rank === area.rank).map((a) => areaName(a.refArea, context)),
    });
  if (notOneOf.includes(area.refArea))
    return noFigure('place-is-own', { name: areaName(area.refArea, context), place: area.rank });
  return { area, count: areas.length };
}

/** The name of the area in a place; its value is the place itself. */
export function placed(query: PlacedQuery, context: MeasureContext, evaluate: Evaluate): Figure | NoFigure {
  const found = areaInPlace(query, context, evaluate);
  if ('reason' in found) return found;
  const { area, count } = found;
  const { figure, refArea } = area;
  const known = context.refAreas.get(refArea);
  return {
    value: rational(query.place),
    unit: '位',
    name: { full: known?.name ?? refArea, short: known?.shortName ?? refArea },
    derivation: {
      kind: 'computed',
      formula: `${areaName(refArea, context)} ${formatExact(figure.value)}${figure.unit} → ${query.place}`,
      terms: figure.derivation.terms,
      notes: [{ code: 'ranked-among', args: { peers: query.of.peers.name, count } }, ...figure.derivation.notes],
    },
  };
}
