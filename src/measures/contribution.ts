import type { Figure, NoFigure } from '../model/figure.js';
import { isFigure } from '../model/figure.js';
import { divide, multiply, sign, subtract } from '../model/rational.js';
import { baseWithoutMeaning, comparedLevel } from './base.js';
import { incomparable } from './comparability.js';
import { label, type MeasureContext } from './context.js';
import { level } from './level.js';
import { computed, HUNDRED, inUnit, noFigure, operand } from './operand.js';
import type { QueryOf } from './query.js';

/** Part and whole, now and at the base, all in the unit of the whole. */
function four(
  query: QueryOf<'contribution' | 'pull'>,
  context: MeasureContext,
): readonly [Figure, Figure, Figure, Figure] | NoFigure {
  const { whole, part, base } = query;
  const refused = baseWithoutMeaning(whole, base, context) ?? baseWithoutMeaning(part, base, context);
  if (refused) return refused;
  const asked = [
    level(whole, context),
    comparedLevel(whole, base, context),
    level(part, context),
    comparedLevel(part, base, context),
  ];
  const apart = incomparable(whole, base, context) ?? incomparable(part, base, context);
  if (apart && asked.every(isFigure)) return apart;
  const figures: Figure[] = [];
  for (const figure of asked) {
    if (!isFigure(figure)) return figure;
    const same = inUnit(figure, figures[0]?.unit ?? figure.unit);
    if (!isFigure(same)) return same;
    figures.push(same);
  }
  return figures as unknown as readonly [Figure, Figure, Figure, Figure];
}

/** 贡献率 in %: Δpart ÷ Δtotal × 100. Refused where the total did not change. */
export function contribution(query: QueryOf<'contribution'>, context: MeasureContext): Figure | NoFigure {
  const all = four(query, context);
  if (!('length' in all)) return all;
  const [w1, w0, p1, p0] = all;
  const change = subtract(w1.value, w0.value);
  if (sign(change) === 0) return noFigure('total-unchanged', { what: label(query.whole, context) });
  const value = multiply(divide(subtract(p1.value, p0.value), change), HUNDRED);
  return computed(value, '%', `(${operand(p1)} − ${operand(p0)}) ÷ (${operand(w1)} − ${operand(w0)}) × 100`, all);
}

/** 拉动 in 百分点: Δpart ÷ total of the base × 100, which is last year's share times the part's growth. */
export function pull(query: QueryOf<'pull'>, context: MeasureContext): Figure | NoFigure {
  const all = four(query, context);
  if (!('length' in all)) return all;
  const [, w0, p1, p0] = all;
  if (sign(w0.value) <= 0)
    return noFigure('base-not-positive', { what: label(query.whole, context), base: w0.derivation.formula });
  const value = multiply(divide(subtract(p1.value, p0.value), w0.value), HUNDRED);
  return computed(value, '百分点', `(${operand(p1)} − ${operand(p0)}) ÷ ${operand(w0)} × 100`, all);
}
