import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openDocument, UnreadableDocument } from '../../src/documents/open-document.js';
import type { OpenDocument, WriteOptions } from '../../src/documents/opened.js';
import { placeInBlock } from '../../src/model/document.js';
import { readXml } from '../../src/opc/xml.js';
import { openZip } from '../../src/opc/zip-reader.js';
import { rewriteZip } from '../../src/opc/zip-writer.js';
import { docx, p, r, table, textBox, wordRuns } from './docx-builder.js';
import { DOCX_CASES } from './docx-cases.js';
import { outline, replaceAll } from './slots.js';

const open = (bytes: Uint8Array): Promise<OpenDocument> => openDocument('报告.docx', bytes);
const partOf = (bytes: Uint8Array, name: string): string => new TextDecoder().decode(openZip(bytes).read(name));
const main = (bytes: Uint8Array): string => partOf(bytes, 'word/document.xml');

/** Names of the parts whose stored bytes differ, new parts included. */
function changedParts(before: Uint8Array, after: Uint8Array): readonly string[] {
  const [a, b] = [openZip(before), openZip(after)];
  expect(b.names.slice(0, a.names.length)).toEqual(a.names);
  return b.names.filter((name) => {
    const [x, y] = [a.find(name), b.find(name)!];
    return !x || Buffer.compare(a.stored(x), b.stored(y)) !== 0;
  });
}

function wellFormed(bytes: Uint8Array): void {
  const zip = openZip(bytes);
  for (const name of zip.names) if (/\.(?:xml|rels)$/.test(name)) readXml(zip.read(name), {}, { part: name });
}

const figures = (n: number): string => `${n + 1}2.5`;
const fillAll = ({ document, write }: OpenDocument, options?: WriteOptions): Uint8Array =>
  write(
    replaceAll(document, '×', figures).map((e) => ({ ...e, note: '快递业务量\n(95.4 ÷ 72.4 − 1) × 100' })),
    options,
  );

const filled = (lines: readonly string[]): readonly string[] => {
  let n = 0;
  return lines.map((line) => line.replaceAll('×', () => figures(n++)));
};
const texts = (lines: readonly string[]): readonly string[] => lines.map((l) => l.slice(l.indexOf(' ') + 1));
const textsOf = (opened: OpenDocument): readonly string[] => opened.document.blocks.map((b) => b.text);

describe.each(DOCX_CASES)('$is', ({ parts, reads }) => {
  const bytes = docx(parts);
  const storyParts = /^word\/(?:document|header1|footer1|footnotes|endnotes)\.xml$/;

  it('reads as a person reads it', async () => {
    expect(outline((await open(bytes)).document.blocks)).toEqual(reads);
  });

  it('is filled, every other part byte for byte as it was', async () => {
    const written = fillAll(await open(bytes));
    wellFormed(written);
    expect(textsOf(await open(written))).toEqual(filled(texts(reads)));
    expect(changedParts(bytes, written).every((name) => storyParts.test(name))).toBe(true);
  });

  it('is itself again when it is filled and blanked', async () => {
    const again = await open(fillAll(await open(bytes)));
    let blanked: OpenDocument = again;
    const slots = texts(reads).join('').split('×').length - 1;
    // From the last: 12.5 also ends 112.5.
    for (let n = slots - 1; n >= 0; n--)
      blanked = await open(blanked.write(replaceAll(blanked.document, figures(n), () => '×')));
    expect(textsOf(blanked)).toEqual(texts(reads));
  });

  it('reads the same when it is marked, with a comment for each figure outside headers', async () => {
    const opened = await open(bytes);
    const written = fillAll(opened, { mode: 'mark' });
    wellFormed(written);
    expect(textsOf(await open(written))).toEqual(filled(texts(reads)));
    const commentable = opened.document.blocks.filter((b) => !/^(?:header|footer)\d/.test(b.place.part ?? ''));
    const slots =
      commentable
        .map((b) => b.text)
        .join('')
        .split('×').length - 1;
    const ours = partOf(written, 'word/comments.xml').split('快递业务量').length - 1;
    expect(ours).toBe(slots);
  });

  it('reads the same when the changes are tracked, and as before when they are rejected', async () => {
    const written = fillAll(await open(bytes), { mode: 'track', author: '填数' });
    wellFormed(written);
    expect(textsOf(await open(written))).toEqual(filled(texts(reads)));
    expect(textsOf(await open(rejectOurs(written)))).toEqual(texts(reads));
  });

  it('carries the provenance of each figure', async () => {
    const opened = await open(bytes);
    const provenance = replaceAll(opened.document, '×', figures).map(({ block, start, end, text }) => ({
      block,
      start,
      end,
      data: { figure: text, formula: '1 < 2 & "3"' },
    }));
    const again = await open(fillAll(opened, { provenance }));
    expect(again.provenance.map((e) => [e.state, e.written, e.data['figure']])).toEqual(
      provenance.map((e) => ['same', e.data.figure, e.data.figure]),
    );
  });
});

