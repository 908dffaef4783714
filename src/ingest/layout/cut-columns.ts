import { DUBIOUS, EMPTY, MARKER, NUMBER, type Rect, type SheetView, TEXT } from './view.js';

/** How many cells of each class a column has in some rows. */
export interface ColumnCount {
  numbers: number;
  markers: number;
  texts: number;
}

export function countColumns(view: SheetView, { left, right }: Rect, rows: readonly [number, number]): ColumnCount[] {
  const counts = Array.from({ length: right - left + 1 }, () => ({ numbers: 0, markers: 0, texts: 0 }));
  const { grid } = view;
  for (let row = rows[0]; row <= rows[1]; row++)
    for (let at = grid.firstOf(row), end = grid.endOf(row); at < end; at++) {
      const c = grid.columnAt(at);
      if (c < left || c > right) continue;
      const count = counts[c - left]!;
      const kind = view.classAt(at);
      if (kind === NUMBER || kind === DUBIOUS) count.numbers++;
      else if (kind === MARKER) count.markers++;
      else if (kind === TEXT) count.texts++;
    }
  return counts;
}

/**
 * Cuts a rectangle at columns that are empty from top to bottom, where what stands on the right has labels of its own: two
 * tables side by side. A gap inside one table stays in it. Titles that run over the gap do not close it.
 */
export function cutAtGaps(view: SheetView, rect: Rect): Rect[] {
  const counts = countColumns(view, rect, [rect.top, rect.bottom]);
  const at = (c: number) => counts[c - rect.left]!;
  const empty = (c: number) => at(c).numbers + at(c).markers + at(c).texts === 0 && !isBridged(view, rect, c);
  const parts: Rect[] = [];
  let left = rect.left;
  for (let c = rect.left + 1; c < rect.right; c++) {
    if (!empty(c)) continue;
    let next = c + 1;
    while (next <= rect.right && empty(next)) next++;
    if (next > rect.right) break;
    const between = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => at(from + i));
    const hasFigures = (list: ColumnCount[]) => list.some((n) => n.numbers > 0);
    const [own, second] = [at(next), next < rect.right ? at(next + 1) : undefined];
    // Labels of its own: words in its first column, or in its second behind a serial number or a rank.
    const labelled = own.texts > own.numbers + 1 || (second !== undefined && second.texts > second.numbers + 1);
    if (hasFigures(between(left, c - 1)) && hasFigures(between(next, rect.right)) && labelled) {
      parts.push({ ...rect, left, right: c - 1 });
      left = next;
    }
    c = next;
  }
  parts.push({ ...rect, left, right: rect.right });
  return parts;
}

/** Whether a merge of a body row runs over the column; one of a whole line (a title) does not count. */
function isBridged(view: SheetView, rect: Rect, column: number): boolean {
  for (let row = rect.top; row <= Math.min(rect.bottom, rect.top + 200); row++) {
    const merge = view.merge(row, column);
    if (merge === undefined || merge.left === column) continue;
    const alone = view.columnsIn(row, rect).every((c) => c >= merge.left && c <= merge.right);
    if (!alone && view.class(merge.top, merge.left) !== EMPTY) return true;
  }
  return false;
}
