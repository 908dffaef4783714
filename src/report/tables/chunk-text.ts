const ZERO = 0x30;
const POINT = 0x2e;
const MINUS = 0x2d;
const WORD = 4;
/** A decimal of 2^53 and 255 places at most. */
const LONGEST = 300;
/** Up to here a number is divided as an integer, which is quicker. */
const SMALL = 0x7fff_ffff;
/** 10^n, as far as a double holds whole numbers. */
const POWERS = Float64Array.from({ length: 17 }, (_, n) => 10 ** n);

/** A text that is put time and again: its bytes in words, with zeros behind. */
export interface Piece {
  readonly words: Int32Array;
  readonly length: number;
}

export function pieceOf(text: string): Piece {
  const bytes = new TextEncoder().encode(text);
  const words = new Int32Array(Math.ceil(bytes.length / WORD));
  const padded = new DataView(new ArrayBuffer(words.length * WORD));
  new Uint8Array(padded.buffer).set(bytes);
  return { words: words.map((_, i) => padded.getInt32(i * WORD, true)), length: bytes.length };
}

/** Bytes of text put together piece by piece, and taken out as a chunk. */
export class ChunkText {
  #bytes: Uint8Array<ArrayBuffer>;
  #view: DataView;
  length = 0;

  constructor(capacity: number) {
    this.#bytes = new Uint8Array(capacity);
    this.#view = new DataView(this.#bytes.buffer);
  }

  /** Word by word: for the few bytes of a piece a call of `set` costs more than the copy. What is behind is written over later. */
  put({ words, length }: Piece): void {
    this.#makeRoom(length + WORD);
    const view = this.#view;
    let at = this.length;
    this.length = at + length;
    for (let i = 0; i < words.length; i++, at += WORD) view.setInt32(at, words[i]!, true);
  }

  putByte(byte: number): void {
    this.#makeRoom(1);
    this.#bytes[this.length++] = byte;
  }

  /** digits / 10^decimals with all its decimals, and a byte behind; zero has no sign. Digits are a whole number up to 2^53. */
  putDecimal(digits: number, decimals: number, behind: number): void {
    this.#makeRoom(LONGEST);
    const bytes = this.#bytes;
    const magnitude = Math.abs(digits);
    let places = decimals + 1;
    while (places < POWERS.length && magnitude >= POWERS[places]!) places += 1;
    // A sign that does not belong is written over by the first digit.
    bytes[this.length] = MINUS;
    const start = this.length + (digits < 0 ? 1 : 0);
    let end = start + places;
    let left = magnitude;
    if (decimals > 0) {
      end += 1;
      left = this.#putDigits(left, end, decimals);
      bytes[end - decimals - 1] = POINT;
      this.#putDigits(left, end - decimals - 1, places - decimals);
    } else this.#putDigits(left, end, places);
    bytes[end] = behind;
    this.length = end + 1;
  }

  /** The last `count` digits of a number, so that they end before `end`; gives the number without them. */
  #putDigits(number: number, end: number, count: number): number {
    const bytes = this.#bytes;
    let at = end;
    let large = number;
    for (; large > SMALL && at > end - count; large = Math.floor(large / 10)) bytes[--at] = ZERO + (large % 10);
    if (large > SMALL) return large;
    let left = large | 0;
    while (at > end - count) {
      const rest = (left / 10) | 0;
      bytes[--at] = ZERO + left - rest * 10;
      left = rest;
    }
    return left;
  }

  /** What was put together; good until the next piece is put. */
  take(): Uint8Array {
    const chunk = this.#bytes.subarray(0, this.length);
    this.length = 0;
    return chunk;
  }

  #makeRoom(more: number): void {
    if (this.length + more <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.length + more));
    larger.set(this.#bytes.subarray(0, this.length));
    this.#bytes = larger;
    this.#view = new DataView(larger.buffer);
  }
}
