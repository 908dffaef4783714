import { toRational } from '../model/decimal.js';
import type { Figure, NoFigure } from '../model/figure.js';
import { isFigure } from '../model/figure.js';
import { compare, type Rational, rational } from '../model/rational.js';
import { round } from '../model/rounding.js';
import { areaName, type Evaluate, indicatorOf, type MeasureContext } from './context.js';
import { computedGrowth, publishedGrowth } from './growth.js';
import { delivered } from './level.js';
import { formatExact, inUnit, noFigure } from './operand.js';
import type { At, Rankable, RankQuery } from './query.js';

/** One area in a ranking, best first. Equal values share a rank (1, 2, 2, 4). */
export interface RankedArea {
  readonly refArea: string;
  readonly rank: number;
  readonly tied: boolean;
  readonly figure: Figure;
}

export interface Ranking {
  readonly areas: readonly RankedArea[];
  readonly missing: readonly { readonly refArea: string; readonly why: NoFigure }[];
}

/** The area that a rankable query speaks of. */
export function areaOf(query: Rankable): string {
  if (query.kind === 'share') return query.part.refArea;
  return query.kind === 'unit-price' ? query.revenue.refArea : query.refArea;
}

/** The same question about another area. A share of one's own whole moves with the area; of a fixed whole it does not. */
export function aboutArea(query: Rankable, refArea: string): Rankable {
  if (query.kind === 'share') {
    const own = query.whole.refArea === query.part.refArea;
    return { ...query, part: { ...query.part, refArea }, whole: own ? { ...query.whole, refArea } : query.whole };
  }
  if (query.kind === 'unit-price')
    return { ...query, revenue: { ...query.revenue, refArea }, volume: { ...query.volume, refArea } };
  return { ...query, refArea };
}

const cellOf = (query: Rankable): At =>
  query.kind === 'share' ? query.part : query.kind === 'unit-price' ? query.revenue : query;

/** Competition ranking of the peers; where lower is better by the catalogue, the lowest is first. */
export function ranking(query: RankQuery, context: MeasureContext, evaluate: Evaluate): Ranking {
  const { of, peers } = query;
  const basis = of.kind === 'growth' ? growthBasis(of, peers.codes, context) : undefined;
  const found: { refArea: string; figure: Figure; key: Rational }[] = [];
  const missing: { refArea: string; why: NoFigure }[] = [];
  for (const refArea of peers.codes) {
    const question = aboutArea(of, refArea);
    const figure = question.kind === 'growth' && basis ? basis(question) : evaluate(question);
    const first = found[0]?.figure.unit;
    const same = isFigure(figure) && first !== undefined ? inUnit(figure, first) : figure;
    if (isFigure(same)) found.push({ refArea, figure: same, key: keyOf(same, of, context) });
    else missing.push({ refArea, why: same });
  }
  const lowerFirst = of.kind === 'level' && indicatorOf(of.indicator, context)?.better === 'lower';
  const sorted = found
    .map((x, i) => ({ ...x, i }))
    .sort((a, b) => (lowerFirst ? compare(a.key, b.key) : compare(b.key, a.key)) || a.i - b.i);
  const areas = sorted.map((x, i) => {
    const firstEqual = sorted.findIndex((y) => compare(x.key, y.key) === 0);
    const tied = sorted.some((y, j) => j !== i && compare(x.key, y.key) === 0);
    return { refArea: x.refArea, rank: firstEqual + 1, tied, figure: x.figure };
  });
  return { areas, missing };
}

/** Ties are as delivered, or as the reader sees the figures. */
function keyOf(figure: Figure, of: Rankable, { options }: MeasureContext): Rational {
  if (options.ties === 'as-delivered') return figure.value;
  return toRational(round(figure.value, options.decimals(figure.unit, cellOf(of).indicator), options.rounding));
}

