import * as z from 'zod';
import { candidateSchema, claimSchema, derivationSchema, sourceSchema } from './claim.js';
import { said } from './shared.js';

export const slotSchema = z.strictObject({
  no: z.int().min(1),
  line: z.int().optional(),
  column: z.int().optional(),
  part: z.string().optional(),
  sheet: z.string().optional(),
  cell: z.string().optional(),
  glyph: z.string(),
  before: z.string(),
  after: z.string(),
  kind: z.string(),
  status: z.enum(['filled', 'open', 'ambiguous', 'kept']),
  text: z.string().nullable(),
  claim: claimSchema.nullable(),
  candidates: z.array(candidateSchema),
  reason: said.nullable(),
  given: z
    .enum(['sheet', 'remembered'])
    .nullable()
    .describe('a person answered: in the sheet brought back, or for an earlier edition'),
  derivation: derivationSchema.nullable(),
  words: z
    .array(z.strictObject({ from: z.string(), to: z.string() }))
    .describe('words beside the slot that change with it'),
  sources: z.array(sourceSchema),
});

/** `tianshu plan --format json` */
export const planSchema = z.strictObject({
  slots: z.array(slotSchema),
  summary: z.strictObject({
    total: z.int(),
    filled: z.int(),
    open: z.int(),
    ambiguous: z.int(),
    kept: z.int(),
  }),
});

export type PlanJson = z.output<typeof planSchema>;
export type SlotJson = z.output<typeof slotSchema>;
