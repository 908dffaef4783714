import type { NoFigure } from '../model/figure.js';
import type { Evaluate, MeasureContext } from './context.js';
import { areaInPlace } from './placed.js';
import type { PlacedQuery, Query } from './query.js';

/*
 * 居前三位的是×、×、×，合计占全省的×%: the sentence speaks of regions that only the data know. Such a region is written as the
 * question who it is, and the question is settled before anything is asked about the region.
 */
const RANKED = 'ranked:';

/** A region that is known by its place only. */
export const rankedArea = (query: PlacedQuery): string => RANKED + JSON.stringify(query);

/** The question behind such a region; undefined for any other. */
export const parseRankedArea = (refArea: string): PlacedQuery | undefined =>
  refArea.startsWith(RANKED) ? (JSON.parse(refArea.slice(RANKED.length)) as PlacedQuery) : undefined;

/** Whether a question speaks of regions that are known by their place only. */
const speaksOfPlaces = (query: Query): boolean => JSON.stringify(query).includes(`"${RANKED}`);

/** The same question about the regions that the data put in those places. */
export function settleAreas(query: Query, context: MeasureContext, evaluate: Evaluate): Query | NoFigure {
  if (!speaksOfPlaces(query)) return query;
  const known = new Map<string, string>();
  let none: NoFigure | undefined;
  const settle = (code: string): string => {
    const asked = parseRankedArea(code);
    if (!asked) return code;
    const before = known.get(code);
    if (before !== undefined) return before;
    const found = areaInPlace(asked, context, evaluate);
    if ('reason' in found) {
      none ??= found;
      return code;
    }
    known.set(code, found.area.refArea);
    return found.area.refArea;
  };
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return settle(value);
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, v]) => [key, walk(v)]));
  };
  const settled = walk(query) as Query;
  return none ?? settled;
}
