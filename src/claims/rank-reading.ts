import type { PeerGroup, Rankable, RankQuery } from '../measures/query.js';
import { isPeriodQuery, queryAt } from '../measures/query-period.js';
import { isYear, samePeriod, shiftYears } from '../model/time-period.js';
import type { Problem, Reading } from './claim.js';
import { type Built, type ClaimSource, cellsOf, reading } from './claim-source.js';
import type { ClaimReason } from './diagnostics.js';
import { pairBase } from './pair-base.js';
import { comparedPeriod, periodsOf } from './periods.js';
import type { ReadingContext } from './reading-context.js';
import type { PeriodScope } from './scope.js';
import { type ComparatorBase, has, type Token } from './token.js';

const refuse = (code: ClaimReason, args: Problem['args'] = {}): Built => ({
  kind: 'rank',
  readings: [],
  problem: { code, args },
});

/** The peers that 全省 or 全国 names, or the project's. */
export function peersOf(named: Token | undefined, context: ReadingContext): PeerGroup | undefined {
  const code = named?.areas?.[0];
  if (code === undefined || code === context.peersOf) return context.peers;
  const { refAreas, groups } = context.dictionary.vocabulary;
  const group = code.startsWith('group:') ? code.slice('group:'.length) : undefined;
  if (group !== undefined) return { name: group, codes: groups[group] ?? [] };
  const area = refAreas.get(code);
  return area && { name: area.name, codes: refAreas.members(code).map((a) => a.code) };
}

/**
 * What a rank ranks: growth beside a growth word; the level beside the indicator's own name or a level just said. After a
 * level and its growth, or with neither, the sentence does not say: the project may, else both are possible.
 */
export function rankedMeasures(
  source: ClaimSource,
  context: ReadingContext,
): readonly ('level' | 'growth')[] | Problem {
  const { match, scene, earlier } = source;
  const both = match.captured['nouns']?.[source.index];
  if (match.pattern.of === 'both')
    return both ? [has(both, 'level-noun') ? 'level' : 'growth'] : { code: 'rank-of-what', args: {} };
  const noun = match.captured['noun']?.[0] ?? (scene.entities ? undefined : rankedNoun(source.noun));
  if (noun) return [has(noun, 'level-noun') ? 'level' : 'growth'];
  if (scene.entities && scene.entities.length > 0) return ['level'];
  const id = source.entity?.candidates[0];
  const said = earlier.filter((c) => c.readings.some((r) => r.indicator === id));
  const kinds = new Set(said.map((c) => (isOfGrowth(c.readings) ? 'growth' : c.kind)));
  const last = said.length > 0 && isOfGrowth(said[said.length - 1]!.readings) ? 'growth' : said[said.length - 1]?.kind;
  const ranked = said[said.length - 1]?.readings[0]?.query;
  if (ranked?.kind === 'rank' && (ranked.of.kind === 'level' || ranked.of.kind === 'growth')) return [ranked.of.kind];
  // 由×增至×，净增×，位次上升×位: of what has grown by so much.
  if ((last === 'level' || (last === 'increase' && kinds.has('level'))) && !kinds.has('growth')) return ['level'];
  if (last === 'growth' && !kinds.has('level')) return ['growth'];
  if (last !== undefined && last !== 'level' && last !== 'growth') return { code: 'rank-of-what', args: {} };
  return context.rankOf ? [context.rankOf] : ['growth', 'level'];
}

const rankedNoun = (noun: Token | undefined): Token | undefined =>
  has(noun, 'growth-noun', 'growth-noun-up', 'level-noun') ? noun : undefined;

/** A growth, or a difference of growths. */
const isOfGrowth = (readings: readonly Reading[]): boolean =>
  readings.length > 0 &&
  readings.every(
    ({ query }) => query.kind === 'growth' || (query.kind === 'rate-difference' && query.of.kind === 'growth'),
  );

export function rankReadings(source: ClaimSource, context: ReadingContext): Built {
  const peers = peersOf(source.match.captured['peers']?.[0], context);
  if (!peers || peers.codes.length === 0) return refuse('peers-unknown');
  if (source.match.pattern.of === 'difference') return changeReadings(source, context);
  const reached = reachedRank(source, context);
  if (reached) return reached;
  // 降幅第1 is the worst fall; of a rise there is no rank of falls.
  const falls = source.match.captured['noun']?.some((t) => has(t, 'growth-noun-down')) ?? false;
  const worst = falls || (source.match.captured['last']?.length ?? 0) > 0;
  if (source.scenario === 'plan') return refuse('rank-of-plan');
  const named = source.match.captured['peers']?.some((t) => has(t, 'area'));
  if (named && !source.area.every((a) => peers.codes.includes(a))) return refuse('peers-unknown');
  const measures = rankedMeasures(source, context);
  if ('code' in measures) return { kind: 'rank', readings: [], problem: measures };
  // 从全国看，…居第×位: what the peers lie in has no place among them.
  const placed =
    source.area.length > 1 ? { ...source, area: source.area.filter((a) => peers.codes.includes(a)) } : source;
  const asked = placed.match.pattern.of === 'at-base' ? { ...placed, period: basePeriods(placed) } : placed;
  const readings = measures.flatMap((kind) =>
    cellsOf(asked, source.entity!.candidates, context).map((at): Reading => {
      const of: Rankable = kind === 'growth' ? { kind, ...at, base: 'last-year' } : { kind, ...at };
      return reading({ kind: 'rank', of, peers, ...(worst ? { order: 'worst-first' } : {}) }, at);
    }),
  );
  return { kind: 'rank', readings, ...(falls ? { only: 'of-a-fall' } : {}) };
}

