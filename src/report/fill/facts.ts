import type { Claim } from '../../claims/claim.js';
import { parseUnit } from '../../model/unit.js';
import type { Fact } from '../report-context.js';

/** The fact that a number asks for: its name stands in the words before the number, in the number's own unit. */
export function factOf(claim: Claim, facts: readonly Fact[]): Fact | undefined {
  if (claim.kind !== 'fact') return undefined;
  const unit = claim.unit?.text ?? '';
  const fitting = facts.filter((f) => (parseUnit(f.unit)?.text ?? '') === unit && claim.label.includes(f.name));
  const longest = Math.max(0, ...fitting.map((f) => f.name.length));
  const best = fitting.filter((f) => f.name.length === longest);
  return best.length === 1 ? best[0] : undefined;
}
