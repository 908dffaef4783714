import { groupArea, type MeasureContext, memberCodes } from '../../measures/context.js';
import type { At, LevelQuery, Query, QueryOf, ShareQuery } from '../../measures/query.js';
import { compare, rational } from '../../model/rational.js';
import { type Interval, meets } from '../../model/rounding.js';
import { yearOf } from '../../model/time-period.js';
import type { Contradiction, ContradictionCode } from './contradiction.js';
import { plus } from './derived-values.js';
import type { SaidValue, SaidValues } from './said-values.js';

type SaidOf<K extends Query['kind']> = SaidValue & { readonly query: QueryOf<K> };

const ofKind = <K extends Query['kind']>(said: SaidValues, kind: K): readonly SaidOf<K>[] =>
  said.all.filter((s): s is SaidOf<K> => s.query.kind === kind);

const HUNDRED: Interval = { low: rational(100n), high: rational(100n) };
const above = (a: Interval, b: Interval): boolean => compare(a.low, b.high) > 0;

/** Numbers that bound one another: no part is larger than its whole, no rank contradicts the figures that are ranked. */
export function* boundsBroken(said: SaidValues, context: MeasureContext): Generator<Contradiction> {
  yield* partsOverWholes(said, context);
  yield* partitionsBroken(said, context);
  const shares = grouped(ofKind(said, 'share'), ({ query: { part, whole } }) =>
    [whole.indicator, whole.refArea, periodKey(whole), periodKey(part)].join('|'),
  );
  for (const list of shares.values()) yield* sharesBroken(list, context);
  const ranks = grouped(ofKind(said, 'rank'), ({ query: { of, peers } }) =>
    of.kind === 'level' || of.kind === 'growth'
      ? [of.kind, of.indicator, periodKey(of), peers.name].join('|')
      : 'other measures',
  );
  for (const list of ranks.values()) yield* ranksBroken(list, said, context);
}

/** By indicator, by region, by time: a part of something counted is never more than the whole. */
function* partsOverWholes(said: SaidValues, context: MeasureContext): Generator<Contradiction> {
  const levels = ofKind(said, 'level').filter(({ query }) => isCounted(query, context));
  const series = grouped(levels, ({ query }) => `${query.indicator}|${query.refArea}|${query.scenario ?? 'actual'}`);
  for (const part of levels) {
    const { query } = part;
    const flow = (context.catalogue.get(query.indicator)?.kind ?? 'flow') === 'flow';
    const own = series.get(`${query.indicator}|${query.refArea}|${query.scenario ?? 'actual'}`) ?? [];
    const wholes = [
      ...wholesOf(query.indicator, context).map((indicator) => said.level({ ...query, indicator })),
      ...areasAround(query.refArea, context).map((refArea) => said.level({ ...query, refArea })),
      ...(flow ? own.filter((other) => isDuring(query, other.query)) : []),
    ];
    for (const whole of wholes)
      if (whole && above(part.interval, whole.interval)) yield { code: 'part-over-whole', between: [part, whole] };
  }
}

const isCounted = ({ indicator }: LevelQuery, context: MeasureContext): boolean =>
  ['flow', 'stock'].includes(context.catalogue.get(indicator)?.kind ?? 'flow');

const wholesOf = (indicator: string, { catalogue }: MeasureContext): readonly string[] =>
  catalogue.data.partitions.filter((p) => p.parts.includes(indicator)).map((p) => p.whole);

/** The regions and groups of regions that a region, or a group, lies in. */
function areasAround(refArea: string, context: MeasureContext): readonly string[] {
  const own = memberCodes(refArea, context) ?? [refArea];
  const groups = Object.entries(context.groups)
    .filter(([name, codes]) => groupArea(name) !== refArea && own.every((code) => codes.includes(code)))
    .map(([name]) => groupArea(name));
  const around: string[] = [];
  for (let at = context.refAreas.get(own[0] ?? '')?.parent; at !== undefined && !around.includes(at); ) {
    around.push(at);
    at = context.refAreas.get(at)?.parent;
  }
  return [...groups, ...around.filter((a) => own.every((code) => context.refAreas.isWithin(code, a)))];
}

/** Lists by a key, in the order of their first members. */
function grouped<T>(all: readonly T[], key: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const lists = new Map<string, T[]>();
  for (const one of all) {
    const list = lists.get(key(one));
    if (list) list.push(one);
    else lists.set(key(one), [one]);
  }
  return lists;
}

const periodKey = ({ timePeriod: { end, months } }: At): string => `${end}/${months}`;

