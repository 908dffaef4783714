import * as z from 'zod';
import { cellSource, place, said, severity } from './shared.js';

const finding = z.strictObject({
  id: z.string().nullable().describe('stable name, for --accept; it changes when a value of the finding changes'),
  code: z.string(),
  severity: severity.describe('info: an accepted finding, or a remark on how a return was read'),
  verdict: z.enum(['violated', 'not-evaluated']),
  rule: z.string().nullable().describe('id of the edit rule; null for what reading a return has found'),
  place,
  cells: z.array(cellSource),
  found: z.string().nullable(),
  expected: z.string().nullable(),
  distance: z.string().nullable(),
  args: said.shape.args,
  message: z.string(),
  help: z.string().nullable(),
  accepted: z.strictObject({ reason: z.string(), by: z.string().optional() }).nullable(),
});

/** `tianshu check --format json` */
export const checkSchema = z.strictObject({
  findings: z.array(finding),
  summary: z.strictObject({
    hard: z.int(),
    soft: z.int(),
    info: z.int(),
    accepted: z.int(),
    files: z.int().describe('returns that were read'),
    observations: z.int(),
  }),
});

export type CheckJson = z.output<typeof checkSchema>;
export type FindingJson = z.output<typeof finding>;
