import type { Figure, NoFigure } from '../model/figure.js';
import { isFigure } from '../model/figure.js';
import { subtract } from '../model/rational.js';
import type { Evaluate, MeasureContext } from './context.js';
import { computed, formatExact } from './operand.js';
import type { QueryOf } from './query.js';
import { rank } from './rank.js';

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
  return computed(subtract(then.value, now.value), '位', `${formatExact(then.value)} − ${formatExact(now.value)}`, [
    now,
    then,
  ]);
}
