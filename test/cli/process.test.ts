import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { emptyFolder, root } from './run-cli.js';

const run = promisify(execFile);
const binary = join(root, 'bin/tianshu.js');
const project = join(root, 'templates/example/tianshu.yaml');

/** Text of a built file and of every chunk that it imports when it is loaded; lazy imports do not count. */
function loadedWith(file: string, seen = new Map<string, string>()): ReadonlyMap<string, string> {
  if (seen.has(file)) return seen;
  const text = readFileSync(file, 'utf8');
  seen.set(file, text);
  for (const [, specifier] of text.matchAll(/(?:^|[;}\n])(?:import|export)(?:[^'"();]*from)?\s*"(\.[^"]+)"/g))
    loadedWith(join(dirname(file), specifier!), seen);
  return seen;
}

describe('the built program', () => {
  beforeAll(() => {
    if (!existsSync(join(root, 'dist/cli.js'))) throw new Error('build first: npm run build');
  });

  it('runs, and says its version', async () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    expect((await run('node', [binary, '--version'])).stdout.trim()).toBe(version);
  });

  it('loads for --help nothing but the command line: no schema library, no yaml, no reader, no tables', () => {
    const texts = [...loadedWith(join(root, 'dist/cli.js')).values()];
    expect(texts.join('')).toContain('通用选项');
    expect(texts.join('')).not.toMatch(/ZodError|LineCounter|saxes|exceljs|csv-parse|East_Asian_Width|chalk/);
    expect(texts.reduce((sum, text) => sum + text.length, 0)).toBeLessThan(130_000);
  });

  it('carries of the schema library what it uses, and none of its languages', () => {
    const chunks = readdirSync(join(root, 'dist/chunks')).map((f) =>
      readFileSync(join(root, 'dist/chunks', f), 'utf8'),
    );
    expect(chunks.some((text) => text.includes('ZodError'))).toBe(true);
    expect(chunks.filter((text) => /Nieprawid|无效输入/.test(text))).toEqual([]);
  });

  it('ends quietly when its reader has seen enough', async () => {
    const command = `"${process.execPath}" "${binary}" inspect --cells "${join(root, 'src/catalogue/regions.csv')}" --format csv | head -n 1`;
    const { stdout, stderr } = await run('sh', ['-c', command], { cwd: await emptyFolder() });
    expect(stdout.split('\n').length).toBe(2);
    expect(stderr).toBe('');
  });

  it('gives colour to a terminal only: none in a pipe, none in JSON', async () => {
    const { stdout } = await run('node', [binary, 'growth', '-p', project], {
      env: { ...process.env, FORCE_COLOR: '1' },
    });
    expect(stdout).not.toContain('\u001b');
  });
});
