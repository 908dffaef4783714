import * as z from 'zod';
import { slotSchema } from './plan.js';
import { numberSchema } from './verify.js';

/** `tianshu explain --format json`: a slot as `plan` has it, or a number as `verify` has it. */
export const explainSchema = z.union([z.strictObject({ slot: slotSchema }), z.strictObject({ number: numberSchema })]);

export type ExplainJson = z.output<typeof explainSchema>;
