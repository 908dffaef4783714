import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copyOf, emptyFolder, runCli } from './run-cli.js';

/** No stack trace, no failure of the program itself, no message with a hole in it. */
function expectPolite({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }): void {
  const said = stdout + stderr;
  expect([0, 1, 2]).toContain(code);
  expect(said).not.toMatch(/\[bug\]|^\s+at .+:\d+:\d+\)?$/m);
  expect(stderr).not.toMatch(/\{[a-z][\w-]*\}/);
}

describe('bad input never hurts', () => {
  it('whatever the bytes of a return, whatever its name', async () => {
    const folder = await emptyFolder();
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 400 }),
        fc.constantFrom('a.csv', 'a.xlsx', 'a.xls', 'a.txt', 'a.ods', 'a'),
        async (bytes, name) => {
          await writeFile(join(folder, name), bytes);
          expectPolite(await runCli(folder, ['inspect', name]));
        },
      ),
      { numRuns: 60 },
    );
  }, 120_000);

  it('whatever the bytes of a template', async () => {
    const folder = await copyOf('templates/example');
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 400 }),
        fc.constantFrom('t.md', 't.docx', 't.txt', 't.xlsx'),
        async (bytes, name) => {
          await writeFile(join(folder, name), bytes);
          expectPolite(await runCli(folder, ['plan', name]));
        },
      ),
      { numRuns: 40 },
    );
  }, 120_000);

  it('whatever stands in the project file', async () => {
    const folder = await copyOf('templates/example');
    const line = fc.constantFrom(
      'region: 河北省',
      'peers: [',
      'returns: 3',
      '- a',
      'x: *y',
      'names: {a: 1}',
      '? |',
      '\t',
      'period: {}',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 5 }), async (lines) => {
        await writeFile(join(folder, 'tianshu.yaml'), lines.join('\n'));
        const ran = await runCli(folder, ['growth']);
        expectPolite(ran);
        if (ran.code === 2) expect(ran.stdout).toBe('');
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  it('a name with control characters reaches no terminal as such', async () => {
    const folder = await copyOf('templates/example');
    const evil =
      '时期,地区,指标,单位,数值\n2024年,河北省,\u001b[31m快\u0007递,件,1\n2024年,\u001b]0;x\u0007,快递业务量,件,1\n';
    await mkdir(join(folder, 'data'), { recursive: true });
    await writeFile(join(folder, 'data/evil.csv'), evil);
    for (const argv of [
      ['inspect', 'data/evil.csv'],
      ['check'],
      ['growth', '--all'],
      ['inspect', 'data/evil.csv', '--cells'],
    ]) {
      const { stdout, stderr } = await runCli(folder, argv);
      expect(stdout + stderr).not.toMatch(/[\u0007\u001b]/);
    }
  });

  it('an output that would destroy the template, or change its format, is refused before anything is written', async () => {
    const folder = await copyOf('templates/example');
    const before = await readFile(join(folder, '讲话稿.md'), 'utf8');
    const same = await runCli(folder, ['fill', '讲话稿.md', '-o', './讲话稿.md']);
    expect([same.code, same.stdout]).toEqual([2, '']);
    expect(same.stderr).toContain('不会覆盖');
    expect((await runCli(folder, ['fill', '讲话稿.md', '-o', 'data/2024年分省快递.csv'])).code).toBe(2);
    expect((await runCli(folder, ['growth', '-o', 'tianshu.yaml', '-f', 'csv'])).stderr).toContain('不会覆盖');
    expect((await runCli(folder, ['growth', '-o', 'table.docx'])).stderr).toContain('没有“docx”这种格式');
    expect((await runCli(folder, ['growth', '-o', 'data/2024年分省快递.csv'])).stderr).toContain('不会覆盖');
    expect(await readFile(join(folder, '讲话稿.md'), 'utf8')).toBe(before);
  });
});

describe('an accepted finding', () => {
  it('stays with the project, keeps the comments of the file, and comes back when the value changes', async () => {
    const folder = await copyOf('templates/example');
    const idOf = async () =>
      (
        JSON.parse((await runCli(folder, ['check', '-f', 'json'])).stdout) as {
          findings: { id: string; severity: string }[];
        }
      ).findings[0]!;
    const { id, severity } = await idOf();
    expect(severity).toBe('soft');
    await writeFile(join(folder, 'decisions.yaml'), '# 我们的决定\n');
    const refused = await runCli(folder, ['check', '--accept', id]);
    expect([refused.code, refused.stderr.includes('--reason')]).toEqual([2, true]);
    const accepted = await runCli(folder, ['check', '--accept', id, '--reason', '可比口径', '--by', '张三']);
    expect([accepted.code, accepted.stdout.includes('已接受（张三）：可比口径')]).toEqual([0, true]);
    expect(await readFile(join(folder, 'decisions.yaml'), 'utf8')).toContain('# 我们的决定');
    expect((await idOf()).severity).toBe('info');
    const path = join(folder, 'data/2024年分省快递.csv');
    await writeFile(path, (await readFile(path, 'utf8')).replace('河北,95.4,31.8', '河北,95.4,31.7'));
    expect((await idOf()).severity).toBe('soft');
  });
});
