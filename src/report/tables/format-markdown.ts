import { sanitise } from '../messages/sanitise.js';
import type { Table } from './table.js';

const escapeMarks = (text: string): string => sanitise(text, 2000).replace(/[\\`*_[\]<>|]/g, '\\$&');

/** A markdown table, with its notes as a list below. */
export function formatMarkdownTable(table: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    ...(table.title === undefined ? [] : [`**${escapeMarks(table.title)}**`, '']),
    line(table.columns.map((c) => escapeMarks(c.heading))),
    line(table.columns.map((c) => (c.kind === 'number' ? '---:' : '---'))),
    ...table.rows.map((row) => line(table.columns.map((_, i) => escapeMarks(row[i]?.text ?? '')))),
    ...(table.notes.length > 0 ? ['', ...table.notes.map((note) => `- ${escapeMarks(note)}`)] : []),
    '',
  ].join('\n');
}
