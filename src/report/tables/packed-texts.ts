export const WORD = 4;

/** Texts that are written time and again: their bytes in words, one text after the other, each with zeros behind. */
export class PackedTexts {
  readonly words: Int32Array;
  /** Where the words of each text begin; the next one's beginning is their end. */
  readonly starts: Int32Array;
  /** Bytes of each text. */
  readonly lengths: Int32Array;

  constructor(texts: readonly string[]) {
    const encoded = texts.map((text) => new TextEncoder().encode(text));
    this.lengths = Int32Array.from(encoded, (bytes) => bytes.length);
    this.starts = new Int32Array(texts.length + 1);
    for (let i = 0; i < texts.length; i++) this.starts[i + 1] = this.starts[i]! + Math.ceil(this.lengths[i]! / WORD);
    const packed = new Uint8Array(this.starts.at(-1)! * WORD);
    for (let i = 0; i < texts.length; i++) packed.set(encoded[i]!, this.starts[i]! * WORD);
    const view = new DataView(packed.buffer);
    this.words = Int32Array.from({ length: packed.length / WORD }, (_, i) => view.getInt32(i * WORD, true));
  }
}
