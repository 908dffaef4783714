import type { TimePeriod } from '../model/time-period.js';
import type { Query, QueryOf } from './query.js';

const KINDS = ['level', 'growth', 'average', 'share', 'unit-price', 'per-capita', 'rank', 'total'] as const;
/** A question that speaks of one period. */
export type PeriodQuery = QueryOf<(typeof KINDS)[number]>;

export const isPeriodQuery = (query: Query): query is PeriodQuery =>
  (KINDS as readonly string[]).includes(query.kind) &&
  (query.kind !== 'rank' || (KINDS as readonly string[]).includes(query.of.kind));

/** The same question about another period. */
export function queryAt(query: PeriodQuery, timePeriod: TimePeriod): Query {
  switch (query.kind) {
    case 'share':
      return { ...query, part: { ...query.part, timePeriod }, whole: { ...query.whole, timePeriod } };
    case 'unit-price':
      return { ...query, revenue: { ...query.revenue, timePeriod }, volume: { ...query.volume, timePeriod } };
    case 'per-capita':
      return {
        ...query,
        of: { ...query.of, timePeriod },
        population: query.population.map((at) => ({ ...at, timePeriod })),
      };
    case 'total':
      return { ...query, of: query.of.map((at) => ({ ...at, timePeriod })) };
    case 'rank': {
      const { of } = query;
      if (of.kind === 'level' || of.kind === 'growth' || of.kind === 'average')
        return { ...query, of: { ...of, timePeriod } };
      if (of.kind === 'share' || of.kind === 'unit-price' || of.kind === 'per-capita')
        return { ...query, of: queryAt(of, timePeriod) as typeof of };
      return query;
    }
    default:
      return { ...query, timePeriod };
  }
}

/** The period that a question speaks of. */
function periodOfQuery(query: PeriodQuery): TimePeriod | undefined {
  switch (query.kind) {
    case 'share':
      return query.part.timePeriod;
    case 'unit-price':
      return query.revenue.timePeriod;
    case 'per-capita':
      return query.of.timePeriod;
    case 'total':
      return query.of[0]?.timePeriod;
    case 'rank':
      return isPeriodQuery(query.of) ? periodOfQuery(query.of) : undefined;
    default:
      return query.timePeriod;
  }
}

/** The same question with each of its periods moved; undefined where it is of a kind that speaks of no one period. */
export function queryMoved(query: Query, move: (period: TimePeriod) => TimePeriod): Query | undefined {
  if (query.kind === 'rate-difference') {
    const [of, from] = [queryMoved(query.of, move), queryMoved(query.from, move)];
    return of && from && { ...query, of, from };
  }
  const own = isPeriodQuery(query) ? periodOfQuery(query) : undefined;
  return own && isPeriodQuery(query) ? queryAt(query, move(own)) : undefined;
}
