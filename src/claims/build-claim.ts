import type { At, Query } from '../measures/query.js';
import type { TimePeriod } from '../model/time-period.js';
import type { ClaimKind, Problem, Reading } from './claim.js';
import { type Built, type ClaimSource, cellsOf, reading, refuse } from './claim-source.js';
import { fittingUnit, readEntities } from './entity.js';
import type { PatternMatch } from './pattern.js';
import { comparedPeriod, growthBase, periodsOf } from './periods.js';
import { rankReadings } from './rank-reading.js';
import type { ReadingContext } from './reading-context.js';
import { shareReadings } from './share-reading.js';
import { type ComparatorBase, has } from './token.js';

/** Builds the readings of one number, or says why there is none. */
export function buildClaim(source: ClaimSource, context: ReadingContext): Built {
  const { pattern } = source.match;
  if (pattern.measure === 'unit-price') return priceClaim(source, context);
  if (!source.entity) return refuse('fact', 'no-indicator');
  if (source.entity.candidates.length === 0) return refuse('fact', 'not-in-catalogue', { words: source.entity.words });
  if (source.area.length === 0) return refuse('level', 'area-unknown', { words: source.areas.words });
  if (source.period.candidates.length === 0) return refuse('level', 'period-unknown');
  if (source.scene.per && pattern.measure !== 'level') return refuse('average', 'average-only-of-levels');
  switch (pattern.measure) {
    case 'level':
      return levelClaim(source, context);
    case 'growth':
      return growthClaim(source, context);
    case 'increase':
    case 'multiple':
      return changeClaim(source, pattern.measure, context);
    case 'average-growth':
      return over(source, source.entity.candidates, context, 'average-growth', (at) => ({
        kind: 'average-growth',
        ...at,
        from: { end: at.timePeriod.end - 24, months: at.timePeriod.months },
      }));
    case 'completion':
    case 'ahead-of-time':
      return planClaim(source, pattern.measure, context);
    case 'share':
    case 'contribution':
    case 'pull':
      return shareReadings(source, context);
    case 'rank':
      return rankReadings(source, context);
  }
}

function over(
  source: ClaimSource,
  ids: readonly string[],
  context: ReadingContext,
  kind: ClaimKind,
  ask: (at: At) => Query | Problem,
): Built {
  const readings: Reading[] = [];
  for (const at of cellsOf(source, ids, context)) {
    const query = ask(at);
    if ('code' in query) return { kind, readings: [], problem: query };
    readings.push(reading(query, at));
  }
  return { kind, readings };
}

function levelClaim(source: ClaimSource, context: ReadingContext): Built {
  const reached = reachedFrom(source, context);
  if (reached) return reached;
  const { catalogue } = context.dictionary.vocabulary;
  const { entity, scene, match } = source;
  const kinds =
    match.pattern.of === 'rate' ? ['rate'] : match.pattern.of === 'score' ? ['score', 'index', 'rate'] : undefined;
  const unit = source.unit;
  const ids = kinds
    ? entity!.candidates.filter((id) => kinds.includes(catalogue.get(id)?.kind ?? 'flow'))
    : unit
      ? fittingUnit(entity!, unit, catalogue)
      : [];
  if (ids.length === 0)
    return refuse(
      kinds && match.pattern.of === 'rate' ? 'none' : 'level',
      kinds ? 'no-cue-for-percent' : 'unit-of-another-kind',
      {
        words: entity!.words,
        unit: unit?.text ?? '',
      },
    );
  if (scene.total && source.entities.length + source.areas.list.length > 2) return totalClaim(source, ids, context);
  if (scene.per) return over(source, ids, context, 'average', (at) => ({ kind: 'average', per: scene.per!, ...at }));
  return over(source, ids, context, 'level', (at) => ({ kind: 'level', ...at }));
}

/** 由上年的×%提高到×%: the same share or price, of the period in force. */
function reachedFrom({ scene, earlier, period }: ClaimSource, context: ReadingContext): Built | undefined {
  const last = earlier[earlier.length - 1];
  if (!scene.reach || scene.entities || !last || (last.kind !== 'share' && last.kind !== 'unit-price'))
    return undefined;
  const readings = last.readings.flatMap((r) =>
    periodsOf(period, scene, context.dictionary.vocabulary.catalogue.get(r.indicator)?.kind ?? 'flow').map(
      (timePeriod) => ({
        ...r,
        timePeriod,
        query: movedTo(r.query, timePeriod),
      }),
    ),
  );
  return { kind: last.kind, readings };
}

