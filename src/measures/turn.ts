import type { Figure, NoFigure } from '../model/figure.js';
import { absolute, compare, sign, subtract } from '../model/rational.js';
import { formatExact, noFigure } from './operand.js';

/**
 * What is said instead of a growth rate where a value or its base is below zero: 由负转正 (扭亏为盈), 由正转负 (由盈转亏), 负值收窄
 * (减亏), 负值扩大 (增亏). Both in one unit. Undefined where the words do not apply: a rate may be taken, or the base is zero.
 */
export function turnOf(now: Figure, base: Figure, what: string): NoFigure | undefined {
  const [before, after] = [sign(base.value), sign(now.value)];
  const change = compare(absolute(now.value), absolute(base.value));
  const args = {
    what,
    now: formatExact(now.value),
    base: formatExact(base.value),
    change: formatExact(absolute(subtract(now.value, base.value))),
    unit: now.unit,
  };
  if (before < 0 && after > 0) return noFigure('negative-to-positive', args);
  if (before > 0 && after < 0) return noFigure('positive-to-negative', args);
  if (before < 0 && change < 0) return noFigure('negative-narrowed', args);
  return before < 0 && change > 0 ? noFigure('negative-widened', args) : undefined;
}
