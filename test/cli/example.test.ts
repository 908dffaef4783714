import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AnalysisJson } from '../../src/report/json-schemas/analysis.js';
import type { PlanJson } from '../../src/report/json-schemas/plan.js';
import type { VerifyJson } from '../../src/report/json-schemas/verify.js';
import { copyOf, emptyFolder, root, runCli } from './run-cli.js';

const EXAMPLE = 'templates/example';

/** The wide return of 2024, read by splitting lines: region, volume, its growth, revenue, its growth. */
async function published2024(): Promise<readonly (readonly string[])[]> {
  const text = await readFile(join(root, EXAMPLE, 'data/2024年分省快递.csv'), 'utf8');
  return text
    .split('\n')
    .map((line) => line.split(','))
    .filter((fields) => /^\d/.test(fields[1] ?? ''));
}

/** Tenths, as an integer: the tables have one decimal. */
const tenths = (text: string): number => Number(text.replace('.', ''));

/** 1 + how many are greater. */
const rankIn = (values: readonly number[], value: number): number => 1 + values.filter((v) => v > value).length;

describe('init', () => {
  it('makes a project that runs at once, and overwrites nothing', async () => {
    const folder = await emptyFolder();
    const made = await runCli(folder, ['init', 'demo']);
    expect(made.code).toBe(0);
    expect(made.stdout.trim().split('\n')).toContain('demo/tianshu.yaml');
    expect((await runCli(join(folder, 'demo'), ['check'])).code).toBe(0);
    const again = await runCli(folder, ['init', 'demo']);
    expect([again.code, again.stdout]).toEqual([2, '']);
    expect(again.stderr).toContain('不会覆盖');
  });
});

describe('the example: 31 provinces, 2023 and 2024', () => {
  let rows: AnalysisJson['rows'];
  let published: readonly (readonly string[])[];
  beforeAll(async () => {
    const { stdout, code } = await runCli(join(root, EXAMPLE), ['rank', '--format', 'json']);
    expect(code).toBe(0);
    rows = (JSON.parse(stdout) as AnalysisJson).rows;
    published = await published2024();
  });

  it('has 32 published rows, 全国 among them', () => {
    expect(published.length).toBe(32);
    expect(rows.length).toBe(62);
  });

  it.each([
    ['express-volume', 1, 2],
    ['express-revenue', 3, 4],
  ])('%s: level, published growth and both ranks equal an independent count', (indicator, level, growth) => {
    const provinces = published.filter(([name]) => name !== '全国');
    for (const fields of provinces) {
      const row = rows.find((r) => r.indicator === indicator && r.refAreaName.startsWith(fields[0]!));
      expect(row, fields[0]).toMatchObject({
        level: fields[level],
        growth: fields[growth],
        growthPublished: fields[growth],
        rankLevel: {
          rank: rankIn(
            provinces.map((p) => tenths(p[level]!)),
            tenths(fields[level]!),
          ),
          peers: 31,
        },
        rankGrowth: {
          rank: rankIn(
            provinces.map((p) => tenths(p[growth]!)),
            tenths(fields[growth]!),
          ),
          peers: 31,
        },
      });
    }
  });

  it('says once that 2024 growth is the published one and differs from division', async () => {
    const { stdout } = await runCli(join(root, EXAMPLE), ['growth']);
    expect(stdout.match(/可比口径/g)?.length).toBe(1);
    const { stdout: checked } = await runCli(join(root, EXAMPLE), ['check', '--format', 'json']);
    const findings = (JSON.parse(checked) as { findings: { code: string }[] }).findings;
    expect(findings.map((f) => f.code)).toEqual(['growth-against-levels']);
  });

  it('fills every slot, with the figures of the tables', async () => {
    const folder = await copyOf(EXAMPLE);
    const filled = await runCli(folder, ['fill', '讲话稿.md', '-o', '已填.md']);
    expect([filled.code, filled.stderr]).toEqual([0, '']);
    // 河北: 95.4亿件, +31.8 %, 582.6亿元, +22.0 %; 31.8 − 21.5 = 10.3; 95.4 ÷ 1750.8 = 5.449 %; 95.4亿 ÷ 366 = 2606.6万, of which a total known to 0.1亿 tells whole 万;
    // 2023: 660073.0万件, +25.3 %. Eight provinces grew faster; six in revenue; three are larger, four were in 2023.
    const text = await readFile(join(folder, '已填.md'), 'utf8');
    expect(text).toContain('全省快递业务量完成95.4亿件，同比增长31.8%，增速居全国第9位');
    expect(text).toContain('快递业务收入完成582.6亿元，同比增长22.0%，增速居全国第7位');
    expect(text).toContain('高于全国平均水平10.3个百分点，占全国快递业务量的5.4%');
    expect(text).toContain('居全国第4位，较上年前移1位；全年日均完成快递业务量2607万件');
    expect(text).toContain('2023年，全省快递业务量完成66.0亿件，同比增长25.3%');
    expect(text).toMatch(/^李局长$/m);
    expect(text).not.toContain('×');
  });

  it('verifies what it filled, and finds a changed digit at its place', async () => {
    const folder = await copyOf(EXAMPLE);
    await runCli(folder, ['fill', '讲话稿.md', '-o', '已填.md']);
    const clean = await runCli(folder, ['verify', '已填.md', '--format', 'json', '--min-coverage', '100']);
    expect(clean.code).toBe(0);
    const filled = await readFile(join(folder, '已填.md'), 'utf8');
    await writeFile(join(folder, '已填.md'), filled.replace('增长31.8%', '增长31.9%'));
    const changed = await runCli(folder, ['verify', '已填.md', '--format', 'json', '--suggest', '改正.md']);
    expect(changed.code).toBe(1);
    const line = filled.split('\n').findIndex((l) => l.includes('增长31.8%'));
    const wrong = (JSON.parse(changed.stdout) as VerifyJson).numbers.filter((n) => n.verdict === 'wrong');
    expect(wrong).toMatchObject([
      { text: '31.9', expected: '31.8', line: line + 1, column: filled.split('\n')[line]!.indexOf('31.8%') + 1 },
    ]);
    expect(await readFile(join(folder, '改正.md'), 'utf8')).toBe(filled);
  });

  it('explains a slot down to its cells', async () => {
    const folder = join(root, EXAMPLE);
    const plan = JSON.parse((await runCli(folder, ['plan', '讲话稿.md', '-f', 'json'])).stdout) as PlanJson;
    const growth = plan.slots.find((slot) => slot.kind === 'growth')!;
    expect(growth.sources).toMatchObject([{ file: 'data/2024年分省快递.csv', cell: 'C6', value: '31.8', unit: '%' }]);
    for (const place of [`#${growth.no}`, `${growth.no}`, `${growth.line}:${growth.column}`]) {
      const { code, stdout } = await runCli(folder, ['explain', '讲话稿.md', place]);
      expect(code).toBe(0);
      expect(stdout).toContain('data/2024年分省快递.csv C6');
      expect(stdout).toContain('河北省2024年快递业务量同比增速');
    }
  });
});
