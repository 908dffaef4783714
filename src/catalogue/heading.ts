/**
 * The grammar of a heading:
 *
 *   "　　1、快递业务量（万件）累计①"
 *   1. label    number, indent, 其中, marks of notes               (heading-label)
 *   2. brackets units, words, bases of indices are taken out; other brackets belong to the name
 *   3. cover    names, words, periods, regions that cover the rest     (heading-cover)
 *   4. peel     where no cover is found: words and periods at the ends, and what is between is an unknown name
 */
import type { PeriodPhrase } from '../model/time-period-text.js';
import { matchPeriodPhrase } from '../model/time-period-text.js';
import type { Unit } from '../model/unit.js';
import type { Term } from './catalogue.js';
import { coverHeading, type HeadingToken, type HeadingVocabulary } from './heading-cover.js';
import { parseLabel } from './heading-label.js';
import type { HeadingPhrase } from './heading-phrase.js';
import { headingWord, isIndexBase, parseKnownUnit, plainHeading, wordAtEnd } from './heading-words.js';
import { parseYearMonth } from './year-month.js';

export type { HeadingVocabulary } from './heading-cover.js';

type Draft = { -readonly [K in keyof HeadingPhrase]: HeadingPhrase[K] };

const SEPARATOR = /[_,，:：;\s\-/]+$/u;

/** Puts what the tokens say into the phrase. False, and nothing certain, where two of them contradict each other. */
function apply(tokens: readonly HeadingToken[], text: string, phrase: Draft): boolean {
  const terms: Term[] = [];
  let nameStart = -1;
  let nameEnd = -1;
  for (const token of tokens) {
    if (token.kind === 'word') {
      const { says } = token.word;
      if (says.measure !== undefined && phrase.measure !== undefined && phrase.measure !== says.measure) {
        // 累计完成 …: a level word beside a measure of its own says nothing more.
        if (says.measure !== 'level' && phrase.measure !== 'level') return false;
        phrase.measure = says.measure === 'level' ? phrase.measure : says.measure;
        Object.assign(phrase, { ...says, measure: phrase.measure });
      } else Object.assign(phrase, says);
    } else if (token.kind === 'period') {
      if (phrase.period !== undefined) {
        const joined = joinPeriods(phrase.period, token.period);
        if (joined === undefined) return false;
        phrase.period = joined;
      } else phrase.period = token.period;
    } else if (token.kind === 'area') {
      if (phrase.refArea !== undefined) return false;
      phrase.refArea = token.code;
    } else {
      const [first] = token.terms;
      if (first === undefined || terms.some((t) => t.kind === 'indicator' || t.kind === first.kind)) return false;
      if (first.kind === 'indicator' && terms.length > 0) return false;
      const indicators = token.terms.filter((t) => t.kind === 'indicator');
      if (indicators.length > 1) phrase.indicatorCandidates = indicators.map((t) => t.indicator.id);
      else if (first.kind === 'indicator') phrase.indicator = first.indicator.id;
      // A name may be an indicator and a subject too (包裹): both stay, for the labels below it.
      for (const t of token.terms) {
        if (t.kind === 'subject') phrase.subject = t.subject;
        else if (t.kind === 'segment') phrase.segment = t.segment;
        else if (t.kind === 'word') phrase.word = t.word;
      }
      terms.push(first);
      if (nameStart < 0) nameStart = token.start;
      nameEnd = token.end;
    }
  }
  if (nameStart >= 0) phrase.name = text.slice(nameStart, nameEnd);
  return true;
}

/** 2024年 and 1-9月 in one heading are one period. */
export function joinPeriods(a: PeriodPhrase, b: PeriodPhrase): PeriodPhrase | undefined {
  const [whole, part] = a.wholeYear ? [a, b] : [b, a];
  if (!whole.wholeYear || part.wholeYear || part.year !== undefined || part.relativeYear !== undefined)
    return undefined;
  const { year, relativeYear } = whole;
  return { ...part, ...(year === undefined ? {} : { year }), ...(relativeYear === undefined ? {} : { relativeYear }) };
}

/** Takes out the brackets that hold a unit, a word or a period; gives the text without them. */
function takeBrackets(text: string, vocabulary: HeadingVocabulary, phrase: Draft): string {
  const words: HeadingVocabulary = { ...vocabulary, catalogue: undefined, refAreas: undefined };
  return text
    .replace(/\(([^()]*)\)/gu, (whole, inner: string) => {
      const bare = inner.replace(/^[±+]\s*(?=%)/u, '').trim();
      const unit = parseKnownUnit(bare);
      if (unit) {
        phrase.unit = unit;
        return '';
      }
      if (isIndexBase(bare)) {
        takeIndexBase(bare, phrase);
        return '';
      }
      const tokens = bare === '' ? undefined : coverHeading(bare, words);
      return tokens && apply(tokens, bare, phrase) ? '' : whole;
    })
    .trim();
}

function takeIndexBase(text: string, phrase: Draft): void {
  phrase.index = true;
  phrase.unit = { text, base: text, exponent: 0 };
  phrase.measure ??= 'level';
}

/** A unit behind a separator: 快递业务量,万件. */
function takeUnitAtEnd(text: string, phrase: Draft): string {
  if (phrase.unit !== undefined) return text;
  for (const m of text.matchAll(/[_,，:：\s/]+/gu)) {
    const unit = m.index > 0 ? parseKnownUnit(text.slice(m.index + m[0].length)) : undefined;
    if (unit) {
      phrase.unit = unit;
      return text.slice(0, m.index);
    }
  }
  const points = /^(.*\D)个?百分点$/u.exec(text);
  if (points) {
    phrase.unit = POINTS;
    return points[1]!.replace(/[±+个]+$/u, '');
  }
  // ±% alone is a rate of change; behind a name it is the unit of one.
  const percent = /^(±|.*[^\d±])[±+]?%$/u.exec(text);
  if (!percent) return text;
  phrase.unit = { text: '%', base: '%', exponent: 0 } satisfies Unit;
  return percent[1]!;
}

