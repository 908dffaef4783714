import { type PackedTexts, WORD, wordsOf } from './packed-texts.js';

const POINT = 0x2e;
const MINUS = 0x2d;
/** Decimals of a double that a power of ten below 2^53 can divide off. */
const MOST_DECIMALS = 15;
/** No number with so many decimals is longer, its sign, its point and a word behind it counted. */
const LONGEST = 48;
/** Digits that are written at once. */
const STEP = 3;
const POWERS = Float64Array.from({ length: MOST_DECIMALS + 1 }, (_, n) => 10 ** n);
const NUMBERS = Array.from({ length: 10 ** STEP }, (_, n) => String(n));
/** The digits of 0 to 999, each number a word: with zeros in front, and without. */
const PADDED = digitWords(NUMBERS.map((text) => text.padStart(STEP, '0')));
const BARE = digitWords(NUMBERS);

function digitWords(texts: readonly string[]): Int32Array {
  return wordsOf(new TextEncoder().encode(texts.map((text) => text.padEnd(WORD, '\0')).join('')));
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

  putText(text: string): void {
    const bytes = new TextEncoder().encode(text);
    this.#makeRoom(bytes.length);
    this.#bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** Word by word: of so few bytes the copy costs less than a call of `set`. What is behind the last one is written over later. */
  put({ words, starts, lengths }: PackedTexts, text: number): void {
    const end = starts[text + 1]!;
    let word = starts[text]!;
    this.#makeRoom((end - word) * WORD);
    const view = this.#view;
    for (let at = this.length; word < end; word++, at += WORD) view.setInt32(at, words[word]!, true);
    this.length += lengths[text]!;
  }

  /** Puts once more what was put at `from`. */
  repeat(from: number, length: number): void {
    this.#makeRoom(length + WORD);
    const view = this.#view;
    let at = this.length;
    this.length = at + length;
    for (let word = from; word < from + length; word += WORD, at += WORD)
      view.setInt32(at, view.getInt32(word, true), true);
  }

  putByte(byte: number): void {
    this.#makeRoom(1);
    this.#bytes[this.length++] = byte;
  }

  /** digits / 10^decimals with all its decimals, at most 15, and a byte behind; zero has no sign. Digits are whole, below 2^53. */
  putDecimal(digits: number, decimals: number, behind: number): void {
    this.#makeRoom(LONGEST);
    const bytes = this.#bytes;
    const magnitude = Math.abs(digits);
    const power = POWERS[decimals]!;
    const whole = Math.floor(magnitude / power);
    // A sign that does not belong is written over by the first digit.
    bytes[this.length] = MINUS;
    let at = this.#putWhole(whole, this.length + (digits < 0 ? 1 : 0));
    if (decimals > 0) {
      bytes[at] = POINT;
      at = this.#putFraction(magnitude - whole * power, decimals, at + 1);
    }
    bytes[at] = behind;
    this.length = at + 1;
  }

  /** Writes a whole number, and gives where it ends. */
  #putWhole(number: number, from: number): number {
    if (number < 1000) {
      this.#view.setInt32(from, BARE[number]!, true);
      return from + (number < 10 ? 1 : number < 100 ? 2 : STEP);
    }
    const front = Math.floor(number / 1000);
    const at = this.#putWhole(front, from);
    this.#view.setInt32(at, PADDED[number - front * 1000]!, true);
    return at + STEP;
  }

  /** Writes so many digits, with zeros in front, and gives where they end. */
  #putFraction(number: number, decimals: number, from: number): number {
    let rest = number;
    for (let left = decimals, at = from; left > 0; left -= STEP, at += STEP) {
      const power = POWERS[Math.max(0, left - STEP)]!;
      const front = Math.floor(rest / power);
      // Of the last digits, fewer than a step, what is behind them is written over later.
      this.#view.setInt32(at, PADDED[front * POWERS[Math.max(0, STEP - left)]!]!, true);
      rest -= front * power;
    }
    return from + decimals;
  }

  /** What was put together; good until the next piece is put. */
  take(): Uint8Array {
    const chunk = this.#bytes.subarray(0, this.length);
    this.length = 0;
    return chunk;
  }

  #makeRoom(more: number): void {
    if (this.length + more > this.#bytes.length) this.#grow(more);
  }

  #grow(more: number): void {
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.length + more));
    larger.set(this.#bytes.subarray(0, this.length));
    this.#bytes = larger;
    this.#view = new DataView(larger.buffer);
  }
}

/** Whether `putDecimal` can write a number of so many decimals. */
export const isWritable = (decimals: number): boolean => decimals <= MOST_DECIMALS;
