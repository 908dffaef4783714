import { type Figure, isFigure, type NoFigure } from '../model/figure.js';
import { compare } from '../model/rational.js';
import { areaName, type Evaluate, type MeasureContext } from './context.js';
import { noFigure } from './operand.js';
import type { QueryOf } from './query.js';
import { rank, ranking } from './rank.js';
import { areaOf } from './rankable.js';
import { differenceOf } from './rate-difference.js';

/**
 * 距前一位×, 领先后一位×: how far the nearest area of a better or a worse rank is away, never negative; of rates in 百分点. Those
 * tied with the area are neither above nor below it.
 */
export function rankDistance(
  query: QueryOf<'rank-distance'>,
  context: MeasureContext,
  evaluate: Evaluate,
): Figure | NoFigure {
  const own = rank(query.of, context, evaluate);
  if (!isFigure(own)) return own;
  const refArea = areaOf(query.of.of);
  const { areas } = ranking(query.of, context, evaluate);
  const mine = areas.find((a) => a.refArea === refArea);
  const next =
    query.to === 'above'
      ? areas.findLast((a) => mine && a.rank < mine.rank)
      : areas.find((a) => mine && a.rank > mine.rank);
  if (!mine || !next)
    return noFigure('nobody-in-that-place', { what: areaName(refArea, context), peers: query.of.peers.name });
  const [high, low] =
    compare(mine.figure.value, next.figure.value) > 0 ? [mine.figure, next.figure] : [next.figure, mine.figure];
  const distance = differenceOf(query.of.of, high, low, context);
  if (!isFigure(distance)) return distance;
  const note = { code: 'next-in-rank', args: { name: areaName(next.refArea, context), rank: next.rank } };
  return { ...distance, derivation: { ...distance.derivation, notes: [note, ...distance.derivation.notes] } };
}
