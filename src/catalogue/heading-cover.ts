import type { RefAreaTable } from '../model/ref-area.js';
import { matchPeriodPhrase, type PeriodPhrase } from '../model/time-period-text.js';
import type { Catalogue, Term } from './catalogue.js';
import { type HeadingWord, wordsAt } from './heading-words.js';

/** What names may stand in a heading. */
export interface HeadingVocabulary {
  readonly catalogue?: Catalogue | undefined;
  readonly refAreas?: RefAreaTable | undefined;
  /** Code of the region that tells apart areas of one name. */
  readonly home?: string | undefined;
}

export type HeadingToken =
  | { readonly kind: 'word'; readonly start: number; readonly end: number; readonly word: HeadingWord }
  | { readonly kind: 'period'; readonly start: number; readonly end: number; readonly period: PeriodPhrase }
  | { readonly kind: 'area'; readonly start: number; readonly end: number; readonly code: string }
  | { readonly kind: 'name'; readonly start: number; readonly end: number; readonly terms: readonly Term[] };

const LONGEST_AREA = 16;
const LONGEST_NAME = 40;
const LONGEST_HEADING = 120;
const CONNECTOR = /^[\s_,，、:：;/\-—()[\]."'“”]+|^[的各及和与]/u;

function areaAt(text: string, start: number, { refAreas, home }: HeadingVocabulary): HeadingToken[] {
  if (refAreas === undefined) return [];
  const found: HeadingToken[] = [];
  for (let length = Math.min(LONGEST_AREA, text.length - start); length >= 2; length--) {
    const name = text.slice(start, start + length);
    const areas = refAreas.named(name, home);
    const [area] = areas;
    // Short names of counties (和平, 新城) are words of other things too; only the full name counts inside a heading.
    if (areas.length === 1 && area && (area.level !== 'county' || area.name === name || length === text.length))
      found.push({ kind: 'area', start, end: start + length, code: area.code });
  }
  return found;
}

function nameAt(text: string, start: number, { catalogue }: HeadingVocabulary): HeadingToken[] {
  if (catalogue === undefined) return [];
  const found: HeadingToken[] = [];
  for (let length = Math.min(LONGEST_NAME, text.length - start); length >= 1; length--) {
    const terms = catalogue.terms(text.slice(start, start + length));
    if (terms.length > 0) found.push({ kind: 'name', start, end: start + length, terms });
  }
  return found;
}

/** Every token that starts at `start`. */
export function tokensAt(text: string, start: number, vocabulary: HeadingVocabulary): HeadingToken[] {
  const words = wordsAt(text, start).map(
    (word): HeadingToken => ({ kind: 'word', start, end: start + word.word.length, word }),
  );
  const period = matchPeriodPhrase(text, start);
  const periods: HeadingToken[] = period ? [{ kind: 'period', start, end: start + period.length, period }] : [];
  return [...nameAt(text, start, vocabulary), ...words, ...periods, ...areaAt(text, start, vocabulary)];
}

/**
 * Divides a heading into as few tokens as cover all of it; undefined where something is left over. Names of the catalogue
 * come before other readings of the same length.
 */
export function coverHeading(text: string, vocabulary: HeadingVocabulary): readonly HeadingToken[] | undefined {
  if (text.length > LONGEST_HEADING) return undefined;
  const memo = new Map<number, readonly HeadingToken[] | undefined>();
  const from = (start: number): readonly HeadingToken[] | undefined => {
    if (start === text.length) return [];
    if (memo.has(start)) return memo.get(start);
    memo.set(start, undefined);
    let best: readonly HeadingToken[] | undefined;
    for (const token of tokensAt(text, start, vocabulary)) {
      const rest = from(token.end);
      if (rest !== undefined && (best === undefined || rest.length + 1 < best.length)) best = [token, ...rest];
    }
    const connector = CONNECTOR.exec(text.slice(start))?.[0];
    if (connector !== undefined) {
      const rest = from(start + connector.length);
      if (rest !== undefined && (best === undefined || rest.length < best.length)) best = rest;
    }
    memo.set(start, best);
    return best;
  };
  return from(0);
}