const POINTS: Unit = { text: '百分点', base: '百分点', exponent: 0 };

/** What is given in 百分点 is a difference of rates, whatever else its heading says. */
const asDifference = (phrase: HeadingPhrase): HeadingPhrase =>
  phrase.unit?.base === POINTS.base ? { ...phrase, measure: 'difference' } : phrase;

/** Takes words and periods off both ends of a name that nobody knows. */
function peel(text: string, phrase: Draft): string {
  let name = text;
  for (let round = 0; round < 6; round++) {
    const end = wordAtEnd(name);
    const before = end && name.slice(0, name.length - end.word.length);
    if (end && before !== undefined && (end.peels || SEPARATOR.test(before))) {
      apply([{ kind: 'word', start: 0, end: 0, word: end }], name, phrase);
      name = before.replace(SEPARATOR, '');
      continue;
    }
    const period = phrase.period === undefined ? matchPeriodPhrase(name) : undefined;
    if (period && period.length < name.length && (period.year !== undefined || period.relativeYear !== undefined)) {
      phrase.period = period;
      name = name.slice(period.length).replace(/^[的各_,，:：\s]+/u, '');
      continue;
    }
    const start = STARTS.find((w) => name.startsWith(w) && name.length > w.length + 1);
    const says = start === undefined ? undefined : headingWord(start);
    if (start !== undefined && says !== undefined && phrase.span === undefined && phrase.accumulation === undefined) {
      apply([{ kind: 'word', start: 0, end: 0, word: says }], name, phrase);
      name = name.slice(start.length);
      continue;
    }
    const [head, ...tail] = name.split(/[_:：]/u);
    const first = tail.length > 0 && head !== undefined ? headingWord(head) : undefined;
    if (!first) break;
    apply([{ kind: 'word', start: 0, end: 0, word: first }], name, phrase);
    name = tail.join('_');
  }
  return name;
}

/** 2023年比2022年增长 is the growth of 2023. */
const plainYears = (text: string): string =>
  text.replace(/((?:19|20)\d{2})年?[比较]((?:19|20)\d{2})年?/u, (whole, later: string, earlier: string) =>
    Number(later) === Number(earlier) + 1 ? `${later}年比上年` : whole,
  );

/** 2023年比2019年增长, 2001-2023年平均增长: over several years, which no other heading says. */
const COMPARES_YEARS =
  /^(?:19|20)\d{2}年?[比较](?:19|20)\d{2}年|^(?:19|20)\d{2}年?[-—–~～至](?:19|20)?\d{2}年?.{0,4}(?:平均|年均)/u;

/** Words that say the month at the start of a name: 本月产量. */
const STARTS = ['1-本月', '本月', '当月', '本季', '当季'];

/** Reads one heading or label. Never fails: what is not understood is `rest`. */
export const parseHeading = (raw: string, vocabulary: HeadingVocabulary = {}): HeadingPhrase =>
  asDifference(readHeading(raw, vocabulary));

function readHeading(raw: string, vocabulary: HeadingVocabulary): HeadingPhrase {
  const { text, indent, depth, ofWhich } = parseLabel(raw);
  const phrase: Draft = {
    rest: '',
    ...(depth === undefined ? {} : { depth }),
    ...(indent > 0 ? { indent } : {}),
    ...(ofWhich ? { ofWhich } : {}),
  };
  const plain = plainYears(plainHeading(text));
  if (plain === '') return phrase;
  if (COMPARES_YEARS.test(plain)) return { ...phrase, measure: 'difference' };
  const dimension = headingWord(plain)?.says.dimension;
  if (dimension !== undefined) return { ...phrase, dimension };
  const year = /^(?:19|20)\d{2}$/u.exec(plain);
  if (year)
    return {
      ...phrase,
      period: { year: Number(plain), from: 1, to: 12, cumulative: true, wholeYear: true, length: 4 },
    };
  const month = parseYearMonth(plain);
  if (month) return { ...phrase, period: month };
  const whole = parseKnownUnit(plain.replace(/^\((.*)\)$/u, '$1'));
  if (whole && !/^[年月日]$/u.test(plain) && headingWord(plain) === undefined) return { ...phrase, unit: whole };
  if (isIndexBase(plain)) {
    takeIndexBase(plain, phrase);
    return phrase;
  }
  const exact = coverHeading(plain, vocabulary);
  if (exact && apply(exact, plain, phrase)) return phrase;
  const fresh: Draft = {
    rest: '',
    ...(depth === undefined ? {} : { depth }),
    ...(indent > 0 ? { indent } : {}),
    ...(ofWhich ? { ofWhich } : {}),
  };
  const core = takeUnitAtEnd(takeBrackets(plain, vocabulary, fresh), fresh);
  if (core === '') return fresh;
  const kind = headingWord(core)?.says.dimension;
  if (kind !== undefined) return { ...fresh, dimension: kind };
  const tokens = coverHeading(core, vocabulary);
  const attempt: Draft = { ...fresh };
  if (tokens && apply(tokens, core, attempt)) return attempt;
  const name = peel(core, fresh);
  const known = name === core ? undefined : coverHeading(name, vocabulary);
  const peeled: Draft = { ...fresh };
  if (known && apply(known, name, peeled)) return peeled;
  return { ...fresh, name, rest: name };
}
