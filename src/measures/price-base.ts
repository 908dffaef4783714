import type { NoFigure } from '../model/figure.js';
import { yearOf } from '../model/time-period.js';
import { basePeriod, deliveredBase } from './base.js';
import { indicatorOf, label, type MeasureContext } from './context.js';
import { noFigure } from './operand.js';
import type { At, Base } from './query.js';

/**
 * Levels at two price bases (不变价) are not compared: 业务总量 21053.2 of 2020 and 13698.3 of 2021 were published as +25.1 %. A
 * 上年同期 that came with the return is at the return's own prices.
 */
export function acrossPriceBases(at: At, base: Base, context: MeasureContext): NoFigure | undefined {
  const bases = indicatorOf(at.indicator, context)?.priceBases ?? [];
  const from = yearOf(basePeriod(at.timePeriod, base));
  const to = yearOf(at.timePeriod);
  const crossed = bases.find((first) => Math.min(from, to) < first && first <= Math.max(from, to));
  if (crossed === undefined || deliveredBase(at, base, context)) return undefined;
  return noFigure('price-base-changed', { what: label(at, context), year: crossed });
}
