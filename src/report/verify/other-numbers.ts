import type { Claim } from '../../claims/claim.js';
import type { ReadingContext } from '../../claims/reading-context.js';
import { tokenize } from '../../claims/tokenize.js';
import type { Document } from '../../model/document.js';

/** A number that makes no claim: part of a date, a period, an ordinal, a name such as CR8. */
export interface OtherNumber {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly verdict: 'no-claim' | 'wrong';
  readonly reason?: { readonly code: string; readonly args: Readonly<Record<string, never>> };
}

/** Every run of digits that no claim speaks of, and every % whose digits were lost. */
export function numbersWithoutClaim(
  document: Document,
  claims: readonly Claim[],
  context: ReadingContext,
): readonly OtherNumber[] {
  return document.blocks.flatMap((block, index) => {
    if (block.kind === 'verbatim') return [];
    const own = claims.filter((c) => c.block === index);
    const digits = [...block.text.matchAll(/\d+(?:[.,]\d+)*/gu)]
      .map((m) => ({ block: index, start: m.index, end: m.index + m[0].length, verdict: 'no-claim' as const }))
      .filter((n) => !own.some((c) => c.number.start <= n.start && n.end <= c.number.end));
    const lost = tokenize(block.text, context.dictionary).some((t) => t.masked)
      ? []
      : [...block.text.matchAll(/(?<=[达到为的长降高升至占重低])(?:[%％]|个百分点)/gu)].map((m) => ({
          block: index,
          start: m.index,
          end: m.index + m[0].length,
          verdict: 'wrong' as const,
          reason: { code: 'digits-lost', args: {} },
        }));
    return [...digits, ...lost];
  });
}
