import { addContentType, CONTENT_TYPES_PART } from '../opc/content-types.js';
import { OpcError } from '../opc/opc-error.js';
import { addRelationship, freeRelationshipId, readRelationships, relationshipsPartOf } from '../opc/relationships.js';
import { readXml } from '../opc/xml.js';
import { decodeXml, escapeXmlAttribute, escapeXmlText } from '../opc/xml-text.js';
import type { Zip } from '../opc/zip-reader.js';
import { LARGEST_PART } from './read-part.js';

/**
 * Provenance travels in a custom XML part, which Word, Excel and WPS keep when they save:
 *
 *   <provenance xmlns="urn:tianshu:provenance">
 *     <entry anchor="_tianshu_1" written="43.65"><data name="formula">…</data></entry>
 *   </provenance>
 *
 * `anchor` names the bookmark (Word) or the cell (Excel: sheet!B5) where the figure stands.
 */
export interface AnchoredEntry {
  readonly anchor: string;
  readonly written: string;
  readonly data: Readonly<Record<string, string>>;
}

const NAMESPACE = 'urn:tianshu:provenance';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PROPERTIES_TYPE = 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml';
/** One fixed id: a file has at most one such part, and the same input gives the same bytes. */
const ITEM_ID = '{7B1D6E1C-52A5-4C0E-9C56-3F5A1E0D7A21}';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The part that holds the provenance of a package, if it has one. */
export function findProvenancePart(zip: Zip, mainPart: string): string | undefined {
  const parts = readRelationships(zip, mainPart).filter((r) => r.kind === 'customXml' && !r.external);
  return parts
    .map((r) => r.target)
    .find((part) => {
      if ((zip.find(part)?.size ?? LARGEST_PART + 1) > LARGEST_PART) return false;
      return new TextDecoder().decode(zip.read(part).subarray(0, 400)).includes(NAMESPACE);
    });
}

/** All parts that the provenance of a package is made of. */
export function provenanceParts(zip: Zip, mainPart: string): readonly string[] {
  const part = findProvenancePart(zip, mainPart);
  if (part === undefined) return [];
  const links = relationshipsPartOf(part);
  const properties = readRelationships(zip, part).filter((r) => r.kind === 'customXmlProps' && !r.external);
  return [part, ...properties.map((r) => r.target), ...(zip.has(links) ? [links] : [])];
}

/** The entries of a package, in file order. A part that someone has spoiled is as none. */
export function readProvenanceEntries(zip: Zip, mainPart: string): readonly AnchoredEntry[] {
  const part = findProvenancePart(zip, mainPart);
  try {
    return part === undefined ? [] : readEntries(zip, part);
  } catch (error) {
    if (error instanceof OpcError) return [];
    throw error;
  }
}

function readEntries(zip: Zip, part: string): readonly AnchoredEntry[] {
  const entries: AnchoredEntry[] = [];
  let data: Record<string, string> = {};
  let name: string | undefined;
  let text = '';
  readXml(
    decodeXml(zip.read(part), part).text,
    {
      open(tag) {
        if (tag.local === 'entry') {
          data = {};
          entries.push({ anchor: tag.attribute('anchor') ?? '', written: tag.attribute('written') ?? '', data });
        } else if (tag.local === 'data') name = tag.attribute('name');
        text = '';
      },
      text(piece) {
        text += piece;
      },
      close(_uri, local) {
        if (local !== 'data' || name === undefined) return;
        Object.defineProperty(data, name, { value: text, enumerable: true, configurable: true, writable: true });
        name = undefined;
      },
    },
    { part },
  );
  return entries;
}

function formatEntries(entries: readonly AnchoredEntry[]): string {
  const lines = entries.map(({ anchor, written, data }) => {
    const fields = Object.entries(data).map(
      ([name, value]) => `<data name="${escapeXmlAttribute(name)}">${escapeXmlText(value)}</data>`,
    );
    const attributes = `anchor="${escapeXmlAttribute(anchor)}" written="${escapeXmlAttribute(written)}"`;
    return `<entry ${attributes}>${fields.join('')}</entry>`;
  });
  return `${DECLARATION}<provenance xmlns="${NAMESPACE}">\n${lines.join('\n')}\n</provenance>`;
}

/** Puts the entries into the changes of a package: a new part, or in the place of the one that is there. */
export function putProvenance(
  zip: Zip,
  mainPart: string,
  entries: readonly AnchoredEntry[],
  changes: Map<string, Uint8Array | undefined>,
): void {
  const encode = (xml: string) => new TextEncoder().encode(xml);
  const current = (part: string): string | undefined => {
    const bytes = changes.get(part) ?? (zip.has(part) ? zip.read(part) : undefined);
    return bytes && decodeXml(bytes, part).text;
  };
  const known = findProvenancePart(zip, mainPart);
  if (known !== undefined) {
    changes.set(known, encode(formatEntries(entries)));
    return;
  }
  let n = 1;
  while (zip.has(`customXml/item${n}.xml`) || zip.has(`customXml/itemProps${n}.xml`)) n++;
  const item = `customXml/item${n}.xml`;
  const properties = `customXml/itemProps${n}.xml`;
  const store = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml';
  changes.set(item, encode(formatEntries(entries)));
  changes.set(
    properties,
    encode(
      `${DECLARATION}<ds:datastoreItem ds:itemID="${ITEM_ID}" xmlns:ds="${store}"><ds:schemaRefs><ds:schemaRef ds:uri="${NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`,
    ),
  );
  const link = { id: 'rId1', type: `${OFFICE}/customXmlProps`, target: `itemProps${n}.xml` };
  changes.set(relationshipsPartOf(item), encode(addRelationship(undefined, link)));
  let types = addContentType(current(CONTENT_TYPES_PART) ?? '', properties, PROPERTIES_TYPE);
  types = addContentType(types, item, 'application/xml');
  changes.set(CONTENT_TYPES_PART, encode(types));
  const relationships = relationshipsPartOf(mainPart);
  const xml = current(relationships);
  const ids = [...(xml ?? '').matchAll(/\bId\s*=\s*["']([^"']*)["']/g)].map((m) => m[1]!);
  const added = { id: freeRelationshipId(ids), type: `${OFFICE}/customXml`, target: `/${item}` };
  changes.set(relationships, encode(addRelationship(xml, added)));
}
