import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openDocument, UnreadableDocument } from '../../src/documents/open-document.js';
import { placeInBlock } from '../../src/model/document.js';
import { openZip } from '../../src/opc/zip-reader.js';
import { rewriteZip } from '../../src/opc/zip-writer.js';
import { docx, p, r, table } from './docx-builder.js';
import { open } from './docx-filling.js';

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
