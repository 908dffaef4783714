import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { copyOf, root, runCli } from './run-cli.js';

/** One command line of a case, and what it must give: an exit code, lines of output, files. */
const step = z.strictObject({
  argv: z.array(z.string()),
  exit: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  stdout: z.array(z.string()).default([]),
  stderr: z.array(z.string()).default([]),
  files: z.record(z.string(), z.string()).default({}),
});
const caseSchema = step.extend({ after: z.array(step).default([]) });

const COMMANDS = ['init', 'inspect', 'check', 'growth', 'rank', 'plan', 'fill', 'verify', 'explain'];

/** Folders `fixtures/<command>/<case-as-a-sentence>` with a `case.yaml`. */
const cases = COMMANDS.flatMap((command) => {
  const folder = join(root, 'fixtures', command);
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && readdirSync(join(folder, entry.name)).includes('case.yaml'))
      .map((entry) => [command, entry.name] as const);
  } catch {
    return [];
  }
});

describe('golden cases', () => {
  it.each(cases)('%s: %s', async (command, name) => {
    const path = join('fixtures', command, name);
    const { after, ...first } = caseSchema.parse(parse(readFileSync(join(root, path, 'case.yaml'), 'utf8')));
    const folder = await copyOf(path);
    for (const { argv, exit, stdout, stderr, files } of [first, ...after]) {
      const ran = await runCli(folder, argv);
      expect(ran.code, ran.stderr + ran.stdout).toBe(exit);
      for (const line of stdout) expect(ran.stdout).toContain(line);
      for (const line of stderr) expect(ran.stderr).toContain(line);
      for (const [file, text] of Object.entries(files)) expect(await readFile(join(folder, file), 'utf8')).toBe(text);
    }
  });

  it('are there', () => {
    expect(cases.length).toBeGreaterThan(0);
  });
});
