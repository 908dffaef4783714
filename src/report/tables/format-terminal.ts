import stringWidth from 'string-width';
import { sanitise } from '../messages/sanitise.js';
import type { Table, TableCell, TableColumn } from './table.js';

/** Puts colour around a text; leaves it as it is where there is none. */
export type Paint = (text: string, tone: NonNullable<TableCell['tone']>) => string;

const GAP = '  ';

function pad(text: string, width: number, kind: TableColumn['kind']): string {
  const space = ' '.repeat(Math.max(0, width - stringWidth(text)));
  return kind === 'number' ? space + text : text + space;
}

/** A table for a terminal: columns aligned by the width that the terminal gives Chinese characters, figures to the right. */
export function formatTerminalTable(table: Table, paint: Paint = (text) => text): string {
  const shown = table.rows.map((row) => row.map((cell) => sanitise(cell.text, 120)));
  const widths = table.columns.map((column, i) =>
    Math.max(stringWidth(column.heading), ...shown.map((row) => stringWidth(row[i] ?? ''))),
  );
  const line = (cells: readonly string[]) => cells.join(GAP).trimEnd();
  const heading = line(table.columns.map((c, i) => pad(c.heading, widths[i]!, c.kind)));
  const rule = widths.map((w) => '─'.repeat(w)).join(GAP);
  const body = table.rows.map((row, r) =>
    line(
      table.columns.map((column, i) => {
        const text = pad(shown[r]![i] ?? '', widths[i]!, column.kind);
        const tone = row[i]?.tone;
        return tone === undefined ? text : paint(text, tone);
      }),
    ),
  );
  return [
    ...(table.title === undefined ? [] : [paint(table.title, 'strong'), '']),
    heading,
    rule,
    ...body,
    ...(table.notes.length > 0 ? ['', ...table.notes.map((note) => paint(note, 'quiet'))] : []),
  ].join('\n');
}
