import { grown } from '../model/grown.js';
import { KnownTexts, type Line } from './known-texts.js';

const NONE = -1;
const START = 256;
/** Texts beyond which a span is no cycle, or not worth its memory. */
const MOST = 200_000;

/**
 * Neighbouring columns taken as one text: 130100,石家庄市,河北省 comes again, whole, and so does 快递业务量,万件. The numbers that the
 * texts of its columns have are kept with it.
 */
export class KnownSpan {
  /** The first and the last of its columns. */
  readonly first: number;
  readonly last: number;
  /** Which numbers of a row are found in its columns. */
  readonly #names: readonly number[];
  readonly #texts: KnownTexts;
  #found = new Int32Array(0);

  constructor(stops: Uint8Array, delimiter: number, first: number, last: number, names: readonly number[]) {
    this.first = first;
    this.last = last;
    this.#names = names;
    this.#texts = new KnownTexts(stops, delimiter, last - first + 1);
    this.#grow(START);
  }

  /** Where the span ends that begins there, its numbers put into `found`; −1 for a new one. */
  read(line: Line, from: number, found: Int32Array): number {
    const text = this.#texts.read(line, from);
    if (text === NONE) return NONE;
    const names = this.#names;
    for (let i = 0; i < names.length; i++) found[names[i]!] = this.#found[text * names.length + i]!;
    return this.#texts.end;
  }

  /** Remembers a span by what was found in its columns. False: there are too many of them. */
  learn(bytes: Uint8Array, from: number, to: number, found: Int32Array): boolean {
    const names = this.#names;
    const at = this.#texts.add(bytes, from, to) * names.length;
    if (at + names.length > this.#found.length) this.#grow(2 * (at + names.length));
    for (let i = 0; i < names.length; i++) this.#found[at + i] = found[names[i]!]!;
    return this.#texts.size < MOST;
  }

  #grow(size: number): void {
    this.#found = grown(new Int32Array(size), this.#found);
  }
}
