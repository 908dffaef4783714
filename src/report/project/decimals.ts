import type { Catalogue } from '../../catalogue/catalogue.js';
import { parseUnit } from '../../model/unit.js';

/** Decimals of a unit for which neither catalogue nor project says anything. */
const BY_UNIT: Readonly<Record<string, number>> = { '%': 1, 百分点: 1, '‰': 2, 元: 2, 位: 0, 倍: 2, 分: 1 };

/**
 * Decimals in which a figure is shown: the indicator's, else the project's by unit, else by habit: % 1, scaled units
 * (万件, 亿元) 2, counted things 0.
 */
export function decimalsFor(
  catalogue: Catalogue,
  byUnit: Readonly<Record<string, number>>,
): (unit: string, indicator?: string) => number {
  return (unit, indicator) => {
    const own = indicator === undefined ? undefined : catalogue.get(indicator)?.decimals[unit];
    const asPercent = unit === '百分点' ? byUnit['%'] : undefined;
    const said = own ?? byUnit[unit] ?? asPercent ?? BY_UNIT[unit];
    if (said !== undefined) return said;
    return (parseUnit(unit)?.exponent ?? 0) > 0 ? 2 : 0;
  };
}
