// Proves what users get: packs the project, installs the tarball globally into a folder of its own, and runs the example with
// the installed command. Also: the tarball holds what it should and nothing else.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const windows = process.platform === 'win32';
const folder = mkdtempSync(join(tmpdir(), 'tianshu-package-'));
const run = (command, args, cwd = folder) =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], shell: windows });
const must = (what, holds) => {
  if (!holds) throw new Error(`the package is wrong: ${what}`);
  console.log(`ok ${what}`);
};

try {
  const [packed] = JSON.parse(
    run('npm', ['pack', '--json', '--pack-destination', folder], process.cwd()).replace(/^[^[]*/s, ''),
  );
  const paths = packed.files.map((file) => file.path);
  const allowed =
    /^(?:bin|dist|templates)\/|^(?:README(?:\.zh)?\.md|LICENSE|CHANGELOG\.md|package\.json|npm-shrinkwrap\.json)$/;
  must(
    `it holds ${paths.length} files, all of them meant for users`,
    paths.every((path) => allowed.test(path)),
  );
  for (const needed of [
    'dist/cli.cjs',
    'dist/tables.cjs',
    'dist/index.js',
    'dist/types/index.d.ts',
    'dist/schemas/project.schema.json',
    'templates/example/tianshu.yaml',
    'npm-shrinkwrap.json',
  ])
    must(`it holds ${needed}`, paths.includes(needed));

  const prefix = join(folder, 'global');
  run('npm', [
    'install',
    '--global',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--prefix',
    prefix,
    join(folder, packed.filename),
  ]);
  // npm heeds the shrinkwrap of what comes from a registry, not of a tarball on disk: so its content is looked at.
  const shrinkwrap = JSON.parse(run('tar', ['-xOzf', join(folder, packed.filename), 'package/npm-shrinkwrap.json']));
  const entries = Object.entries(shrinkwrap.packages);
  must('its shrinkwrap pins every dependency', entries.length > 10 && entries.every(([, entry]) => entry.dev !== true));
  must(
    'its shrinkwrap carries the override',
    Number(shrinkwrap.packages['node_modules/uuid'].version.split('.')[0]) >= 11,
  );

  const tianshu = join(prefix, windows ? '' : 'bin', 'tianshu');
  run(tianshu, ['init', 'demo']);
  const demo = join(folder, 'demo');
  run(tianshu, ['fill', '讲话稿.md', '-o', '已填.md'], demo);
  must('it fills the example', readFileSync(join(demo, '已填.md'), 'utf8').includes('95.4亿件，同比增长31.8%'));
  run(tianshu, ['verify', '已填.md'], demo);
  must('it verifies what it filled', true);
  run(tianshu, ['rank', '-o', '排名.xlsx'], demo);
  must('it writes a workbook', readFileSync(join(demo, '排名.xlsx')).subarray(0, 2).toString() === 'PK');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