/** What Word does when it rejects all changes of ours: insertions go, deletions become text. */
function rejectOurs(bytes: Uint8Array): Uint8Array {
  const zip = openZip(bytes);
  const changes = new Map<string, Uint8Array>();
  for (const name of zip.names.filter((n) => /^word\/[a-z]+\d?\.xml$/.test(n))) {
    const xml = partOf(bytes, name)
      .replace(/<w:ins w:id="\d+" w:author="填数"[^>]*>[\s\S]*?<\/w:ins>/g, '')
      .replace(/<w:del w:id="\d+" w:author="填数"[^>]*>([\s\S]*?)<\/w:del>/g, (_all, content: string) =>
        content.replaceAll('w:delText', 'w:t'),
      );
    changes.set(name, new TextEncoder().encode(xml));
  }
  return rewriteZip(zip, changes);
}

describe('the formatting of a figure', () => {
  const FACE = '<w:rFonts w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312" w:hAnsi="仿宋_GB2312" w:hint="eastAsia"/>';
  const ROMAN = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>';

  it('is that of its slot', async () => {
    const look = `${FACE}<w:b/><w:color w:val="FF0000"/><w:sz w:val="32"/>`;
    const written = fillAll(await open(docx({ body: p(r('完成', FACE) + r('×', look) + r('万件。', FACE)) })));
    expect(main(written)).toContain(`<w:rPr>${look}</w:rPr><w:t>12.5</w:t>`);
  });

  it('takes the Latin face of the digits around it, where its slot stood in an East Asian one', async () => {
    const body = p(r('2019', ROMAN) + r('年完成', FACE) + r('×', `${FACE}<w:sz w:val="32"/>`) + r('万件。', FACE));
    expect(main(fillAll(await open(docx({ body }))))).toContain(
      '<w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋_GB2312" w:hint="eastAsia"/><w:sz w:val="32"/></w:rPr><w:t>12.5</w:t>',
    );
  });

  it('changes only the run of its slot', async () => {
    const before = docx({ body: p(wordRuns('全市完成×万件，增长5%。')) + p(r('另一段。')) });
    const after = fillAll(await open(before));
    expect(main(after)).toBe(main(before).replace('×', '12.5'));
  });
});

