import { describe, expect, it } from 'vitest';
import { addContentType, CONTENT_TYPES_PART } from '../../src/opc/content-types.js';
import { addRelationship } from '../../src/opc/relationships.js';
import { openZip } from '../../src/opc/zip-reader.js';
import { rewriteZip } from '../../src/opc/zip-writer.js';
import { docx, p, r } from './docx-builder.js';
import { main, open, partOf, textsOf, wellFormed } from './docx-filling.js';

const TIME = 'w:date="2024-01-05T09:00:00Z"';
const NONE = { comments: 0, changes: 0, highlights: 0, records: 0 };
const utf8 = (text: string) => new TextEncoder().encode(text);

/** The body with one part changed. */
const edited = (bytes: Uint8Array, change: (xml: string) => string, part = 'word/document.xml'): Uint8Array =>
  rewriteZip(openZip(bytes), new Map([[part, utf8(change(partOf(bytes, part)))]]));

/** 完成12.5万件, with a comment and a record; 增长×%, highlighted, with its reason. */
async function draft(body: string, mode: 'mark' | 'track' = 'mark', comments?: string): Promise<Uint8Array> {
  const opened = await open(docx({ body, ...(comments === undefined ? {} : { comments }) }));
  const block = opened.document.blocks.findIndex((b) => b.text.includes('×'));
  const { text } = opened.document.blocks[block]!;
  const [first, second] = [text.indexOf('×'), text.lastIndexOf('×')];
  const span = (start: number) => ({ block, start, end: start + 1 });
  const marks = second > first ? [{ ...span(second), note: '缺少上年同期' }] : [];
  return opened.write([{ ...span(first), text: '12.5', kind: 'fill', note: '量' }], {
    mode,
    marks,
    provenance: [{ ...span(first), data: { meaning: '量' } }],
  });
}

