import { type Figure, isFigure } from '../model/figure.js';
import type { MeasureContext } from './context.js';
import { delivered } from './level.js';
import type { RankQuery } from './query.js';

/**
 * The rank that the higher office delivered. It is one among the members of the area's own parent, with such other parts of
 * the parent as the project counts in (雄安新区, 定州市); among other peers, or counted from below, it says nothing.
 */
export function deliveredRank({ of, peers, order }: RankQuery, context: MeasureContext): Figure | undefined {
  if ((of.kind !== 'level' && of.kind !== 'growth') || order === 'worst-first') return undefined;
  if (of.kind === 'growth' && of.base !== 'last-year') return undefined;
  const { refAreas } = context;
  const parent = refAreas.get(of.refArea)?.parent;
  if (parent === undefined) return undefined;
  const siblings = refAreas.members(parent);
  const all = siblings.length > 0 && siblings.every((a) => peers.codes.includes(a.code));
  if (!all || !peers.codes.every((code) => refAreas.isWithin(code, parent))) return undefined;
  const figure = delivered(of.kind === 'level' ? 'rank' : 'growth-rank', of, context);
  return figure && isFigure(figure) ? { ...figure, unit: '位' } : undefined;
}
