const ZERO = 0x30;
const POINT = 0x2e;
const MINUS = 0x2d;
/** A decimal of 2^53 and 255 places at most. */
const LONGEST = 300;
const SMALL = 0x7fff_ffff;

/** Bytes of text put together piece by piece, and taken out as a chunk. */
export class ChunkText {
  #bytes: Uint8Array<ArrayBuffer>;
  readonly #digits = new Uint8Array(LONGEST);
  length = 0;

  constructor(capacity: number) {
    this.#bytes = new Uint8Array(capacity);
  }

  put(piece: Uint8Array): void {
    this.#makeRoom(piece.length);
    this.#bytes.set(piece, this.length);
    this.length += piece.length;
  }

  putByte(byte: number): void {
    this.#makeRoom(1);
    this.#bytes[this.length++] = byte;
  }

  /** digits / 10^decimals with all its decimals; zero has no sign. Digits are a whole number below 2^53. */
  putDecimal(digits: number, decimals: number): void {
    this.#makeRoom(LONGEST);
    const reversed = this.#digits;
    const bytes = this.#bytes;
    let at = this.length;
    let count = 0;
    let left = digits < 0 ? -digits : digits;
    for (; left > SMALL; left = Math.floor(left / 10)) reversed[count++] = ZERO + (left % 10);
    let small = left | 0;
    do {
      const rest = (small / 10) | 0;
      reversed[count++] = ZERO + small - rest * 10;
      small = rest;
    } while (small > 0);
    while (count <= decimals) reversed[count++] = ZERO;
    if (digits < 0) bytes[at++] = MINUS;
    for (let i = count - 1; i >= 0; i--) {
      bytes[at++] = reversed[i]!;
      if (i === decimals && i > 0) bytes[at++] = POINT;
    }
    this.length = at;
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
  }
}
