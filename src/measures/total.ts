import type { Figure, NoFigure } from '../model/figure.js';
import { isFigure } from '../model/figure.js';
import { sum } from '../model/rational.js';
import { indicatorOf, label, type MeasureContext } from './context.js';
import { level } from './level.js';
import { computed, inUnit, noFigure, operand } from './operand.js';
import type { TotalQuery } from './query.js';

/** A、B合计: the sum of levels in the first one's unit. Only what adds up may be added. */
export function total({ of }: TotalQuery, context: MeasureContext): Figure | NoFigure {
  const figures: Figure[] = [];
  for (const at of of) {
    const kind = indicatorOf(at.indicator, context)?.kind ?? 'flow';
    if (kind !== 'flow' && kind !== 'stock') return noFigure('not-additive', { what: label(at, context) });
    const figure = level(at, context);
    if (!isFigure(figure)) return figure;
    const same = figures[0] ? inUnit(figure, figures[0].unit) : figure;
    if (!isFigure(same)) return same;
    figures.push(same);
  }
  if (!figures[0]) return noFigure('nothing-to-add');
  return computed(sum(figures.map((f) => f.value)), figures[0].unit, figures.map(operand).join(' + '), figures);
}
