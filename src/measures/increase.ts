import type { Figure, NoFigure } from '../model/figure.js';
import { isFigure } from '../model/figure.js';
import { divide, sign, subtract } from '../model/rational.js';
import { baseLevel } from './base.js';
import { incomparable } from './comparability.js';
import { label, type MeasureContext } from './context.js';
import { level } from './level.js';
import { alike, computed, noFigure, operand } from './operand.js';
import type { At, Base, QueryOf } from './query.js';

function pairOf(at: At, base: Base, context: MeasureContext): readonly [Figure, Figure] | NoFigure {
  const now = level(at, context);
  if (!isFigure(now)) return now;
  const then = baseLevel(at, base, context);
  if (!isFigure(then)) return noFigure('base-missing', { what: label(at, context), ...then.args });
  return incomparable(at, base, context) ?? alike(now, then);
}

/** 净增, 增量: value less base, in the value's unit. */
export function increase(query: QueryOf<'increase'>, context: MeasureContext): Figure | NoFigure {
  const pair = pairOf(query, query.base, context);
  if (!('length' in pair)) return pair;
  const [a, b] = pair;
  return computed(subtract(a.value, b.value), a.unit, `${operand(a)} − ${operand(b)}`, pair);
}

/** 是上年的×倍: value ÷ base. */
export function multiple(query: QueryOf<'multiple'>, context: MeasureContext): Figure | NoFigure {
  const pair = pairOf(query, query.base, context);
  if (!('length' in pair)) return pair;
  const [a, b] = pair;
  if (sign(b.value) <= 0)
    return noFigure('base-not-positive', { what: label(query, context), base: b.derivation.formula });
  return computed(divide(a.value, b.value), '倍', `${operand(a)} ÷ ${operand(b)}`, pair);
}
