import { isUtf8 } from 'node:buffer';
import { LONGEST_RECORD } from './csv.js';

const LF = 0x0a;
const CR = 0x0d;

/** A file that began as plain UTF-8 and does not go on so: it must be read anew, from its beginning, by the general road. */
export class NotPlain extends Error {}

/** Lines in the one buffer that all of them pass through: valid until the next are asked for. */
export interface Lines {
  readonly bytes: Buffer;
  readonly words: DataView;
  /** Where they begin, and where the last one ends. At the end of a file without a line end there, one stands behind it. */
  readonly from: number;
  readonly end: number;
  /** How many bytes are held: behind the lines stands the beginning of the next. */
  readonly held: number;
}

/** Room behind the bytes: for a line end, and for a word that begins in the last line. */
const BEHIND = 8;
/** Bytes that pass through at once. */
const PIECE = 1 << 20;

async function* inPieces(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks)
    for (let at = 0; at < chunk.length; at += PIECE) yield chunk.subarray(at, at + PIECE);
}

/**
 * The bytes of a text file, whole lines at a time, each checked to be UTF-8. The first lines are at least `first` bytes, if the file
 * has so many. Throws NotPlain at a byte that is not UTF-8, and for a line of more than anyone would write.
 */
export async function* plainLines(chunks: AsyncIterable<Uint8Array>, first: number): AsyncGenerator<Lines, void, void> {
  let held = Buffer.allocUnsafeSlow(first + BEHIND);
  let words = new DataView(held.buffer);
  let length = 0;
  let least = first;
  const take = (chunk: Uint8Array) => {
    if (length + chunk.length + BEHIND > held.length) {
      const larger = Buffer.allocUnsafeSlow(2 * (length + chunk.length) + BEHIND);
      larger.set(held.subarray(0, length));
      held = larger;
      words = new DataView(held.buffer);
    }
    held.set(chunk, length);
    length += chunk.length;
  };
  const checked = (end: number): Lines => {
    if (!isUtf8(held.subarray(0, end))) throw new NotPlain();
    return { bytes: held, words, from: 0, end, held: length };
  };
  for await (const chunk of inPieces(chunks)) {
    take(chunk);
    if (length < least) continue;
    const end = afterLastLine(held, length);
    if (end === 0) {
      if (length > LONGEST_RECORD) throw new NotPlain();
      continue;
    }
    yield checked(end);
    held.copyWithin(0, end, length);
    length -= end;
    least = 0;
  }
  if (length === 0) return;
  held[length] = LF;
  yield checked(length);
}

/** Where the last whole line ends; a CR at the very end may be the half of a line end. */
function afterLastLine(bytes: Buffer, length: number): number {
  const feed = bytes.lastIndexOf(LF, length - 1);
  return Math.max(feed, bytes.subarray(feed + 1, length - 1).lastIndexOf(CR) + feed + 1) + 1;
}

/** Where a line ends that begins there. */
export function endOfLine(bytes: Uint8Array, from: number): number {
  let at = from;
  while (bytes[at] !== LF && bytes[at] !== CR) at += 1;
  return at;
}

/** Where the next line begins: behind LF, CR, or both. */
export const afterLineEnd = (bytes: Uint8Array, at: number): number =>
  bytes[at] === CR && bytes[at + 1] === LF ? at + 2 : at + 1;
