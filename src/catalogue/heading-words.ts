import * as z from 'zod';
import { parseUnit, type Unit } from '../model/unit.js';
import unitTable from './heading-units.yaml';
import wordTable from './heading-words.yaml';

/** Letters that no normal form changes: most names of regions. */
const PLAIN = /^[\u4e00-\u9fff0-9]+$/;

const saysSchema = z.strictObject({
  measure: z
    .enum([
      'level',
      'growth',
      'growth-on-period',
      'growth-on-year-end',
      'rank',
      'growth-rank',
      'base',
      'share',
      'completion',
      'difference',
    ])
    .optional(),
  accumulation: z.enum(['period', 'year-to-date']).optional(),
  span: z.enum(['month', 'quarter']).optional(),
  scenario: z.enum(['plan']).optional(),
  year: z.literal(true).optional(),
  change: z.literal(true).optional(),
  estimate: z.literal(true).optional(),
  dimension: z.enum(['region', 'indicator', 'period', 'unit', 'serial', 'code', 'note']).optional(),
  total: z.literal(true).optional(),
});
const wordsSchema = z.array(
  z.strictObject({ says: saysSchema, peels: z.boolean().default(false), words: z.array(z.string()).min(1) }),
);

/** What one word of a heading says, and whether it may be taken off the end of an unknown name. */
export interface HeadingWord {
  readonly word: string;
  readonly says: z.output<typeof saysSchema>;
  readonly peels: boolean;
}

const WORDS = new Map<string, HeadingWord>(
  wordsSchema
    .parse(wordTable)
    .flatMap(({ says, peels, words }) =>
      words.map((word): [string, HeadingWord] => [plainHeading(word), { word: plainHeading(word), says, peels }]),
    ),
);
const LONGEST_WORD = Math.max(...[...WORDS.keys()].map((w) => w.length));
const BY_LENGTH = [...WORDS.values()].sort((a, b) => b.word.length - a.word.length);

const BASES = new Set(z.array(z.array(z.string())).parse(unitTable).flat());

/** 项目 Item, 快递业务量⏎Express delivery: yearbooks say everything twice. What stands in Chinese counts. */
function withoutEnglish(text: string): string {
  if (!/[a-z]{2}/.test(text) || !/\p{Script=Han}/u.test(text)) return text;
  const lines = text.split(/[\r\n]+/u);
  const chinese = lines.filter((line) => /\p{Script=Han}/u.test(line) || !/[a-z]{2}/.test(line));
  return chinese.join(' ').replace(/(?<=[\p{Script=Han})）%％])\s+[A-Z][a-z]+[A-Za-z0-9\s,.;:&'’()/-]*$/u, '');
}

/** Full-width forms made plain, spaces and line breaks between Chinese characters dropped. */
export function plainHeading(text: string): string {
  if (PLAIN.test(text)) return text;
  return withoutEnglish(text)
    .normalize('NFKC')
    .replaceAll('−', '-')
    .replace(/[\s\u200b\ufeff]+/gu, ' ')
    .replace(/(?<=[^\x20-\x7e]) | (?=[^\x20-\x7e])/gu, '')
    .trim();
}

export const headingWord = (text: string): HeadingWord | undefined => WORDS.get(text);

/** Every word that starts at `at`, the longest first. */
export function wordsAt(text: string, at: number): readonly HeadingWord[] {
  const found: HeadingWord[] = [];
  for (let length = Math.min(LONGEST_WORD, text.length - at); length > 0; length--) {
    const word = WORDS.get(text.slice(at, at + length));
    if (word) found.push(word);
  }
  return found;
}

/** The longest word at the end of a text. */
export const wordAtEnd = (text: string): HeadingWord | undefined =>
  BY_LENGTH.find(({ word }) => text.length > word.length && text.endsWith(word));

/** A text as a unit, if it is one that statistics are counted in. */
export function parseKnownUnit(text: string): Unit | undefined {
  const unit = parseUnit(text.replace(/^单位:?/u, ''));
  return unit && unit.text !== '' && (BASES.has(unit.base) || BASES.has(unit.text)) ? unit : undefined;
}

/** 上年同月=100, 上年=100: the base of an index. */
export const isIndexBase = (text: string): boolean => /^[^()=]{0,16}=100$/u.test(text.replace(/\s/g, ''));
