import type { Claim } from '../../claims/claim.js';
import { noClaimsIn } from '../../claims/no-claim.js';
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
  const byBlock = new Map<number, Claim[]>();
  for (const claim of claims) {
    const own = byBlock.get(claim.block);
    if (own) own.push(claim);
    else byBlock.set(claim.block, [claim]);
  }
  return document.blocks.flatMap((block, index) =>
    block.kind === 'verbatim'
      ? []
      : [
          ...digitsOf(block.text, index, byBlock.get(index) ?? []),
          ...wordsOf(block.text, index, byBlock.get(index) ?? []),
          ...lostDigits(block.text, index, context),
        ],
  );
}

/** In the order of the text, beside claims in the same order. */
function digitsOf(text: string, block: number, claims: readonly Claim[]): readonly OtherNumber[] {
  let at = 0;
  return [...text.matchAll(/[\d０-９]+(?:[.,．][\d０-９]+)*/gu)].flatMap((m) => {
    const [start, end] = [m.index, m.index + m[0].length];
    while (at < claims.length && claims[at]!.number.end < end) at += 1;
    const claim = claims[at];
    const claimed = claim !== undefined && claim.number.start <= start && end <= claim.number.end;
    return claimed ? [] : [{ block, start, end, verdict: 'no-claim' as const }];
  });
}

/** 一方面, 三季度: numerals in words that are known to claim nothing. */
function wordsOf(text: string, block: number, claims: readonly Claim[]): readonly OtherNumber[] {
  return noClaimsIn(text)
    .filter(({ start, end }) => !/[\d０-９]/u.test(text.slice(start, end)))
    .filter(({ start, end }) => !claims.some(({ number }) => number.start < end && start < number.end))
    .map((span) => ({ block, ...span, verdict: 'no-claim' as const }));
}

/** 比重达到%: nothing stands where a number must. A template, whose slots are open, is not accused. */
function lostDigits(text: string, block: number, { dictionary }: ReadingContext): readonly OtherNumber[] {
  const found = [...text.matchAll(/(?<=[达到为的长降高升至占重低])(?:[%％]|个百分点)/gu)];
  if (found.length === 0 || tokenize(text, dictionary).some((t) => t.masked)) return [];
  return found.map((m) => ({
    block,
    start: m.index,
    end: m.index + m[0].length,
    verdict: 'wrong' as const,
    reason: { code: 'digits-lost', args: {} },
  }));
}
