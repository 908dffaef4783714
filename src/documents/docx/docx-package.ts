import { readContentTypes } from '../../opc/content-types.js';
import { type Relationship, readRelationships } from '../../opc/relationships.js';
import type { XmlEncoding } from '../../opc/xml-text.js';
import type { Zip } from '../../opc/zip-reader.js';
import { UnreadableDocument } from '../diagnostics.js';
import { boundParts, readPart } from '../read-part.js';
import { type Numbering, readNumberingPart } from './numbering.js';
import type { Story } from './story.js';
import { StoryReader } from './story-reader.js';
import { readStyles, type Styles } from './styles.js';

/** A Word file, its text parts read. */
export interface DocxPackage {
  readonly zip: Zip;
  readonly mainPart: string;
  readonly relationships: readonly Relationship[];
  readonly stories: readonly Story[];
  readonly encodings: ReadonlyMap<string, XmlEncoding>;
  readonly styles: Styles;
  readonly numbering: Numbering;
}

/** Kinds of parts with text that a reader sees, in the order in which they are read after the body. */
const STORY_KINDS = ['header', 'footer', 'footnotes', 'endnotes'];

/** header1.xml → header1 */
const labelOf = (part: string): string => part.slice(part.lastIndexOf('/') + 1).replace(/\.xml$/i, '');

/** Parts of one kind, header2 before header10. */
const targetsOf = (relationships: readonly Relationship[], kind: string): readonly string[] =>
  relationships
    .filter((r) => r.kind === kind)
    .map((r) => r.target)
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1));

export function readDocxPackage(file: string, zip: Zip): DocxPackage {
  const mainPart = readRelationships(zip, '').find((r) => r.kind === 'officeDocument' && !r.external)?.target;
  if (mainPart === undefined || !zip.has(mainPart))
    throw new UnreadableDocument(file, 'document-part-missing', { part: mainPart ?? 'word/document.xml' });
  if (/macroEnabled/i.test(readContentTypes(zip).typeOf(mainPart) ?? ''))
    throw new UnreadableDocument(file, 'document-macros');
  const relationships = readRelationships(zip, mainPart).filter((r) => !r.external && zip.has(r.target));
  const partOf = (kind: string) => relationships.find((r) => r.kind === kind)?.target ?? '';
  const xmlOf = (kind: string) => (partOf(kind) === '' ? undefined : readPart(zip, partOf(kind)).text);
  const parts = STORY_KINDS.flatMap((kind) => targetsOf(relationships, kind));
  boundParts(zip, [mainPart, ...parts]);
  const encodings = new Map<string, XmlEncoding>();
  const stories = [...new Set([mainPart, ...parts])].map((part) => {
    const { text, encoding } = readPart(zip, part);
    encodings.set(part, encoding);
    return StoryReader.read(text, part, part === mainPart ? 'body' : labelOf(part));
  });
  return {
    zip,
    mainPart,
    relationships,
    stories,
    encodings,
    styles: readStyles(xmlOf('styles'), partOf('styles')),
    numbering: readNumberingPart(xmlOf('numbering'), partOf('numbering')),
  };
}
