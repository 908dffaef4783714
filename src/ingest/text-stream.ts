import type { ByteSource } from '../model/byte-source.js';
import { bomOf, decodeBytes, decoderLabel, isDamagedUtf8, utf8Census } from './decode.js';
import type { Encoding } from './reading.js';

export type TextFile =
  | {
      readonly kind: 'text';
      readonly encoding: Encoding;
      readonly head: string;
      readonly chunks: () => AsyncIterable<string>;
    }
  | { readonly kind: 'damaged'; readonly offset: number }
  | { readonly kind: 'unknown' };

/** Up to here a file is decoded at once; above, chunk by chunk, in two passes. */
const AT_ONCE = 32 * 1024 * 1024;
/** Bytes in which the delimiter is looked for. */
export const HEAD = 64 * 1024;

export const headText = (bytes: Uint8Array, encoding: Encoding): string =>
  new TextDecoder(decoderLabel(encoding)).decode(bytes.subarray(0, HEAD));

async function* decodeStream(source: ByteSource, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(decoderLabel(encoding), { fatal: true });
  for await (const chunk of source.stream()) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

async function decodesAs(source: ByteSource, encoding: Encoding): Promise<boolean> {
  try {
    for await (const _ of decodeStream(source, encoding));
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** Decides on the encoding of a text file and gives its text in chunks. Large files are never held whole. */
export async function openText(source: ByteSource): Promise<TextFile> {
  if (source.size <= AT_ONCE) {
    const bytes = await source.read();
    const decoded = decodeBytes(bytes);
    if (decoded.kind !== 'text') return decoded;
    const { text, encoding } = decoded;
    const chunks = async function* () {
      yield text;
    };
    return { kind: 'text', encoding, head: headText(bytes, encoding), chunks };
  }
  let first: Uint8Array = new Uint8Array(0);
  for await (const chunk of source.stream()) {
    first = chunk;
    break;
  }
  const bom = bomOf(first);
  const candidates: readonly Encoding[] = bom ? [bom.encoding] : ['utf-8', 'gb18030'];
  for (const encoding of candidates) {
    if (await decodesAs(source, encoding)) {
      const head = headText(first, encoding);
      return { kind: 'text', encoding, head, chunks: () => decodeStream(source, encoding) };
    }
    if (encoding !== 'utf-8') continue;
    let [whole, broken, offset, at] = [0, 0, -1, 0];
    for await (const chunk of source.stream()) {
      const census = utf8Census(chunk, false);
      if (offset < 0 && census.firstBroken >= 0) offset = at + census.firstBroken;
      whole += census.whole;
      broken += census.broken;
      at += chunk.length;
    }
    if (isDamagedUtf8({ whole, broken, firstBroken: offset })) return { kind: 'damaged', offset };
  }
  return bom ? { kind: 'damaged', offset: 0 } : { kind: 'unknown' };
}