describe('marks', () => {
  it('highlights an open slot and says why it stays', async () => {
    const opened = await open(docx({ body: p(r('完成×万件。', '<w:sz w:val="32"/>')) }));
    const written = opened.write([], { mode: 'mark', marks: [{ block: 0, start: 2, end: 3, note: '缺少上年同期' }] });
    expect(main(written)).toContain('<w:sz w:val="32"/><w:highlight w:val="yellow"/></w:rPr><w:t>×</w:t>');
    expect(partOf(written, 'word/comments.xml')).toContain('缺少上年同期');
    expect(textsOf(await open(written))).toEqual(['完成×万件。']);
  });

  it('adds to the comments that are there, under new numbers', async () => {
    const body = p(
      `<w:commentRangeStart w:id="3"/>${r('完成×')}<w:commentRangeEnd w:id="3"/><w:r><w:commentReference w:id="3"/></w:r>`,
    );
    const comments = `<w:comment w:id="3" w:author="甲">${p(r('旧'))}</w:comment>`;
    const xml = partOf(fillAll(await open(docx({ body, comments })), { mode: 'mark' }), 'word/comments.xml');
    expect([...xml.matchAll(/<w:comment w:id="(\d+)"/g)].map((m) => m[1])).toEqual(['3', '4']);
  });

  it('stands outside of a text box, which cannot hold a comment', async () => {
    const xml = main(fillAll(await open(docx({ body: p(textBox(p(r('框内×')))) })), { mode: 'mark' }));
    const box = xml.slice(xml.indexOf('<w:txbxContent>'), xml.lastIndexOf('</w:txbxContent>'));
    expect(box).not.toContain('comment');
    expect(xml).toMatch(/<w:commentRangeStart w:id="0"\/><w:r><mc:AlternateContent>/);
  });

  it('stands in the body for a figure in a note, around the reference to the note', async () => {
    const body = p(`${r('正文，')}<w:r><w:footnoteReference w:id="2"/></w:r>`);
    const footnotes = `<w:footnote w:id="2">${p(r('按×计算'))}</w:footnote>`;
    const written = fillAll(await open(docx({ body, footnotes })), { mode: 'mark' });
    expect(partOf(written, 'word/footnotes.xml')).not.toContain('comment');
    expect(main(written)).toContain(
      '<w:commentRangeStart w:id="0"/><w:r><w:footnoteReference w:id="2"/></w:r><w:commentRangeEnd w:id="0"/>',
    );
  });

  it('needs no clock: the same input gives the same bytes, with a date only where one is given', async () => {
    const opened = await open(docx({ body: p(r('完成×')) }));
    expect(fillAll(opened, { mode: 'mark' })).toEqual(fillAll(opened, { mode: 'mark' }));
    expect(partOf(fillAll(opened, { mode: 'mark' }), 'word/comments.xml')).not.toContain('w:date');
    const dated = fillAll(opened, { mode: 'mark', date: '2020-01-02T03:04:05Z' });
    expect(partOf(dated, 'word/comments.xml')).toContain('w:date="2020-01-02T03:04:05Z"');
  });
});

describe('provenance', () => {
  it('is found where its figure stands after an edit elsewhere, and says when the figure itself was changed', async () => {
    const opened = await open(docx({ body: p(r('完成×万件，增长×%。')) }));
    const edits = replaceAll(opened.document, '×', figures);
    const provenance = edits.map(({ block, start, end }) => ({ block, start, end, data: { a: '1' } }));
    const draft = await open(opened.write(edits, { provenance }));
    const later = await open(
      draft.write([
        { block: 0, start: 0, end: 2, text: '今年全市完成', kind: 'word' },
        { block: 0, start: 3, end: 4, text: '9', kind: 'word' },
      ]),
    );
    expect(later.document.blocks[0]?.text).toBe('今年全市完成19.5万件，增长22.5%。');
    expect(later.provenance.map((e) => [e.start, e.state])).toEqual([
      [6, 'changed'],
      [15, 'same'],
    ]);
  });

  it('is kept beside what an earlier fill has left', async () => {
    const opened = await open(docx({ body: p(r('甲×')) + p(r('乙×')) }));
    const entry = (block: number) => ({ block, start: 1, end: 2, data: { of: String(block) } });
    const edit = (block: number) => ({ block, start: 1, end: 2, text: '5', kind: 'fill' }) as const;
    const first = await open(opened.write([edit(0)], { provenance: [entry(0)] }));
    const second = await open(first.write([edit(1)], { provenance: [entry(1)] }));
    expect(second.provenance.map((e) => e.data['of'])).toEqual(['0', '1']);
  });
});

