import type { Figure, NoFigure } from '../model/figure.js';
import { absolute, compare, sign, subtract } from '../model/rational.js';
import type { MeasureReason } from './diagnostics.js';
import { formatExact, noFigure } from './operand.js';

/**
 * What is said instead of a growth rate where a value or its base is below zero: 由负转正 (扭亏为盈), 由正转负 (由盈转亏), 负值收窄
 * (减亏), 负值扩大 (增亏). Both in one unit. Undefined where the words do not apply: a rate may be taken, or the base is zero.
 */
export function turnOf(now: Figure, base: Figure, what: () => string): NoFigure | undefined {
  const reason = reasonOf(now, base);
  return (
    reason &&
    noFigure(reason, {
      what: what(),
      now: formatExact(now.value),
      base: formatExact(base.value),
      change: formatExact(absolute(subtract(now.value, base.value))),
      unit: now.unit,
    })
  );
}

function reasonOf(now: Figure, base: Figure): MeasureReason | undefined {
  const [before, after] = [sign(base.value), sign(now.value)];
  if (before > 0) return after < 0 ? 'positive-to-negative' : undefined;
  if (before === 0) return undefined;
  if (after > 0) return 'negative-to-positive';
  const change = compare(now.value, base.value);
  return change > 0 ? 'negative-narrowed' : change < 0 ? 'negative-widened' : undefined;
}
