import type { At, Query, Rankable } from './query.js';

const RANKABLE: readonly string[] = [
  'level',
  'growth',
  'share',
  'average',
  'unit-price',
  'per-capita',
  'increase',
  'multiple',
  'average-growth',
  'completion',
  'contribution',
  'pull',
] satisfies readonly Rankable['kind'][];

export const isRankable = (query: Query): query is Rankable => RANKABLE.includes(query.kind);

/** The cell that a question is mainly about. */
export function cellOf(query: Rankable): At {
  switch (query.kind) {
    case 'share':
    case 'contribution':
    case 'pull':
      return query.part;
    case 'unit-price':
      return query.revenue;
    case 'per-capita':
      return query.of;
    case 'completion':
      return query.actual;
    default:
      return query;
  }
}

/** The area that a rankable query speaks of. */
export const areaOf = (query: Rankable): string => cellOf(query).refArea;

/** The same question about another area. A share of one's own whole moves with the area; of a fixed whole it does not. */
export function aboutArea(query: Rankable, refArea: string): Rankable {
  const moved = (at: At): At => ({ ...at, refArea });
  switch (query.kind) {
    case 'share':
    case 'contribution':
    case 'pull': {
      const own = query.whole.refArea === query.part.refArea;
      return { ...query, part: moved(query.part), whole: own ? moved(query.whole) : query.whole };
    }
    case 'unit-price':
      return { ...query, revenue: moved(query.revenue), volume: moved(query.volume) };
    case 'per-capita':
      return { ...query, of: moved(query.of), population: query.population.map(moved) };
    case 'completion':
      return { ...query, actual: moved(query.actual), plan: moved(query.plan) };
    default:
      return { ...query, refArea };
  }
}
