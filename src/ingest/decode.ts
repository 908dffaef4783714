import type { Encoding } from './reading.js';

export type Decoded =
  | { readonly kind: 'text'; readonly text: string; readonly encoding: Encoding }
  /** UTF-8 with broken bytes: not read as GBK, which would turn it into other characters half the time. */
  | { readonly kind: 'damaged'; readonly offset: number }
  | { readonly kind: 'unknown' };

/** Byte order mark → encoding and its length. */
export function bomOf(bytes: Uint8Array): { encoding: Encoding; length: number } | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8-bom', length: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', length: 2 };
  return undefined;
}

/** Name of the built-in decoder. */
export const decoderLabel = (encoding: Encoding): string => (encoding === 'utf-8-bom' ? 'utf-8' : encoding);

/** What the bytes look like as UTF-8: whole sequences of two bytes or more, broken ones, and where the first broke. */
export interface Utf8Census {
  readonly whole: number;
  readonly broken: number;
  readonly firstBroken: number;
}

/** Counts the multi-byte sequences of UTF-8. `atEnd` false: a sequence cut off by the end of the bytes is not broken. */
export function utf8Census(bytes: Uint8Array, atEnd = true): Utf8Census {
  let whole = 0;
  let broken = 0;
  let firstBroken = -1;
  for (let i = 0; i < bytes.length; ) {
    const lead = bytes[i]!;
    if (lead < 0x80) {
      i += 1;
      continue;
    }
    const length =
      lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
    let seen = 1;
    while (seen < length && (bytes[i + seen]! & 0xc0) === 0x80) seen += 1;
    if (length > 0 && seen === length) whole += 1;
    else if (!atEnd && length > 0 && i + seen >= bytes.length) break;
    else {
      if (firstBroken < 0) firstBroken = i;
      broken += 1;
    }
    i += Math.max(seen, 1);
  }
  return { whole, broken, firstBroken };
}

/** Broken UTF-8 rather than another encoding: most of its multi-byte sequences are whole. */
export const isDamagedUtf8 = (c: Utf8Census): boolean => c.broken > 0 && c.whole >= 2 * c.broken;

function decodeStrictly(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(decoderLabel(encoding), { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Decodes by byte order mark, else strictly as UTF-8, else as GB18030. */
export function decodeBytes(bytes: Uint8Array): Decoded {
  const bom = bomOf(bytes);
  if (bom) {
    const text = decodeStrictly(bytes, bom.encoding);
    if (text !== undefined) return { kind: 'text', text, encoding: bom.encoding };
    return { kind: 'damaged', offset: bom.encoding === 'utf-8-bom' ? utf8Census(bytes).firstBroken : 0 };
  }
  const utf8 = decodeStrictly(bytes, 'utf-8');
  if (utf8 !== undefined) return { kind: 'text', text: utf8, encoding: 'utf-8' };
  const census = utf8Census(bytes);
  if (isDamagedUtf8(census)) return { kind: 'damaged', offset: census.firstBroken };
  const gb = decodeStrictly(bytes, 'gb18030');
  return gb === undefined ? { kind: 'unknown' } : { kind: 'text', text: gb, encoding: 'gb18030' };
}

/** Whether the words of a text were lost when it was saved in an encoding without them: question marks stand in their places. */
export function wordsWereLost(text: string): boolean {
  if (/[^\u0000-\u007f]/u.test(text)) return false;
  const lost = text.match(/\?{2,}/g)?.length ?? 0;
  return lost >= 3 && lost > (text.match(/[A-Za-z]{2,}/g)?.length ?? 0);
}