/** Published rates are ranked with published ones, computed with computed: all of one kind, never a mixture. */
function growthBasis(of: Extract<Rankable, { kind: 'growth' }>, codes: readonly string[], context: MeasureContext) {
  if (indicatorOf(of.indicator, context)?.growth !== 'published')
    return (q: typeof of): Figure | NoFigure => computedGrowth(q, context);
  const published = codes.filter((refArea) => {
    const f = publishedGrowth({ ...of, refArea }, context);
    return f !== undefined && isFigure(f);
  });
  if (published.length === 0) return undefined;
  return (q: typeof of): Figure | NoFigure =>
    publishedGrowth(q, context) ?? noFigure('growth-not-published', { what: areaName(q.refArea, context) });
}

/** The rank of an area among its peers: delivered by the higher office if it was, else 1 + how many are ahead. */
export function rank(query: RankQuery, context: MeasureContext, evaluate: Evaluate): Figure | NoFigure {
  const refArea = areaOf(query.of);
  const given = deliveredRank(query, context);
  const own = computedRank(query, refArea, context, evaluate);
  if (!given) return own;
  if (!isFigure(own) || compare(given.value, own.value) === 0) return given;
  const note = {
    code: 'delivered-rank-wins',
    args: { what: areaName(refArea, context), other: formatExact(own.value) },
  };
  return { ...given, derivation: { ...given.derivation, notes: [...given.derivation.notes, note] } };
}

/** A delivered rank is among the members of the area's own parent; among other peers it says nothing. */
function deliveredRank({ of, peers }: RankQuery, context: MeasureContext): Figure | undefined {
  if (of.kind !== 'level' && of.kind !== 'growth') return undefined;
  const parent = context.refAreas.get(of.refArea)?.parent;
  const siblings = parent === undefined ? [] : context.refAreas.members(parent).map((a) => a.code);
  const same = siblings.length === peers.codes.length && siblings.every((c) => peers.codes.includes(c));
  if (!same || (of.kind === 'growth' && of.base !== 'last-year')) return undefined;
  const figure = delivered(of.kind === 'level' ? 'rank' : 'growth-rank', of, context);
  return figure && isFigure(figure) ? { ...figure, unit: '位' } : undefined;
}

function computedRank(
  query: RankQuery,
  refArea: string,
  context: MeasureContext,
  evaluate: Evaluate,
): Figure | NoFigure {
  const { peers } = query;
  if (!peers.codes.includes(refArea))
    return noFigure('not-a-peer', { what: areaName(refArea, context), peers: peers.name });
  const { areas, missing } = ranking(query, context, evaluate);
  const mine = areas.find((a) => a.refArea === refArea);
  if (!mine)
    return (
      missing.find((m) => m.refArea === refArea)?.why ?? noFigure('not-delivered', { what: areaName(refArea, context) })
    );
  const names = missing.map((m) => areaName(m.refArea, context));
  if (missing.length > 0 && context.options.incompletePeers === 'withhold')
    return noFigure('peers-missing', { peers: peers.name, missing: names, reason: missing[0]!.why.reason });
  const ahead = areas.filter((a) => a.rank < mine.rank);
  const tiedWith = areas.filter((a) => a.rank === mine.rank && a !== mine).map((a) => areaName(a.refArea, context));
  const notes = [
    { code: 'ranked-among', args: { peers: peers.name, count: areas.length } },
    ...(tiedWith.length > 0 ? [{ code: 'tied-with', args: { names: tiedWith } }] : []),
    ...(names.length > 0 ? [{ code: 'peers-incomplete', args: { missing: names } }] : []),
  ];
  const inherited = mine.figure.derivation.notes;
  return {
    value: rational(mine.rank),
    unit: '位',
    derivation: {
      kind: 'computed',
      formula: `1 + ${ahead.length}`,
      terms: [...mine.figure.derivation.terms, ...neighbours(areas, mine).flatMap((a) => a.figure.derivation.terms)],
      notes: [...notes, ...inherited],
    },
  };
}

/** The next above and below, which is what a person checks first. */
function neighbours(areas: readonly RankedArea[], mine: RankedArea): readonly RankedArea[] {
  const at = areas.indexOf(mine);
  return [areas[at - 1], areas[at + 1]].filter((a) => a !== undefined);
}
