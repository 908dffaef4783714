import { formatDecimal } from '../model/decimal.js';
import type { Figure, NoFigure } from '../model/figure.js';
import { isFigure } from '../model/figure.js';
import { add, divide, multiply, ONE, sign, subtract } from '../model/rational.js';
import { round } from '../model/rounding.js';
import { baseWithoutMeaning, comparedLevel, hasPreceding } from './base.js';
import { agreesWithLevels, incomparable } from './comparability.js';
import { indicatorOf, label, type MeasureContext } from './context.js';
import { delivered, level } from './level.js';
import { alike, computed, HUNDRED, noFigure, operand } from './operand.js';
import { acrossPriceBases } from './price-base.js';
import type { GrowthQuery } from './query.js';
import { rateInterval } from './rate-interval.js';
import { turnOf } from './turn.js';

/** Growth in %: published where the catalogue says that it wins, else (v ÷ base − 1) × 100. */
export function growth(query: GrowthQuery, context: MeasureContext): Figure | NoFigure {
  const published = publishedGrowth(query, context);
  const wins = indicatorOf(query.indicator, context)?.growth === 'published';
  const own = computedGrowth(query, context);
  if (!published) return isFigure(own) ? (incomparable(query, query.base, context) ?? own) : own;
  if (!isFigure(published)) return isFigure(own) && !wins ? own : published;
  if (!isFigure(own)) return published;
  const chosen = wins ? published : own;
  const other = wins ? own : published;
  if (agreesWithLevels(published, query, context) !== false) return chosen;
  const note = {
    code: wins ? 'published-growth-wins' : 'computed-growth-wins',
    args: { what: label(query, context), other: `${roundedText(other, context)}%` },
  };
  return { ...chosen, derivation: { ...chosen.derivation, notes: [...chosen.derivation.notes, note] } };
}

const roundedText = (f: Figure, { options }: MeasureContext): string =>
  formatDecimal(round(f.value, options.decimals('%'), options.rounding));

/** The growth that came with the return, in %. */
export function publishedGrowth(query: GrowthQuery, context: MeasureContext): Figure | NoFigure | undefined {
  if (query.scenario === 'plan') return undefined;
  if (query.base === 'last-year') return delivered('growth', query, context);
  return query.base === 'preceding' && hasPreceding(query.timePeriod)
    ? delivered('growth-on-period', query, context)
    : undefined;
}

/** Growth by division, in %, or why it cannot be. */
export function computedGrowth(query: GrowthQuery, context: MeasureContext): Figure | NoFigure {
  const indicator = indicatorOf(query.indicator, context);
  if (indicator?.kind === 'rate') return noFigure('growth-of-a-rate', { what: label(query, context) });
  const meaningless = baseWithoutMeaning(query, query.base, context);
  if (meaningless) return meaningless;
  const now = level(query, context);
  if (!isFigure(now)) return now;
  const then = comparedLevel(query, query.base, context);
  if (!isFigure(then)) return then;
  const crossed = acrossPriceBases(query, query.base, context);
  if (crossed) return crossed;
  const pair = alike(now, then);
  if (!('length' in pair)) return pair;
  const [a, b] = pair;
  // Of what may be negative (a profit) the words are 由盈转亏; below a positive base anything else still has a rate.
  const turn = indicator?.signed || sign(b.value) <= 0 ? turnOf(a, b, () => label(query, context)) : undefined;
  if (turn) return turn;
  if (sign(b.value) <= 0)
    return noFigure('base-not-positive', { what: label(query, context), base: `${b.derivation.formula}${b.unit}` });
  const value = multiply(subtract(divide(a.value, b.value), ONE), HUNDRED);
  const interval = query.scenario === 'plan' ? undefined : rateInterval(a, b);
  return {
    ...computed(value, '%', `(${operand(a)} ÷ ${operand(b)} − 1) × 100`, [a, b]),
    ...(interval ? { interval } : {}),
  };
}

/** What a sentence says in place of a fall by more than there was: 由正转负. Undefined where the rate can be said. */
export function turnInsteadOf(query: GrowthQuery, rate: Figure, context: MeasureContext): NoFigure | undefined {
  if (sign(add(rate.value, HUNDRED)) >= 0) return undefined;
  const now = level(query, context);
  const then = comparedLevel(query, query.base, context);
  if (!isFigure(now) || !isFigure(then)) return undefined;
  const pair = alike(now, then);
  return 'length' in pair ? turnOf(...pair, () => label(query, context)) : undefined;
}
