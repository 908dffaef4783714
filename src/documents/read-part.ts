import { OpcError } from '../opc/opc-error.js';
import { decodeXml, type XmlText } from '../opc/xml-text.js';
import type { Zip } from '../opc/zip-reader.js';

/** Largest XML part that is read into memory: ten times what a report of a thousand pages needs. */
export const LARGEST_PART = 96 * 1024 * 1024;

/** Throws where the parts together are more than is read into memory. */
export function boundParts(zip: Zip, parts: readonly string[]): void {
  const size = parts.reduce((sum, part) => sum + (zip.find(part)?.size ?? 0), 0);
  if (size > LARGEST_PART) throw new OpcError('zip-too-large', { entry: parts[0] ?? '', size, limit: LARGEST_PART });
}

/** Inflates and decodes an XML part within the bound. */
export function readPart(zip: Zip, part: string): XmlText {
  const size = zip.find(part)?.size ?? 0;
  if (size > LARGEST_PART) throw new OpcError('zip-too-large', { entry: part, size, limit: LARGEST_PART });
  return decodeXml(zip.read(part), part);
}
