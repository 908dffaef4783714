import { existsSync, readFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formSchema } from '../../src/catalogue/form.js';
import { parseCatalogueText } from '../../src/catalogue/load-catalogue.js';
import { parseDefinitionText } from '../../src/catalogue/load-definition.js';
import { parseRulesText } from '../../src/checks/rules/rule-schema.js';
import { commandTable } from '../../src/cli/command-table.js';
import { projectSchema } from '../../src/report/project/schema.js';
import { emptyFolder, root, runCli } from './run-cli.js';

const READMES = ['README.md', 'README.zh.md'] as const;
const textOf = (readme: string) => readFileSync(join(root, readme), 'utf8');

/** Code blocks of one language, in order. */
const blocks = (readme: string, language: string): readonly string[] =>
  [...textOf(readme).matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].filter((m) => m[1] === language).map((m) => m[2]!);

describe.each(READMES)('%s', (readme) => {
  it('opens with the two commands: the main job on the example, and the tests', () => {
    const [first] = blocks(readme, 'sh');
    const [job, tests] = first!.trim().split('\n');
    expect(job).toMatch(/^npm ci && node bin\/tianshu\.js fill /);
    expect(tests).toBe('npm ci && npm test');
  });

  it('runs: the first command, as it stands but for the install, in a copy of the templates', async () => {
    const folder = await emptyFolder();
    await cp(join(root, 'templates'), join(folder, 'templates'), { recursive: true });
    const [job] = blocks(readme, 'sh')[0]!.split('\n');
    const argv = job!.split('&&')[1]!.trim().split(' ').slice(2);
    const { code, stderr } = await runCli(folder, argv);
    expect([code, stderr]).toEqual([0, '']);
    const filled = readFileSync(join(folder, argv[argv.indexOf('-o') + 1]!), 'utf8');
    // What the first screen shows is what is written.
    for (const shown of ['95.4', '31.8', '9', '10.3', '5.4', '4', '1', '2607']) {
      expect(textOf(readme)).toContain(`**${shown}**`);
      expect(filled).toContain(shown);
    }
  });

  it('runs: every command of the first ten minutes, one after the other', async () => {
    let folder = await emptyFolder();
    for (const line of blocks(readme, 'sh')[1]!.trim().split('\n')) {
      const [program, ...argv] = line.split(' ');
      if (program === 'cd') folder = join(folder, argv[0]!);
      else {
        expect(program).toBe('tianshu');
        const { code, stdout, stderr } = await runCli(folder, argv);
        expect(code, `${line}\n${stderr}`).toBe(0);
        expect(stdout).not.toBe('');
      }
    }
  });

  it('shows a project file with every key, a catalogue, rules and a form that are valid', () => {
    const [project, catalogue, rules, form] = blocks(readme, 'yaml');
    expect(parseDefinitionText(form!, formSchema, 'form.yaml').kind).toBe('valid');
    const parsed = parseDefinitionText(project!, projectSchema, 'tianshu.yaml');
    expect(parsed.kind === 'invalid' ? parsed.problems : []).toEqual([]);
    const keys = Object.keys(projectSchema.shape);
    expect(keys.filter((key) => !project!.includes(`${key}:`))).toEqual([]);
    expect(parseCatalogueText(catalogue!, 'catalogue.yaml').kind).toBe('valid');
    expect(parseRulesText(rules!, 'rules.yaml').kind).toBe('valid');
  });

  it('names every command with its Chinese name', () => {
    for (const [name, { alias }] of Object.entries(commandTable.commands))
      expect(textOf(readme)).toContain(`\`${name}\` ${alias}`);
  });

  it('links only to files that are there', () => {
    const links = [...textOf(readme).matchAll(/\]\(([^)#]+)\)/g)].map((m) => m[1]!);
    expect(links.filter((link) => !existsSync(join(root, link)))).toEqual([]);
  });
});

it('the two have the same sections, in the same order', () => {
  const shape = (readme: string) => textOf(readme).match(/^(?:#{1,3} |```\w+|\| ---)/gm);
  expect(shape('README.zh.md')).toEqual(shape('README.md'));
});
