import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openDocument } from '../../src/documents/open-document.js';
import { applyEdits, type Edit } from '../../src/model/edit.js';
import { readXml } from '../../src/opc/xml.js';
import { encodeXml } from '../../src/opc/xml-text.js';
import { openZip } from '../../src/opc/zip-reader.js';
import { rewriteZip } from '../../src/opc/zip-writer.js';
import { docx, p, r, table, textBox } from './docx-builder.js';
import { replaceAll } from './slots.js';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A text in runs of any cut and formatting. */
const runs = fc
  .array(
    fc.tuple(
      fc.string({
        unit: fc.constantFrom('×', '快', '递', '1', '.', '%', '，', ' ', '&', '<', '𠀀', '\u3000'),
        minLength: 1,
        maxLength: 6,
      }),
      fc.constantFrom('', '<w:b/>', '<w:rFonts w:ascii="仿宋" w:eastAsia="仿宋" w:hint="eastAsia"/><w:sz w:val="32"/>'),
    ),
    { minLength: 1, maxLength: 8 },
  )
  // Marks at both ends, so that no white space is lost there.
  .map((pieces) => [['始', ''], ...pieces, ['终', '']] as const);

const mode = fc.constantFrom('clean' as const, 'mark' as const, 'track' as const);

describe('any edits of any runs', () => {
  it('give the text that the edits say, in each mode, in XML that is well-formed', async () => {
    const cuts = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom('', '43.65', '持平 ', '<&>', '换\n行')), {
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(runs, cuts, mode, async (pieces, wanted, how) => {
        const bytes = docx({ body: p(pieces.map(([text, look]) => r(escaped(text), look)).join('')) });
        const { document, write } = await openDocument('a.docx', bytes);
        const { text } = document.blocks[0]!;
        expect(text).toBe(pieces.map(([t]) => t).join(''));
        const edits: Edit[] = [];
        let at = 0;
        for (const [skip, take, replacement] of wanted) {
          const start = at + (skip % 5);
          const end = start + (take % 4);
          if (end > text.length) break;
          if ([start, end].some((i) => /[\uDC00-\uDFFF]/.test(text[i] ?? ''))) continue;
          edits.push({ block: 0, start, end, text: replacement, kind: 'fill', note: '注' });
          at = end;
        }
        const provenance = edits.map(({ block, start, end }) => ({ block, start, end, data: {} }));
        const written = write(edits, { mode: how, provenance });
        for (const name of openZip(written).names) readXml(openZip(written).read(name), {}, { part: name });
        const again = await openDocument('a.docx', written);
        const expected = applyEdits(text, edits);
        expect(again.document.blocks.map((b) => b.text)).toEqual(expected === '' ? [] : [expected]);
      }),
      { numRuns: 150 },
    );
  });
});

describe('another way to write the same document', () => {
  const body =
    p(r('完成×万件，')) +
    p(textBox(p(r('框×，')))) +
    table([
      ['a', 'b'],
      ['c', '×'],
    ]);
  const plain = docx({ body });
  const rewrite = (change: (xml: string) => Uint8Array): Uint8Array => {
    const zip = openZip(plain);
    const xml = new TextDecoder().decode(zip.read('word/document.xml'));
    return rewriteZip(zip, new Map([['word/document.xml', change(xml)]]));
  };
  const utf8 = (text: string) => new TextEncoder().encode(text);

  it.each<[string, (xml: string) => Uint8Array]>([
    ['another prefix', (xml) => utf8(xml.replace(/(<\/?|\s|xmlns:)w([:=])/g, '$1x$2'))],
    [
      'the strict dialect',
      (xml) =>
        utf8(
          xml.replace(
            'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
            'http://purl.oclc.org/ooxml/wordprocessingml/main',
          ),
        ),
    ],
    ['UTF-16', (xml) => encodeXml({ text: `\uFEFF${xml.replace('UTF-8', 'UTF-16')}`, encoding: 'utf-16le' })],
    ['single quotes', (xml) => utf8(xml.replace(/(<w:[^>]*)>/g, (tag) => tag.replaceAll('"', "'")))],
  ])('%s', async (_what, change) => {
    const opened = await openDocument('a.docx', rewrite(change));
    const texts = ['完成×万件，', '框×，', 'a', 'b', 'c', '×'];
    expect(opened.document.blocks.map((b) => b.text)).toEqual(texts);
    for (const how of ['clean', 'mark', 'track'] as const) {
      const edits = replaceAll(opened.document, '×', () => '5').map((e) => ({ ...e, note: '注' }));
      const again = await openDocument('a.docx', opened.write(edits, { mode: how }));
      expect(again.document.blocks.map((b) => b.text)).toEqual(texts.map((t) => t.replace('×', '5')));
    }
  });
});
