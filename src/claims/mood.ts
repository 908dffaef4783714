import * as z from 'zod';
import type { Problem } from './claim.js';
import data from './lexicon/moods.yaml';
import { has, type Token } from './token.js';

const expressions = z.array(z.string().min(1)).transform((list) => new RegExp(list.join('|'), 'u'));
const MOODS = z.strictObject({ elsewhen: expressions, supposed: expressions }).parse(data);

/** 五年前，…: of a time that the words do not date. 若…，…: supposed. What leans on such a clause is no figure of the returns. */
export function moodOf(tokens: readonly Token[]): Problem | undefined {
  // 年初预计: a word of the tables with an unknown one in front of it.
  const unknown = tokens.flatMap((t, i) => {
    const next = tokens[i + 1];
    return has(t, 'unknown') ? [t.text + (has(next, 'estimate') ? next!.text : '')] : [];
  });
  const supposed = unknown.find((w) => MOODS.supposed.test(w));
  if (supposed !== undefined) return { code: 'supposed', args: { words: supposed } };
  const words = unknown.map((w) => MOODS.elsewhen.exec(w)?.[0]).find((w) => w !== undefined);
  return words === undefined ? undefined : { code: 'period-mentioned', args: { words } };
}
