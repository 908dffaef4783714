import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ifPossible } from './if-possible.js';

/** A pattern part as a test of one name: `*` any run of characters, `?` one, `{a,b}` either. */
function nameTest(part: string): RegExp {
  const source = part
    .replace(/[.+^$()|[\]\\]/g, '\\$&')
    .replace(/\*+/g, '.*')
    .replace(/\?/g, '.');
  const choices = source.replace(/\{([^{}]*)\}/g, (_, list: string) => `(?:${list.split(',').join('|')})`);
  return new RegExp(`^${choices.replace(/[{}]/g, '\\$&')}$`, 'u');
}

/** Files that offices leave beside a document while it is open, and hidden ones. */
const isHidden = (name: string): boolean => name.startsWith('.') || name.startsWith('~$');

export const isPattern = (text: string): boolean => /[*?{]/.test(text);

const partsOf = (text: string): readonly string[] => text.match(/\d+|\D+/g) ?? [];

/** Orders names as people number them: 2 before 10, else by code unit, the same on every machine. */
export function compareNames(a: string, b: string): number {
  const [x, y] = [partsOf(a), partsOf(b)];
  for (let i = 0; i < Math.min(x.length, y.length); i++) {
    const [p, q] = [x[i]!, y[i]!];
    if (p === q) continue;
    if (/^\d/.test(p) && /^\d/.test(q)) {
      const [m, n] = [p, q].map((digits) => digits.replace(/^0+(?=\d)/, '')) as [string, string];
      if (m.length !== n.length) return m.length - n.length;
      if (m !== n) return m < n ? -1 : 1;
      continue;
    }
    return p < q ? -1 : 1;
  }
  return x.length - y.length || (a < b ? -1 : a > b ? 1 : 0);
}

/**
 * Files below `base` that match a pattern: `*` and `?` within a name, `{a,b}` for a choice, `**` for any number of
 * folders. Paths come back relative to `base`, with `/`, in the order of `compareNames`. Links to folders are not followed
 * by `**`, so that no circle of links is.
 */
export function glob(pattern: string, base: string): readonly string[] {
  const parts = pattern.split('/').filter((part) => part !== '' && part !== '.');
  const start = pattern.startsWith('/') ? '/' : '';
  const found = new Set<string>();
  walk(start, parts, base, found);
  return [...found].sort(compareNames);
}

function walk(at: string, parts: readonly string[], base: string, found: Set<string>): void {
  const [part, ...rest] = parts;
  if (part === undefined) return;
  const path = (name: string) => (at === '' || at.endsWith('/') ? at + name : `${at}/${name}`);
  if (!isPattern(part)) {
    const next = path(part);
    if (rest.length > 0) walk(next, rest, base, found);
    else if (isFile(join(base, next), next)) found.add(next);
    return;
  }
  const folder = at.startsWith('/') ? at : join(base, at);
  const entries = ifPossible(() => readdirSync(folder, { withFileTypes: true })) ?? [];
  const visible = entries.filter(({ name }) => !isHidden(name));
  if (part === '**') {
    walk(at, rest, base, found);
    for (const entry of visible) if (entry.isDirectory()) walk(path(entry.name), parts, base, found);
    return;
  }
  const test = nameTest(part);
  for (const { name } of visible.filter((entry) => test.test(entry.name))) {
    const next = path(name);
    if (rest.length > 0) walk(next, rest, base, found);
    else if (isFile(join(base, next), next)) found.add(next);
  }
}

const isFile = (joined: string, path: string): boolean =>
  ifPossible(() => statSync(path.startsWith('/') ? path : joined))?.isFile() === true;
