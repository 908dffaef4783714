import { toRational } from '../model/decimal.js';
import type { Figure, FigureNote, NoFigure } from '../model/figure.js';
import { isFigure } from '../model/figure.js';
import { compare, negate, type Rational, rational } from '../model/rational.js';
import { round } from '../model/rounding.js';
import { areaName, type Evaluate, type MeasureContext } from './context.js';
import { deliveredRank } from './delivered-rank.js';
import { growthBasis } from './growth-basis.js';
import { formatExact, inUnit, noFigure } from './operand.js';
import type { Rankable, RankQuery } from './query.js';
import { aboutArea, areaOf, cellOf } from './rankable.js';
import { exactShare } from './share.js';

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

/** Competition ranking of the peers (1, 2, 2, 4), the best first unless the query asks for the worst. */
export function ranking(query: RankQuery, context: MeasureContext, evaluate: Evaluate): Ranking {
  const { of } = query;
  const codes = [...new Set(query.peers.codes)];
  const answer = answerOf(of, codes, context, evaluate);
  const found: { refArea: string; figure: Figure; key: Rational }[] = [];
  const missing: { refArea: string; why: NoFigure }[] = [];
  for (const refArea of codes) {
    const figure = answer(aboutArea(of, refArea));
    const first = found[0]?.figure.unit;
    const same = isFigure(figure) && first !== undefined ? inUnit(figure, first) : figure;
    if (isFigure(same)) found.push({ refArea, figure: same, key: keyOf(same, query, context) });
    else missing.push({ refArea, why: same });
  }
  // The sort is stable: equal areas keep the order of the peers.
  const sorted = found.sort((a, b) => compare(b.key, a.key));
  const areas: RankedArea[] = [];
  for (let i = 0; i < sorted.length; ) {
    let end = i + 1;
    while (end < sorted.length && compare(sorted[end]!.key, sorted[i]!.key) === 0) end++;
    for (const { refArea, figure } of sorted.slice(i, end))
      areas.push({ refArea, rank: i + 1, tied: end - i > 1, figure });
    i = end;
  }
  return { areas, missing };
}

/** How one peer's value is had: growth on one basis for all, shares as they are before a sum to 100 adjusts them. */
function answerOf(of: Rankable, codes: readonly string[], context: MeasureContext, evaluate: Evaluate) {
  const basis = of.kind === 'growth' ? growthBasis(of, codes, context) : undefined;
  return (question: Rankable): Figure | NoFigure => {
    if (question.kind === 'growth' && basis) return basis(question);
    return question.kind === 'share' && context.options.ties === 'as-delivered'
      ? exactShare(question.part, question.whole, context)
      : evaluate(question);
  };
}

/** What is compared, the greater the better: the value as delivered, or as the reader sees it. */
function keyOf(figure: Figure, { of, order }: RankQuery, { options, catalogue }: MeasureContext): Rational {
  const { indicator } = cellOf(of);
  const value =
    options.ties === 'as-delivered'
      ? figure.value
      : toRational(round(figure.value, options.decimals(figure.unit, indicator), options.rounding));
  const lower = FOLLOWS_LEVEL.includes(of.kind) && catalogue.get(indicator)?.better === 'lower';
  return lower !== (order === 'worst-first') ? negate(value) : value;
}

/** Measures that are better where the level is: of 申诉率 the lowest is first, and so is its fastest fall. */
const FOLLOWS_LEVEL: readonly Rankable['kind'][] = [
  'level',
  'growth',
  'average',
  'per-capita',
  'increase',
  'multiple',
  'average-growth',
];

/** The rank of an area among its peers: delivered by the higher office if it was, else 1 + how many are ahead. */
export function rank(query: RankQuery, context: MeasureContext, evaluate: Evaluate): Figure | NoFigure {
  const refArea = areaOf(query.of);
  const given = deliveredRank(query, context);
  const own = computedRank(query, refArea, context, evaluate);
  if (!given) return own;
  if (!isFigure(own)) return given;
  const note: FigureNote = {
    code: 'delivered-rank-wins',
    args: { what: areaName(refArea, context), other: formatExact(own.value) },
  };
  // Where both agree, what the ranking knows of the place holds for the delivered rank: among whom, tied with whom.
  const notes = compare(given.value, own.value) === 0 ? own.derivation.notes : [note];
  return { ...given, derivation: { ...given.derivation, notes: [...given.derivation.notes, ...notes] } };
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
