import type { Figure, NoFigure } from '../model/figure.js';
import { isFigure } from '../model/figure.js';
import { divide, sign, subtract } from '../model/rational.js';
import { baseWithoutMeaning, comparedLevel } from './base.js';
import { incomparable } from './comparability.js';
import { label, type MeasureContext } from './context.js';
import { level } from './level.js';
import { alike, computed, noFigure, operand } from './operand.js';
import type { At, Base, QueryOf } from './query.js';

function pairOf(at: At, base: Base, context: MeasureContext): readonly [Figure, Figure] | NoFigure {
  const meaningless = baseWithoutMeaning(at, base, context);
  if (meaningless) return meaningless;
  const now = level(at, context);
  if (!isFigure(now)) return now;
  const then = comparedLevel(at, base, context);
  if (!isFigure(then)) return then;
  return incomparable(at, base, context) ?? alike(now, then);
}

/** 净增, 增量: value less base, in the value's unit; of two rates in %, in 百分点. */
export function increase(query: QueryOf<'increase'>, context: MeasureContext): Figure | NoFigure {
  const pair = pairOf(query, query.base, context);
  if (!('length' in pair)) return pair;
  const [a, b] = pair;
  const unit = a.unit === '%' ? '百分点' : a.unit;
  return computed(subtract(a.value, b.value), unit, `${operand(a)} − ${operand(b)}`, pair);
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
