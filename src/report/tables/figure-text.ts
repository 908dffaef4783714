import type { MeasureContext } from '../../measures/context.js';
import { inUnit } from '../../measures/operand.js';
import { type Decimal, formatDecimal } from '../../model/decimal.js';
import { type Figure, isFigure } from '../../model/figure.js';
import { round } from '../../model/rounding.js';

/** A figure as a table shows it: a delivered one with the digits that it came with, a computed one rounded once. */
export function displayedFigure(figure: Figure, { options }: MeasureContext, indicator?: string): Decimal {
  const delivered = figure.derivation.kind === 'delivered' ? figure.decimals : undefined;
  const decimals = delivered ?? options.decimals(figure.unit, indicator);
  return round(figure.value, Math.max(0, decimals), options.rounding);
}

/** 95.4亿件, 31.8%: for a sentence of ours. */
export const figureText = (figure: Figure, context: MeasureContext, indicator?: string): string =>
  `${formatDecimal(displayedFigure(figure, context, indicator))}${figure.unit}`;

/** The figure in a unit where it can be had in it. */
export function figureInUnit(figure: Figure, unit: string): Figure {
  const converted = inUnit(figure, unit);
  return isFigure(converted) ? converted : figure;
}
