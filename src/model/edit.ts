/** Replace text[start, end) of a block. `fill` puts a figure into a slot, `word` changes a word beside it. */
export interface Edit {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: 'fill' | 'word';
  /** The proof, in plain words, for a comment. */
  readonly note?: string;
}

/** What a marked copy may highlight with. */
export type MarkColour = 'yellow' | 'red' | 'green';

/** Something to show in a marked copy without changing the text: an open slot and its reason, a number and its verdict. */
export interface Mark {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  /** Empty where the colour says enough. */
  readonly note: string;
  /** Yellow unless said otherwise. */
  readonly colour?: MarkColour;
}

/** Applies edits to one block's text. Edits must not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < at) throw new RangeError(`edits overlap at ${edit.start}`);
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}
