import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { commandTable } from '../../src/cli/command-table.js';
import { loadScript } from '../../src/cli/scripts.js';
import { emptyFolder, root, runCli } from './run-cli.js';

const names = Object.keys(commandTable.commands);

describe('the table of commands', () => {
  const bilingual = { zh: z.string().min(1), en: z.string().min(1) };
  const option = z.strictObject({
    flags: z.string().regex(/^(?:-\w, )?--[a-z-]+(?: <[^<>]+>)?$/),
    repeatable: z.boolean().optional(),
    ...bilingual,
  });
  const command = z.strictObject({
    alias: z.string().regex(/^\p{Script=Han}+$/u),
    arguments: z.string(),
    summary: z.strictObject(bilingual),
    details: z.strictObject(bilingual).optional(),
    example: z.string().startsWith('tianshu '),
    options: z.array(option),
  });

  it('is well formed', () => {
    expect(z.record(z.string(), command).safeParse(commandTable.commands).error).toBeUndefined();
    expect(z.array(option).safeParse(commandTable.program.options).error).toBeUndefined();
  });

  it('names the nine commands of the contract with their Chinese names, each in a script', () => {
    const aliases = Object.fromEntries(Object.entries(commandTable.commands).map(([name, { alias }]) => [name, alias]));
    expect(aliases).toEqual({
      init: '初始化',
      inspect: '查看',
      check: '审核',
      growth: '增速',
      rank: '排名',
      plan: '判读',
      fill: '填数',
      verify: '核对',
      explain: '溯源',
    });
    expect(Object.keys(loadScript).sort()).toEqual([...names].sort());
  });

  it.each(Object.entries(commandTable.commands))('%s shows an example of itself', (name, { example }) => {
    expect(example.split(' ')[1]).toBe(name);
  });
});

describe('help', () => {
  it('lists every command in both names, in the language of the person', async () => {
    const folder = await emptyFolder();
    const zh = await runCli(folder, ['--help']);
    const en = await runCli(folder, ['--help'], { lang: 'en' });
    expect([zh.code, en.code, zh.stderr, en.stderr]).toEqual([0, 0, '', '']);
    for (const [name, { alias, summary }] of Object.entries(commandTable.commands)) {
      expect(zh.stdout).toContain(`${name} ${alias}`);
      expect(en.stdout.replace(/\s+/g, ' ')).toContain(summary.en.split(':')[0]);
    }
    expect(en.stdout).not.toContain('退出码');
  });

  it.each(names)('of %s is the same under its Chinese name, and shows every option', async (name) => {
    const folder = await emptyFolder();
    const { alias, options, example } = commandTable.commands[name]!;
    const own = await runCli(folder, [name, '-h']);
    expect(own.code).toBe(0);
    expect((await runCli(folder, [alias, '--help'])).stdout).toBe(own.stdout);
    expect((await runCli(folder, ['help', name])).stdout).toBe(own.stdout);
    for (const { flags } of options) expect(own.stdout).toContain(flags);
    expect(own.stdout).toContain(example);
  });

  it('goes to the message stream, with exit code 2, where no command was given', async () => {
    const { code, stdout, stderr } = await runCli(await emptyFolder(), []);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('tianshu <命令>');
  });
});

describe('a command line that cannot run', () => {
  const cases: readonly (readonly [string, readonly string[], string, string])[] = [
    ['an unknown command, with the nearest', ['fil'], '是不是要用“fill”', 'did you mean “fill”'],
    ['an unknown option, with the nearest', ['fill', 'a.md', '--keepwords'], '是不是要用 --keep-words', '--keep-words'],
    ['a missing argument', ['plan'], '缺少必需的参数 template', 'the argument template is missing'],
    ['an option without its value', ['growth', '--region'], '选项 -r, --region <name> 后面要写一个值', 'needs a value'],
    ['too many arguments', ['init', 'a', 'b'], '参数太多', 'too many arguments'],
    ['an unknown language', ['init', '--lang', 'fr'], '--lang 只接受 zh 或 en', '--lang takes zh or en'],
    ['a missing file', ['inspect', 'nothing.csv'], '找不到文件 nothing.csv', 'there is no file nothing.csv'],
    ['no project', ['growth'], '没有找到项目文件', 'no project file'],
  ];

  it.each(cases)('%s: says so in both languages, with exit code 2', async (_, argv, zh, en) => {
    const folder = await emptyFolder();
    const inChinese = await runCli(folder, argv);
    const inEnglish = await runCli(folder, argv, { lang: 'en' });
    expect([inChinese.code, inEnglish.code, inChinese.stdout]).toEqual([2, 2, '']);
    expect(inChinese.stderr).toContain(zh);
    expect(inEnglish.stderr).toContain(en);
    expect(inChinese.stderr + inEnglish.stderr).not.toMatch(/\n\s+at |\{\w+\}/);
  });
});

describe('the language', () => {
  const languageOf = async (env: Record<string, string>, ...argv: string[]) =>
    (await runCli(await emptyFolder(), [...argv, '--help'], { env: { LC_ALL: '', ...env } })).stdout.includes('退出码')
      ? 'zh'
      : 'en';

  it('is that of --lang, then LC_ALL, LC_MESSAGES, LANG', async () => {
    expect(await languageOf({ LANG: 'zh_CN.UTF-8' })).toBe('zh');
    expect(await languageOf({ LANG: 'zh_CN.UTF-8', LC_MESSAGES: 'en_GB.UTF-8' })).toBe('en');
    expect(await languageOf({ LANG: 'de_DE.UTF-8' })).toBe('en');
    expect(await languageOf({ LANG: 'zh_CN.UTF-8' }, '--lang', 'en')).toBe('en');
    expect(await languageOf({ LANG: 'en_US.UTF-8' }, '--lang=zh')).toBe('zh');
  });
});

describe('colour', () => {
  it('is for terminals, and not where NO_COLOR says so', async () => {
    const folder = join(root, 'templates/example');
    const coloured = await runCli(folder, ['growth'], { tty: true });
    expect(coloured.stdout).toContain('\u001b[31m');
    expect((await runCli(folder, ['growth'], { tty: true, env: { NO_COLOR: '1' } })).stdout).not.toContain('\u001b');
    expect((await runCli(folder, ['growth'])).stdout).not.toContain('\u001b');
  });
});
