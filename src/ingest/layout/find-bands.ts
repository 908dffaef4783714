import { continuesNote, isNote, type RowKind, rowKind, textsOf } from './rows.js';
import type { Rect, SheetView } from './view.js';

/** Rows that belong to one table: what stands above its figures, the figures, and notes below. */
export interface Band {
  /** First and last row above the figures; empty when from > to. */
  readonly head: readonly [number, number];
  /** First and last row with figures; labels without figures and blank rows may lie between. */
  readonly body: readonly [number, number];
  readonly notes: readonly [number, number];
}

/** A row that begins a new table when it stands below figures: several headings, years, or a 单位 or 指标 line. */
function beginsTable(view: SheetView, row: number, kind: RowKind, rect: Rect): boolean {
  if (kind === 'years' || kind === 'numbers') return true;
  if (kind !== 'text') return false;
  const texts = textsOf(view, row, rect);
  if (texts.some(isNote)) return false;
  return (
    texts.length >= 2 || texts.some((t) => /(?:计量)?单位\s*[:：]|^(?:指标|数据库)\s*[:：]|^(?:表|附表)\s*\d/u.test(t))
  );
}

/** How many rows of [from, to) are notes of the table above. */
function noteRows(view: SheetView, from: number, to: number, rect: Rect): number {
  let count = 0;
  let inNote = false;
  for (let row = from; row < to; row++) {
    const texts = textsOf(view, row, rect);
    if (texts.length === 0) continue;
    const own = view.text(row, view.columnsIn(row, rect)[0]!);
    if (texts.length > 2 || !(isNote(own) || (inNote && continuesNote(own)))) break;
    inNote = true;
    count = row - from + 1;
  }
  return count;
}

/** Divides a rectangle into tables that stand one below another. */
export function findBands(view: SheetView, rect: Rect): Band[] {
  const kinds = new Map<number, RowKind>();
  const figures: number[] = [];
  for (let row = rect.top; row <= rect.bottom; row++) {
    const kind = rowKind(view, row, rect);
    if (kind === 'blank') continue;
    if (kind === 'data') figures.push(row);
    else kinds.set(row, kind);
  }
  // A row of labels and missing markers only is data where figures or more such rows stand next to it.
  for (const [row, kind] of kinds) {
    if (kind !== 'marked') continue;
    figures.push(row);
    kinds.delete(row);
  }
  figures.sort((a, b) => a - b);
  const bands: Band[] = [];
  let headFrom = rect.top;
  for (let i = 0; i < figures.length; ) {
    const first = figures[i]!;
    let last = first;
    let next = i + 1;
    for (; next < figures.length; next++) {
      const row = figures[next]!;
      let broken = false;
      for (let between = last + 1; between < row && !broken; between++) {
        const kind = kinds.get(between);
        broken = kind !== undefined && beginsTable(view, between, kind, rect);
      }
      if (broken) break;
      last = row;
    }
    const until = next < figures.length ? figures[next]! : rect.bottom + 1;
    const trailing = next < figures.length ? noteRows(view, last + 1, until, rect) : until - last - 1;
    bands.push({ head: [headFrom, first - 1], body: [first, last], notes: [last + 1, last + trailing] });
    headFrom = last + trailing + 1;
    i = next;
  }
  return bands;
}
