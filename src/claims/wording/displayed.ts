import { HUNDRED } from '../../measures/operand.js';
import type { Figure, NoFigure } from '../../model/figure.js';
import { divide, multiply, type Rational } from '../../model/rational.js';
import { conversionFactor, parseUnit } from '../../model/unit.js';
import type { Claim } from '../claim.js';
import { cannotSay } from './cannot-say.js';

/** The figure in the unit of its number: exact; signs as they are. Refused where the two do not measure the same thing. */
export function inClaimUnit(
  figure: Figure,
  claim: Claim,
): { readonly value: Rational; readonly unit: string } | NoFigure {
  const { unit } = claim;
  if (!unit || claim.kind === 'rank' || claim.kind === 'rank-change') return { value: figure.value, unit: figure.unit };
  if (unit.base === '倍' && figure.unit === '%') return { value: divide(figure.value, HUNDRED), unit: '倍' };
  if (claim.kind === 'unit-price' && unit.base.startsWith(`${figure.unit}/`))
    return { value: figure.value, unit: figure.unit };
  const own = parseUnit(figure.unit);
  const factor = own && conversionFactor(own, unit);
  if (!factor) return cannotSay('units-differ', { found: figure.unit, expected: unit.text });
  return { value: multiply(figure.value, factor), unit: unit.text };
}

/** Whether the words in front of the number say the sign, so that the number itself is a magnitude. */
export const isMagnitude = (claim: Claim): boolean => claim.sign !== undefined;
