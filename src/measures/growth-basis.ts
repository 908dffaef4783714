import { type Figure, isFigure, type NoFigure } from '../model/figure.js';
import { incomparable } from './comparability.js';
import { areaName, indicatorOf, type MeasureContext } from './context.js';
import { computedGrowth, publishedGrowth } from './growth.js';
import { noFigure } from './operand.js';
import type { GrowthQuery } from './query.js';

/**
 * Which rates the peers are ranked by: published with published or computed with computed, never a mixture. The catalogue
 * says which come first; the others serve where no peer has any of these.
 */
export function growthBasis(
  of: GrowthQuery,
  codes: readonly string[],
  context: MeasureContext,
): (query: GrowthQuery) => Figure | NoFigure {
  const published = (q: GrowthQuery): Figure | NoFigure =>
    publishedGrowth(q, context) ?? noFigure('growth-not-published', { what: areaName(q.refArea, context) });
  const own = (q: GrowthQuery): Figure | NoFigure => {
    const figure = computedGrowth(q, context);
    return isFigure(figure) ? (incomparable(q, q.base, context) ?? figure) : figure;
  };
  const [first, second] =
    indicatorOf(of.indicator, context)?.growth === 'published' ? [published, own] : [own, published];
  const answersAny = (basis: typeof own) => codes.some((refArea) => isFigure(basis({ ...of, refArea })));
  return answersAny(first) || !answersAny(second) ? first : second;
}
