import type { Catalogue } from '../catalogue/catalogue.js';
import type { CatalogueData } from '../catalogue/schema.js';
import type { At, Query } from '../measures/query.js';
import { isPeriodQuery, queryAt } from '../measures/query-period.js';
import { isYear, shiftYears, type TimePeriod } from '../model/time-period.js';
import type { ClaimKind, Problem, Reading } from './claim.js';
import { type Built, type ClaimSource, cellsOf, reading, refuse } from './claim-source.js';
import { comparedPeriod } from './periods.js';
import type { ReadingContext } from './reading-context.js';

type UnitPrice = CatalogueData['unitPrices'][number];

/** 单票价格: revenue over volume of the subject in scope, as the catalogue pairs them; with 下降×% or 降低×元 its change. */
export function priceReadings(source: ClaimSource, context: ReadingContext): Built {
  const pairs = pricesMeant(source, context.dictionary.vocabulary.catalogue);
  if (!pairs) return refuse('unit-price', 'price-of-what');
  const { of } = source.match.pattern;
  const kind: ClaimKind = of === 'change' ? 'growth' : of === 'difference' ? 'increase' : 'unit-price';
  const volumeOf = new Map(pairs.map((p) => [p.revenue, p.volume]));
  return collect(cellsOf(source, [...volumeOf.keys()], context), kind, (revenue) => {
    const volume = { ...revenue, indicator: volumeOf.get(revenue.indicator)! };
    const price: Query = { kind: 'unit-price', revenue, volume };
    return kind === 'unit-price' ? price : changeOf(price, kind, source, revenue.timePeriod);
  });
}

/**
 * The pairs of revenue and volume whose price may be meant: 同城快递单价 is of 同城 alone; a price behind figures of 同城 may be theirs
 * or that of the whole. Undefined where one of these is not in the catalogue, or the subject is not clear.
 */
function pricesMeant({ entity, scene, subject }: ClaimSource, catalogue: Catalogue): readonly UnitPrice[] | undefined {
  const of = entity?.subject ?? subject;
  const [whole, another] = catalogue.data.unitPrices.filter((p) => of === undefined || p.subject === of);
  if (!whole || another) return undefined;
  const segment = entity?.segment;
  if (segment === undefined) return [whole];
  const partOf = (id: string) => {
    const { subject, word } = catalogue.get(id) ?? {};
    return word === undefined ? undefined : catalogue.compose({ subject, segment, word })?.id;
  };
  const [revenue, volume] = [partOf(whole.revenue), partOf(whole.volume)];
  if (revenue === undefined || volume === undefined) return undefined;
  const part = { ...whole, revenue, volume };
  return scene.entities ? [part] : [part, whole];
}

/** 人均×: a flow over the population of the same region at the end of the period. */
export function perHeadReadings(source: ClaimSource, ids: readonly string[], context: ReadingContext): Built {
  const { catalogue } = context.dictionary.vocabulary;
  // A catalogue that does not say which is its population has it under its usual name.
  const population = catalogue.data.population ?? catalogue.named('常住人口')?.id;
  if (population === undefined) return refuse('average', 'no-population');
  return collect(cellsOf(source, ids, context), 'average', (at) =>
    at.scenario === 'plan'
      ? { code: 'share-of-plan', args: {} }
      : { kind: 'per-capita', of: at, population: [{ ...at, indicator: population }] },
  );
}

/**
 * 单票价格×元，同比下降×%: after a price, an average or a figure per head a change is of that. After an average it may be of the
 * whole as well: both are read, and give one figure but for leap years.
 */
export function derivedReadings(
  source: ClaimSource,
  derived: readonly Reading[],
  kind: 'growth' | 'increase',
  ofWhole: () => Built,
): Built {
  const readings: Reading[] = [];
  for (const r of derived) {
    const query = changeOf(r.query, kind, source, r.timePeriod);
    if ('code' in query) return { kind, readings: [], problem: query };
    readings.push({ ...r, query });
  }
  const average = derived.some(({ query }) => query.kind === 'average');
  const said = source.earlier.some((c) => c.kind === 'level');
  if (!average || (kind === 'increase' && !said)) return { kind, readings };
  const whole = ofWhole();
  return whole.problem ? whole : { kind, readings: [...readings, ...whole.readings] };
}

