import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { openDocument, UnreadableDocument } from '../../src/documents/open-document.js';
import { encodeGb18030 } from '../../src/documents/text/gb18030.js';
import { placeInBlock } from '../../src/model/document.js';
import { fromUtf8, outline, replaceAll, utf8 } from './slots.js';

const codeOf = async (name: string, bytes: Uint8Array): Promise<string> => {
  try {
    await openDocument(name, bytes);
  } catch (error) {
    if (error instanceof UnreadableDocument) return error.diagnostic.code;
    throw error;
  }
  return 'opened';
};

const report = [
  '2019年全市邮政业发展情况报告',
  '各位同志：',
  '',
  '一、主要指标',
  '　　全市快递业务量累计完成×万件，同比增长×%。  ',
  '（一）发展提速。全年完成业务收入×亿元。',
  '（二）服务改善',
  '谢谢大家！',
].join('\r\n');

describe('a plain text', () => {
  it('is read as title, headings and paragraphs', async () => {
    const { document } = await openDocument('讲话.txt', utf8(report));
    expect(outline(document.blocks)).toEqual([
      'title 2019年全市邮政业发展情况报告',
      'paragraph 各位同志：',
      'heading1 一、主要指标',
      'paragraph 　　全市快递业务量累计完成×万件，同比增长×%。  ',
      'paragraph （一）发展提速。全年完成业务收入×亿元。',
      'heading2 （二）服务改善',
      'paragraph 谢谢大家！',
    ]);
  });

  it('says in which line and column a character stands, in UTF-16 units from 1', async () => {
    const { document } = await openDocument('a.txt', utf8(report));
    const block = document.blocks[3]!;
    expect(placeInBlock(block, block.text.indexOf('×'))).toMatchObject({ line: 5, column: 14 });
  });

  it('joins lines that were broken by hand within a sentence, and only those', async () => {
    const broken = [
      '关于邮政业情况的通报',
      '2019年，全市快递业务量累计完成×万件，同比增长×%，增幅全省排名第',
      '×；快递业务收入累计完成×亿元，同比增长×%，增幅高于全省平均水平',
      '×个百分点。',
      '其中同城×万件。',
    ].join('\n');
    const { document } = await openDocument('a.txt', utf8(broken));
    expect(document.blocks.map((b) => b.text.split('\n').length)).toEqual([1, 3, 1]);
    const block = document.blocks[1]!;
    expect(placeInBlock(block, block.text.lastIndexOf('×'))).toMatchObject({ line: 4, column: 1 });
    expect(block.text).toContain('排名第\n×；');
  });

  it('changes nothing but what is edited: line ends, spaces, byte order mark', async () => {
    const opened = await openDocument('a.txt', utf8(`\uFEFF${report}`));
    const written = fromUtf8(opened.write(replaceAll(opened.document, '×', (n) => `${n}.5`)));
    expect(written).toBe(`\uFEFF${report}`.replace('×万', '0.5万').replace('×%', '1.5%').replace('×亿', '2.5亿'));
  });

  it.each(['utf8', 'utf-16le', 'utf-16be', 'gb18030', 'gbk'])(
    'is written back in its encoding: %s',
    async (encoding) => {
      const addBOM = encoding.startsWith('utf-16');
      const opened = await openDocument('a.txt', iconv.encode(report, encoding, { addBOM }));
      const edits = replaceAll(opened.document, '×', () => '同比持平');
      expect(Buffer.from(opened.write(edits))).toEqual(
        iconv.encode(report.replaceAll('×', '同比持平'), encoding, { addBOM }),
      );
    },
  );

  it('gives its bytes back when it is filled and blanked again, whatever it holds', async () => {
    const line = fc.string({
      unit: fc.constantFrom('×', '快', 'é', '𠀀', '1', ' ', '，', '\u3000', '\t', '。'),
      maxLength: 40,
    });
    const text = fc
      .tuple(fc.array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\r', '\n\n'))), fc.constantFrom('utf8', 'gb18030'))
      .map(([lines, encoding]) => iconv.encode(`${lines.flat().join('')}快递×`, encoding));
    await fc.assert(
      fc.asyncProperty(text, async (bytes) => {
        const opened = await openDocument('a.txt', bytes);
        const filled = await openDocument('a.txt', opened.write(replaceAll(opened.document, '×', () => '〔42〕')));
        expect(filled.document.blocks.some((b) => b.text.includes('×'))).toBe(false);
        expect(Buffer.from(filled.write(replaceAll(filled.document, '〔42〕', () => '×')))).toEqual(bytes);
      }),
    );
  });

  it('refuses edits that overlap or lie outside', async () => {
    const { write } = await openDocument('a.txt', utf8('完成×万件'));
    const edit = (start: number, end: number) => ({ block: 0, start, end, text: '1', kind: 'fill' }) as const;
    expect(() => write([edit(0, 3), edit(2, 4)])).toThrow(RangeError);
    expect(() => write([edit(4, 6)])).toThrow(RangeError);
    expect(() => write([{ ...edit(0, 1), block: 1 }])).toThrow(RangeError);
  });
});

describe('GB18030', () => {
  it('is encoded as iconv-lite does, for every character of the basic plane and beyond', () => {
    let all = '';
    // Private use aside, which the editions of the standard map differently, and the replacement character.
    for (let point = 0; point < 0x10ffff; point += point < 0x10000 ? 1 : 997)
      if ((point < 0xd800 || point > 0xf8ff) && point !== 0xfffd) all += String.fromCodePoint(point);
    const decoded = new TextDecoder('gb18030', { fatal: true, ignoreBOM: true }).decode(encodeGb18030(all));
    expect(decoded === all).toBe(true);
    const common = '快递业务量×—…“”①％　é€𠀀';
    expect(Buffer.from(encodeGb18030(common))).toEqual(iconv.encode(common, 'gb18030'));
  });
});

describe('markdown', () => {
  const source = [
    '# 2019年**邮政**业报告 #',
    '',
    '全市完成**×**万件，\\*增长[×%](http://example.org/a×b "t")，代码`×`不填，3*5=15，____万件。',
    '接上行×',
    '',
    '## 二、寄递',
    '- [x] 其中：×',
    '  续 ×',
    '> 引用 ×',
    '',
    '表1 主要指标',
    '',
    '| 指标 | 累计 | 同比 |',
    '|---|--:|---|',
    '| 快递业务量 | × | `×` |',
    '| 收入（a\\|b） | 12.3 | ×% |',
    '',
    '    缩进 ×',
    '',
    '```',
    '代码 ×',
    '```',
    '',
  ].join('\n');

  it('is read as people see it: headings, lists, quotes, tables; code is verbatim', async () => {
    const { document } = await openDocument('a.md', utf8(source));
    expect(outline(document.blocks)).toEqual([
      'title 2019年邮政业报告',
      'paragraph 全市完成×万件，*增长×%，代码\uFFFC不填，3*5=15，____万件。\n接上行×',
      'heading2 二、寄递',
      'paragraph 其中：×\n续 ×',
      'paragraph 引用 ×',
      'paragraph 表1 主要指标',
      ...['指标', '累计', '同比', '快递业务量', '×', '\uFFFC', '收入（a|b）', '12.3', '×%'].map((t) => `cell ${t}`),
      'verbatim     缩进 ×',
      'verbatim ```\n代码 ×\n```',
    ]);
  });

  it('gives a cell its headings', async () => {
    const { document } = await openDocument('a.md', utf8(source));
    expect(document.blocks.find((b) => b.text === '×%')?.headings).toEqual({
      row: ['收入（a|b）'],
      column: ['同比'],
      caption: '表1 主要指标',
    });
  });

  it('knows the place of a character behind hidden marks', async () => {
    const { document } = await openDocument('a.md', utf8(source));
    const lines = source.split('\n');
    for (const block of document.blocks)
      for (const found of block.text.matchAll(/×/g)) {
        const { line, column } = placeInBlock(block, found.index);
        expect(lines[line! - 1]![column! - 1]).toBe('×');
      }
  });

  it('is filled without a change to its marks, code left alone', async () => {
    const opened = await openDocument('a.md', utf8(source));
    const written = fromUtf8(opened.write(replaceAll(opened.document, '×', () => '42')));
    const code = ['`×`', 'a×b', '缩进 ×', '代码 ×'];
    const kept = code.reduce((text, c, i) => text.replaceAll(c, `#${i}#`), source).replaceAll('×', '42');
    expect(written).toBe(code.reduce((text, c, i) => text.replaceAll(`#${i}#`, c), kept));
  });

  it('ends a table, a fence and a list where they end', async () => {
    const { document } = await openDocument('a.md', utf8('| a | b |\n|-|-|\n| × | 1 |\n文字 ×\n~~~\n×\n~~~~\n后 ×'));
    expect(outline(document.blocks)).toEqual([
      ...['a', 'b', '×', '1'].map((t) => `cell ${t}`),
      'paragraph 文字 ×',
      'verbatim ~~~\n×\n~~~~',
      'paragraph 后 ×',
    ]);
  });

  it('is read in time that grows with its length, however odd it is', async () => {
    for (const odd of [
      '`'.repeat(50_000),
      '<!--'.repeat(50_000),
      '!['.repeat(50_000),
      '> '.repeat(50_000),
      '[^'.repeat(50_000),
    ]) {
      const start = performance.now();
      await openDocument('a.md', utf8(`${odd}\n# ${' '.repeat(50_000)}x`));
      expect(performance.now() - start).toBeLessThan(3000);
    }
  });
});

describe('what is no text document', () => {
  it.each<[string, Uint8Array, string]>([
    ['空.txt', new Uint8Array(0), 'document-empty'],
    ['a.txt', Uint8Array.from([0xff, 0x80, 0x81]), 'text-encoding'],
    ['a.txt', Uint8Array.from([0x41, 0, 0x42]), 'text-binary'],
    ['a.doc', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), 'document-legacy-word'],
    ['a.docx', utf8('text'), 'document-not-this-format'],
    ['a.pdf', utf8('%PDF-1.7'), 'document-unknown-format'],
  ])('%s is refused: %#', async (name, bytes, code) => {
    expect(await codeOf(name, bytes)).toBe(code);
  });

  it('tells an encrypted package from an old Word file', async () => {
    const ole = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    const bytes = Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]);
    expect(await codeOf('a.docx', bytes)).toBe('document-encrypted');
  });
});
