import { inUnit } from '../measures/operand.js';
import { type Figure, isFigure, type NoFigure } from '../model/figure.js';
import { equals } from '../model/rational.js';

/** Whether two answers are the same figure, exactly, whatever their units. */
export function sameFigure(a: Figure | NoFigure, b: Figure | NoFigure): boolean {
  if (!isFigure(a) || !isFigure(b)) return false;
  if (a.name || b.name) return a.name?.full === b.name?.full;
  const converted = inUnit(b, a.unit);
  return isFigure(converted) && equals(a.value, converted.value);
}
