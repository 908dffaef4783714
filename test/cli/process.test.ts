import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { emptyFolder, root } from './run-cli.js';

const run = promisify(execFile);
const binary = join(root, 'bin/tianshu.js');
const project = join(root, 'templates/example/tianshu.yaml');
const builtText = (file: string) => readFileSync(join(root, 'dist', file), 'utf8');

/** The installed program in a folder of its own, with those files of `dist` that the test wants. */
async function copyOfProgram(wanted: RegExp): Promise<string> {
  const folder = await emptyFolder();
  await cp(join(root, 'bin'), join(folder, 'bin'), { recursive: true });
  await cp(join(root, 'package.json'), join(folder, 'package.json'));
  await mkdir(join(folder, 'dist'));
  for (const file of (await readdir(join(root, 'dist'))).filter((name) => wanted.test(name)))
    await cp(join(root, 'dist', file), join(folder, 'dist', file));
  return folder;
}

/** What a command of the copy prints. */
const printed = async (folder: string, argv: readonly string[]) =>
  (await run('node', [join(folder, 'bin/tianshu.js'), ...argv])).stdout;

describe('the built program', () => {
  beforeAll(() => {
    if (!existsSync(join(root, 'dist/cli.cjs'))) throw new Error('build first: npm run build');
  });

  it('runs, and says its version', async () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    expect((await run('node', [binary, '--version'])).stdout.trim()).toBe(version);
  });

  it('loads for --help nothing but the command line: no schema library, no yaml, no reader, no tables', async () => {
    const alone = await copyOfProgram(/^cli\.cjs$/);
    expect(await printed(alone, ['--help', '--lang', 'zh'])).toContain('退出码');
    const text = builtText('cli.cjs');
    expect(text).not.toMatch(/ZodError|LineCounter|saxes|exceljs|csv-parse|East_Asian_Width|chalk/);
    expect(text.length).toBeLessThan(100_000);
  });

  it('begins with the code that was compiled when it was built', () => {
    const { loadBuilt } = createRequire(import.meta.url)(join(root, 'bin/built-script.js')) as {
      loadBuilt: (name: string) => { readonly script: { readonly cachedDataRejected?: boolean } };
    };
    for (const name of ['cli', 'returns', 'tables', 'texts'])
      expect(loadBuilt(name).script.cachedDataRejected, name).toBe(false);
  });

  it('does the same without that code, and where it is another one', async () => {
    const rank = ['rank', '-p', project, '--format', 'csv'];
    const expected = (await run('node', [binary, ...rank])).stdout;
    expect(expected.split('\n').length).toBeGreaterThan(30);
    const folder = await copyOfProgram(/^(?:cli|tables)\./);
    const kept = (await readdir(join(folder, 'dist'))).filter((name) => name.endsWith('.code'));
    expect(kept.length).toBe(2);
    for (const file of kept) await writeFile(join(folder, 'dist', file), 'of another machine');
    expect(await printed(folder, rank)).toBe(expected);
    for (const file of kept) await rm(join(folder, 'dist', file));
    expect(await printed(folder, rank)).toBe(expected);
  });

  it('says that it is not built, where it is not', async () => {
    const folder = await copyOfProgram(/^nothing$/);
    await expect(run('node', [join(folder, 'bin/tianshu.js'), '--help'])).rejects.toMatchObject({
      code: 2,
      stderr: 'tianshu is not built yet: run `npm ci`\n',
    });
  });

  it('carries of the schema library what it uses, and none of its languages', () => {
    const text = builtText('texts.cjs');
    expect(text).toContain('ZodError');
    expect(text).not.toMatch(/Nieprawid|无效输入/);
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
