import { describe, expect, it } from 'vitest';
import { docx, field, p, r, table, textBox, wordRuns } from './docx-builder.js';
import { figures, fillAll, main, open, partOf, textsOf } from './docx-filling.js';
import { replaceAll } from './slots.js';

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

  it('takes the Latin face of the % behind it, where no digits stand near', async () => {
    const body = p(r('增长', FACE) + r('×', FACE) + r('%', ROMAN) + r('。', FACE));
    expect(main(fillAll(await open(docx({ body }))))).toContain(
      '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋_GB2312" w:hint="eastAsia"/></w:rPr><w:t>12.5</w:t>',
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

  it('stands around a field, whose result other readers take as a whole', async () => {
    const body = p(`${r('完成')}${field('DOCPROPERTY 量', r('×'))}${r('件，')}`);
    const xml = main(fillAll(await open(docx({ body })), { mode: 'mark' }));
    expect(xml).toMatch(
      /<w:commentRangeStart w:id="0"\/><w:r><w:fldChar w:fldCharType="begin"\/>.*12\.5.*<w:fldChar w:fldCharType="end"\/><\/w:r><w:commentRangeEnd/,
    );
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
