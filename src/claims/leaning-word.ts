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

/** The claim with the word of its clause that would be wrong if its verb went the other way. */
export function withLeaning(claim: Claim, clause: readonly Token[]): Claim {
  const { sign } = claim;
  if (!sign) return claim;
  const leaning = clause.find(
    (t) => t.end <= claim.number.start && [sign.sign, 0].includes(LEANING.get(t.text) ?? NaN),
  );
  return leaning ? { ...claim, sign: { ...sign, leaning: leaning.text } } : claim;
}
