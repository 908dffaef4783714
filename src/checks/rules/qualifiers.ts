import * as z from 'zod';
import type { Comparison } from '../relation.js';
import data from './qualifiers.yaml';

const words = z.array(z.string()).min(1);
const schema = z.strictObject({
  period: z.strictObject({
    month: words,
    quarter: words,
    'year-to-date': words,
    'previous-month': words,
    'previous-year-to-date': words,
    preceding: words,
    'last-year': words,
  }),
  measure: z.strictObject({ growth: words, base: words }),
  scenario: z.strictObject({ plan: words }),
  area: z.strictObject({ members: words }),
  comparison: z.strictObject({ '=': words, '≥': words, '≤': words, '>': words, '<': words }),
});
const table = schema.parse(data);

/** Which period a term means, seen from the place where a rule is evaluated. */
export type RelativePeriod = 'same' | keyof (typeof table)['period'];

/** One word in brackets, understood. */
export type Qualifier =
  | { readonly kind: 'period'; readonly period: RelativePeriod }
  | { readonly kind: 'measure'; readonly measure: 'growth' | 'base' }
  | { readonly kind: 'scenario' }
  | { readonly kind: 'members' };

const QUALIFIERS = new Map<string, Qualifier>();
for (const [period, spellings] of Object.entries(table.period))
  for (const word of spellings) QUALIFIERS.set(word, { kind: 'period', period: period as RelativePeriod });
for (const [measure, spellings] of Object.entries(table.measure))
  for (const word of spellings) QUALIFIERS.set(word, { kind: 'measure', measure: measure as 'growth' | 'base' });
for (const word of table.scenario.plan) QUALIFIERS.set(word, { kind: 'scenario' });
for (const word of table.area.members) QUALIFIERS.set(word, { kind: 'members' });

/** What a word in brackets means; undefined where it is none of the list (it may then be a region). */
export const qualifierOf = (word: string): Qualifier | undefined => QUALIFIERS.get(word);

/** Comparisons in signs and words, longest first. */
export const COMPARISONS: readonly (readonly [string, Comparison])[] = [
  ...(Object.entries(table.comparison) as [Comparison, string[]][]).flatMap(([sign, spellings]) =>
    spellings.map((word) => [word, sign] as const),
  ),
  ...([
    ['==', '='],
    ['>=', '≥'],
    ['<=', '≤'],
    ['≧', '≥'],
    ['≦', '≤'],
    ['⩾', '≥'],
    ['⩽', '≤'],
  ] as const),
  ...(['=', '≥', '≤', '>', '<'] as const).map((sign) => [sign, sign] as const),
].sort((a, b) => b[0].length - a[0].length);
