import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDocument } from '../../src/documents/open-document.js';
import { openZip } from '../../src/opc/zip-reader.js';
import { outline, replaceAll } from './slots.js';

// Texts of our own, saved as docx and xlsx by LibreOffice 7.4.
const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(join(import.meta.dirname, '../../fixtures/documents', name)));

const cells = (...texts: string[]): string[] => texts.map((t) => `cell ${t}`);

const READS: Readonly<Record<string, readonly string[]>> = {
  'libreoffice-report.docx': [
    'title 2019年全市邮政业发展情况报告',
    'heading2 一、主要指标',
    'paragraph 2019年1-9月，全市快递业务量累计完成×万件，同比增长×%，增幅全省排名第×。',
    'heading3 （一）收入',
    'paragraph 快递业务收入累计完成×亿元，同比增长X.X%。',
    'paragraph 同城×万件；',
    'paragraph 异地×万件。',
    'paragraph 表1 主要指标　单位：万件、%',
    ...cells('指标', '2019年', '累计', '同比', '快递业务量', '×', '×', '其中：同城', '×', '×'),
  ],
  'libreoffice-reviewed.docx': [
    'title 邮政业工作讲话',
    'heading1 发展情况',
    'paragraph 2019年，全市快递业务量完成×万件，增长×%。',
    'paragraph 收入完成×亿元，增长×%。',
    'paragraph 框内×万件。',
    'paragraph 第1页共×家。',
    'paragraph 页眉×',
    'paragraph 页脚×',
    'paragraph 按可比口径×计算。',
  ],
  'libreoffice-table.xlsx': cells(
    ...[
      '主要指标',
      '单位：万件、%',
      '指标',
      '2019年',
      '累计',
      '同比',
      '快递业务量',
      '×',
      '×%',
      '其中：同城',
      '×',
      '×%',
    ],
    ...['合计', '0.0'],
  ),
};

describe.each(Object.keys(READS))('%s', (name) => {
  const bytes = fixture(name);
  const reads = READS[name]!;

  it('reads as a person reads it', async () => {
    expect(outline((await openDocument(name, bytes)).document.blocks)).toEqual(reads);
  });

  it('is filled and blanked again, parts without a slot untouched', async () => {
    const opened = await openDocument(name, bytes);
    const filled = await openDocument(name, opened.write(replaceAll(opened.document, '×', () => '78.2')));
    // A cell shows a number in its own format: 78.2 as 78.20. It is blanked whole.
    const whole = opened.document.blocks.flatMap(({ text }, block) =>
      text.includes('×')
        ? [{ block, start: 0, end: filled.document.blocks[block]!.text.length, text, kind: 'fill' as const }]
        : [],
    );
    const blanks = name.endsWith('.xlsx') ? whole : replaceAll(filled.document, '78.2', () => '×');
    const written = filled.write(blanks);
    const texts = (blocks: readonly { readonly text: string }[]) =>
      blocks.map((b) => b.text).filter((t) => t !== '0.0');
    const again = await openDocument(name, written);
    expect(texts(again.document.blocks)).toEqual(texts(opened.document.blocks));
    const [before, after] = [openZip(bytes), openZip(written)];
    const story = /^(?:word\/(?:document|header\d|footer\d|footnotes)|xl\/workbook|xl\/worksheets\/sheet1)\.xml$/;
    for (const part of before.names.filter((n) => !story.test(n)))
      expect(after.stored(after.find(part)!)).toEqual(before.stored(before.find(part)!));
  });
});

describe('a reviewed file', () => {
  it('keeps its comments, its tracked changes and their authors', async () => {
    const { document, write } = await openDocument('a.docx', fixture('libreoffice-reviewed.docx'));
    const written = openZip(
      write(
        replaceAll(document, '×', () => '5'),
        { mode: 'track' },
      ),
    );
    const xml = new TextDecoder().decode(written.read('word/document.xml'));
    expect(xml.match(/<w:(?:ins|del) [^>]*w:author="甲"/g)?.length).toBeGreaterThanOrEqual(3);
    expect(xml).toContain('<w:commentReference w:id="0"/>');
    expect(new TextDecoder().decode(written.read('word/comments.xml'))).toContain('请核对×');
  });
});
