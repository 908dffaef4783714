import * as z from 'zod';

/** A statistic accumulates over time (flow), stands at a moment (stock), or is a rate, an index or a score of its own. */
export const indicatorKind = z.enum(['flow', 'stock', 'rate', 'index', 'score']);

const text = z.string().trim().min(1);
const names = z.array(text).default([]);

/** One indicator of an industry, in the words of its statisticians. */
export const indicatorSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: text.describe('the current official name: 快递业务量'),
  aliases: names.describe('other ways to say it, and names of earlier years'),
  english: text.optional(),
  subject: text.optional().describe('whose activity it is: 快递. With `word` it makes the bare form readable in scope'),
  segment: text.optional().describe('which part of the subject: 同城'),
  word: text.optional().describe('the measure word that may stand alone in scope: 业务量'),
  unit: text.describe('the unit it is usually given in; others of the same base convert'),
  kind: indicatorKind,
  growth: z.enum(['published', 'computed']).default('computed').describe('which growth wins where both exist'),
  better: z.enum(['higher', 'lower']).default('higher').describe('which end of a ranking is first'),
  decimals: z.record(text, z.int().min(0).max(8)).default({}).describe('decimals in reports, by unit'),
  priceBases: z
    .array(z.int().min(1900).max(2100))
    .default([])
    .describe('first years of new price bases: growth across one is refused unless published'),
  confidential: z.boolean().default(false),
  signed: z.boolean().default(false).describe('whether it may be negative: a profit, a net increase'),
  additive: z.boolean().default(true).describe('whether the figures of the regions add up to that of their whole'),
});

/** A whole and its parts. `exhaustive`: the parts add up to the whole, but for rounding. */
export const partitionSchema = z.strictObject({
  whole: text,
  by: text.describe('what divides it: 类型'),
  parts: z.array(text).min(1),
  exhaustive: z.boolean().default(true),
});

export const subjectSchema = z.strictObject({
  name: text,
  aliases: names,
  opening: z.boolean().default(false).describe('whose figure a bare measure word is where no subject has been named'),
});

export const segmentSchema = z.strictObject({ name: text, aliases: names });

/** The vocabulary of an industry. Every name must say one thing: two indicators may not share a name. */
export const catalogueSchema = z.strictObject({
  id: text,
  name: text,
  english: text.optional(),
  subjects: z.array(subjectSchema).default([]),
  segments: z.array(segmentSchema).default([]),
  indicators: z.array(indicatorSchema).min(1),
  partitions: z.array(partitionSchema).default([]),
  groups: z.record(text, z.array(text).min(1)).default({}).describe('named groups of regions: 东部'),
  unitPrices: z
    .array(z.strictObject({ subject: text, revenue: text, volume: text }))
    .default([])
    .describe('which revenue over which volume is the price of one piece (单票价格) of a subject'),
  population: text.optional().describe('the indicator that 人均 divides by: 常住人口'),
  notes: z
    .array(text)
    .default([])
    .describe('notes in brackets that change no figure, as regular expressions: 不含邮政储蓄银行直接营业收入'),
});

export type Indicator = z.output<typeof indicatorSchema>;
export type IndicatorKind = z.output<typeof indicatorKind>;
export type Partition = z.output<typeof partitionSchema>;
export type Subject = z.output<typeof subjectSchema>;
export type Segment = z.output<typeof segmentSchema>;
export type CatalogueData = z.output<typeof catalogueSchema>;
