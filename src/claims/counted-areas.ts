import { parseChineseInteger } from '../model/numeral.js';
import type { AreaScope } from './scope.js';
import type { Token } from './token.js';
import type { Vocabulary } from './vocabulary.js';

/** 三市, 两省一市: regions counted and not named. */
const COUNTED = /^(?:[两二三四五六七八九十]+(?:省|市|州|县|区|地)){1,2}$|^[两三四]省[一两]市$|^[两]市一省$/u;

/**
 * 三州快递业务量×万件: regions that are counted without a name are those in force where there are as many, and else others. The words
 * where they are others.
 */
export function otherRegionsCounted(
  tokens: readonly Token[],
  { list }: AreaScope,
  { groups }: Vocabulary,
): string | undefined {
  const members = list.flatMap((code) =>
    code.startsWith('group:') ? (groups[code.slice('group:'.length)] ?? []) : [code],
  );
  return tokens.find(
    (t) => COUNTED.test(t.text) && countOf(t.text) !== members.length && countOf(t.text) !== list.length,
  )?.text;
}

const countOf = (words: string): number =>
  [...words.matchAll(/[一两二三四五六七八九十]+/gu)].reduce((n, [w]) => n + (parseChineseInteger(w) ?? 0), 0);
