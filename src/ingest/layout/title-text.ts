import * as z from 'zod';
import { parseKnownUnit, plainHeading } from '../../catalogue/heading-words.js';
import { COUNTRY, type RefAreaTable } from '../../model/ref-area.js';
import { matchPeriodPhrase } from '../../model/time-period-text.js';
import words from './title-words.yaml';

const list = z.array(z.string()).min(1);
const { before, after, own, country } = z
  .strictObject({ before: list, after: list, own: z.record(z.string(), list), country: list })
  .parse(words);
const LONGEST_FIRST = (a: string, b: string) => b.length - a.length;
const BEFORE = [...before].sort(LONGEST_FIRST);
const AFTER = [...after].sort(LONGEST_FIRST);

/** A word of letters stands by itself: national is not a part of international. */
const says = (text: string, word: string): boolean =>
  /^[a-z]/.test(word)
    ? text
        .toLowerCase()
        .split(/[^a-z]+/)
        .includes(word)
    : text.includes(word);

/** The country where its own offices speak; the region of the project, or what it lies in, where a title says 全市, 全省. */
export function areaOfWords(
  text: string,
  refAreas: RefAreaTable | undefined,
  home: string | undefined,
): string | undefined {
  const plain = plainHeading(text);
  if (country.some((word) => says(plain, word))) return refAreas?.get(COUNTRY) && COUNTRY;
  for (let at = home === undefined ? undefined : refAreas?.get(home); at !== undefined; ) {
    const level = at.level === 'province' && at.name.endsWith('市') ? 'prefecture' : at.level;
    if (own[level]?.some((word) => plain.includes(word))) return at.code;
    at = at.parent === undefined ? undefined : refAreas?.get(at.parent);
  }
  return undefined;
}

/** What is left of a title without its period, regions, units and words of tables: the name of what it is about. */
export function nameInTitle(title: string, refAreas: RefAreaTable | undefined): string | undefined {
  let text = plainHeading(title)
    .replace(/\(([^()]*)\)/gu, (whole, inner: string) =>
      parseKnownUnit(inner) || matchPeriodPhrase(inner) ? '' : whole,
    )
    .replace(/^(?:附?表\s*)?\d+(?:[-.]\d+)*\s*[、.:：]?\s*(?=\p{Script=Han})(?!年|月|季)/u, '')
    .trim();
  for (let round = 0; round < 8; round++) {
    const shorter = withoutStart(text, refAreas);
    if (shorter === text) break;
    text = shorter;
  }
  const end = AFTER.find((word) => text.endsWith(word) && text.length > word.length);
  const name = (end === undefined ? text : text.slice(0, -end.length)).trim();
  return /^\p{Script=Han}[\p{Script=Han}A-Za-z0-9()/、]{1,29}$/u.test(name) ? name : undefined;
}

function withoutStart(text: string, refAreas: RefAreaTable | undefined): string {
  const period = matchPeriodPhrase(text);
  if (period && period.length < text.length) return text.slice(period.length).replace(/^[的份,，\s]+/u, '');
  const word = BEFORE.find((w) => text.startsWith(w) && text.length > w.length);
  if (word !== undefined) return text.slice(word.length).replace(/^的/u, '');
  for (let length = Math.min(16, text.length - 2); length >= 2; length--) {
    const areas = refAreas?.named(text.slice(0, length)) ?? [];
    if (areas.some((a) => a.level !== 'county' || a.name.length === length)) return text.slice(length);
  }
  return text;
}
