import { UnreadableDocument } from '../diagnostics.js';
import { encodeGb18030 } from './gb18030.js';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** A text, and how its bytes were made of it. */
export interface DecodedText {
  /** Without the byte order mark. */
  readonly text: string;
  readonly encoding: TextEncoding;
  /** Length of the byte order mark in bytes, 0 where there is none. */
  readonly mark: number;
}

const MARKS: readonly (readonly [TextEncoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
];

function decodeStrictly(bytes: Uint8Array, encoding: TextEncoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Tells the encoding: a byte order mark decides, else UTF-8, else GB18030 (which holds GBK and GB2312). */
export function decodeText(name: string, bytes: Uint8Array): DecodedText {
  const marked = MARKS.find(([, mark]) => mark.every((b, i) => bytes[i] === b));
  const mark = marked?.[1].length ?? 0;
  for (const encoding of marked ? [marked[0]] : (['utf-8', 'gb18030'] as const)) {
    const text = decodeStrictly(bytes.subarray(mark), encoding);
    if (text === undefined) continue;
    if (text.includes('\0')) throw new UnreadableDocument(name, 'text-binary');
    return { text, encoding, mark };
  }
  throw new UnreadableDocument(name, 'text-encoding');
}

/** Bytes and UTF-16 units of the character whose first bytes these are. */
function characterAt(bytes: Uint8Array, at: number, encoding: TextEncoding): readonly [bytes: number, units: number] {
  const lead = bytes[at]!;
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return [2, 1];
  if (lead < 0x80) return [1, 1];
  if (encoding === 'utf-8') return lead >= 0xf0 ? [4, 2] : lead >= 0xe0 ? [3, 1] : [2, 1];
  const second = bytes[at + 1] ?? 0;
  // 0x80 alone is the euro sign in some code pages 936; four bytes from 0x90 on are beyond the basic plane.
  if (lead === 0x80) return [1, 1];
  return second >= 0x30 && second <= 0x39 ? [4, lead >= 0x90 ? 2 : 1] : [2, 1];
}

/** Byte offsets of ascending text offsets, by one walk over the bytes: what lies between stays as it was. */
export function byteOffsets(bytes: Uint8Array, { encoding, mark }: DecodedText, offsets: readonly number[]): number[] {
  const found: number[] = [];
  let at = mark;
  let units = 0;
  for (const offset of offsets) {
    while (units < offset && at < bytes.length) {
      const [size, width] = characterAt(bytes, at, encoding);
      at += size;
      units += width;
    }
    found.push(at);
  }
  return found;
}

export function encodeText(text: string, encoding: TextEncoding): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'gb18030') return encodeGb18030(text);
  const bytes = Buffer.from(text, 'utf16le');
  return encoding === 'utf-16be' ? bytes.swap16() : bytes;
}
