import { toRational } from '../model/decimal.js';
import type { Figure, NoFigure } from '../model/figure.js';
import { isFigure } from '../model/figure.js';
import { divide, multiply, rational, sign, subtract } from '../model/rational.js';
import { round } from '../model/rounding.js';
import { label, type MeasureContext } from './context.js';
import { level } from './level.js';
import { alike, computed, formatExact, HUNDRED, type MeasureNote, noFigure, operand } from './operand.js';
import type { At, QueryOf } from './query.js';

function completed(actual: At, plan: At, context: MeasureContext): Figure | NoFigure {
  const done = level(actual, context);
  if (!isFigure(done)) return done;
  const target = level({ ...plan, scenario: 'plan' }, context);
  if (!isFigure(target)) return target;
  const pair = alike(done, target);
  if (!('length' in pair)) return pair;
  if (sign(pair[1].value) <= 0)
    return noFigure('base-not-positive', { what: label(plan, context), base: pair[1].derivation.formula });
  const value = multiply(divide(pair[0].value, pair[1].value), HUNDRED);
  return computed(value, '%', `${operand(pair[0])} ÷ ${operand(pair[1])} × 100`, pair);
}

/** 完成全年目标的×%: actual ÷ plan × 100. */
export const completion = (query: QueryOf<'completion'>, context: MeasureContext): Figure | NoFigure =>
  completed(query.actual, query.plan, context);

/** 超时序进度×个百分点: completion less months elapsed ÷ months planned × 100; both must begin in the same month. */
export function aheadOfTime(query: QueryOf<'ahead-of-time'>, context: MeasureContext): Figure | NoFigure {
  const done = completed(query.actual, query.plan, context);
  if (!isFigure(done)) return done;
  const [actual, plan] = [query.actual.timePeriod, query.plan.timePeriod];
  if (actual.end - actual.months !== plan.end - plan.months || actual.end > plan.end)
    return noFigure('not-since-plan-began', { what: label(query.actual, context) });
  const [elapsed, planned] = [actual.months, plan.months];
  const progress = multiply(rational(elapsed, planned), HUNDRED);
  if (context.options.difference === 'exact')
    return computed(subtract(done.value, progress), '百分点', `${operand(done)} − ${elapsed} ÷ ${planned} × 100`, [
      done,
    ]);
  const [a, b] = [done.value, progress].map((v) =>
    toRational(round(v, context.options.decimals('%'), context.options.rounding)),
  );
  const note: MeasureNote = { code: 'difference-of-rounded', args: {} };
  return computed(subtract(a!, b!), '百分点', `${formatExact(a!)} − ${formatExact(b!)}`, [done], [note]);
}
