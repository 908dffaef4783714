import type { At } from '../measures/query.js';
import { type Built, type ClaimSource, cellsOf, reading, refuse } from './claim-source.js';
import { changeOf } from './derived-reading.js';
import type { ReadingContext } from './reading-context.js';

/** The cells of A、B合计: over the list of indicators or of regions. Undefined where a member may mean several. */
export function totalOf(
  source: ClaimSource,
  ids: readonly string[],
  context: ReadingContext,
): readonly At[] | undefined {
  const first = cellsOf({ ...source, area: source.areas.list.slice(0, 1) }, ids.slice(0, 1), context);
  if (first.length !== 1 || !source.entities.every((e) => e.candidates.length === 1)) return undefined;
  return source.entities.length > 1
    ? source.entities.map((e) => ({ ...first[0]!, indicator: e.candidates[0]! }))
    : source.areas.list.map((refArea) => ({ ...first[0]!, refArea }));
}

/** A、B合计完成×，同比增长×%: of the total. */
export function changeOfTotal(source: ClaimSource, of: readonly At[]): Built {
  const { measure, of: narrowed } = source.match.pattern;
  const kind = measure === 'growth' || measure === 'increase' ? measure : undefined;
  if (!kind || narrowed !== undefined) return refuse('level', 'of-a-total');
  const query = changeOf({ kind: 'total', of }, kind, source, of[0]!.timePeriod);
  return 'code' in query ? { kind, readings: [], problem: query } : { kind, readings: [reading(query, of[0]!)] };
}

/** 合肥（×件）、六安（×件），两市合计×件: a total behind one region or indicator that was carried is of more than that one. */
export const isTotalOfOne = ({ scene, entities, areas, earlier }: ClaimSource): boolean =>
  scene.total &&
  !scene.entities &&
  !scene.areas &&
  !scene.period &&
  scene.those === undefined &&
  earlier.length > 0 &&
  entities.length <= 1 &&
  areas.list.length <= 1 &&
  carriedTotal(earlier) === undefined;

/** The total that a claim is of: that of its own list (A、B合计占…), or the one just said where nothing is named anew. */
export function totalSaid(source: ClaimSource, context: ReadingContext): readonly At[] | undefined {
  const { scene, earlier, entity, match } = source;
  if (match.pattern.measure === 'level' || match.pattern.measure === 'unit-price' || !entity) return undefined;
  if (scene.total)
    return source.entities.length + source.areas.list.length > 2
      ? totalOf(source, entity.candidates, context)
      : undefined;
  // A、B、C合计完成×，分别增长×%、×%和×%: of the members again.
  return source.numbers > 1 || scene.entities || scene.areas || scene.period ? undefined : carriedTotal(earlier);
}

/** The cells of a total just said, or of one that a share or a growth just said is of. */
export function carriedTotal(earlier: ClaimSource['earlier']): readonly At[] | undefined {
  const last = earlier[earlier.length - 1]?.readings;
  const query = last?.length === 1 ? last[0]!.query : undefined;
  if (query?.kind === 'total') return query.of;
  const inner = query?.kind === 'ratio' || query?.kind === 'growth-of' ? query.of : undefined;
  return inner?.kind === 'total' ? inner.of : undefined;
}
