import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDocument } from '../../src/documents/open-document.js';
import { openZip } from '../../src/opc/zip-reader.js';
import { docx, p, wordRuns } from '../documents/docx-builder.js';
import { copyOf, runCli } from './run-cli.js';

async function project(...lines: string[]): Promise<string> {
  const folder = await copyOf('templates/example');
  await writeFile(join(folder, 't.docx'), docx({ body: lines.map((line) => p(wordRuns(line))).join('') }));
  return folder;
}

const SENTENCE = '2024年，全省快递业务量完成×亿件，同比增长×%。';

describe('fill --clean', () => {
  it.each(['--mark', '--track'])('makes of a draft with %s what a clean fill makes', async (mode) => {
    const folder = await project(SENTENCE);
    await runCli(folder, ['fill', 't.docx', '-o', 'plain.docx']);
    await runCli(folder, ['fill', 't.docx', mode, '-o', 'draft.docx']);
    const { code, stdout } = await runCli(folder, ['fill', 'draft.docx', '--clean', '-o', 'final.docx']);
    expect(code).toBe(0);
    expect(stdout).toContain(mode === '--mark' ? '去掉批注 2 条、加亮 0 处、随文记录 2 条' : '接受修订 4 处');
    expect(await readFile(join(folder, 'final.docx'))).toEqual(await readFile(join(folder, 'plain.docx')));
  });

  it('says what stays open, and takes its mark away', async () => {
    const folder = await project(SENTENCE, '全省农村投递线路×条。');
    await runCli(folder, ['fill', 't.docx', '--mark', '-o', 'draft.docx']);
    const { code, stdout } = await runCli(folder, ['fill', 'draft.docx', '--clean', '-o', 'final.docx']);
    expect([code, stdout.trim().split('\n').at(-1)]).toEqual([1, '还有 1 处没有填']);
    const xml = new TextDecoder().decode(openZip(await readFile(join(folder, 'final.docx'))).read('word/document.xml'));
    expect(xml).not.toMatch(/highlight|comment|bookmark/);
    expect((await runCli(folder, ['fill', 'draft.docx', '--clean', '--allow-open', '-o', 'b.docx'])).code).toBe(0);
  });

  it.each([
    [['--mark'], 'clean-alone'],
    [['--track'], 'clean-alone'],
    [['--keep-words'], 'clean-alone'],
    [['--sheet', 's.csv'], 'clean-alone'],
  ])('does not go with %j', async (options, code) => {
    const folder = await project(SENTENCE);
    const ran = await runCli(folder, ['fill', 't.docx', '--clean', ...options, '-o', 'o.docx']);
    expect([ran.code, ran.stderr.includes(`[${code}]`)]).toEqual([2, true]);
  });

  it('is for Word files, and never writes over its input', async () => {
    const folder = await project(SENTENCE);
    const text = await runCli(folder, ['fill', '讲话稿.md', '--clean', '-o', 'o.md']);
    expect([text.code, text.stderr.includes('[marks-need-word]')]).toEqual([2, true]);
    const same = await runCli(folder, ['fill', 't.docx', '--clean', '-o', 't.docx']);
    expect([same.code, same.stderr.includes('[output-is-input]')]).toEqual([2, true]);
  });
});

describe('verify on a draft', () => {
  it('finds a number changed by hand, says what was filled, in text and in JSON', async () => {
    const folder = await project(SENTENCE);
    await runCli(folder, ['fill', 't.docx', '--mark', '-o', 'draft.docx']);
    const { document, write } = await openDocument('draft.docx', await readFile(join(folder, 'draft.docx')));
    const start = document.blocks[0]!.text.indexOf('95.4');
    const typed = write([{ block: 0, start, end: start + 4, text: '96.4', kind: 'word' }]);
    await writeFile(join(folder, 'edited.docx'), typed);
    const text = await runCli(folder, ['verify', 'edited.docx']);
    expect(text.code).toBe(1);
    expect(text.stdout).toContain('填数时写的是 95.4，后来有人改过');
    expect(text.stdout).toContain('随文记录：填数 2 处，原样 1，改过 1');
    const { stdout } = await runCli(folder, ['verify', 'edited.docx', '--format', 'json']);
    const { numbers } = JSON.parse(stdout);
    expect(numbers.find((n: { text: string }) => n.text === '96.4')).toMatchObject({
      verdict: 'wrong',
      expected: '95.4',
      filled: { text: '95.4', state: 'changed', origin: 'data', meaning: '河北省2024年快递业务量' },
      remarks: [{ code: 'record-changed' }],
    });
    const explained = await runCli(folder, ['explain', 'edited.docx', '1:16']);
    expect(explained.stdout).toContain('填数时写的是 95.4，后来有人改过');
  });
});
