import type { Claim } from './claim.js';
import { has, type Token } from './token.js';

/** 由×增长到×: the claim knows where it comes from, and which way the word says that it went. */
export function reaching(claim: Claim, before: Claim | undefined, words: readonly Token[]): Claim {
  if (claim.pattern === 'mean-of') return standing(claim, before, words);
  const token = words.find((t) => has(t, 'reach'));
  const sign = token?.direction?.reach?.sign;
  const from = before?.kind === claim.kind && before.readings.length === 1 ? before.readings[0] : undefined;
  const same =
    from !== undefined && claim.readings.every((r) => r.indicator === from.indicator && r.refArea === from.refArea);
  if (!token || !sign || !from || !same) return claim;
  // A rank that has risen is a smaller number.
  return {
    ...claim,
    reach: {
      word: token.text,
      sign: claim.kind === 'rank' && sign === 1 ? -1 : claim.kind === 'rank' ? 1 : sign,
      from,
    },
  };
}

/** 低于全省平均水平（×件）: true only where the figure said before is the smaller. */
function standing(claim: Claim, before: Claim | undefined, words: readonly Token[]): Claim {
  const token = words.find((t) => has(t, 'relation', 'before-number-below', 'before-number-above'));
  const from = before?.readings.length === 1 ? before.readings[0] : undefined;
  if (!token || !from) return claim;
  const above = token.direction?.relation ? token.direction.relation.sign === 1 : has(token, 'before-number-above');
  return { ...claim, reach: { word: token.text, sign: above ? -1 : 1, from } };
}
