import { lexicon } from '../../claims/lexicon/lexicon.js';

/** Words between a verb and its number that do not change its sign. */
const BETWEEN = /(?:了|约|近|超过?|逾|达到?|为|\s)+$/u;

/** The word of sign that stands right before a slot (增长×, 下降近×), with its partner. Also where nothing else was read. */
export function signWordAt(before: string): { readonly text: string; readonly partner: string } | undefined {
  for (const text of [before, before.replace(BETWEEN, '')]) {
    const found = [6, 5, 4, 3, 2, 1].map((n) => text.slice(-n)).find((word) => partnerOf(word) !== undefined);
    if (found !== undefined) return { text: found, partner: partnerOf(found)! };
  }
  return undefined;
}

function partnerOf(word: string): string | undefined {
  const { words, nounPartners } = lexicon();
  const directions = Object.values(words.get(word)?.direction ?? {});
  return (directions[0] ?? nounPartners.get(word))?.partner;
}
