import type { Figure, NoFigure } from '../model/figure.js';
import { isFigure } from '../model/figure.js';
import { divide, multiply, sign } from '../model/rational.js';
import type { Evaluate } from './context.js';
import { alike, computed, HUNDRED, noFigure, operand } from './operand.js';
import type { QueryOf } from './query.js';
import { ratioInterval } from './rate-interval.js';

/** 合计占全省的×%: one figure, a total of several cells for one, in % of another. */
export function ratio({ of, to }: QueryOf<'ratio'>, evaluate: Evaluate): Figure | NoFigure {
  const [part, whole] = [evaluate(of), evaluate(to)];
  if (!isFigure(part)) return part;
  if (!isFigure(whole)) return whole;
  const pair = alike(part, whole);
  if (!('length' in pair)) return pair;
  const [a, b] = pair;
  if (sign(b.value) <= 0)
    return noFigure('base-not-positive', { what: b.derivation.terms[0]?.label ?? '', base: b.derivation.formula });
  const interval = ratioInterval(a, b);
  return {
    ...computed(multiply(divide(a.value, b.value), HUNDRED), '%', `${operand(a)} ÷ ${operand(b)} × 100`, pair),
    ...(interval ? { interval } : {}),
  };
}
