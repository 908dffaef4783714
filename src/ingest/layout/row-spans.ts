import type { RowRole, Span } from '../reading.js';

/** Adds a row behind others: to the last span where that has the same role and neither has a text of its own. */
export function addRow(
  spans: { -readonly [K in keyof Span<RowRole>]: Span<RowRole>[K] }[],
  row: number,
  role: RowRole,
  text?: string,
): void {
  const last = spans.at(-1);
  if (last?.role === role && last.text === undefined && text === undefined && last.to + 1 >= row) last.to = row;
  else spans.push({ from: row, to: row, role, ...(text === undefined ? {} : { text }) });
}

/** Neighbouring rows of one role as one span; a role with a text of its own stays apart. */
export function joinSpans(list: readonly Span<RowRole>[]): Span<RowRole>[] {
  const joined: Span<RowRole>[] = [];
  for (const span of list) {
    const last = joined.at(-1);
    if (
      last &&
      last.role === span.role &&
      last.text === undefined &&
      span.text === undefined &&
      last.to + 1 >= span.from
    )
      joined[joined.length - 1] = { ...last, to: span.to };
    else joined.push(span);
  }
  return joined;
}
