import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { messages } from '../../../src/report/messages/speak.js';
import { argumentsOf } from '../../../src/report/messages/template.js';

const root = resolve(import.meta.dirname, '../../..');
const folder = join(root, 'src/report/messages');
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const wordsOf = (file: string) => parse(readFileSync(join(folder, file), 'utf8')) as Record<string, unknown>;

const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, text: readFileSync(join(root, 'src', name), 'utf8') }));

/** Codes of the unions and severity tables in every room's diagnostics.ts, and in files that declare codes of their own. */
function declaredCodes(): readonly string[] {
  return sources.flatMap(({ text }) => [
    ...[...text.matchAll(/export type \w*Code =([^;]+);/g)].flatMap((m) =>
      [...m[1]!.matchAll(/'([a-z0-9-]+)'/g)].map((c) => c[1]!),
    ),
    ...[...text.matchAll(/_SEVERITIES = \{([^}]+)\}/g)].flatMap((m) =>
      [...m[1]!.matchAll(/^\s+'?([a-z0-9-]+)'?:/gm)].map((c) => c[1]!),
    ),
  ]);
}

interface Emission {
  readonly file: string;
  readonly code: string;
  /** Names of the arguments, where they stand beside the code as plain properties. */
  readonly args: readonly string[] | undefined;
}

/** Every place where a code is emitted with its arguments beside it. */
function emissions(): readonly Emission[] {
  const calls = /(?:noFigure|cannot|say|printSaid)\(\s*'([a-z0-9-]+)'(?:,\s*(\{[^{}]*\}))?/g;
  const objects = /code: '([a-z0-9-]+)',\s*(?:severity: '\w+',\s*)?(?:place(?:: \{[^{}]*\})?,\s*)?args: (\{[^{}]*\})/g;
  return sources.flatMap(({ name, text }) =>
    [...text.matchAll(calls), ...text.matchAll(objects)].map((m) => ({
      file: name,
      code: m[1]!,
      args: propertiesOf(m[2]),
    })),
  );
}

/** Property names of an object literal; undefined where it spreads another. */
function propertiesOf(literal: string | undefined): readonly string[] | undefined {
  if (literal === undefined || literal.includes('...')) return undefined;
  const inner = literal
    .slice(1, -1)
    .replace(/\([^()]*\)/g, '')
    .replace(/`[^`]*`/g, '``');
  return inner
    .split(',')
    .map((part) => /^\s*'?([\w-]+)'?/.exec(part)?.[1])
    .filter((name) => name !== undefined);
}

/** Arguments that a file's own function adds to each of its codes. */
const ADDED: Readonly<Record<string, readonly string[]>> = {
  'catalogue/load-issue.ts': ['path'],
  'checks/forms/check-presence.ts': ['form'],
  'checks/rules/resolve-rule.ts': ['rule'],
};

describe('the messages', () => {
  it('are read from every file of the folder', () => {
    const missing = files.filter((file) => Object.keys(wordsOf(file)).some((code) => !messages().has(code)));
    expect(missing).toEqual([]);
  });

  it('word no code twice', () => {
    const codes = files.flatMap((file) => Object.keys(wordsOf(file)));
    expect(codes.filter((code, i) => codes.indexOf(code) !== i)).toEqual([]);
  });

  it('take the same arguments in both languages', () => {
    const wrong = [...messages()].filter(([, { zh, en }]) => {
      const names = (text: string) => JSON.stringify([...argumentsOf(text).needed].sort());
      return names(zh) !== names(en);
    });
    expect(wrong.map(([code]) => code)).toEqual([]);
  });

  it('word every code that a room declares', () => {
    const declared = declaredCodes();
    expect(declared.length).toBeGreaterThan(80);
    expect([...new Set(declared.filter((code) => !messages().has(code)))]).toEqual([]);
  });

  it('word every code that is emitted with its arguments beside it, and use no argument that is not there', () => {
    const found = emissions();
    expect(found.length).toBeGreaterThan(80);
    const unworded = found.filter(({ code }) => !messages().has(code) && !messages().has(`left-out-${code}`));
    expect(unworded.map(({ file, code }) => `${file}: ${code}`)).toEqual([]);
    const lacking = found.flatMap(({ file, code, args }) => {
      const message = messages().get(code)!;
      if (args === undefined) return [];
      const needed = [message.zh, message.en, message.help?.zh ?? '', message.help?.en ?? ''].flatMap(
        (text) => argumentsOf(text).needed,
      );
      return [...new Set(needed)]
        .filter((name) => ![...args, ...(ADDED[file] ?? [])].includes(name))
        .map((name) => `${file}: ${code} lacks ${name}`);
    });
    expect(lacking).toEqual([]);
  });
});
