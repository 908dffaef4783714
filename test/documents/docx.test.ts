import { describe, expect, it } from 'vitest';
import type { OpenDocument } from '../../src/documents/opened.js';
import { openZip } from '../../src/opc/zip-reader.js';
import { rewriteZip } from '../../src/opc/zip-writer.js';
import { docx } from './docx-builder.js';
import { DOCX_CASES } from './docx-cases.js';
import { changedParts, figures, fillAll, filled, open, partOf, texts, textsOf, wellFormed } from './docx-filling.js';
import { MORE_DOCX_CASES } from './docx-more-cases.js';
import { outline, replaceAll } from './slots.js';

describe.each([...DOCX_CASES, ...MORE_DOCX_CASES])('$is', ({ parts, reads }) => {
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

  it.each(['mark', 'track'] as const)('is what a clean fill makes, once a draft to %s is cleaned', async (mode) => {
    const opened = await open(bytes);
    const spans = replaceAll(opened.document, '×', figures);
    // Every second slot stays open, and is highlighted where marks are made.
    const edits = spans.filter((_, i) => i % 2 === 0).map((e) => ({ ...e, note: '量\n算式' }));
    const marks = spans.filter((_, i) => i % 2 === 1).map(({ text: _, ...span }) => ({ ...span, note: '缺上年同期' }));
    const provenance = [...edits, ...marks].map(({ block, start, end }) => ({ block, start, end, data: { a: '1' } }));
    const draft = await open(opened.write(edits, { mode, marks, provenance }));
    const [cleaned, wanted] = [partsOf(draft.clean().bytes), partsOf(opened.write(edits))];
    expect([...cleaned.keys()]).toEqual([...wanted.keys()]);
    for (const [name, xml] of cleaned) expect(recut(xml)).toBe(recut(wanted.get(name)!));
    expect(draft.clean().bytes).toEqual(draft.clean().bytes);
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

/** The parts of a package as texts. */
const partsOf = (bytes: Uint8Array): ReadonlyMap<string, string> =>
  new Map(openZip(bytes).names.map((name) => [name, partOf(bytes, name)]));

/** Runs that look alike put together, white space that is no text and records of formatting left out: what no reader can tell. */
const recut = (xml: string): string =>
  xml
    .replace(/<w:rPrChange[\s\S]*?<\/w:rPrChange>/g, '')
    .replace(/<w:t>\s+|\s+<\/w:t>/g, (space) => space.trim())
    .replace(
      /(<w:r(?: [^>]*)?>)((?:<w:rPr>(?:(?!<\/w:rPr>)[\s\S])*<\/w:rPr>)?)(?:<w:t>[^<]*<\/w:t><\/w:r>\1\2)+(?=<w:t>)/g,
      (all, open: string, look: string) => all.replaceAll(`</w:r>${open}${look}`, ''),
    )
    .replaceAll('</w:t><w:t>', '');

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
