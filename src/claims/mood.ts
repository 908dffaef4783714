import * as z from 'zod';
import type { Problem } from './claim.js';
import data from './lexicon/moods.yaml';
import { has, type Token } from './token.js';

const expressions = z.array(z.string().min(1)).transform((list) => new RegExp(list.join('|'), 'u'));
const MOODS = z.strictObject({ elsewhen: expressions, supposed: expressions }).parse(data);

/** 五年前，…: of a time that the words do not date. 若…，…: supposed. What leans on such a clause is no figure of the returns. */
export function moodOf(tokens: readonly Token[]): Problem | undefined {
  const unknown = tokens.filter((t) => has(t, 'unknown')).map((t) => t.text);
  const supposed = unknown.find((w) => MOODS.supposed.test(w));
  if (supposed !== undefined) return { code: 'supposed', args: { words: supposed } };
  const words = unknown.map((w) => MOODS.elsewhen.exec(w)?.[0]).find((w) => w !== undefined);
  return words === undefined ? undefined : { code: 'period-mentioned', args: { words } };
}