describe('what people have put into a draft stays', () => {
  it('their comments, and the answers that they gave to ours', async () => {
    const people = `<w:comment w:id="7" w:author="甲" ${TIME}>${p(r('此处请核'))}</w:comment>`;
    const noted = `<w:commentRangeStart w:id="7"/>${r('完成×万件')}<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>`;
    const bytes = await draft(p(noted), 'mark', people);
    // As Word saves it: our comment has a paragraph with an id, and 甲's is an answer to it.
    const word = edited(
      bytes,
      (xml) =>
        xml
          .replace(/(<w:comment w:id="8"[^>]*>)<w:p>/, '$1<w:p w14:paraId="0A0A0A0A">')
          .replace('<w:p w:rsidR', '<w:p w14:paraId="0B0B0B0B" w:rsidR'),
      'word/comments.xml',
    );
    const w15 = 'http://schemas.microsoft.com/office/word/2012/wordml';
    const extended = `<w15:commentsEx xmlns:w15="${w15}"><w15:commentEx w15:paraId="0A0A0A0A" w15:done="0"/><w15:commentEx w15:paraId="0B0B0B0B" w15:paraIdParent="0A0A0A0A" w15:done="0"/></w15:commentsEx>`;
    const persons = `<w15:people xmlns:w15="${w15}"><w15:person w15:author="填数"/><w15:person w15:author="甲"/></w15:people>`;
    const links = 'word/_rels/document.xml.rels';
    const added = rewriteZip(
      openZip(word),
      new Map([
        ['word/commentsExtended.xml', utf8(extended)],
        ['word/people.xml', utf8(persons)],
        [
          links,
          utf8(
            ['commentsExtended', 'people'].reduce(
              (xml, kind, i) =>
                addRelationship(xml, {
                  id: `rIdX${i}`,
                  type: `http://schemas.microsoft.com/office/2011/relationships/${kind}`,
                  target: `${kind}.xml`,
                }),
              partOf(word, links),
            ),
          ),
        ],
        [
          CONTENT_TYPES_PART,
          utf8(addContentType(partOf(word, CONTENT_TYPES_PART), 'word/people.xml', 'application/xml')),
        ],
      ]),
    );
    const { bytes: cleaned, removed, kept } = (await open(added)).clean();
    wellFormed(cleaned);
    expect([removed, kept]).toEqual([
      { ...NONE, comments: 1, records: 1 },
      { comments: 1, changes: 0 },
    ]);
    expect(main(cleaned)).toContain(
      '<w:commentRangeStart w:id="7"/><w:r w:rsidR="00F12A3B"><w:t>完成12.5万件</w:t></w:r><w:commentRangeEnd w:id="7"/>',
    );
    expect(partOf(cleaned, 'word/comments.xml')).toContain('此处请核');
    expect(partOf(cleaned, 'word/comments.xml')).not.toContain('填数');
    expect(partOf(cleaned, 'word/commentsExtended.xml')).toContain(
      '<w15:commentEx w15:paraId="0B0B0B0B" w15:done="0"/></w15:commentsEx>',
    );
    expect(partOf(cleaned, 'word/commentsExtended.xml')).not.toContain('0A0A0A0A');
    expect(partOf(cleaned, 'word/people.xml')).not.toContain('填数');
  });

  it('their tracked changes, one that ours had to cut in two whole again', async () => {
    const theirs = `<w:ins w:id="3" w:author="甲" ${TIME}>${r('新增完成×万件')}</w:ins>`;
    const { bytes, removed, kept } = (await open(await draft(p(theirs), 'track'))).clean();
    expect([removed.changes, kept.changes]).toEqual([2, 1]);
    expect(main(bytes)).toContain(theirs.replace('×', '12.5'));
  });

  it('a figure of ours that they have struck out is struck out still', async () => {
    const bytes = edited(await draft(p(r('完成×万件')), 'track'), (xml) =>
      xml.replace(
        /(<w:ins [^>]*author="填数"[^>]*>)(<w:r[ >][\s\S]*?)(<\/w:ins>)/,
        (_all, start: string, run: string, end: string) =>
          `${start}<w:del w:id="90" w:author="甲">${run.replaceAll('w:t>', 'w:delText>')}</w:del>${end}`,
      ),
    );
    const { bytes: cleaned, kept } = (await open(bytes)).clean();
    wellFormed(cleaned);
    expect(kept.changes).toBe(1);
    expect(textsOf(await open(cleaned))).toEqual(['完成万件']);
  });

  it('their highlights, beside ours and under them', async () => {
    const yellow = '<w:highlight w:val="yellow"/>';
    const bytes = await draft(p(r('注意', yellow) + r('完成×万件，增长') + r('×', yellow) + r('%')));
    expect((await open(bytes)).clean().removed.highlights).toBe(0);
    expect(main((await open(bytes)).clean().bytes).split(yellow).length - 1).toBe(2);
  });
});

describe('an open slot that was filled by hand', () => {
  const body = p(r('完成×万件，增长×%'));
  const lit = /(<w:highlight w:val="yellow"\/><\/w:rPr><w:t>)×/;

  it('loses our highlight, also where Word has dropped its bookmark', async () => {
    const typed = edited(await draft(body), (xml) => xml.replace(lit, '$15.0'));
    const dropped = edited(typed, (xml) => xml.replace(/<w:bookmark(?:Start|End)[^>]*>/g, ''));
    for (const bytes of [typed, dropped]) {
      const { bytes: cleaned, removed } = (await open(bytes)).clean();
      expect(removed).toEqual({ comments: 2, changes: 0, highlights: 1, records: 2 });
      expect(main(cleaned)).toContain(r('完成12.5万件，增长5.0%'));
      expect(openZip(cleaned).names.filter((n) => /comments|customXml/.test(n))).toEqual([]);
    }
  });
});

describe('a file without anything of ours', () => {
  it('is given back byte for byte', async () => {
    const bytes = docx({
      body: p(r('完成×万件')),
      comments: `<w:comment w:id="0" w:author="甲">${p(r('注'))}</w:comment>`,
    });
    const clean = (await open(bytes)).clean();
    expect(clean).toEqual({ bytes, removed: NONE, kept: { comments: 1, changes: 0 } });
  });
});
