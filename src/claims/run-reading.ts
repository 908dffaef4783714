import type { GrowthQuery, Query, RankQuery, RunQuery } from '../measures/query.js';
import { queryMoved } from '../measures/query-period.js';
import { lastMonth, type TimePeriod } from '../model/time-period.js';
import type { Reading } from './claim.js';
import { distinctReadings } from './distinct-readings.js';
import type { Scene } from './scene.js';
import type { StatementMatch } from './statement.js';
import { has } from './token.js';

type Readings = readonly (readonly Reading[])[];
type Asked = Omit<RunQuery, 'kind'>;

/**
 * What is said of each period of a run (连续×个月保持增长, 增速连续×个月回落, 连续×年居首位), as the length of the run. Undefined where the
 * words say nothing that can be asked of each period alike.
 */
export function runsOf(
  match: StatementMatch,
  scene: Scene,
  members: Readings,
  months: 1 | 3 | 12,
): Readings | undefined {
  const runs = members.map((member) =>
    member.flatMap((r): readonly Reading[] =>
      asked(match, scene, r, months).map((run) => ({
        ...r,
        timePeriod: { end: r.timePeriod.end, months },
        query: { kind: 'run', ...run },
      })),
    ),
  );
  return runs.every((m) => m.length > 0) ? runs.map(distinctReadings) : undefined;
}

function asked(match: StatementMatch, scene: Scene, { query, timePeriod }: Reading, months: number): readonly Asked[] {
  const { holds, of, silent } = match.pattern;
  const own: TimePeriod = { end: timePeriod.end, months };
  if (holds === 'first' && query.kind === 'rank') {
    const rank = queryMoved(query, () => own);
    return rank ? [{ of: rank as RankQuery, least: -1, direction: -1 }] : [];
  }
  if (query.kind === 'growth') {
    if (query.base !== 'last-year' || !(holds === 'two-digits' || (holds === 'sign' && silent))) return [];
    const direction = directionOf(match);
    return [{ of: { ...query, timePeriod: own }, least: holds === 'two-digits' ? 10 : 0, direction }];
  }
  if (holds !== 'sign' || query.kind !== 'rate-difference' || !isYearly(query.of) || !isYearly(query.from)) return [];
  const direction = directionOf(match);
  const apart = (now: TimePeriod, then: TimePeriod, from: GrowthQuery = query.from as GrowthQuery): Asked['of'] => ({
    kind: 'rate-difference',
    of: { ...(query.of as GrowthQuery), timePeriod: now },
    from: { ...from, timePeriod: then },
  });
  if (of !== 'difference') return [{ of: apart(own, own), least: 0, direction }];
  const single: Asked = { of: apart(own, { end: own.end - months, months }, query.of), least: 0, direction };
  const sinceJanuary = months === 1 && timePeriod.months > 1 && timePeriod.months === lastMonth(timePeriod);
  if (!sinceJanuary || scene.currentMonth) return [single];
  const before: TimePeriod = { end: timePeriod.end - 1, months: timePeriod.months - 1 };
  return [single, { of: apart(timePeriod, before, query.of), least: 0, direction, cumulative: true }];
}

const isYearly = (query: Query): query is GrowthQuery => query.kind === 'growth' && query.base === 'last-year';

/** 增长, 加快, 高于: up; of a fall that narrows the rate goes up. */
function directionOf({ captured }: StatementMatch): 1 | -1 {
  const says = captured['verb']?.[0]?.direction ?? {};
  const sign = (says.change ?? says.pace ?? says.relation ?? says['relation-after'])?.sign ?? 1;
  const fall = says.pace !== undefined && has(captured['noun']?.[0], 'growth-noun-down');
  return fall && sign === 1 ? -1 : fall ? 1 : sign;
}
