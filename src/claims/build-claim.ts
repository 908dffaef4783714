import { isPeriodQuery, queryAt } from '../measures/query-period.js';
import { parseChineseInteger } from '../model/numeral.js';
import { shiftYears } from '../model/time-period.js';
import { parseUnit } from '../model/unit.js';
import { changeClaim } from './change-reading.js';
import type { Reading } from './claim.js';
import { type Built, type ClaimSource, reading, refuse } from './claim-source.js';
import { derivedReadings, perHeadReadings, priceReadings, yearlyMeanReadings } from './derived-reading.js';
import { fittingUnit } from './entity.js';
import { growthClaim } from './growth-reading.js';
import { levelAgainst } from './level-against.js';
import { byMeasureBefore, differenceToMean, meanGrowthAgainst, meanOfOther, ratioToMean } from './measure-before.js';
import { over } from './over-cells.js';
import { periodsOf } from './periods.js';
import { planClaim, planLevel } from './plan-reading.js';
import { rankReadings } from './rank-reading.js';
import type { ReadingContext } from './reading-context.js';
import { sharesOfRegion } from './share-of-region.js';
import { shareOfMember } from './share-reading.js';
import { structureReadings } from './structure-reading.js';
import { changeOfTotal, isTotalOfOne, totalOf, totalSaid } from './total-reading.js';

/** Builds the readings of one number, or says why there is none. */
export function buildClaim(said: ClaimSource, context: ReadingContext): Built {
  if (isTotalOfOne(said)) return refuse(said.match.pattern.measure, 'list-not-clear');
  const total = totalSaid(said, context);
  const source = total ? { ...said, total } : said;
  const { pattern } = source.match;
  if (pattern.measure === 'unit-price') return priceReadings(source, context);
  // 单票收入×元，同比减少×元: a price needs no indicator besides.
  if (!source.entity)
    return source.derived ? ofDerived(source, source.derived, context) : refuse('fact', 'no-indicator');
  if (source.entity.candidates.length === 0) return refuse('fact', 'not-in-catalogue', { words: source.entity.words });
  if (source.area.length === 0) return refuse('level', 'area-unknown', { words: source.areas.words });
  if (pattern.of === 'yearly') return yearlyMeanReadings(source, source.entity.candidates, context);
  if (pattern.of === 'relation-of-mean') return meanGrowthAgainst(source);
  if (pattern.of === 'mean') return meanOfOther(source);
  if (pattern.of === 'to-mean') return pattern.measure === 'increase' ? differenceToMean(source) : ratioToMean(source);
  if (pattern.measure === 'average-growth' && source.period.span)
    return meanOverRun(source, source.entity.candidates, context);
  if (source.period.candidates.length === 0) return refuse('level', 'period-unknown');
  if (pattern.of === 'plan') return planLevel(source, context);
  if (pattern.of === 'against') return levelAgainst(source, context);
  if (source.derived) return ofDerived(source, source.derived, context);
  if (source.scene.per && pattern.measure !== 'level') return perChange(source, context);
  if (source.total && pattern.measure !== 'share' && pattern.measure !== 'level')
    return changeOfTotal(source, source.total);
  switch (pattern.measure) {
    case 'level':
      return levelClaim(source, context);
    case 'growth':
      return growthClaim(source, context);
    case 'increase':
    case 'multiple':
      return changeClaim(source, pattern.measure, context);
    case 'average-growth': {
      const years = yearsCounted(source);
      return over(source, source.entity.candidates, context, 'average-growth', (at) => ({
        kind: 'average-growth',
        ...at,
        from: shiftYears(at.timePeriod, -years),
      }));
    }
    case 'completion':
    case 'ahead-of-time':
      return planClaim(source, pattern.measure, context);
    case 'share':
      return pattern.id.startsWith('structure') ? structureReadings(source, context) : sharesOfRegion(source, context);
    case 'contribution':
    case 'pull':
      return sharesOfRegion(source, context);
    case 'rank':
      return rankReadings(source, context);
  }
}

/** 2022—2023年，…两年平均增长×%: the years that are named are those that are counted. */
function meanOverRun(source: ClaimSource, ids: readonly string[], context: ReadingContext): Built {
  const list = source.period.list ?? [];
  if (list.length !== yearsCounted(source))
    return refuse('average-growth', 'several-periods', { words: source.period.words });
  const last = { ...source, period: { ...source.period, candidates: list.slice(-1) } };
  return over(last, ids, context, 'average-growth', (at) => ({
    kind: 'average-growth',
    ...at,
    from: shiftYears(at.timePeriod, -list.length),
  }));
}

/** 两年平均, 五年平均. */
const yearsCounted = ({ match }: ClaimSource): number =>
  parseChineseInteger(/[两三四五]/u.exec(match.captured['years']?.[0]?.text ?? '')?.[0] ?? '') ?? 2;

