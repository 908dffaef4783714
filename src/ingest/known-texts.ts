import { grown } from '../model/grown.js';

const NONE = -1;
const WORD = 8;
const HALF = WORD / 2;
const START = 64;
/** FNV's. */
const PRIME = 0x01000193;

/** The bytes that lines stand in, and the same bytes word by word. */
export interface Line {
  readonly bytes: Uint8Array;
  readonly words: DataView;
}

/**
 * The texts that a column has held, known by their bytes and numbered in order of first sight. Rows come in cycles: the text
 * that followed the last one before is tried first, and costs one comparison; any other is looked up by a hash.
 */
export class KnownTexts {
  readonly #stops: Uint8Array;
  readonly #delimiter: number;
  readonly #fields: number;
  #bytes = new Uint8Array(0);
  #words = new DataView(this.#bytes.buffer);
  /** Where each text begins in `#bytes`; the next one's beginning is its end. */
  #starts = new Int32Array(0);
  #hashes = new Int32Array(0);
  /** The text last seen after each text, plus one. */
  #next = new Int32Array(0);
  #slots = new Int32Array(0);
  #length = 0;
  #last = 0;
  /** Where the text that was last read ends. */
  end = 0;

  /** `stops`: 1 for each byte that ends a field or changes the grammar. `fields`: how many fields make a text. */
  constructor(stops: Uint8Array, delimiter = 0, fields = 1) {
    this.#stops = stops;
    this.#delimiter = delimiter;
    this.#fields = fields;
    this.#growTexts(START);
    this.#growBytes(START * START);
  }

  /** Number of the text that begins there, or −1 for a new one. A byte of `stops` must follow, and room for a word. */
  read({ bytes, words }: Line, from: number): number {
    const guess = this.#next[this.#last]! - 1;
    if (guess === NONE) return this.#lookUp(bytes, from);
    const start = this.#starts[guess]!;
    const length = this.#starts[guess + 1]! - start;
    const end = from + length;
    if (!sameText(this.#words, start, words, from, length) || this.#stops[bytes[end]!] !== 1)
      return this.#lookUp(bytes, from);
    this.end = end;
    this.#last = guess;
    return guess;
  }

  #lookUp(bytes: Uint8Array, from: number): number {
    const stops = this.#stops;
    let at = from;
    let hash = 0;
    for (let left = this.#fields; left > 0; left--) {
      for (; stops[bytes[at]!] === 0; at++) hash = Math.imul(hash ^ bytes[at]!, PRIME);
      if (left === 1 || bytes[at] !== this.#delimiter) break;
      hash = Math.imul(hash ^ this.#delimiter, PRIME);
      at += 1;
    }
    this.end = at;
    const found = this.#find(bytes, from, at, hash);
    if (found !== NONE) this.#follow(found);
    return found;
  }

  get size(): number {
    return this.#length;
  }

  /** Numbers a new text. */
  add(bytes: Uint8Array, from: number, to: number): number {
    let hash = 0;
    for (let at = from; at < to; at++) hash = Math.imul(hash ^ bytes[at]!, PRIME);
    if (this.#length === this.#hashes.length) this.#growTexts(2 * this.#length);
    const text = this.#length++;
    const start = this.#starts[text]!;
    const end = start + to - from;
    if (end + WORD > this.#bytes.length) this.#growBytes(2 * (end + WORD));
    this.#bytes.set(bytes.subarray(from, to), start);
    this.#starts[text + 1] = end;
    this.#hashes[text] = hash;
    this.#place(text);
    this.#follow(text);
    return text;
  }

  #follow(text: number): void {
    this.#next[this.#last] = text + 1;
    this.#last = text;
  }

  #find(bytes: Uint8Array, from: number, to: number, hash: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = spread(hash) & mask; ; slot = (slot + 1) & mask) {
      const text = this.#slots[slot]! - 1;
      if (text === NONE || (this.#hashes[text] === hash && this.#is(text, bytes, from, to))) return text;
    }
  }

  #is(text: number, bytes: Uint8Array, from: number, to: number): boolean {
    const start = this.#starts[text]!;
    if (this.#starts[text + 1]! - start !== to - from) return false;
    for (let i = 0; i < to - from; i++) if (this.#bytes[start + i] !== bytes[from + i]) return false;
    return true;
  }

  #place(text: number): void {
    const mask = this.#slots.length - 1;
    let slot = spread(this.#hashes[text]!) & mask;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
    this.#slots[slot] = text + 1;
  }

  #growBytes(size: number): void {
    this.#bytes = grown(new Uint8Array(size), this.#bytes);
    this.#words = new DataView(this.#bytes.buffer);
  }

  #growTexts(size: number): void {
    this.#starts = grown(new Int32Array(size + 1), this.#starts);
    this.#hashes = grown(new Int32Array(size), this.#hashes);
    this.#next = grown(new Int32Array(size), this.#next);
    this.#slots = new Int32Array(size * 4);
    for (let text = 0; text < this.#length; text++) this.#place(text);
  }
}

/**
 * Whether two places hold the same text, a word at a time; the last word overlaps the one before. Words are compared as doubles,
 * which a processor loads as quickly as a byte. Of two doubles that are equal only +0 and −0 differ in their bytes, and no UTF-8 has
 * 0x80 behind a zero byte; a word that is no number at all is never equal, and the text is then looked up. As no text holds a line
 * end, none is compared beyond the line by more than a word.
 */
function sameText(known: DataView, start: number, line: DataView, from: number, length: number): boolean {
  if (length < WORD) return sameShortText(known, start, line, from, length);
  const last = length - WORD;
  for (let i = 0; i < last; i += WORD)
    if (known.getFloat64(start + i, true) !== line.getFloat64(from + i, true)) return false;
  return known.getFloat64(start + last, true) === line.getFloat64(from + last, true);
}

function sameShortText(known: DataView, start: number, line: DataView, from: number, length: number): boolean {
  if (length >= HALF) {
    const last = length - HALF;
    return (
      known.getInt32(start, true) === line.getInt32(from, true) &&
      known.getInt32(start + last, true) === line.getInt32(from + last, true)
    );
  }
  for (let i = 0; i < length; i++) if (known.getUint8(start + i) !== line.getUint8(from + i)) return false;
  return true;
}

const spread = (hash: number): number => hash ^ (hash >>> 15) ^ (hash >>> 7);
