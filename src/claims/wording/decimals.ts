import type { Figure } from '../../model/figure.js';
import { parseUnit } from '../../model/unit.js';
import type { Claim } from '../claim.js';

/**
 * Decimals of a printed figure: as the slot asks (X.X), none for ranks, else the project's and the catalogue's rule. A level
 * derived by differencing or summing is printed no finer than it is known.
 */
export function decimalsFor(
  claim: Claim,
  figure: Figure,
  unit: string,
  rule: (unit: string, indicator?: string) => number,
): number {
  if (['rank', 'rank-change', 'run', 'count'].includes(claim.kind)) return 0;
  const { value } = claim.number;
  if (value.kind === 'slot' && value.decimals !== undefined) return value.decimals;
  const wanted = rule(unit, claim.readings[0]?.indicator);
  if (figure.derivation.kind === 'delivered' || figure.decimals === undefined || claim.unit === undefined)
    return wanted;
  return Math.max(0, Math.min(wanted, knownDecimals(figure, unit)));
}

/** Decimals to which a sum or difference is known, in the unit of the number. */
function knownDecimals(figure: Figure, unit: string): number {
  const shift = exponentOf(unit) - exponentOf(figure.unit);
  return (figure.decimals ?? 0) + shift;
}

const exponentOf = (unit: string): number => parseUnit(unit)?.exponent ?? 0;
