import type { Figure, NoFigure } from '../model/figure.js';
import { isFigure } from '../model/figure.js';
import { subtract } from '../model/rational.js';
import { areaName, type Evaluate, type MeasureContext } from './context.js';
import { computed, formatExact, noFigure } from './operand.js';
import type { QueryOf, RankQuery } from './query.js';
import { rank, ranking } from './rank.js';

/** 前移×位: the earlier rank less the present one; positive is forward. Both among the same peers. */
export function rankChange(
  query: QueryOf<'rank-change'>,
  context: MeasureContext,
  evaluate: Evaluate,
): Figure | NoFigure {
  const now = rank(query.of, context, evaluate);
  if (!isFigure(now)) return now;
  const then = rank(query.from, context, evaluate);
  if (!isFigure(then)) return then;
  const ranked = (figure: Figure, of: RankQuery): readonly string[] =>
    figure.derivation.kind === 'delivered'
      ? of.peers.codes
      : ranking(of, context, evaluate).areas.map((a) => a.refArea);
  const [here, there] = [ranked(now, query.of), ranked(then, query.from)];
  const apart = [...here.filter((c) => !there.includes(c)), ...there.filter((c) => !here.includes(c))];
  if (apart.length > 0)
    return noFigure('peers-changed', {
      peers: query.of.peers.name,
      names: [...new Set(apart)].map((c) => areaName(c, context)),
    });
  return computed(subtract(then.value, now.value), '位', `${formatExact(then.value)} − ${formatExact(now.value)}`, [
    now,
    then,
  ]);
}
