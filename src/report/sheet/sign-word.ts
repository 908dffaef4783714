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

let pairs: { readonly pattern: RegExp; readonly up: ReadonlyMap<string, string> } | undefined;

/** Words of sign of two characters and more, and the one that stands for both of its pair. */
function signPairs(): NonNullable<typeof pairs> {
  if (pairs) return pairs;
  const up = new Map<string, string>();
  for (const [word, { direction }] of lexicon().words) {
    const first = Object.values(direction)[0];
    if (first?.sign === -1 && word.length > 1) up.set(word, first.partner);
  }
  for (const [word, { sign, partner }] of lexicon().nounPartners) if (sign === -1) up.set(word, partner);
  const words = [...up.keys()].sort((a, b) => b.length - a.length);
  pairs = { pattern: new RegExp(words.join('|'), 'gu'), up };
  return pairs;
}

/** A text in which words that follow the sign of a figure (增长, 下降) read alike, and 并列, which is added to a tie, is left out. */
export function withoutSigns(text: string): string {
  const { pattern, up } = signPairs();
  return text.replace(pattern, (word) => up.get(word) ?? word).replaceAll('并列', '');
}
