import { link, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CannotRun } from '../../src/cli/cannot-run.js';
import { Files } from '../../src/cli/files.js';
import { emptyFolder } from './run-cli.js';

const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'done',
    (error: unknown) => (error instanceof CannotRun ? error.diagnostics[0]!.code : String(error)),
  );

describe('the files of a run', () => {
  it('are written whole, leaving nothing else behind', async () => {
    const folder = await emptyFolder();
    await new Files(folder).save('a.txt', '填数');
    expect(await readFile(join(folder, 'a.txt'), 'utf8')).toBe('填数');
    expect(await readdir(folder)).toEqual(['a.txt']);
  });

  it('never overwrite what was read, by whatever name', async () => {
    const folder = await emptyFolder();
    await writeFile(join(folder, 'template.md'), '×');
    await symlink(join(folder, 'template.md'), join(folder, 'other.md'));
    const files = new Files(folder);
    await files.open('template.md');
    expect(await codeOf(files.save('./template.md', 'x'))).toBe('output-is-input');
    expect(await codeOf(files.save('other.md', 'x'))).toBe('output-is-input');
    expect(await readFile(join(folder, 'template.md'), 'utf8')).toBe('×');
  });

  it('replace a hard link by a new file, so that its other name keeps what was read', async () => {
    const folder = await emptyFolder();
    await writeFile(join(folder, 'template.md'), '×');
    await link(join(folder, 'template.md'), join(folder, 'twin.md'));
    const files = new Files(folder);
    await files.open('template.md');
    await files.save('twin.md', 'x');
    expect(await readFile(join(folder, 'template.md'), 'utf8')).toBe('×');
  });

  it('say what is wrong with a path', async () => {
    const folder = await emptyFolder();
    await mkdir(join(folder, 'data'));
    await writeFile(join(folder, '报表2024.csv'), '');
    const files = new Files(folder);
    expect(await codeOf(files.open('data'))).toBe('file-is-folder');
    expect(await codeOf(files.save('data', 'x'))).toBe('file-is-folder');
    expect(await codeOf(files.save('none/a.txt', 'x'))).toBe('folder-not-found');
    expect(await codeOf(files.open('报表2023.csv'))).toBe('file-not-found');
    await files.open('报表2023.csv').catch((error: CannotRun) => {
      expect(error.diagnostics[0]!.args).toEqual({ file: '报表2023.csv', suggestion: '报表2024.csv' });
    });
  });
});
