import { AFTER_NUMBER, has, type Token, type TokenClass } from './token.js';

/** A number with the words before it (since the number before, or the beginning of its clause) and those of its unit. */
export interface Frame {
  readonly number: Token;
  readonly before: readonly Token[];
  readonly unit: readonly Token[];
  /** Behind the unit to the end of the clause; only for the last number of a clause. */
  readonly behind: readonly Token[];
  /** Behind the unit to the next number or the end of the clause. */
  readonly after: readonly Token[];
}

const UNIT: readonly TokenClass[] = ['unit', 'percent', 'points', 'times', 'places', ...AFTER_NUMBER];

/** Cuts a clause at its numbers. */
export function framesOf(tokens: readonly Token[]): readonly Frame[] {
  const at = tokens.flatMap((t, i) => (has(t, 'number') ? [i] : []));
  let from = 0;
  return at.map((i, k) => {
    let unitEnd = i + 1;
    while (unitEnd < tokens.length && has(tokens[unitEnd], ...UNIT) && touches(tokens, unitEnd)) unitEnd += 1;
    const frame = {
      number: tokens[i]!,
      before: tokens.slice(from, i),
      unit: tokens.slice(i + 1, unitEnd),
      behind: k === at.length - 1 ? tokens.slice(unitEnd) : [],
      after: tokens.slice(unitEnd, at[k + 1] ?? tokens.length),
    };
    from = unitEnd;
    return frame;
  });
}

/** White space that a blank to fill may have behind it: an underlined ×. */
const WIDEST_GAP = 4;

/** A unit belongs to a number only where it stands right behind it. */
const touches = (tokens: readonly Token[], i: number): boolean => tokens[i]!.start - tokens[i - 1]!.end <= WIDEST_GAP;

/**
 * Sentences of clauses: cut at 。！？； and line breaks, and at commas. `；` ends a clause but not the sentence, and stands alone;
 * so do the brackets around an aside.
 */
export function sentencesOf(tokens: readonly Token[]): readonly (readonly (readonly Token[])[])[] {
  const sentences: Token[][][] = [[[]]];
  for (const token of tokens) {
    const sentence = sentences[sentences.length - 1]!;
    if (has(token, 'stop') && !/[；;]/u.test(token.text)) sentences.push([[]]);
    else if (has(token, 'stop') || isBracket(token)) sentence.push([token], []);
    else if (has(token, 'comma') || endsRemark(token, sentence[sentence.length - 1]!)) sentence.push([]);
    else sentence[sentence.length - 1]!.push(token);
  }
  return sentences.map((s) => s.filter((c) => c.length > 0)).filter((s) => s.length > 0);
}

/** “增量不增收”矛盾突出：…: a remark in words that no table knows ends at its colon. */
const endsRemark = (token: Token, clause: readonly Token[]): boolean =>
  /^[：:]$/u.test(token.text) &&
  clause.some((t) => has(t, 'unknown')) &&
  !clause.some((t) => has(t, 'number', 'goal', 'plan', 'top-list', 'best', 'worst', 'nth'));

const isBracket = ({ text }: Token): boolean => /^[（）()]$/u.test(text);
