import type { SignWord } from './claim.js';
import { lexicon } from './lexicon/lexicon.js';
import type { Token, TokenClass } from './token.js';

const SIGNED: readonly TokenClass[] = [
  'change',
  'net-change',
  'over-plan',
  'pace',
  'relation',
  'relation-after',
  'place',
  'ahead',
];

/** The word nearest in front of a number that tells its sign, whatever the sentence says besides. */
export function signBefore(before: readonly Token[]): SignWord | undefined {
  for (const token of [...before].reverse()) {
    const own = SIGNED.filter((c) => token.classes.includes(c)).flatMap((c) => token.direction?.[c] ?? []);
    const noun = lexicon().nounPartners.get(token.text);
    const found = own[0] ?? noun;
    if (found)
      return { start: token.start, end: token.end, text: token.text, ...found, kind: own[0] ? 'verb' : 'noun' };
  }
  return undefined;
}
