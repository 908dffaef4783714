import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { VerifyJson } from '../../src/report/json-schemas/verify.js';
import { root, runCli } from '../cli/run-cli.js';

/*
 * A case of fixtures/verify is a project with a finished report and its key:
 *
 *   key.csv   行, 写的数, 结论, 说明: every number that claims something, judged by hand; 名目: the code under which it must be named
 */
const FIXTURES = join(root, 'fixtures/verify');
const cases = (await readdir(FIXTURES, { withFileTypes: true }))
  .filter((e) => e.isDirectory() && existsSync(join(FIXTURES, e.name, 'key.csv')))
  .map((e) => e.name);

describe.each(cases)('%s', (name) => {
  it('every number gets the verdict of the key', async () => {
    const folder = join(FIXTURES, name);
    const report = (await readdir(folder)).find((file) => file.endsWith('.md'))!;
    const key: string[][] = parse(await readFile(join(folder, 'key.csv'), 'utf8'), { from_line: 2 });
    const { stdout, code } = await runCli(folder, ['verify', report, '--format', 'json']);
    const { numbers } = JSON.parse(stdout) as VerifyJson;
    const found = numbers.filter((n) => n.verdict !== 'no-claim');
    expect(found.map((n) => [String(n.line), n.text, n.verdict])).toEqual(key.map((row) => row.slice(0, 3)));
    const unnamed = key.filter(([, , , , name], i) => name && !found[i]!.reasons.some((r) => r.code === name));
    expect(unnamed).toEqual([]);
    expect(code).toBe(1);
  });
});
