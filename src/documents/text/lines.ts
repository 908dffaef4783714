/** One line of a text, without its line end. Offsets are UTF-16 units of the whole text. */
export interface Line {
  readonly text: string;
  readonly start: number;
  /** Offset behind the line end: \n, \r\n, or \r. */
  readonly next: number;
  /** From 1. */
  readonly number: number;
}

export function splitLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  const end = /\r\n|\n|\r/g;
  let start = 0;
  for (;;) {
    const found = end.exec(text);
    const stop = found ? found.index : text.length;
    const next = found ? end.lastIndex : text.length;
    lines.push({ text: text.slice(start, stop), start, next, number: lines.length + 1 });
    if (!found) return lines;
    start = next;
  }
}

/** The line that holds an offset of the whole text, by binary search. */
export function lineAt(lines: readonly Line[], offset: number): Line {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lines[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return lines[low]!;
}