/** 由上年的第×位: the period behind 由; without one that of the comparison, else of last year or, within a year, of the period before. */
function basePeriods({ match, period, comparator }: ClaimSource): PeriodScope {
  if (match.captured['base']?.some((t) => has(t, 'period'))) return period;
  const bases: readonly ComparatorBase[] = comparator ? [comparator] : [{ kind: 'last-year' }, { kind: 'preceding' }];
  const candidates = period.candidates.flatMap((p) =>
    (isYear(p) && !comparator ? bases.slice(0, 1) : bases).flatMap((base) => {
      const then = comparedPeriod(base, p);
      return 'code' in then ? [] : [then];
    }),
  );
  return { ...period, candidates };
}

/** 升至第×位: the rank just said, in the period in force. */
function reachedRank({ scene, earlier, period, match }: ClaimSource, context: ReadingContext): Built | undefined {
  const last = earlier[earlier.length - 1];
  if (!scene.reach || scene.entities || last?.kind !== 'rank' || match.captured['noun']?.length) return undefined;
  const readings = last.readings.flatMap((r) => {
    const kind = context.dictionary.vocabulary.catalogue.get(r.indicator)?.kind ?? 'flow';
    return periodsOf(period, scene, kind).map((timePeriod) => ({
      ...r,
      timePeriod,
      query: isPeriodQuery(r.query) ? queryAt(r.query, timePeriod) : r.query,
    }));
  });
  const distinct = readings.filter((r, i) => readings.findIndex((q) => JSON.stringify(q) === JSON.stringify(r)) === i);
  return { kind: 'rank', readings: distinct };
}

/** 由第×位升至第×位，前移×位: from the one to the other. */
function climbedRanks({ earlier }: ClaimSource): Built | undefined {
  const [before, now] = earlier.slice(-2);
  if (before?.pattern !== 'rank-at' || now?.kind !== 'rank') return undefined;
  const readings = now.readings.flatMap((r) =>
    before.readings.flatMap((b): readonly Reading[] =>
      r.query.kind === 'rank' && b.query.kind === 'rank' && r.query.of.kind === b.query.of.kind
        ? [{ ...r, query: { kind: 'rank-change', of: r.query, from: b.query } }]
        : [],
    ),
  );
  return readings.length > 0 ? { kind: 'rank-change', readings } : undefined;
}

/** 由上年的×增至×，位次上升×位: from the year of the one to that of the other. */
const usualBase = ({ period, earlier }: ClaimSource): ComparatorBase | undefined => {
  const last = earlier[earlier.length - 1];
  const from = earlier.map((_, i) => pairBase(earlier.slice(0, i + 1))).find((base) => base !== undefined);
  const [now] = period.candidates;
  const lastYear = from && now && period.candidates.length === 1 && samePeriod(from, shiftYears(now, -1));
  // 居第×位、前移×位 in a text of a whole year.
  const ofYear = from === undefined && now && period.candidates.length === 1 && isYear(now) && last?.kind === 'rank';
  return lastYear || ofYear ? { kind: 'last-year' } : undefined;
};

/** 较上年前移×位: of the rank that was just said. */
function changeReadings(source: ClaimSource, context: ReadingContext): Built {
  const last = source.earlier[source.earlier.length - 1];
  const climbed = source.saidBase ? undefined : climbedRanks(source);
  if (climbed) return climbed;
  const own = source.saidBase ? source.comparator : undefined;
  const comparator =
    own ?? (source.comparator && source.comparator.kind !== 'last-year' ? undefined : usualBase(source));
  if (!comparator) return refuse('base-unknown');
  const anew = (source.match.captured['noun']?.length ?? 0) > 0;
  const said: readonly Reading[] = last?.kind === 'rank' && !anew ? last.readings : [];
  const base =
    said.length > 0
      ? said
      : rankReadings(
          { ...source, match: { ...source.match, pattern: { ...source.match.pattern, of: undefined } } },
          context,
        ).readings;
  const readings: Reading[] = [];
  for (const r of base) {
    const of = r.query.kind === 'rank' ? r.query.of : undefined;
    if (r.query.kind !== 'rank' || (of?.kind !== 'level' && of?.kind !== 'growth')) return refuse('rank-of-what');
    const then = comparedPeriod(comparator, r.timePeriod);
    if ('code' in then) return { kind: 'rank-change', readings: [], problem: then };
    const from: RankQuery = { ...r.query, of: { ...of, timePeriod: then } };
    readings.push({ ...r, query: { kind: 'rank-change', of: r.query, from } });
  }
  return { kind: 'rank-change', readings };
}