function movedTo(query: Query, timePeriod: TimePeriod): Query {
  if (query.kind === 'share')
    return { ...query, part: { ...query.part, timePeriod }, whole: { ...query.whole, timePeriod } };
  if (query.kind === 'unit-price')
    return { ...query, revenue: { ...query.revenue, timePeriod }, volume: { ...query.volume, timePeriod } };
  return query;
}

/** A、B合计完成×: over the list of indicators or of regions. */
function totalClaim(source: ClaimSource, ids: readonly string[], context: ReadingContext): Built {
  const first = cellsOf(source, ids.slice(0, 1), context)[0];
  if (!first) return refuse('level', 'no-indicator');
  const single = source.entities.every((e) => e.candidates.length === 1);
  if (!single) return refuse('level', 'list-not-clear');
  const of =
    source.entities.length > 1
      ? source.entities.map((e) => ({ ...first, indicator: e.candidates[0]! }))
      : source.areas.list.map((refArea) => ({ ...first, refArea }));
  return { kind: 'level', readings: [reading({ kind: 'total', of }, first)] };
}

function growthClaim(source: ClaimSource, context: ReadingContext): Built {
  const { match, entity, other } = source;
  const growthAt = (at: At): Query | Problem => {
    const base = growthBase(
      match.pattern.of === undefined || match.pattern.of === 'times' ? source.comparator : undefined,
      at.timePeriod,
    );
    return typeof base === 'object' && 'code' in base ? base : { kind: 'growth', ...at, base };
  };
  if (match.pattern.of === 'relation') return relationClaim(source, context, growthAt, other);
  if (match.pattern.of === 'relation-to-indicator') return indicatorRelationClaim(source, context, growthAt);
  if (match.pattern.of === 'change-of-last' && shareWasSaid(source))
    return shareReadings({ ...source, match: asShareChange(source.match) }, context);
  if (match.pattern.of === 'change-of-last' && source.comparator && changesItself(source, context))
    return changeClaim({ ...source, unit: undefined }, 'increase', context);
  if (match.pattern.of === 'difference' || match.pattern.of === 'change-of-last') {
    if (!speaksOfGrowth(source)) return refuse('difference', 'points-of-what');
    if (!source.comparator) return refuse('difference', 'base-unknown');
    return over(source, entity!.candidates, context, 'difference', (at) =>
      differenceFrom(source.comparator!, at, growthAt),
    );
  }
  return over(source, entity!.candidates, context, 'growth', growthAt);
}

const rankedGrowth = (earlier: ClaimSource['earlier']): boolean => {
  const query = earlier[earlier.length - 1]?.readings[0]?.query;
  return query?.kind === 'rank' && query.of.kind === 'growth';
};

const shareWasSaid = ({ earlier }: ClaimSource): boolean =>
  earlier[earlier.length - 1]?.readings.some(
    ({ query }) => query.kind === 'share' || (query.kind === 'rate-difference' && query.of.kind === 'share'),
  ) ?? false;

const asShareChange = (match: PatternMatch): PatternMatch => ({
  ...match,
  pattern: { ...match.pattern, measure: 'share', of: 'difference' },
});

/** 准时率为×%，较上年提高×个百分点: a rate counted in % changes in points by itself. */
function changesItself({ match, entity, earlier }: ClaimSource, { dictionary }: ReadingContext): boolean {
  const pace = !match.captured['verb']?.some((t) => has(t, 'change'));
  if (pace || !entity || entity.candidates.length === 0 || earlier[earlier.length - 1]?.kind === 'growth') return false;
  return entity.candidates.every((id) => {
    const indicator = dictionary.vocabulary.catalogue.get(id);
    return indicator?.kind === 'rate' && indicator.unit === '%';
  });
}

