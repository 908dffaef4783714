import type { Claim } from './claim.js';
import type { PatternMatch } from './pattern.js';
import { type ComparatorBase, has, type Token } from './token.js';

/** 比全国、比上年高: regions, and periods among them. */
export const comparedWith = ({ areas, base, period }: Token): readonly (string | ComparatorBase)[] =>
  areas ?? (base ? [base] : period ? [{ kind: 'named', phrase: period, samePeriod: false }] : []);

/** 与芜湖相比，增速低×个百分点，业务量少×万件: against the regions of the clause before. Undefined where the words compare with something else. */
export function comparedWithRegions(match: PatternMatch): PatternMatch | undefined {
  const { pattern, captured } = match;
  const bare = has(captured['verb']?.[0], 'relation-after') && !captured['base']?.length && !captured['others']?.length;
  if (!bare || pattern.measure === 'rank' || pattern.measure === 'share') return undefined;
  if (pattern.of === 'against') return match;
  const points = pattern.measure === 'growth' && (pattern.of === 'difference' || pattern.of === 'change-of-last');
  return points ? { ...match, pattern: { ...pattern, of: 'relation' } } : undefined;
}

/** 高于全国×个百分点、全省×个百分点: a second number that shares the verb of the first makes a list with it. */
export function withShared(claims: readonly Claim[], added: number): readonly Claim[] {
  const before = claims[claims.length - added - 1];
  const now = claims[claims.length - added];
  if (added !== 1 || now?.pattern !== 'growth-relation-also' || before?.kind !== 'difference' || !before.sign)
    return claims;
  const from = before.list ?? { index: 0, length: 1 };
  return [
    ...claims.slice(0, -2),
    { ...before, list: { ...from, length: from.length + 1 } },
    { ...now, sign: before.sign, list: { index: from.index + 1, length: from.length + 1 } },
  ];
}
