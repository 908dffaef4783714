import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareNames, glob } from '../../src/cli/glob.js';
import { emptyFolder } from './run-cli.js';

async function folderWith(...paths: string[]): Promise<string> {
  const folder = await emptyFolder();
  for (const path of paths) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), '');
  }
  return folder;
}

describe('glob', () => {
  it('matches *, ? and {a,b} within a name, months in the order of their numbers', async () => {
    const folder = await folderWith('data/10月.csv', 'data/2月.csv', 'data/2月.xlsx', 'data/说明.md', 'other/1月.csv');
    expect(glob('data/*.csv', folder)).toEqual(['data/2月.csv', 'data/10月.csv']);
    expect(glob('data/?月.{csv,xlsx}', folder)).toEqual(['data/2月.csv', 'data/2月.xlsx']);
    expect(glob('./data/2月.csv', folder)).toEqual(['data/2月.csv']);
  });

  it('takes ** for any number of folders, none included, and follows no circle of links', async () => {
    const folder = await folderWith('a.csv', 'x/b.csv', 'x/y/c.csv');
    await symlink(folder, join(folder, 'x/loop'));
    expect(glob('**/*.csv', folder)).toEqual(['a.csv', 'x/b.csv', 'x/y/c.csv']);
  });

  it('leaves hidden files and the lock files of offices alone', async () => {
    const folder = await folderWith('a.xlsx', '~$a.xlsx', '.b.xlsx');
    expect(glob('*.xlsx', folder)).toEqual(['a.xlsx']);
  });

  it('takes marks of regular expressions as they stand', async () => {
    const folder = await folderWith('表(1)[2]+.csv', 'x.csv');
    expect(glob('表(1)[2]+.csv', folder)).toEqual(['表(1)[2]+.csv']);
    expect(glob('*(1)*.csv', folder)).toEqual(['表(1)[2]+.csv']);
  });

  it('finds nothing where nothing is', async () => {
    expect(glob('none/*.csv', await emptyFolder())).toEqual([]);
  });
});

describe('the order of names', () => {
  it('is total: antisymmetric, transitive, equal only for equals', () => {
    const name = fc.string({ unit: fc.constantFrom('a', '1', '0', '2', '月', '.'), maxLength: 6 });
    fc.assert(
      fc.property(name, name, name, (a, b, c) => {
        expect(Math.sign(compareNames(a, b))).toBe(-Math.sign(compareNames(b, a)) || 0);
        if (compareNames(a, b) === 0) expect(a).toBe(b);
        if (compareNames(a, b) <= 0 && compareNames(b, c) <= 0) expect(compareNames(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});
