import { toRational } from '../model/decimal.js';
import type { Figure, NoFigure } from '../model/figure.js';
import { isFigure } from '../model/figure.js';
import { subtract } from '../model/rational.js';
import { round } from '../model/rounding.js';
import { samePeriod } from '../model/time-period.js';
import { incomparable } from './comparability.js';
import type { Evaluate, MeasureContext } from './context.js';
import { alike, computed, formatExact, type MeasureNote, operand } from './operand.js';
import type { Query, QueryOf } from './query.js';
import { cellOf, isRankable } from './rankable.js';
import { exactShare } from './share.js';

/**
 * The difference of two rates, in 百分点; of two indices or scores, in points of their own unit. Growth rates are taken as a
 * reader sees them, rounded, unless the project says `exact`; shares are taken unrounded, as the published bulletins do.
 */
export function rateDifference(
  query: QueryOf<'rate-difference'>,
  context: MeasureContext,
  evaluate: Evaluate,
): Figure | NoFigure {
  const apart = sharesApart(query, context);
  if (apart) return apart;
  const unrounded = (q: Query) => (q.kind === 'share' ? exactShare(q.part, q.whole, context) : evaluate(q));
  const a = unrounded(query.of);
  if (!isFigure(a)) return a;
  const b = unrounded(query.from);
  if (!isFigure(b)) return b;
  return differenceOf(query.of, a, b, context);
}

/** Rates that a reader sees rounded before they see the difference. */
const SHOWN_ROUNDED: readonly Query['kind'][] = ['growth', 'average-growth', 'completion'];

/** a − b of two answers to one kind of question. */
export function differenceOf(of: Query, a: Figure, b: Figure, context: MeasureContext): Figure | NoFigure {
  const pair = alike(a, b);
  if (!('length' in pair)) return pair;
  const rounded = SHOWN_ROUNDED.includes(of.kind) && context.options.difference === 'published';
  const indicator = isRankable(of) ? cellOf(of).indicator : undefined;
  const [x, y] = rounded ? [shown(pair[0], indicator, context), shown(pair[1], indicator, context)] : pair;
  const note: MeasureNote = { code: rounded ? 'difference-of-rounded' : 'difference-exact', args: {} };
  return computed(
    subtract(x.value, y.value),
    a.unit === '%' ? '百分点' : a.unit,
    `${operand(x)} − ${operand(y)}`,
    [a, b],
    [note],
  );
}

/** A change of shares over years is refused where the levels of the two years are not comparable. */
function sharesApart({ of, from }: QueryOf<'rate-difference'>, context: MeasureContext): NoFigure | undefined {
  if (of.kind !== 'share' || from.kind !== 'share' || samePeriod(of.part.timePeriod, from.part.timePeriod))
    return undefined;
  const base = { timePeriod: from.part.timePeriod };
  return incomparable(of.whole, base, context) ?? incomparable(of.part, base, context);
}

/** The figure as it is printed. */
function shown(figure: Figure, indicator: string | undefined, { options }: MeasureContext): Figure {
  const value = toRational(round(figure.value, options.decimals('%', indicator), options.rounding));
  return { ...figure, value, derivation: { ...figure.derivation, formula: formatExact(value) } };
}
