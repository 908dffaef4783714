import * as z from 'zod';
import { accumulation, digits, timePeriod } from './shared.js';

const ranked = z.strictObject({
  rank: z.int().min(1),
  peers: z.int().min(1).describe('how many were ranked'),
  tied: z.boolean(),
});

/** One cell of `growth` or `rank`. A value that the data do not give is null. */
const row = z.strictObject({
  indicator: z.string().describe('id in the catalogue, or the name as delivered'),
  refArea: z.string().describe('region code, or the name as delivered'),
  indicatorName: z.string(),
  refAreaName: z.string(),
  timePeriod,
  accumulation,
  level: digits.nullable(),
  unit: z.string(),
  growth: digits.nullable().describe('year on year in %: the published one where the catalogue says that it wins'),
  growthPublished: digits.nullable(),
  growthComputed: digits.nullable().describe('by division of the levels'),
  growthVerdict: z
    .enum(['same', 'consistent', 'inconsistent'])
    .nullable()
    .describe(
      'the published rate beside the computed one: the same decimal, one that rounding allows, one that it does not',
    ),
  rank: z.int().min(1).nullable(),
  peers: z.int().min(1).nullable(),
  tied: z.boolean().nullable(),
  rankOf: z.enum(['level', 'growth']).describe('what `rank` ranks'),
  rankLevel: ranked.nullable(),
  rankGrowth: ranked.nullable(),
});

/** `tianshu growth --format json`, `tianshu rank --format json` */
export const analysisSchema = z.strictObject({ rows: z.array(row) });

export type AnalysisJson = z.output<typeof analysisSchema>;
export type AnalysisRowJson = z.output<typeof row>;
