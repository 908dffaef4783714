import type { At, Query } from '../measures/query.js';
import { closingMonth, isYearToDate, lastMonth, type TimePeriod, timePeriod, yearOf } from '../model/time-period.js';
import { changeClaim } from './change-reading.js';
import type { Problem } from './claim.js';
import { type Built, type ClaimSource, refuse } from './claim-source.js';
import { planDifference } from './derived-reading.js';
import { fittingUnit, readEntities } from './entity.js';
import { modifiedWhole } from './modified-whole.js';
import { over } from './over-cells.js';
import { pairBase } from './pair-base.js';
import type { PatternMatch } from './pattern.js';
import { comparedPeriod, growthBase } from './periods.js';
import type { ReadingContext } from './reading-context.js';
import { shareReadings } from './share-reading.js';
import { type ComparatorBase, has } from './token.js';

/** Growth, and what is said of it in 百分点: against another period, region, indicator or the plan. */
export function growthClaim(source: ClaimSource, context: ReadingContext): Built {
  const { match, entity, other } = source;
  if (source.comparator?.kind === 'plan')
    return match.pattern.of === undefined
      ? planDifference(source, entity!.candidates, 'growth', context)
      : refuse('difference', 'base-of-no-meaning');
  const growthAt = (at: At): Query | Problem => {
    const base = growthBase(
      match.pattern.of === undefined ||
        match.pattern.of === 'times' ||
        match.pattern.of === 'bare' ||
        match.pattern.of === 'behind'
        ? source.comparator
        : undefined,
      at.timePeriod,
    );
    return typeof base === 'object' && 'code' in base ? base : { kind: 'growth', ...at, base };
  };
  if (match.pattern.of === 'over-plan') return overPlan(source, context);
  if (match.pattern.of === 'month-and-year')
    return over(source, entity!.candidates, context, 'difference', (at) =>
      between({ ...at, timePeriod: closingMonth(at.timePeriod) }, sinceJanuary(at.timePeriod), growthAt),
    );
  if (match.pattern.of === 'relation') return relationClaim(source, context, growthAt, other);
  if (match.pattern.of === 'relation-to-indicator') return indicatorRelationClaim(source, context, growthAt);
  if (match.pattern.of === 'change-of-last' && shareWasSaid(source))
    return shareReadings({ ...source, match: asShareChange(source.match) }, context);
  if (match.pattern.of === 'change-of-last' && source.comparator && changesItself(source, context))
    return changeClaim({ ...source, unit: undefined }, 'increase', context);
  if (match.pattern.of === 'difference' || match.pattern.of === 'change-of-last') {
    if (!speaksOfGrowth(source)) return refuse('difference', 'points-of-what');
    const pair = source.comparator ? undefined : pairBase(source.earlier);
    if (!source.comparator && !pair) return refuse('difference', 'base-unknown');
    return over(source, entity!.candidates, context, 'difference', (at) =>
      pair ? between(at, pair, growthAt) : differenceFrom(source.comparator!, at, growthAt),
    );
  }
  if (match.pattern.of === 'bare' && !speaksOfYearOrPeriod(source.comparator))
    return refuse('growth', 'base-of-no-meaning');
  const plain = over(source, entity!.candidates, context, 'growth', growthAt);
  // 环比增长×%；…增长×%: against the period before again, or as usual against last year.
  if (!source.mayBeYearly || plain.problem) return plain;
  const yearly = over(source, entity!.candidates, context, 'growth', (at) => ({
    kind: 'growth',
    ...at,
    base: 'last-year',
  }));
  return { ...plain, readings: [...plain.readings, ...yearly.readings] };
}

const speaksOfYearOrPeriod = (base: ComparatorBase | undefined): boolean =>
  base?.kind === 'last-year' || base?.kind === 'preceding';

