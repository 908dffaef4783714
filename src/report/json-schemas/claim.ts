import * as z from 'zod';
import { cellSource, digits, said, timePeriod } from './shared.js';

/** What a number is taken to say. Fields that no single reading decides are absent. */
export const claimSchema = z.strictObject({
  measure: z.string().describe('level, growth, rank, share, …'),
  indicator: z.string().optional(),
  refArea: z.string().optional(),
  timePeriod: timePeriod.optional(),
  unit: z.string().optional(),
  decimals: z.int().optional().describe('as the slot asks: X.X'),
  direction: z.enum(['up', 'down']).optional().describe('what the verb in front says'),
  approximator: z.string().optional(),
  meaning: z.array(z.string()).describe('each reading in words'),
  label: z.string(),
  evidence: z.array(z.strictObject({ field: z.string(), words: z.array(z.string()) })),
});

/** How a figure was made. */
export const derivationSchema = z.strictObject({
  kind: z.enum(['delivered', 'computed']),
  formula: z.string(),
  value: digits,
  unit: z.string(),
  notes: z.array(said),
});

/** A reading with the figure it gives, or why it gives none. */
export const candidateSchema = z.strictObject({
  meaning: z.string(),
  value: digits.nullable(),
  unit: z.string().nullable(),
  formula: z.string().nullable(),
  reason: said.nullable(),
});

export const sourceSchema = cellSource.extend({
  label: z.string().describe('which figure the cell holds'),
  value: z.string(),
  unit: z.string(),
});

export type ClaimJson = z.output<typeof claimSchema>;
export type CandidateJson = z.output<typeof candidateSchema>;
export type SourceJson = z.output<typeof sourceSchema>;
export type DerivationJson = z.output<typeof derivationSchema>;
