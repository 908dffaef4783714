import * as z from 'zod';
import type { Claim } from './claim.js';
import data from './lexicon/leaning.yaml';
import type { Token } from './token.js';

const words = z.array(z.string().min(1));
const { up, down, 'as-before': asBefore } = z.strictObject({ up: words, down: words, 'as-before': words }).parse(data);
const LEANING: ReadonlyMap<string, 1 | -1 | 0> = new Map([
  ...up.map((word): [string, 1] => [word, 1]),
  ...down.map((word): [string, -1] => [word, -1]),
  ...asBefore.map((word): [string, 0] => [word, 0]),
]);

/** The way that a word tells by itself: 再创新高 up, 由正转负 down. */
export function wayOf(text: string): 1 | -1 | undefined {
  const listed = LEANING.get(text);
  if (listed) return listed;
  if (/新高|最高|峰值/u.test(text)) return 1;
  return /新低|最低/u.test(text) ? -1 : undefined;
}

/** The claim with the word of its clause that would be wrong if its verb went the other way. */
export function withLeaning(claim: Claim, clause: readonly Token[]): Claim {
  const { sign } = claim;
  if (!sign) return claim;
  const leaning = clause.find(
    (t) => t.end <= claim.number.start && [sign.sign, 0].includes(LEANING.get(t.text) ?? NaN),
  );
  return leaning ? { ...claim, sign: { ...sign, leaning: leaning.text } } : claim;
}