const rankedGrowth = (earlier: ClaimSource['earlier']): boolean => {
  const query = earlier[earlier.length - 1]?.readings[0]?.query;
  // 比第一名的×低×个百分点: by what the one is put in its place.
  const rank = query?.kind === 'placed' ? query.of : query;
  return rank?.kind === 'rank' && rank.of.kind === 'growth';
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
  const pace = !match.captured['verb']?.some((t) => has(t, 'change', 'relation-after'));
  if (pace || !entity || entity.candidates.length === 0 || earlier[earlier.length - 1]?.kind === 'growth') return false;
  return entity.candidates.every((id) => {
    const indicator = dictionary.vocabulary.catalogue.get(id);
    return indicator?.kind === 'rate' && indicator.unit === '%';
  });
}

/** 低于快递业务量增速×个百分点: the growth of two indicators. */
function indicatorRelationClaim(source: ClaimSource, context: ReadingContext, ask: (at: At) => Query | Problem): Built {
  if (source.match.pattern.id === 'growth-relation-indicator-plain' && !speaksOfGrowth(source))
    return refuse('difference', 'points-of-what');
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
function speaksOfGrowth({ match, earlier, growthSaid }: ClaimSource): boolean {
  return (
    growthSaid ||
    (match.captured['noun']?.length ?? 0) > 0 ||
    rankedGrowth(earlier) ||
    earlier[earlier.length - 1]?.kind === 'growth' ||
    earlier[earlier.length - 1]?.kind === 'difference'
  );
}

function differenceFrom(base: ComparatorBase, at: At, ask: (at: At) => Query | Problem): Query | Problem {
  const then = comparedPeriod(base, at.timePeriod);
  return 'code' in then ? then : between(at, then, ask);
}

function between(at: At, then: TimePeriod, ask: (at: At) => Query | Problem): Query | Problem {
  const [of, from] = [ask(at), ask({ ...at, timePeriod: then })];
  if ('code' in of) return of;
  return 'code' in from ? from : { kind: 'rate-difference', of, from };
}

const sinceJanuary = (p: TimePeriod): TimePeriod => timePeriod(yearOf(p), 1, lastMonth(p));

function relationClaim(
  source: ClaimSource,
  context: ReadingContext,
  ask: (at: At) => Query | Problem,
  other: ClaimSource['other'],
): Built {
  if (!speaksOfGrowth(source)) return refuse('difference', 'points-of-what');
  if (other === undefined) return refuse('difference', 'compared-with-what');
  // 高于全省当月增速: of the month in force, and of no other period.
  const when = source.match.captured['when']?.[0];
  if (when && source.period.candidates.some((p) => (has(when, 'current-month') ? p.months !== 1 : !isYearToDate(p))))
    return refuse('difference', 'base-of-no-meaning');
  // 比全国、比上年高: the second is against another period.
  if (typeof other !== 'string')
    return over(source, source.entity!.candidates, context, 'difference', (at) => differenceFrom(other, at, ask));
  return over(source, source.entity!.candidates, context, 'difference', (at) => {
    // 民营企业进出口…高于全省平均增速: in the province's own text that of the whole.
    const whole =
      at.refArea === other ? modifiedWhole(at.indicator, context.dictionary.vocabulary.catalogue) : undefined;
    if (at.refArea === other && !whole) return { code: 'compared-with-itself', args: {} };
    const [of, from] = [ask(at), ask(whole ? { ...at, indicator: whole } : { ...at, refArea: other })];
    if ('code' in of) return of;
    return 'code' in from ? from : { kind: 'rate-difference', of, from };
  });
}

/** 超计划×万件, 超计划×%. */
function overPlan(source: ClaimSource, context: ReadingContext): Built {
  const { entity, unit } = source;
  if (!unit || unit.base === '%') return planDifference(source, entity!.candidates, 'growth', context);
  const ids = fittingUnit(entity!, unit, context.dictionary.vocabulary.catalogue);
  return ids.length > 0
    ? planDifference(source, ids, 'increase', context)
    : refuse('increase', 'unit-of-another-kind', { words: entity!.words, unit: unit.text });
}
