import type { Claim } from './claim.js';
import { framesOf, sentencesOf } from './frame.js';
import { readSentence } from './read-sentence.js';
import type { ReadingContext } from './reading-context.js';
import type { Scope } from './scope.js';
import { beginning } from './sentence-state.js';
import { signBefore } from './sign-word.js';
import type { Token } from './token.js';
import { has } from './token.js';
import { tokenize } from './tokenize.js';

/**
 * The writer's last word: ×〔2019年，邯郸市，快递业务量，同比增长〕% says outright what the number is, and the sentence around it does
 * not count. The words in the brackets are a clause of their own, read by the same grammar as any other, with nothing carried
 * over from the text; their order is free, and commas only part them. The unit, the sign word and the approximator are those
 * that stand around the slot, for they are what a reader will see.
 */
export function readForms(
  claims: readonly Claim[],
  tokens: readonly Token[],
  block: number,
  fresh: Scope,
  context: ReadingContext,
): readonly Claim[] {
  if (!tokens.some((t) => t.form !== undefined)) return claims;
  const frames = sentencesOf(tokens).flat().flatMap(framesOf);
  return claims.map((claim) => {
    const frame = frames.find((f) => f.number.start === claim.number.start && f.number.form !== undefined);
    if (!frame) return claim;
    const words = frame.number.form!.replace(/[，,；;。\s]+/gu, '');
    const nth = frame.before.some((t) => has(t, 'nth')) ? '第' : '';
    const inner = tokenize(`${words}${nth}×${frame.unit.map((t) => t.text).join('')}`, context.dictionary);
    const read = sentencesOf(inner).flatMap(
      (clauses) => readSentence(clauses, beginning(fresh, true), block, context).claims,
    );
    const said = read[read.length - 1];
    const own = said && read.length === 1 ? said : undefined;
    return {
      ...claim,
      kind: own?.kind ?? 'none',
      readings: own?.readings ?? [],
      unit: own?.unit ?? claim.unit,
      pattern: 'explicit-form',
      sign: signBefore(frame.before),
      comparator: undefined,
      list: undefined,
      evidence: own?.evidence ?? [],
      problem: own ? own.problem : { code: 'form-not-understood', args: { words: frame.number.form! } },
      label: frame.number.form!,
    };
  });
}
