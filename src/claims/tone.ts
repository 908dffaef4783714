import type { Claim } from './claim.js';
import { wayOf } from './leaning-word.js';
import { lexicon } from './lexicon/lexicon.js';
import { has, type Token } from './token.js';

/** Whether a word without a number of its own says that things rose (1) or fell (-1), as far as it bears on a claim of this kind. */
function toneOf(token: Token, claim: Claim): 1 | -1 | undefined {
  const { change, pace } = token.direction ?? {};
  const query = claim.readings[0]?.query;
  const ofRates = query?.kind === 'rate-difference';
  // 保持增长，增速回落×个百分点: that of a growth is told by words of pace alone.
  if (ofRates && query.of.kind === 'growth') return pace?.sign;
  const noun = ofRates ? undefined : lexicon().nounPartners.get(token.text)?.sign;
  return (change ?? pace)?.sign ?? noun ?? wayOf(token.text);
}

const KINDS: readonly Claim['kind'][] = ['growth', 'increase', 'difference'];

/**
 * 降幅继续收窄 behind 下降×%, 双双增长 in front of 增长×%和×%: what the sentence says of the way of a figure besides the verb of its
 * number. Were the figure to go the other way, these words would be wrong too.
 */
export function withTones(claims: readonly Claim[], tokens: readonly Token[]): readonly Claim[] {
  // A verb that stands for its figure by itself (双双增长) is a word like any other here.
  const spoken = new Set(claims.flatMap((c) => (c.sign && c.number.start !== c.sign.start ? [c.sign.start] : [])));
  return claims.map((claim, i) => {
    if (!KINDS.includes(claim.kind) || claim.sign?.leaning !== undefined) return claim;
    const first = claims[i - (claim.list?.index ?? 0)] ?? claim;
    const head = Math.min(claim.sign?.start ?? first.number.start, first.number.start);
    const around = [
      ...before(
        tokens,
        tokens.findIndex((t) => t.start >= head),
      ),
      ...behind(
        tokens,
        tokens.findIndex((t) => t.start >= claim.number.start),
      ),
    ].filter((t) => !spoken.has(t.start));
    const way = claim.sign?.sign;
    const word = around.find((t) => (way === undefined ? toneOf(t, claim) : toneOf(t, claim) === way));
    if (!word) return claim;
    return claim.sign
      ? { ...claim, sign: { ...claim.sign, leaning: word.text } }
      : { ...claim, tone: { word: word.text, sign: toneOf(word, claim)! } };
  });
}

const ends = (t: Token): boolean => has(t, 'number', 'term', 'area', 'stop');

/** The words in front of a verb, back to its subject or to the number before. */
function before(tokens: readonly Token[], verb: number): readonly Token[] {
  let from = verb;
  while (from > 0 && !ends(tokens[from - 1]!)) from -= 1;
  return tokens.slice(from, verb);
}

/** The words behind a number, up to the next subject or number; 降幅 may begin a sentence of its own. */
function behind(tokens: readonly Token[], number: number): readonly Token[] {
  let to = number + 1;
  while (to < tokens.length) {
    const token = tokens[to]!;
    const goesOn = has(token, 'stop') && has(tokens[to + 1], 'growth-noun-up', 'growth-noun-down');
    if (ends(token) && !goesOn) break;
    to += 1;
  }
  return tokens.slice(number + 1, to);
}
