import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { analysisSchema } from '../../src/report/json-schemas/analysis.js';
import { checkSchema } from '../../src/report/json-schemas/check.js';
import { explainSchema } from '../../src/report/json-schemas/explain.js';
import { jsonSchemas } from '../../src/report/json-schemas/index.js';
import {
  cellsSchema,
  inspectSchema,
  observationsSchema,
  revisionsSchema,
} from '../../src/report/json-schemas/inspect.js';
import { planSchema } from '../../src/report/json-schemas/plan.js';
import { verifySchema } from '../../src/report/json-schemas/verify.js';
import { copyOf, runCli } from './run-cli.js';

/** The example with something of every kind: a slot that stays, a rank that is ambiguous, a wrong number, a bad cell. */
async function messyProject(): Promise<string> {
  const folder = await copyOf('templates/example');
  const template = await readFile(join(folder, '讲话稿.md'), 'utf8');
  await writeFile(
    join(folder, '讲话稿.md'),
    `${template}\n\n函件业务完成×万件。快递业务量全国第×。新疆快递业务量完成5.6亿件，同比下降39.2%。见3×5。\n`,
  );
  const path = join(folder, 'data/2024年分省快递.csv');
  await writeFile(path, (await readFile(path, 'utf8')).replace('北京,26.9,9.6', '北京,26.9,约9'));
  await mkdir(join(folder, 'later'));
  await writeFile(
    join(folder, 'data/修订.csv'),
    '时期,地区,指标,单位,数值\n2024年,海南省,快递业务量,亿件,2.6\n2024年,邯郸,快递业务量,亿件,1.0\n',
  );
  return folder;
}

describe('every JSON', () => {
  it.each([
    ['inspect', inspectSchema, ['inspect', 'data/2024年分省快递.csv']],
    ['observations', observationsSchema, ['inspect', 'data/2024年分省快递.csv', '--observations']],
    ['cells', cellsSchema, ['inspect', 'data/2024年分省快递.csv', '--cells']],
    ['revisions', revisionsSchema, ['inspect', 'data/修订.csv', '--revisions']],
    ['check', checkSchema, ['check']],
    ['growth', analysisSchema, ['growth', '--all']],
    ['rank', analysisSchema, ['rank', '--by', 'growth']],
    ['plan', planSchema, ['plan', '讲话稿.md']],
    ['verify', verifySchema, ['verify', '讲话稿.md']],
    ['explain', explainSchema, ['explain', '讲话稿.md', '2']],
  ] as const)('of %s fits its schema, in Chinese whatever the locale', async (_, schema, argv) => {
    const folder = await messyProject();
    const zh = await runCli(folder, [...argv, '--format', 'json']);
    const en = await runCli(folder, [...argv, '--format', 'json'], { lang: 'en' });
    expect(zh.stdout).toBe(en.stdout);
    expect([0, 1]).toContain(zh.code);
    expect((schema as z.ZodType).safeParse(JSON.parse(zh.stdout)).error).toBeUndefined();
  });

  it('names a revision with every delivery, the last of which counts', async () => {
    const folder = await messyProject();
    const { stdout } = await runCli(folder, ['inspect', 'data/修订.csv', '--revisions', '--format', 'json']);
    const { revisions } = revisionsSchema.parse(JSON.parse(stdout));
    expect(revisions.map((r) => [r.refArea, r.deliveries.map((d) => d.obsValue)])).toEqual([
      ['460000', ['2.5', '2.6']],
    ]);
  });
});

describe('the published schemas', () => {
  it('are draft 2020-12 and describe an object each', () => {
    for (const schema of Object.values(jsonSchemas())) {
      expect(schema).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema' });
      expect(Object.keys(schema).some((key) => key === 'properties' || key === 'anyOf')).toBe(true);
    }
  });

  it('give editors the keys of the project file', () => {
    const { project } = jsonSchemas() as { project: { properties: Record<string, unknown> } };
    expect(Object.keys(project.properties)).toEqual(
      expect.arrayContaining(['industry', 'region', 'peers', 'period', 'returns', 'incomplete-peers', 'decisions']),
    );
  });
});
