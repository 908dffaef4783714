import type { Claim } from '../../claims/claim.js';
import { type ListSigns, signWords } from '../../claims/wording/word-figure.js';
import type { Edit } from '../../model/edit.js';
import { rational } from '../../model/rational.js';
import type { GivenAnswer } from './given-answer.js';
import type { Spot } from './slot-context.js';

/** The edits that put a person's answer into its place, with the word of sign that they wrote. */
export function wordGiven(
  spot: Spot,
  claim: Claim | undefined,
  given: GivenAnswer,
  listSigns: ListSigns | undefined,
): readonly Edit[] {
  const { block, start, end } = spot;
  const fill: Edit = { block, start, end, text: given.text, kind: 'fill' };
  const sign = claim?.sign;
  if (!claim || !sign) return [fill];
  if (claim.list) {
    const verb = ownVerb(claim, listSigns);
    return verb === '' ? [fill] : [{ block, start, end: start, text: verb, kind: 'word' }, fill];
  }
  if (given.verb !== sign.partner) return [fill];
  return [fill, { block, start: sign.start, end: sign.end, text: sign.partner, kind: 'word' }];
}

/** In a 分别 list whose figures fall apart into both signs, a later member says its own verb. */
function ownVerb(claim: Claim, listSigns: ListSigns | undefined): string {
  const words = signWords(claim, rational(BigInt(claim.sign!.sign)), listSigns);
  const inserted = 'reason' in words ? undefined : words.find((w) => w.start === w.end);
  return inserted?.text ?? '';
}

/** Prints a figure of the data with the digits that the person typed: 17 where the data would say 17.0. */
export function retype(edits: readonly Edit[], printed: string, typed: string): readonly Edit[] {
  if (typed === '' || typed === printed) return edits;
  return edits.map((edit) => (edit.kind === 'fill' && edit.text === printed ? { ...edit, text: typed } : edit));
}
