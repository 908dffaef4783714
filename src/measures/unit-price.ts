import type { Figure, NoFigure } from '../model/figure.js';
import { isFigure } from '../model/figure.js';
import { divide, sign } from '../model/rational.js';
import { parseUnit } from '../model/unit.js';
import { label, type MeasureContext } from './context.js';
import { level } from './level.js';
import { computed, inUnit, noFigure, operand } from './operand.js';
import type { PriceQuery } from './query.js';

/** 单票价格, 单价: revenue ÷ volume, in 元 for one piece. */
export function unitPrice({ revenue, volume }: PriceQuery, context: MeasureContext): Figure | NoFigure {
  const money = level(revenue, context);
  if (!isFigure(money)) return money;
  const pieces = level(volume, context);
  if (!isFigure(pieces)) return pieces;
  const yuan = inUnit(money, '元');
  if (!isFigure(yuan)) return yuan;
  const one = inUnit(pieces, parseUnit(pieces.unit)?.base ?? pieces.unit);
  if (!isFigure(one)) return one;
  if (sign(one.value) <= 0)
    return noFigure('base-not-positive', { what: label(volume, context), base: pieces.derivation.formula });
  return computed(divide(yuan.value, one.value), '元', `${operand(yuan)} ÷ ${operand(one)}`, [yuan, one]);
}
