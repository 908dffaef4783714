import type { Claim } from './claim.js';
import type { Token } from './token.js';

/** A slot for a name or a date. The home region's name fills it where the words ask for just that. */
export function maskedClaim(token: Token, block: number): Claim {
  const masked = token.masked!;
  const glyph = token.text.slice(masked.start - token.start, masked.end - token.start);
  const filled = masked.kind === 'home' && masked.text !== undefined;
  return {
    kind: masked.kind === 'date' ? 'date' : 'name',
    block,
    number: { start: masked.start, end: masked.end, text: glyph, value: { kind: 'slot', glyph } },
    readings: [],
    unit: undefined,
    unitSpan: undefined,
    pattern: undefined,
    sign: undefined,
    comparator: undefined,
    approximator: undefined,
    rankWords: undefined,
    list: undefined,
    evidence: filled ? [{ field: 'refArea', words: [token.text] }] : [],
    problem: filled
      ? undefined
      : { code: masked.kind === 'date' ? 'date-open' : 'name-open', args: { words: token.text } },
    ...(filled ? { literal: masked.text } : {}),
    label: token.text,
  };
}
