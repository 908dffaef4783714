export const WORD = 4;

/** Texts that are written time and again: their bytes in words, one text after the other, each with zeros behind. */
export class PackedTexts {
  readonly words: Int32Array;
  /** Where the words of each text begin; the next one's beginning is their end. */
  readonly starts: Int32Array;
  /** Bytes of each text. */
  readonly lengths: Int32Array;

  constructor(texts: readonly string[]) {
    const encoder = new TextEncoder();
    const encoded = texts.map((text) => encoder.encode(text));
    const lengths = Int32Array.from(encoded, (bytes) => bytes.length);
    const starts = new Int32Array(texts.length + 1);
    for (let i = 0; i < texts.length; i++) starts[i + 1] = starts[i]! + Math.ceil(lengths[i]! / WORD);
    const packed = new Uint8Array(starts[texts.length]! * WORD);
    for (let i = 0; i < texts.length; i++) packed.set(encoded[i]!, starts[i]! * WORD);
    this.words = wordsOf(packed);
    this.starts = starts;
    this.lengths = lengths;
  }
}

/** Whole words, the first byte the lowest, whatever the order of the machine. */
export function wordsOf(bytes: Uint8Array): Int32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const words = new Int32Array(bytes.length / WORD);
  for (let i = 0; i < words.length; i++) words[i] = view.getInt32(i * WORD, true);
  return words;
}
