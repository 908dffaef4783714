import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { PlanJson } from '../../src/report/json-schemas/plan.js';
import type { VerifyJson } from '../../src/report/json-schemas/verify.js';
import { emptyFolder, root, runCli } from '../cli/run-cli.js';

/*
 * A case of fixtures/fill is a project with its template, or the key alone where a template that ships is the case:
 *
 *   key.csv       序号, 应填 (a text, or open, ambiguous, kept), 含义: worked out by hand or by a calculation of its own
 *   expected.*    the filled text
 */
const FIXTURES = join(root, 'fixtures/fill');
const FAULTS = ['wrong', 'flipped', 'unit-lost', 'inconsistent'];
const cases = (await readdir(FIXTURES, { withFileTypes: true }))
  .filter((e) => e.isDirectory() && existsSync(join(FIXTURES, e.name, 'key.csv')))
  .map((e) => e.name);

async function openCase(name: string) {
  const shipped = join(root, 'templates', name);
  const project = existsSync(shipped) ? shipped : join(FIXTURES, name);
  const template = (await readdir(project)).find((file) => /^(?!expected|README).*\.(?:md|txt|docx)$/u.test(file))!;
  const expectation = (await readdir(join(FIXTURES, name))).find((file) => file.startsWith('expected.'))!;
  const expected = await readFile(join(FIXTURES, name, expectation), 'utf8');
  const key: string[][] = parse(await readFile(join(FIXTURES, name, 'key.csv'), 'utf8'), { from_line: 2 });
  return { project, template, expected, key };
}

/** The text of a filled document: a Word file's runs put together. */
async function textOf(path: string): Promise<string> {
  if (!path.endsWith('.docx')) return readFile(path, 'utf8');
  const { unzipSync, strFromU8 } = await import('fflate');
  const xml = strFromU8(unzipSync(await readFile(path))['word/document.xml']!);
  return `${[...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((m) => m[1]).join('')}\n`;
}

describe.each(cases)('%s', (name) => {
  it('is filled as the key says, word by word, and nothing filled is found at fault', async () => {
    const { project, template, expected, key } = await openCase(name);
    const out = join(await emptyFolder(), `filled${/\.\w+$/u.exec(template)![0]}`);

    const planned = await runCli(project, ['plan', template, '--format', 'json']);
    const { slots } = JSON.parse(planned.stdout) as PlanJson;
    const said = slots.map((s) => [String(s.no), s.status === 'filled' ? s.text : s.status]);
    expect(said).toEqual(key.map(([no, text]) => [no, text]));

    await runCli(project, ['fill', template, '-o', out]);
    expect(await textOf(out)).toBe(expected);

    const verified = await runCli(project, ['verify', out, '--format', 'json']);
    const { numbers } = JSON.parse(verified.stdout) as VerifyJson;
    expect(verified.code).not.toBe(2);
    expect(numbers.filter((n) => FAULTS.includes(n.verdict))).toEqual([]);
  });
});
