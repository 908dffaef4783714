import { readXml } from './xml.js';
import { escapeXmlAttribute } from './xml-text.js';
import type { Zip } from './zip-reader.js';

/** One relationship of a part. */
export interface Relationship {
  readonly id: string;
  /** Its last word, the same in the transitional and the strict dialect: styles, header, footnotes, worksheet… */
  readonly kind: string;
  readonly type: string;
  /** For an internal target: the name of the part in the zip, resolved. For an external one: the address as written. */
  readonly target: string;
  readonly external: boolean;
}

const NAMESPACE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const EMPTY = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${NAMESPACE}"></Relationships>`;

/** word/document.xml → word/_rels/document.xml.rels; '' (the package itself) → _rels/.rels */
export function relationshipsPartOf(part: string): string {
  const cut = part.lastIndexOf('/') + 1;
  return `${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`;
}

/** Resolves a target against the folder of the part that names it. Steps above the root stay at the root. */
export function resolveTarget(part: string, target: string): string {
  const plain = target.replace(/\\/g, '/').replace(/#.*$/s, '');
  const base = plain.startsWith('/') ? [] : part.split('/').slice(0, -1);
  for (const step of plain.split('/')) {
    if (step === '..') base.pop();
    else if (step !== '' && step !== '.') base.push(step);
  }
  return base.join('/');
}

/** The relationships of a part ('' for the package), in file order; none where there is no such file. */
export function readRelationships(zip: Zip, part: string): readonly Relationship[] {
  const file = relationshipsPartOf(part);
  if (!zip.has(file)) return [];
  const found: Relationship[] = [];
  readXml(
    zip.read(file),
    {
      open(tag) {
        if (tag.local !== 'Relationship' || tag.uri !== NAMESPACE) return;
        const type = tag.attribute('Type') ?? '';
        const target = tag.attribute('Target') ?? '';
        const external = tag.attribute('TargetMode') === 'External';
        found.push({
          id: tag.attribute('Id') ?? '',
          kind: type.slice(type.lastIndexOf('/') + 1),
          type,
          target: external ? target : resolveTarget(part, target),
          external,
        });
      },
    },
    { part: file },
  );
  return found;
}

/** Adds a relationship to the XML of a relationships part (undefined: a new one). `target` is written as given. */
export function addRelationship(
  xml: string | undefined,
  relationship: { readonly id: string; readonly type: string; readonly target: string },
): string {
  const source = xml ?? EMPTY;
  const [id, type, target] = [relationship.id, relationship.type, relationship.target].map(escapeXmlAttribute);
  return insertIntoRoot(source, (prefix) => `<${prefix}Relationship Id="${id}" Type="${type}" Target="${target}"/>`);
}

/** The first free id of the shape rId1, rId2… */
export function freeRelationshipId(taken: Iterable<string>): string {
  const known = new Set(taken);
  let n = known.size + 1;
  while (known.has(`rId${n}`)) n++;
  return `rId${n}`;
}

/** Puts an element at the end of the root element, with the root's own prefix. */
export function insertIntoRoot(xml: string, element: (prefix: string) => string): string {
  let root: { name: string; start: number; end: number; empty: boolean } | undefined;
  let closeStart = 0;
  readXml(xml, {
    open(tag) {
      root ??= { name: tag.name, start: tag.start, end: tag.end, empty: tag.selfClosing };
    },
    close(_uri, _local, start) {
      closeStart = start;
    },
  });
  if (!root) return xml;
  const prefix = root.name.includes(':') ? root.name.slice(0, root.name.indexOf(':') + 1) : '';
  if (!root.empty) return xml.slice(0, closeStart) + element(prefix) + xml.slice(closeStart);
  const open = xml.slice(root.start, root.end).replace(/\s*\/>$/, '>');
  return `${xml.slice(0, root.start)}${open}${element(prefix)}</${root.name}>${xml.slice(root.end)}`;
}
