import { type Figure, isFigure, type NoFigure } from '../model/figure.js';
import { divide, rational, sign, sum } from '../model/rational.js';
import { parseUnit } from '../model/unit.js';
import { label, type MeasureContext } from './context.js';
import { level } from './level.js';
import { computed, inUnit, noFigure, operand } from './operand.js';
import type { PerCapitaQuery } from './query.js';

/** 人均: a figure ÷ population, in the figure's base unit. Of two year ends the mean (年平均人口) is the population. */
export function perCapita({ of, population }: PerCapitaQuery, context: MeasureContext): Figure | NoFigure {
  const whole = plain(level(of, context));
  if (!isFigure(whole)) return whole;
  const heads: Figure[] = [];
  for (const at of population) {
    const figure = plain(level(at, context));
    if (!isFigure(figure)) return figure;
    const same = heads[0] ? inUnit(figure, heads[0].unit) : figure;
    if (!isFigure(same)) return same;
    heads.push(same);
  }
  const [first] = population;
  const mean = heads.length > 0 ? divide(sum(heads.map((f) => f.value)), rational(heads.length)) : rational(0);
  if (first === undefined || sign(mean) <= 0)
    return noFigure('base-not-positive', {
      what: label(first ?? of, context),
      base: heads.map(operand).join(' + ') || '0',
    });
  const people = heads.length === 1 ? operand(heads[0]!) : `((${heads.map(operand).join(' + ')}) ÷ ${heads.length})`;
  return computed(divide(whole.value, mean), whole.unit, `${operand(whole)} ÷ ${people}`, [whole, ...heads]);
}

/** In its base unit: 万人 as 人. */
const plain = (figure: Figure | NoFigure): Figure | NoFigure =>
  isFigure(figure) ? inUnit(figure, parseUnit(figure.unit)?.base ?? figure.unit) : figure;