/** 低于快递业务量增速×个百分点: the growth of two indicators. */
function indicatorRelationClaim(source: ClaimSource, context: ReadingContext, ask: (at: At) => Query | Problem): Built {
  const { catalogue } = context.dictionary.vocabulary;
  const scope = { subject: source.entity?.subject, entities: [], opening: false };
  const named = readEntities(source.match.captured['whole'] ?? [], scope, catalogue);
  const other = named.length === 1 && named[0]!.candidates.length === 1 ? named[0]!.candidates[0] : undefined;
  if (other === undefined) return refuse('difference', 'compared-with-what');
  return over(source, source.entity!.candidates, context, 'difference', (at) => {
    if (at.indicator === other) return { code: 'compared-with-itself', args: {} };
    const [of, from] = [ask(at), ask({ ...at, indicator: other })];
    if ('code' in of) return of;
    return 'code' in from ? from : { kind: 'rate-difference', of, from };
  });
}

/** 百分点 are of growth only where a growth word, or a growth just said, says so. */
function speaksOfGrowth({ match, earlier }: ClaimSource): boolean {
  return (
    (match.captured['noun']?.length ?? 0) > 0 ||
    rankedGrowth(earlier) ||
    earlier[earlier.length - 1]?.kind === 'growth' ||
    earlier[earlier.length - 1]?.kind === 'difference'
  );
}

function differenceFrom(base: ComparatorBase, at: At, ask: (at: At) => Query | Problem): Query | Problem {
  const then = comparedPeriod(base, at.timePeriod);
  if ('code' in then) return then;
  const [of, from] = [ask(at), ask({ ...at, timePeriod: then })];
  if ('code' in of) return of;
  return 'code' in from ? from : { kind: 'rate-difference', of, from };
}

function relationClaim(
  source: ClaimSource,
  context: ReadingContext,
  ask: (at: At) => Query | Problem,
  other: string | undefined,
): Built {
  if (!speaksOfGrowth(source)) return refuse('difference', 'points-of-what');
  if (other === undefined) return refuse('difference', 'compared-with-what');
  return over(source, source.entity!.candidates, context, 'difference', (at) => {
    if (at.refArea === other) return { code: 'compared-with-itself', args: {} };
    const [of, from] = [ask(at), ask({ ...at, refArea: other })];
    if ('code' in of) return of;
    return 'code' in from ? from : { kind: 'rate-difference', of, from };
  });
}

function changeClaim(source: ClaimSource, kind: 'increase' | 'multiple', context: ReadingContext): Built {
  const { catalogue } = context.dictionary.vocabulary;
  const all = source.entity!.candidates;
  const scored = (id: string) => ['score', 'index'].includes(catalogue.get(id)?.kind ?? 'flow');
  const ids =
    source.match.pattern.of === 'score'
      ? all.filter(scored)
      : kind === 'increase' && source.unit
        ? fittingUnit(source.entity!, source.unit, catalogue)
        : all;
  if (ids.length === 0)
    return refuse(kind, 'unit-of-another-kind', { words: source.entity!.words, unit: source.unit?.text ?? '' });
  return over(source, ids, context, kind, (at) => {
    const base = growthBase(source.comparator, at.timePeriod);
    return typeof base === 'object' && 'code' in base ? base : { kind, ...at, base };
  });
}

/** Actual against the plan of its whole year. */
function planClaim(source: ClaimSource, kind: 'completion' | 'ahead-of-time', context: ReadingContext): Built {
  return over({ ...source, scenario: 'actual' }, source.entity!.candidates, context, kind, (at) => {
    const year: TimePeriod = { end: at.timePeriod.end - (at.timePeriod.end % 12) + 11, months: 12 };
    return { kind, actual: at, plan: { ...at, timePeriod: year, scenario: 'plan' } };
  });
}

/** 单票价格: revenue over volume of the subject in scope, as the catalogue pairs them. */
function priceClaim(source: ClaimSource, context: ReadingContext): Built {
  const { catalogue } = context.dictionary.vocabulary;
  const subject = source.entity?.subject ?? source.subject;
  const pairs = catalogue.data.unitPrices.filter((p) => subject === undefined || p.subject === subject);
  const pair = pairs.length === 1 ? pairs[0] : undefined;
  if (!pair) return refuse('unit-price', 'price-of-what');
  return over(source, [pair.revenue], context, 'unit-price', (revenue) => ({
    kind: 'unit-price',
    revenue,
    volume: { ...revenue, indicator: pair.volume },
  }));
}
