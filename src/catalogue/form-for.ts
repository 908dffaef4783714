import type { Form } from './form.js';

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