/** Growth or difference of a computed figure against the period that the words compare with. */
export function changeOf(query: Query, kind: ClaimKind, source: ClaimSource, p: TimePeriod): Query | Problem {
  const then = comparedPeriod(source.comparator ?? { kind: 'last-year' }, p);
  if ('code' in then) return then;
  if (!isPeriodQuery(query)) return { code: 'base-of-no-meaning', args: {} };
  const from = queryAt(query, then);
  return kind === 'growth' ? { kind: 'growth-of', of: query, from } : { kind: 'rate-difference', of: query, from };
}

/** 比计划增长×%, 超计划×万件: what came of the plan of the whole year, against it. */
export function planDifference(
  source: ClaimSource,
  ids: readonly string[],
  kind: 'growth' | 'increase',
  context: ReadingContext,
): Built {
  return collect(cellsOf({ ...source, scenario: 'actual' }, ids, context), kind, (at) => {
    if (!isYear(at.timePeriod)) return { code: 'base-of-no-meaning', args: {} };
    const of = { kind: 'level', ...at } as const;
    const from = { ...of, scenario: 'plan' } as const;
    return kind === 'growth' ? { kind: 'growth-of', of, from } : { kind: 'rate-difference', of, from };
  });
}

/**
 * 年均增长×%: since the named base (比2015年增长×%，年均…), since the start of 由2015年的×增长到×, or over the years in force. A run
 * that names its ends (2015—2019年) may start from its first year or, as yearbooks count, from the year before: both.
 */
export function yearlyMeanReadings(source: ClaimSource, ids: readonly string[], context: ReadingContext): Built {
  const { list, span } = source.period;
  if (list && span) {
    const [first, last] = [list[0]!, list[list.length - 1]!];
    const before = shiftYears(first, -1);
    const starts = span === 'counted' ? [before] : [before, first];
    const at = { ...source, period: { ...source.period, candidates: [last] } };
    return collectAll(cellsOf(at, ids, context), 'average-growth', (cell) =>
      starts.map((from) => ({ kind: 'average-growth', ...cell, from })),
    );
  }
  return collect(cellsOf(source, ids, context), 'average-growth', (at) => {
    const from = startOf(source, at);
    return from && from.end <= at.timePeriod.end - 24
      ? { kind: 'average-growth', ...at, from }
      : { code: 'base-unknown', args: {} };
  });
}

function startOf({ comparator, earlier }: ClaimSource, at: At): TimePeriod | undefined {
  const named = earlier[earlier.length - 2]?.readings[0];
  const pair = earlier[earlier.length - 1]?.readings[0];
  const climbed =
    named?.indicator === at.indicator &&
    pair?.indicator === at.indicator &&
    named.query.kind === 'level' &&
    pair.query.kind === 'level';
  if (climbed && named.timePeriod.end < pair.timePeriod.end) return named.timePeriod;
  const since =
    pair?.query.kind === 'growth' || pair?.query.kind === 'multiple' || pair?.query.kind === 'increase'
      ? pair.query.base
      : undefined;
  if (typeof since === 'object' && pair?.indicator === at.indicator) return since.timePeriod;
  if (comparator?.kind !== 'named') return undefined;
  const then = comparedPeriod(comparator, at.timePeriod);
  return 'code' in then ? undefined : then;
}

function collect(cells: readonly At[], kind: ClaimKind, ask: (at: At) => Query | Problem): Built {
  return collectAll(cells, kind, (at) => {
    const query = ask(at);
    return 'code' in query ? query : [query];
  });
}

function collectAll(cells: readonly At[], kind: ClaimKind, ask: (at: At) => readonly Query[] | Problem): Built {
  const readings: Reading[] = [];
  for (const at of cells) {
    const asked = ask(at);
    if ('code' in asked) return { kind, readings: [], problem: asked };
    readings.push(...asked.map((query) => reading(query, at)));
  }
  return { kind, readings };
}
