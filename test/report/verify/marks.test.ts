import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { copyOf, runCli } from '../../cli/run-cli.js';

const CASE = 'fixtures/fill/a-word-file-with-the-glyph-alone-in-its-run';

it('marks each number of a Word report by its verdict, and the clean copy is rid of it', async () => {
  const folder = await copyOf(CASE);
  await runCli(folder, ['fill', 'template.docx', '-o', '稿.docx', '--allow-open']);
  const { writeFile } = await import('node:fs/promises');
  const parts = unzipSync(await readFile(join(folder, '稿.docx')));
  const xml = strFromU8(parts['word/document.xml']!).replace('600.00', '610.00');
  const { zipSync, strToU8 } = await import('fflate');
  await writeFile(join(folder, '错.docx'), zipSync({ ...parts, 'word/document.xml': strToU8(xml) }));

  const { code } = await runCli(folder, ['verify', '错.docx', '--mark', '标注.docx']);
  expect(code).toBe(1);
  const marked = unzipSync(await readFile(join(folder, '标注.docx')));
  const colours = [...strFromU8(marked['word/document.xml']!).matchAll(/<w:highlight w:val="(\w+)"/g)].map((m) => m[1]);
  expect(colours).toEqual(['red', 'green']);
  const comments = strFromU8(marked['word/comments.xml']!);
  expect(comments).toContain('错误，应为 600.00');
  expect(comments).toContain('错了一个数字');

  await runCli(folder, ['fill', '--clean', '标注.docx', '-o', '净.docx']);
  const clean = unzipSync(await readFile(join(folder, '净.docx')));
  expect(strFromU8(clean['word/document.xml']!)).not.toContain('highlight');
});

it('has no marks for other formats, and says so', async () => {
  const folder = await copyOf('fixtures/verify/published-mistakes-retold');
  const { code, stderr } = await runCli(folder, ['verify', '通报.md', '--mark', '标注.docx']);
  expect(code).toBe(2);
  expect(stderr).toContain('.md');
});
