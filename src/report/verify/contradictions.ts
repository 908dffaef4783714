import type { Claim } from '../../claims/claim.js';
import { toRational } from '../../model/decimal.js';
import { add, compare, multiply, powerOfTen, type Rational, rational, subtract } from '../../model/rational.js';

/** A claim of one meaning that the report makes twice with different figures: the text of the other. No data needed. */
export function contradictions(claims: readonly Claim[]): ReadonlyMap<Claim, string> {
  const said = new Map<string, Claim[]>();
  for (const claim of claims) {
    if (claim.readings.length !== 1 || claim.approximator) continue;
    const key = JSON.stringify(claim.readings[0]!.query);
    said.set(key, [...(said.get(key) ?? []), claim]);
  }
  const found = new Map<Claim, string>();
  for (const group of said.values())
    for (const claim of group) {
      const other = group.find((c) => c !== claim && differ(c, claim));
      if (other) found.set(claim, other.number.text + (other.unitSpan?.text ?? ''));
    }
  return found;
}

/** Whether no one value could have been rounded to both. */
function differ(a: Claim, b: Claim): boolean {
  const [x, y] = [rangeOf(a), rangeOf(b)];
  return x !== undefined && y !== undefined && (compare(x.high, y.low) < 0 || compare(y.high, x.low) < 0);
}

function rangeOf(claim: Claim): { low: Rational; high: Rational } | undefined {
  const { value } = claim.number;
  if (value.kind !== 'written') return undefined;
  const scale = powerOfTen(claim.unit?.exponent ?? 0);
  const sign = rational(claim.sign?.sign ?? 1);
  const centre = multiply(multiply(toRational(value.value), scale), sign);
  const half = multiply(multiply(powerOfTen(-value.value.decimals), rational(1n, 2n)), scale);
  return { low: subtract(centre, half), high: add(centre, half) };
}
