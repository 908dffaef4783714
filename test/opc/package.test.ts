import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { addContentType, readContentTypes } from '../../src/opc/content-types.js';
import {
  addRelationship,
  freeRelationshipId,
  readRelationships,
  relationshipsPartOf,
  resolveTarget,
} from '../../src/opc/relationships.js';
import { openZip } from '../../src/opc/zip-reader.js';

const RELS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const packageOf = (files: Record<string, string>) =>
  openZip(zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)]))));

describe('relationships', () => {
  it('knows the part that holds them', () => {
    expect(relationshipsPartOf('word/document.xml')).toBe('word/_rels/document.xml.rels');
    expect(relationshipsPartOf('')).toBe('_rels/.rels');
  });

  it.each([
    ['word/document.xml', 'header1.xml', 'word/header1.xml'],
    ['word/document.xml', '/word/header1.xml', 'word/header1.xml'],
    ['xl/worksheets/sheet1.xml', '../drawings/drawing1.xml', 'xl/drawings/drawing1.xml'],
    ['a.xml', '../../../etc/passwd', 'etc/passwd'],
  ])('resolves from %s the target %s', (part, target, resolved) => {
    expect(resolveTarget(part, target)).toBe(resolved);
  });

  it('reads them, external addresses as they are', () => {
    const xml = `<Relationships xmlns="${RELS}"><Relationship Id="rId1" Type="${OFFICE}/header" Target="h.xml"/><Relationship Id="rId2" Type="${OFFICE}/hyperlink" Target="http://example.org/a" TargetMode="External"/></Relationships>`;
    const found = readRelationships(packageOf({ 'word/_rels/document.xml.rels': xml }), 'word/document.xml');
    expect(found.map((r) => [r.id, r.kind, r.target, r.external])).toEqual([
      ['rId1', 'header', 'word/h.xml', false],
      ['rId2', 'hyperlink', 'http://example.org/a', true],
    ]);
  });

  it('has none where there is no file', () => {
    expect(readRelationships(packageOf({ a: 'b' }), 'word/document.xml')).toEqual([]);
  });

  it('adds one, to a full, an empty or a missing part, with the root’s own prefix', () => {
    const added = { id: 'rId3', type: `${OFFICE}/comments`, target: 'comments.xml' };
    for (const xml of [
      undefined,
      `<Relationships xmlns="${RELS}"/>`,
      `<r:Relationships xmlns:r="${RELS}"><r:Relationship Id="rId1" Type="x" Target="y"/></r:Relationships>`,
    ]) {
      const zip = packageOf({ '_rels/.rels': addRelationship(xml, added) });
      expect(readRelationships(zip, '').at(-1)).toMatchObject({ id: 'rId3', kind: 'comments', target: 'comments.xml' });
    }
  });

  it('finds a free id', () => {
    expect(freeRelationshipId(['rId1', 'rId3', 'x'])).toBe('rId4');
    expect(freeRelationshipId(['rId2'])).toBe('rId3');
  });
});

describe('content types', () => {
  const xml =
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="XML" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="main"/></Types>';

  it('takes the part’s own type before its extension’s', () => {
    const types = readContentTypes(packageOf({ '[Content_Types].xml': xml }));
    expect(types.typeOf('word/document.xml')).toBe('main');
    expect(types.typeOf('/word/other.xml')).toBe('application/xml');
    expect(types.typeOf('word/a.png')).toBeUndefined();
  });

  it('adds the type of a new part', () => {
    const types = readContentTypes(packageOf({ '[Content_Types].xml': addContentType(xml, 'word/comments.xml', 'c') }));
    expect(types.typeOf('word/comments.xml')).toBe('c');
  });
});
