/** Replace source[start, end) by `text`. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Applies splices to a source. At one place, insertions keep the order in which they were given. Overlaps throw RangeError. */
export function applySplices(source: string, splices: readonly Splice[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const splice of [...splices].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (splice.start < at) throw new RangeError(`splices overlap at ${splice.start}`);
    pieces.push(source.slice(at, splice.start), splice.text);
    at = splice.end;
  }
  pieces.push(source.slice(at));
  return pieces.join('');
}
