import * as z from 'zod';
import { formContentSchema } from './form-content.js';
import { formLayoutSchema } from './form-layout.js';

const text = z.string().trim().min(1);

/** A statistical form (报表表式): how a return is laid out and what it must hold. A declared layout wins over what the file looks like. */
export const formSchema = z.strictObject({
  id: text,
  name: text.optional(),
  files: z.array(text).min(1).describe('which returns it describes: file names, with * and ?'),
  layout: formLayoutSchema.optional(),
  content: formContentSchema.optional().describe('what a return must hold: checked, never repaired'),
});

export type Form = z.output<typeof formSchema>;
