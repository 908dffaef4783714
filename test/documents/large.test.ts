import { describe, expect, it } from 'vitest';
import { openDocument } from '../../src/documents/open-document.js';
import { docx, p, wordRuns } from './docx-builder.js';
import { replaceAll } from './slots.js';

const FACE =
  '<w:rFonts w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312" w:hAnsi="宋体" w:cs="宋体" w:hint="eastAsia"/><w:color w:val="000000"/><w:sz w:val="32"/><w:szCs w:val="32"/>';

/** Text that does not compress, so that the file has the size of one with pictures. */
function noise(length: number): string {
  let state = 42;
  let text = '';
  while (text.length < length) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    text += state.toString(36);
  }
  return text;
}

/** 2,000 paragraphs of 100 characters in runs as Word cuts them: about 300 pages of 32-point type. */
function longReport(): Uint8Array {
  const paragraphs = Array.from({ length: 2000 }, (_, i) =>
    p(
      wordRuns(
        `${2000 + (i % 25)}年1-9月，全市快递业务量累计完成×万件，同比增长${i % 37}.${i % 10}%，增幅全省排名第${i % 11}；快递业务收入累计完成${i}.8亿元，其中同城业务量${i * 7}.5万件，异地业务量${i * 31}.6万件。`,
        FACE,
      ),
      '<w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLine="640"/>',
    ),
  );
  return docx({ body: paragraphs.join(''), extra: { 'word/media/image1.xml': `<a>${noise(4_600_000)}</a>` } });
}

describe('a document of 3 MB with 2,000 slots', () => {
  it('is opened and filled in seconds, in each mode', async () => {
    const bytes = longReport();
    expect(bytes.length).toBeGreaterThan(3_000_000);
    const start = performance.now();
    const { document, write } = await openDocument('长报告.docx', bytes);
    const edits = replaceAll(document, '×', (n) => `${n}.5`).map((e) => ({ ...e, note: '快递业务量\n来源：表1 B7' }));
    expect(edits.length).toBe(2000);
    const provenance = edits.map(({ block, start: from, end }) => ({ block, start: from, end, data: { no: '1' } }));
    for (const mode of ['clean', 'mark', 'track'] as const) {
      const written = write(edits, { mode, ...(mode === 'clean' ? {} : { provenance }) });
      expect(written.length).toBeLessThan(bytes.length * 1.5);
    }
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});
