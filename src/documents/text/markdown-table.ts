import { type Grid, headingBands, headingsOf } from '../table-headings.js';
import type { Line } from './lines.js';
import { addInline } from './markdown-inline.js';
import { type TextBlock, TextBuilder } from './source-text.js';

/** A cell's content: its text and where it stands in the line. */
interface MarkdownCell {
  readonly text: string;
  readonly at: number;
}

/** Cuts a row at its pipes; an escaped pipe and one within code do not cut. */
function cutRow(line: string): readonly MarkdownCell[] {
  const cells: MarkdownCell[] = [];
  let from = 0;
  let code = false;
  const push = (to: number) => {
    const raw = line.slice(from, to);
    cells.push({ text: raw.trim(), at: from + raw.length - raw.trimStart().length });
    from = to + 1;
  };
  for (let i = 0; i < line.length; i++) {
    if (line[i] === '\\') i += 1;
    else if (line[i] === '`') code = !code && line.indexOf('`', i + 1) > 0;
    else if (line[i] === '|' && !code) push(i);
  }
  push(line.length);
  if (cells[0]?.text === '' && /^\s*\|/.test(line)) cells.shift();
  if (cells.at(-1)?.text === '' && /\|\s*$/.test(line)) cells.pop();
  return cells;
}

/** Whether a line is the row of dashes under the heading row `header`. */
export function isDelimiterRow(line: string, header: string): boolean {
  const cells = cutRow(line);
  return (
    /[-:]/.test(line) &&
    line.includes('-') &&
    cells.every((c) => /^:?-+:?$/.test(c.text)) &&
    cells.length === cutRow(header).length &&
    (line.includes('|') || cells.length > 1)
  );
}

/** The cells of the table whose heading row is lines[start], and the line behind the table. */
export function tableBlocks(
  lines: readonly Line[],
  start: number,
  caption: string | undefined,
): { readonly blocks: readonly TextBlock[]; readonly end: number } {
  let end = start + 2;
  while (end < lines.length && lines[end]!.text.trim() !== '' && lines[end]!.text.includes('|')) end += 1;
  const rows = [lines[start]!, ...lines.slice(start + 2, end)].map((line) =>
    cutRow(line.text).map((cell) => {
      const builder = new TextBuilder();
      addInline(builder, cell.text, line.start + cell.at);
      return builder;
    }),
  );
  const columns = rows[0]!.length;
  const grid: Grid = {
    rows: rows.length,
    columns,
    textAt: (r, c) => rows[r]?.[c]?.text.trim() ?? '',
    cellAt: (r, c) => (rows[r]?.[c] ? r * columns + c : -1),
    markedHeaderRows: 1,
  };
  const bands = headingBands(grid);
  const blocks = rows.flatMap((row, r) =>
    row.slice(0, columns).flatMap((builder, c): TextBlock[] => {
      if (builder.text === '') return [];
      const headings = headingsOf(grid, bands, r, c, caption);
      return [{ kind: 'cell', text: builder.text, pieces: builder.pieces, headings }];
    }),
  );
  return { blocks, end };
}
