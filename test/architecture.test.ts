import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');

/** Which rooms a room may import from. Type imports count. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  opc: [],
  catalogue: ['model'],
  ingest: ['model', 'opc', 'catalogue'],
  checks: ['model', 'catalogue'],
  measures: ['model', 'catalogue'],
  documents: ['model', 'opc'],
  claims: ['model', 'catalogue', 'measures'],
  report: ['model', 'opc', 'catalogue', 'ingest', 'checks', 'measures', 'documents', 'claims'],
  cli: ['model', 'opc', 'catalogue', 'ingest', 'checks', 'measures', 'documents', 'claims', 'report'],
};

/** What reaches the world: files, the clock, the environment, other processes. Only cli may. */
const WORLD_MODULE = /^node:(?:fs|os|child_process|process|readline|net|http|https|tty)\b/;
const WORLD_NAME =
  /\bprocess\s*\.\s*(?:env|argv|cwd|exit|stdout|stderr|stdin)\b|\bDate\.now\b|\bnew Date\(\)|\bconsole\./;

const filesUnder = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((f) => join(folder, f));
const sources = filesUnder('src').filter((f) => f.endsWith('.ts') && !f.endsWith('.d.ts'));
const tests = filesUnder('test').filter((f) => f.endsWith('.ts'));
const textOf = (file: string) => readFileSync(join(root, file), 'utf8');
const roomOf = (file: string) => relative('src', file).split(/[\\/]/)[0]!;

/** Text of a file without comments, so that an example in a docstring is no import. */
const codeOf = (file: string) => textOf(file).replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');

/** Every module that a file names: static, type-only, re-exported, lazy. */
const importsOf = (file: string): string[] =>
  [...codeOf(file).matchAll(/\b(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map((m) => m[1]!);

/** Modules of ours, as paths from the root. */
const ownImports = (file: string): string[] =>
  importsOf(file)
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => join(dirname(file), specifier).replace(/\.js$/, '.ts'));

/** Imports that run when the module is loaded: a lazy import closes no circle. */
const eagerImports = (file: string): string[] =>
  [...codeOf(file).matchAll(/\bfrom\s*['"](\.[^'"]+)['"]|^import\s*['"](\.[^'"]+)['"]/gm)].map((m) =>
    join(dirname(file), m[1] ?? m[2]!).replace(/\.js$/, '.ts'),
  );

/** The first circle that a walk from each file meets, if any. */
function findCircle(): readonly string[] | undefined {
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file) || !file.endsWith('.ts')) return undefined;
    for (const next of eagerImports(file)) {
      const circle = walk(next, [...path, file]);
      if (circle) return circle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of sources) {
    const circle = walk(file, []);
    if (circle) return circle;
  }
  return undefined;
}

describe('the rooms', () => {
  it('are the ten of the design, and the library file beside them', () => {
    expect([...new Set(sources.map(roomOf))].filter((room) => !(room in MAY_IMPORT))).toEqual(['index.ts']);
  });

  it.each(Object.keys(MAY_IMPORT))('%s imports only from the rooms it may', (room) => {
    const wrong = sources
      .filter((file) => roomOf(file) === room)
      .flatMap((file) =>
        ownImports(file)
          .filter((target) => roomOf(target) !== room && !MAY_IMPORT[room]!.includes(roomOf(target)))
          .map((target) => `${file} → ${target}`),
      );
    expect(wrong).toEqual([]);
  });

  it('have no circle of imports', () => {
    expect(findCircle()).toBeUndefined();
  });

  it('leave files, clock, environment and output to cli', () => {
    const wrong = sources
      .filter((file) => roomOf(file) !== 'cli')
      .filter((file) => importsOf(file).some((m) => WORLD_MODULE.test(m)) || WORLD_NAME.test(codeOf(file)));
    expect(wrong).toEqual([]);
  });
});

describe('the files', () => {
  it('are small: none over 300 lines', () => {
    const long = [...sources, ...tests].filter((file) => textOf(file).split('\n').length > 301);
    expect(long).toEqual([]);
  });

  it('have no default exports, no any, and no inexact road from text to number', () => {
    const wrong = sources.filter((file) =>
      /\bexport default\b|:\s*any\b|\bas any\b|<any>|\.toFixed\(|\bparseFloat\(/.test(codeOf(file)),
    );
    expect(wrong).toEqual([]);
  });

  it('name no catch-all', () => {
    expect(sources.filter((file) => /(?:^|[\\/])(?:utils?|helpers?|manager|common|misc)\.ts$/.test(file))).toEqual([]);
  });
});
