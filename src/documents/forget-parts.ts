import { CONTENT_TYPES_PART } from '../opc/content-types.js';
import { relationshipsPartOf, resolveTarget } from '../opc/relationships.js';
import { removeElements } from '../opc/remove-elements.js';
import { decodeXml, encodeXml } from '../opc/xml-text.js';
import type { Zip } from '../opc/zip-reader.js';

/** Takes parts out of a package: themselves, and the lists that name them. */
export function forgetParts(
  zip: Zip,
  mainPart: string,
  gone: readonly string[],
  changes: Map<string, Uint8Array | undefined>,
): void {
  if (gone.length === 0) return;
  for (const part of gone) changes.set(part, undefined);
  const names = new Set(gone.map((part) => part.toLowerCase()));
  const named = (target: string) => names.has(target.replace(/^\/+/, '').toLowerCase());
  const edit = (part: string, change: (xml: string) => string) => {
    const { text, encoding } = decodeXml(changes.get(part) ?? zip.read(part), part);
    changes.set(part, encodeXml({ text: change(text), encoding }));
  };
  edit(CONTENT_TYPES_PART, (xml) =>
    removeElements(xml, CONTENT_TYPES_PART, (t) => t.local === 'Override' && named(t.attribute('PartName') ?? '')),
  );
  const links = relationshipsPartOf(mainPart);
  edit(links, (xml) =>
    removeElements(xml, links, (t) => {
      if (t.local !== 'Relationship' || t.attribute('TargetMode') === 'External') return false;
      return named(resolveTarget(mainPart, t.attribute('Target') ?? ''));
    }),
  );
}
