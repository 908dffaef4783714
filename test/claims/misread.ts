import type { GeneratedSentence } from './generated-sentences.js';
import { notate } from './notation.js';
import { areas, claimsIn } from './reading.js';

/** Slots of a sentence that are read, with one meaning, as something else than what was said. */
export function misread({ text, means }: GeneratedSentence): readonly string[] {
  const claims = claimsIn(text);
  if (claims.length !== means.length) return [`${claims.length} slots for ${means.length}`];
  return claims.flatMap((claim, i) => {
    const read = notate(claim, areas);
    const abstained = claim.problem !== undefined || claim.readings.length !== 1;
    return abstained || read === means[i] ? [] : [`${read} for ${means[i]}`];
  });
}
