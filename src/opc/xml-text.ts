import { OpcError } from './opc-error.js';

export type XmlEncoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** An XML part as text. A byte order mark stays its first character, so that offsets and the way back are exact. */
export interface XmlText {
  readonly text: string;
  readonly encoding: XmlEncoding;
}

/** OPC allows UTF-8 and UTF-16 only; the mark decides, then the declaration. */
function encodingOf(bytes: Uint8Array): XmlEncoding {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0x3c && b === 0) return 'utf-16le';
  if (a === 0 && b === 0x3c) return 'utf-16be';
  return 'utf-8';
}

/** Decodes an XML part. Throws OpcError `xml-encoding` for other encodings and for broken sequences. */
export function decodeXml(bytes: Uint8Array, part = ''): XmlText {
  const encoding = encodingOf(bytes);
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    const declared = /^\uFEFF?<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']/.exec(text.slice(0, 400))?.[1];
    const known = declared === undefined || /^(?:utf-?8|utf-?16(?:le|be)?|us-ascii|ascii)$/i.test(declared);
    if (!known) throw new OpcError('xml-encoding', { part, encoding: declared });
    return { text, encoding };
  } catch (error) {
    if (error instanceof OpcError) throw error;
    throw new OpcError('xml-encoding', { part, encoding });
  }
}

export function encodeXml({ text, encoding }: XmlText): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  const bytes = Buffer.from(text, 'utf16le');
  return new Uint8Array(encoding === 'utf-16be' ? bytes.swap16() : bytes);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Characters that XML 1.0 cannot carry at all, and halves of a surrogate pair. */
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

/** Text between tags: & < > escaped, a carriage return kept from normalisation, forbidden characters dropped. */
export const escapeXmlText = (text: string): string =>
  text.replace(FORBIDDEN, '').replace(/[&<>\r]/g, (c) => ENTITIES[c]!);

/** A value between double quotes. */
export const escapeXmlAttribute = (value: string): string =>
  value.replace(FORBIDDEN, '').replace(/[&<>"\t\n\r]/g, (c) => ENTITIES[c]!);
