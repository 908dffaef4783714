import { insertIntoRoot } from './relationships.js';
import { readXml } from './xml.js';
import { escapeXmlAttribute } from './xml-text.js';
import type { Zip } from './zip-reader.js';

export const CONTENT_TYPES_PART = '[Content_Types].xml';

/** Which type each part of a package has. */
export interface ContentTypes {
  /** Undefined where neither the part nor its extension is declared. */
  typeOf(part: string): string | undefined;
  /** Parts that are named with a type of their own, leading slash removed, in file order. */
  readonly overrides: ReadonlyMap<string, string>;
}

/** Reads [Content_Types].xml; throws OpcError when the package has none. */
export function readContentTypes(zip: Zip): ContentTypes {
  const defaults = new Map<string, string>();
  const overrides = new Map<string, string>();
  readXml(
    zip.read(CONTENT_TYPES_PART),
    {
      open(tag) {
        const type = tag.attribute('ContentType');
        if (type === undefined) return;
        if (tag.local === 'Default') defaults.set((tag.attribute('Extension') ?? '').toLowerCase(), type);
        if (tag.local === 'Override') overrides.set((tag.attribute('PartName') ?? '').replace(/^\/+/, ''), type);
      },
    },
    { part: CONTENT_TYPES_PART },
  );
  const lower = new Map([...overrides].map(([part, type]) => [part.toLowerCase(), type]));
  return {
    overrides,
    typeOf: (part) =>
      lower.get(part.replace(/^\/+/, '').toLowerCase()) ??
      defaults.get(part.slice(part.lastIndexOf('.') + 1).toLowerCase()),
  };
}

/** Adds the type of a new part to the XML of [Content_Types].xml. */
export function addContentType(xml: string, part: string, type: string): string {
  const name = escapeXmlAttribute(`/${part}`);
  return insertIntoRoot(
    xml,
    (prefix) => `<${prefix}Override PartName="${name}" ContentType="${escapeXmlAttribute(type)}"/>`,
  );
}
