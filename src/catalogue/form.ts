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

/** Whether a file name fits a pattern. A pattern without a slash is held against the last part of the path. */
export function matchesPattern(file: string, pattern: string): boolean {
  const path = file.replaceAll('\\', '/');
  const subject = pattern.includes('/') ? path : (path.split('/').at(-1) ?? path);
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`(?:^|/)${source}$`, 'u').test(subject);
}

/** The first form that describes this file. */
export const formFor = (file: string, forms: readonly Form[]): Form | undefined =>
  forms.find((form) => form.files.some((pattern) => matchesPattern(file, pattern)));