/** September within January to September; January to August within January to September. */
const isDuring = ({ timePeriod: a }: At, { timePeriod: b }: At): boolean =>
  a.months < b.months && a.end <= b.end && a.end - a.months >= b.end - b.months && yearOf(a) === yearOf(b);

/** Parts that make up their whole: their sum is the whole, and the whole grows no faster than the fastest of them. */
function* partitionsBroken(said: SaidValues, context: MeasureContext): Generator<Contradiction> {
  for (const whole of said.all) {
    const { query } = whole;
    if (query.kind !== 'level' && query.kind !== 'growth') continue;
    for (const { exhaustive, parts } of context.catalogue.partitionsOf(query.indicator)) {
      const own = parts.map((indicator) => said.get({ ...query, indicator }));
      if (!exhaustive || !own.every((p) => p !== undefined)) continue;
      const intervals = own.map((p) => p.interval);
      if (query.kind === 'level' && !meets(intervals.reduce(plus), whole.interval))
        yield { code: 'parts-against-whole', between: [whole, ...own] };
      const outside =
        intervals.every((i) => above(i, whole.interval)) || intervals.every((i) => above(whole.interval, i));
      if (query.kind === 'growth' && outside) yield { code: 'growth-outside-parts', between: [whole, ...own] };
    }
  }
}

/** Shares of one whole that do not overlap are together no more than all of it. */
function* sharesBroken(shares: readonly SaidOf<'share'>[], context: MeasureContext): Generator<Contradiction> {
  const over = (code: ContradictionCode, between: readonly SaidValue[]): Contradiction => ({ code, between });
  for (const [i, first] of shares.entries()) {
    if (above(first.interval, HUNDRED)) yield over('shares-over-hundred', [first]);
    const group: SaidOf<'share'>[] = [first];
    for (const next of shares.slice(i + 1))
      if (group.every((g) => isApart(g.query, next.query, context))) group.push(next);
    if (group.length < 2) continue;
    const total = group.map((s) => s.interval).reduce(plus);
    if (above(total, HUNDRED)) yield over('shares-over-hundred', group);
    else if (makesUp(group, context) && above(HUNDRED, total)) yield over('shares-not-hundred', group);
  }
}

/** Two parts of one whole that have nothing in common: two types of one partition, two regions. */
function isApart(a: ShareQuery, b: ShareQuery, context: MeasureContext): boolean {
  if (a.part.refArea === b.part.refArea) {
    if (a.part.indicator === b.part.indicator || a.part.refArea !== a.whole.refArea) return false;
    return context.catalogue
      .partitionsOf(a.whole.indicator)
      .some((p) => p.parts.includes(a.part.indicator) && p.parts.includes(b.part.indicator));
  }
  if (a.part.indicator !== b.part.indicator || a.part.indicator !== a.whole.indicator) return false;
  const [x, y] = [a.part.refArea, b.part.refArea];
  const [mine, theirs] = [memberCodes(x, context) ?? [x], memberCodes(y, context) ?? [y]];
  const overlap = (p: string, q: string) =>
    p === q || context.refAreas.isWithin(p, q) || context.refAreas.isWithin(q, p);
  return !mine.some((p) => theirs.some((q) => overlap(p, q)));
}

/** Whether the parts are all there are. */
function makesUp(group: readonly SaidOf<'share'>[], context: MeasureContext): boolean {
  const { part, whole } = group[0]!.query;
  if (part.indicator === whole.indicator) return false;
  const ids = group.map((s) => s.query.part.indicator);
  return context.catalogue
    .partitionsOf(whole.indicator)
    .some((p) => p.exhaustive && p.parts.length === ids.length && p.parts.every((id) => ids.includes(id)));
}

/** Of two that are ranked, the better place belongs to the better figure. */
function* ranksBroken(
  ranks: readonly SaidOf<'rank'>[],
  said: SaidValues,
  context: MeasureContext,
): Generator<Contradiction> {
  for (const a of ranks)
    for (const b of ranks) {
      const [of, than] = [a.query.of, b.query.of];
      if ((of.kind !== 'level' && of.kind !== 'growth') || of.kind !== than.kind) continue;
      if (of.refArea === ('refArea' in than ? than.refArea : undefined)) continue;
      const [mine, theirs] = [said.get(of), said.get(than)];
      const place = compare(a.interval.low, b.interval.low);
      if (!mine || !theirs || place > 0 || meets(mine.interval, theirs.interval)) continue;
      const lower = context.catalogue.get(of.indicator)?.better === 'lower' || a.query.order === 'worst-first';
      const better = above(mine.interval, theirs.interval) !== lower;
      if (!better) yield { code: 'rank-against-values', between: [a, b, mine, theirs] };
    }
}
