import type { Figure, NoFigure } from '../model/figure.js';
import { isFigure } from '../model/figure.js';
import { divide, rational } from '../model/rational.js';
import { daysIn } from '../model/time-period.js';
import { indicatorOf, label, type MeasureContext } from './context.js';
import { level } from './level.js';
import { computed, noFigure, operand } from './operand.js';
import type { QueryOf } from './query.js';

/**
 * 日均, 月均: a flow divided by the days (365 or 366 in a year) or months of its own period. Division by n makes the rounding
 * of the whole n times finer: that many decimals more are known, and no others.
 */
export function average(query: QueryOf<'average'>, context: MeasureContext): Figure | NoFigure {
  if ((indicatorOf(query.indicator, context)?.kind ?? 'flow') !== 'flow')
    return noFigure('not-a-flow', { what: label(query, context) });
  const whole = level(query, context);
  if (!isFigure(whole)) return whole;
  const count = query.per === 'day' ? daysIn(query.timePeriod) : query.timePeriod.months;
  const mean = computed(divide(whole.value, rational(count)), whole.unit, `${operand(whole)} ÷ ${count}`, [whole]);
  return whole.decimals === undefined ? mean : { ...mean, decimals: whole.decimals + String(count).length - 1 };
}
