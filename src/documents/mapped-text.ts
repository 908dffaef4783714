/** A run of a block's text that stands in one place of the source. */
export interface Piece {
  /** Offset in the block's text. */
  readonly at: number;
  readonly length: number;
}

/** What an edit does to one piece: piece[from, to) becomes `text`. */
export interface PieceEdit {
  readonly piece: number;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Index of the piece that holds the character at `offset`; pieces are in order and without gaps. */
export function pieceAt(pieces: readonly Piece[], offset: number): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (pieces[middle]!.at <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Spreads the replacement of text[start, end) over the pieces: the new text goes where its first character stood, so that it
 * looks as its slot did; the rest is taken out of the pieces that held it. An insertion continues the piece before it.
 */
export function spreadEdit(pieces: readonly Piece[], start: number, end: number, text: string): readonly PieceEdit[] {
  const last = pieces.at(-1);
  const length = last ? last.at + last.length : 0;
  if (!(start >= 0 && start <= end && end <= length)) throw new RangeError(`no text at ${start}..${end} of ${length}`);
  if (start === end) {
    const piece = pieceAt(pieces, Math.max(0, start - 1));
    const offset = start - (pieces[piece]?.at ?? 0);
    return pieces.length === 0 ? [] : [{ piece, from: offset, to: offset, text }];
  }
  const edits: PieceEdit[] = [];
  for (let i = pieceAt(pieces, start); i < pieces.length && pieces[i]!.at < end; i++) {
    const { at, length: size } = pieces[i]!;
    edits.push({
      piece: i,
      from: Math.max(0, start - at),
      to: Math.min(size, end - at),
      text: edits.length === 0 ? text : '',
    });
  }
  return edits;
}

/** Sorts the edits of one block and refuses those that overlap. */
export function inOrder<T extends { readonly start: number; readonly end: number }>(edits: readonly T[]): readonly T[] {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  for (let i = 1; i < sorted.length; i++)
    if (sorted[i]!.start < sorted[i - 1]!.end) throw new RangeError(`edits overlap at ${sorted[i]!.start}`);
  return sorted;
}

/** Groups things by the block they belong to. */
export function byBlock<T extends { readonly block: number }>(things: readonly T[]): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const thing of things) {
    const group = groups.get(thing.block);
    if (group) group.push(thing);
    else groups.set(thing.block, [thing]);
  }
  return groups;
}
