import * as z from 'zod';
import { candidateSchema, claimSchema, derivationSchema, sourceSchema } from './claim.js';
import { said } from './shared.js';

export const VERDICTS = [
  'right',
  'rounded',
  'truncated',
  'wrong',
  'flipped',
  'unit-lost',
  'inconsistent',
  'unanswered',
  'fact',
  'no-claim',
] as const;

export const numberSchema = z.strictObject({
  no: z.int().min(1),
  file: z.string().optional(),
  line: z.int().optional(),
  column: z.int().optional(),
  part: z.string().optional(),
  sheet: z.string().optional(),
  cell: z.string().optional(),
  text: z.string(),
  before: z.string(),
  after: z.string(),
  kind: z.string(),
  verdict: z.enum(VERDICTS),
  expected: z.string().nullable(),
  claim: claimSchema.nullable(),
  candidates: z.array(candidateSchema),
  reason: said.nullable().describe('the first of `reasons`'),
  reasons: z
    .array(said)
    .describe('why it has its verdict, or where a wrong number seems to come from: the likeliest first'),
  derivation: derivationSchema.nullable(),
  sources: z.array(sourceSchema),
  filled: z
    .strictObject({
      text: z.string(),
      state: z.enum(['same', 'changed']),
      origin: z.enum(['data', 'fact', 'sheet', 'remembered']),
      meaning: z.string(),
    })
    .nullable()
    .describe('the record that the file carries of a number that fill wrote'),
  remarks: z.array(said).describe('what that record has to say beside the verdict'),
});

/** `tianshu verify --format json` */
export const verifySchema = z.strictObject({
  numbers: z.array(numberSchema),
  coverage: z
    .number()
    .min(0)
    .max(1)
    .nullable()
    .describe('(all − unanswered − no-claim) / (all − no-claim); null without claims'),
  summary: z.record(z.enum(VERDICTS), z.int()),
});

export type VerifyJson = z.output<typeof verifySchema>;
export type NumberJson = z.output<typeof numberSchema>;