/** A growth or an increase after a price or an average is of that. */
function ofDerived(source: ClaimSource, derived: readonly Reading[], context: ReadingContext): Built {
  const kind = source.match.pattern.measure === 'increase' ? 'increase' : 'growth';
  return derivedReadings(source, derived, kind, () =>
    !source.entity
      ? refuse('fact', 'no-indicator')
      : kind === 'growth'
        ? growthClaim(source, context)
        : changeClaim(source, 'increase', context),
  );
}

/** 日均业务量同比增长×%, 人均快递业务量比上年增加×件: a change of what the words themselves compute. */
function perChange(source: ClaimSource, context: ReadingContext): Built {
  const { pattern } = source.match;
  const plain = pattern.of === undefined && (pattern.measure === 'growth' || pattern.measure === 'increase');
  if (!plain) return refuse('average', 'average-only-of-levels');
  const { catalogue } = context.dictionary.vocabulary;
  const flows = {
    ...source.entity!,
    candidates: source.entity!.candidates.filter((id) => catalogue.get(id)?.kind === 'flow'),
  };
  const unit = pattern.measure === 'increase' ? source.unit : undefined;
  const ids = unit ? fittingUnit(flows, unit, catalogue) : flows.candidates;
  if (ids.length === 0) return refuse('average', 'average-only-of-levels');
  const level = levelOf(source, ids, context);
  if (level.problem) return level;
  return derivedReadings(
    { ...source, earlier: [] },
    level.readings,
    pattern.measure === 'increase' ? 'increase' : 'growth',
    () => level,
  );
}

/** A level, or the average or figure per head that the words ask for. */
function levelOf(source: ClaimSource, ids: readonly string[], context: ReadingContext): Built {
  const { per } = source.scene;
  if (per === 'head') return perHeadReadings(source, ids, context);
  if (per) return over(source, ids, context, 'average', (at) => ({ kind: 'average', per, ...at }));
  return over(source, ids, context, 'level', (at) => ({ kind: 'level', ...at }));
}

/** 百万分之×: items in a million. */
const PER_MILLION = parseUnit('件/百万件');

function levelClaim(source: ClaimSource, context: ReadingContext): Built {
  const reached = reachedFrom(source, context);
  if (reached) return reached;
  const { catalogue } = context.dictionary.vocabulary;
  const { entity, scene, match } = source;
  const kinds =
    match.pattern.of === 'rate' ? ['rate'] : match.pattern.of === 'score' ? ['score', 'index', 'rate'] : undefined;
  const unit = match.pattern.of === 'per-million' ? PER_MILLION : source.unit;
  const ids = kinds
    ? entity!.candidates.filter((id) => kinds.includes(catalogue.get(id)?.kind ?? 'flow'))
    : unit
      ? fittingUnit(entity!, unit, catalogue)
      : [];
  const roughly = ids.length === 0 && match.pattern.of === 'rate' ? saidRoughly(source) : undefined;
  if (roughly) return roughly;
  const member =
    ids.length === 0 && match.pattern.of === 'rate'
      ? (shareOfMember(source, context) ?? byMeasureBefore(source, context))
      : undefined;
  if (member) return member;
  if (ids.length === 0)
    return refuse(
      kinds && match.pattern.of === 'rate' ? 'none' : 'level',
      kinds ? 'no-cue-for-percent' : 'unit-of-another-kind',
      {
        words: entity!.words,
        unit: unit?.text ?? '',
      },
    );
  if (scene.total && source.entities.length + source.areas.list.length > 2) {
    const of = totalOf(source, ids, context);
    return of
      ? { kind: 'level', readings: [reading({ kind: 'total', of }, of[0]!)] }
      : refuse('level', 'list-not-clear');
  }
  return levelOf(source, ids, context);
}

/** 增长两成以上，达×%: exactly what was said in round words just before. */
function saidRoughly({ scene, earlier }: ClaimSource): Built | undefined {
  const last = earlier[earlier.length - 1];
  const value = last?.number?.value;
  if (scene.entities || scene.areas || scene.period || value?.kind !== 'written' || !value.rough) return undefined;
  return { kind: last!.kind, readings: last!.readings };
}

/** 由上年的×%提高到×%: the same share or price, of the period in force. */
function reachedFrom(
  { scene, earlier, period, numbers, index }: ClaimSource,
  context: ReadingContext,
): Built | undefined {
  // 由×∶×∶×调整为×∶×∶×: each from its own.
  const last = earlier[earlier.length - numbers + index];
  const kinds = ['share', 'unit-price', ...(last?.pattern === 'growth-at' ? ['growth'] : [])];
  if (!scene.reach || scene.entities || !last || !kinds.includes(last.kind)) return undefined;
  const readings = last.readings.flatMap((r) =>
    periodsOf(period, scene, context.dictionary.vocabulary.catalogue.get(r.indicator)?.kind ?? 'flow').map(
      (timePeriod) => ({
        ...r,
        timePeriod,
        query: isPeriodQuery(r.query) ? queryAt(r.query, timePeriod) : r.query,
      }),
    ),
  );
  return { kind: last.kind, readings };
}
