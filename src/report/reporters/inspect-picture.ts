import type { Grid } from '../../ingest/grid.js';
import type { RowRole, TableReading } from '../../ingest/reading.js';
import { columnLetters } from '../../model/observation.js';
import { speak } from '../messages/speak.js';
import { formatTerminalTable } from '../tables/format-terminal.js';
import type { Table, TableCell } from '../tables/table.js';
import type { TextContext } from './plan-text.js';

const COLUMNS_SHOWN = 8;
const ROWS_SHOWN = 20;
const DATA_ROWS_SHOWN = 3;

const TONE: Partial<Record<RowRole, NonNullable<TableCell['tone']>>> = {
  title: 'strong',
  header: 'strong',
  caption: 'strong',
  unit: 'warn',
  preamble: 'warn',
  total: 'warn',
  note: 'quiet',
  'left-out': 'quiet',
  label: 'quiet',
};

/** A small picture of a table: its rows with the part that each plays, the first columns, data rows cut short. */
export function formatPicture(
  table: TableReading,
  grid: Grid,
  { lang, paint }: Pick<TextContext, 'lang' | 'paint'>,
): string {
  const last = Math.min(table.right, table.left + COLUMNS_SHOWN - 1);
  const columns = Array.from({ length: last - table.left + 1 }, (_, i) => table.left + i);
  const rows: TableCell[][] = [];
  for (const { from, to, role } of table.rowRoles) {
    if (role === 'blank') continue;
    const shown = Math.min(to, from + (role === 'data' ? DATA_ROWS_SHOWN : ROWS_SHOWN) - 1);
    const name = speak({ code: `role-${role}`, args: {} }, lang);
    const tone = TONE[role];
    for (let row = from; row <= shown; row++)
      rows.push([
        { text: `${row}` },
        { text: name, tone: 'quiet' },
        ...columns.map(
          (column): TableCell => ({ text: cut(grid.text(row, column)), ...(tone === undefined ? {} : { tone }) }),
        ),
      ]);
    if (shown < to) rows.push([{ text: '⋮' }, { text: `${to - shown}`, tone: 'quiet' }]);
  }
  const roleOf = (column: number) => table.columnRoles.find(({ from, to }) => from <= column && column <= to)?.role;
  const picture: Table = {
    columns: [
      { key: 'row', heading: '', kind: 'number' },
      { key: 'role', heading: '', kind: 'text' },
      ...columns.map((column) => {
        const role = roleOf(column);
        const name = role === undefined ? '' : ` ${speak({ code: `role-${role}`, args: {} }, lang)}`;
        return { key: columnLetters(column), heading: columnLetters(column) + name, kind: 'text' as const };
      }),
    ],
    rows,
    notes:
      last < table.right ? [speak({ code: 'inspect-more-columns', args: { count: table.right - last } }, lang)] : [],
  };
  return formatTerminalTable(picture, paint);
}

const cut = (text: string): string => ([...text].length > 16 ? `${[...text].slice(0, 15).join('')}…` : text);
