import { expect } from 'vitest';
import { openDocument } from '../../src/documents/open-document.js';
import type { OpenDocument, WriteOptions } from '../../src/documents/opened.js';
import { readXml } from '../../src/opc/xml.js';
import { openZip } from '../../src/opc/zip-reader.js';
import { replaceAll } from './slots.js';

export const open = (bytes: Uint8Array): Promise<OpenDocument> => openDocument('报告.docx', bytes);
export const partOf = (bytes: Uint8Array, name: string): string => new TextDecoder().decode(openZip(bytes).read(name));
export const main = (bytes: Uint8Array): string => partOf(bytes, 'word/document.xml');

/** Names of the parts whose stored bytes differ, new parts included. */
export function changedParts(before: Uint8Array, after: Uint8Array): readonly string[] {
  const [a, b] = [openZip(before), openZip(after)];
  expect(b.names.slice(0, a.names.length)).toEqual(a.names);
  return b.names.filter((name) => {
    const [x, y] = [a.find(name), b.find(name)!];
    return !x || Buffer.compare(a.stored(x), b.stored(y)) !== 0;
  });
}

export function wellFormed(bytes: Uint8Array): void {
  const zip = openZip(bytes);
  for (const name of zip.names) if (/\.(?:xml|rels)$/.test(name)) readXml(zip.read(name), {}, { part: name });
}

export const figures = (n: number): string => `${n + 1}2.5`;
export const fillAll = ({ document, write }: OpenDocument, options?: WriteOptions): Uint8Array =>
  write(
    replaceAll(document, '×', figures).map((e) => ({ ...e, note: '快递业务量\n(95.4 ÷ 72.4 − 1) × 100' })),
    options,
  );

export const filled = (lines: readonly string[]): readonly string[] => {
  let n = 0;
  return lines.map((line) => line.replaceAll('×', () => figures(n++)));
};
export const texts = (lines: readonly string[]): readonly string[] => lines.map((l) => l.slice(l.indexOf(' ') + 1));
export const textsOf = (opened: OpenDocument): readonly string[] => opened.document.blocks.map((b) => b.text);