describe('content controls', () => {
  it('are no placeholders any more and keep no tie to data once filled', async () => {
    const control =
      '<w:sdt><w:sdtPr><w:showingPlcHdr/><w:dataBinding w:xpath="/a" w:storeItemID="{1}"/><w:text/></w:sdtPr><w:sdtContent><w:r><w:rPr><w:rStyle w:val="a4"/></w:rPr><w:t>×</w:t></w:r></w:sdtContent></w:sdt>';
    const xml = main(fillAll(await open(docx({ body: p(control) }))));
    expect(xml).toContain('<w:sdtPr><w:text/></w:sdtPr><w:sdtContent><w:r><w:t>12.5</w:t></w:r></w:sdtContent>');
  });
});

describe('the cells of a table', () => {
  it('know their headings, merged ones resolved, serial numbers left out', async () => {
    const body =
      p(r('表1 主要指标　单位：万件')) +
      table(
        [
          ['序号', '指标', '2019年'],
          ['', '', '累计', '同比'],
          ['1', '快递', '×', '×%'],
          ['2', '其中：同城', '×', '×%'],
        ],
        (i, j) =>
          i === 0 && j === 2
            ? '<w:gridSpan w:val="2"/>'
            : j < 2 && i < 2
              ? `<w:vMerge${i === 0 ? ' w:val="restart"' : ''}/>`
              : '',
      );
    const { document } = await open(docx({ body }));
    expect(document.blocks.filter((b) => b.text.includes('×')).map((b) => b.headings)).toEqual(
      ['快递', '快递', '其中：同城', '其中：同城'].map((row, i) => ({
        row: [row],
        column: ['2019年', i % 2 === 0 ? '累计' : '同比'],
        caption: '表1 主要指标　单位：万件',
      })),
    );
  });
});

describe('the place of a character', () => {
  it('is the number of its paragraph in its part, and its column, whatever breaks stand before it', async () => {
    const body = `${p('')}${table([['a', 'b']])}${p('<w:r><w:t>一</w:t><w:br/><w:t>完成×</w:t></w:r>')}`;
    const { document } = await open(docx({ body, header: p(r('页眉×')) }));
    const places = document.blocks.filter((b) => b.text.includes('×')).map((b) => placeInBlock(b, b.text.indexOf('×')));
    expect(places).toEqual([
      { file: '报告.docx', part: 'body', line: 4, column: 5 },
      { file: '报告.docx', part: 'header1', line: 1, column: 3 },
    ]);
  });
});

describe('a file that cannot be read', () => {
  const refusal = async (bytes: Uint8Array, name = '报告.docx'): Promise<string> => {
    try {
      await openDocument(name, bytes);
    } catch (error) {
      if (error instanceof UnreadableDocument) return error.diagnostic.code;
      throw error;
    }
    return 'opened';
  };
  const good = docx({ body: p(r('完成×')) });
  const withMain = (xml: string) =>
    rewriteZip(openZip(good), new Map([['word/document.xml', new TextEncoder().encode(xml)]]));

  it.each<[string, Uint8Array, string]>([
    ['macros by their part', docx({ body: '', extra: { 'word/vbaProject.bin': 'x' } }), 'document-macros'],
    ['a DOCTYPE', withMain('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), 'document-doctype'],
    ['broken XML', withMain('<w:document'), 'document-xml-damaged'],
    ['a missing part', rewriteZip(openZip(good), new Map([['word/document.xml', undefined]])), 'document-part-missing'],
    ['a bomb', docx({ body: p(' '.repeat(30_000_000)) }), 'document-too-large'],
    ['a file cut short', good.slice(0, good.length - 100), 'document-damaged'],
  ])('%s', async (_what, bytes, code) => {
    expect(await refusal(bytes)).toBe(code);
  });

  it('macros by the name', async () => {
    expect(await refusal(good, '报告.docm')).toBe('document-macros');
  });

  it('never fails otherwise, whatever byte is damaged', async () => {
    const spots = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(spots, async (damage) => {
        const bytes = good.slice();
        for (const [at, value] of damage) bytes[at % bytes.length] = value;
        expect(await refusal(bytes)).toBeTypeOf('string');
      }),
      { numRuns: 300 },
    );
  });
});
