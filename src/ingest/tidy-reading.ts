import type { TidyLayout } from '../catalogue/form-layout.js';
import type { Deliverer } from './deliver.js';
import type { ColumnRole, SheetReading, Span, TableReading } from './reading.js';
import { TidyRows } from './tidy.js';
import { isFigureColumn, type TidyHeader } from './tidy-header.js';
import type { Work } from './work.js';

interface TidyParts {
  readonly work: Work;
  readonly layout: TidyLayout | undefined;
  readonly to: Deliverer;
  /** Rows above the header: not read. */
  readonly above: readonly (readonly string[])[];
}

/** Rows in batches: millions of them are not awaited one by one. */
type Rows = AsyncIterable<Iterable<readonly string[]>> | Iterable<Iterable<readonly string[]>>;
/** Or what gives the rows to their reader by itself, and says the number of the last. */
type RowFeed = (reader: TidyRows) => Promise<number>;

const NEEDED = ['period', 'region', 'indicator'] as const;

function columnRole(header: TidyHeader, at: number): ColumnRole {
  const column = [...header.columns].find(([, place]) => place === at)?.[0];
  if (column === undefined) return (header.texts[at] ?? '') === '' ? 'blank' : 'left-out';
  if (isFigureColumn(column)) return 'value';
  return column === 'period' || column === 'region' || column === 'indicator' ? column : 'unit';
}

/** Reports what is wrong with a header. False: the figures below it cannot be told apart, and are not read. */
function acceptHeader(header: TidyHeader, row: number, { work, layout, to }: TidyParts): boolean {
  const { findings } = work;
  for (const { name, columns } of header.duplicates)
    findings.add('header-duplicate', to.placeOf(row, columns[1]! + 1), {
      name,
      columns: columns.map((c) => String(c + 1)),
    });
  const missing = missingColumns(header, layout);
  if (missing.length > 0) findings.add('header-missing', to.placeOf(row, 1), { missing });
  if (header.extra.length > 0)
    findings.add('columns-extra', to.placeOf(row, header.extra[0]! + 1), {
      names: header.extra.map((c) => header.texts[c]!),
    });
  return acceptsHeader(header, layout);
}

/** What neither the header nor the form names. */
const missingColumns = (header: TidyHeader, layout: TidyLayout | undefined) =>
  NEEDED.filter((c) => !header.columns.has(c) && layout?.constants[c] === undefined);

/** Whether the figures below a header can be told apart. */
export const acceptsHeader = (header: TidyHeader, layout: TidyLayout | undefined): boolean =>
  header.duplicates.length === 0 && missingColumns(header, layout).length === 0;

/** Reads the rows below a tidy header, as they come. */
export async function readTidyRows(
  header: TidyHeader,
  headerRow: number,
  rows: Rows | RowFeed,
  parts: TidyParts,
): Promise<SheetReading> {
  const { work, layout, to, above } = parts;
  const from = work.table.length;
  let row = headerRow;
  if (acceptHeader(header, headerRow, parts)) {
    const { names, findings, context } = work;
    const reader = new TidyRows(header, headerRow, { layout, names, to, findings, anchorYear: context.anchorYear });
    if (typeof rows === 'function') row = await rows(reader);
    else for await (const batch of rows) for (const fields of batch) reader.read(fields, ++row);
  }
  const columnRoles = header.texts.map(
    (text, at): Span<ColumnRole> => ({ from: at + 1, to: at + 1, role: columnRole(header, at), text }),
  );
  const table: TableReading = {
    layout: 'tidy',
    rows: [],
    columns: [],
    top: headerRow,
    bottom: row,
    left: 1,
    right: header.width,
    evidence: [{ code: layout === undefined ? 'tidy-header' : 'declared', args: { form: work.form?.id ?? '' } }],
    rowRoles: [
      ...(above.length > 0 ? [{ from: 1, to: above.length, role: 'left-out' as const }] : []),
      { from: headerRow, to: headerRow, role: 'header' },
      ...(row > headerRow ? [{ from: headerRow + 1, to: row, role: 'data' as const }] : []),
    ],
    columnRoles,
    leftOut: [...header.extra, ...header.remarks].map((at) => ({
      reason: 'extra-column',
      columns: [at + 1, at + 1],
      text: header.texts[at],
    })),
    observations: { from, to: work.table.length },
  };
  return { hidden: false, rows: row, columns: header.width, tables: [table] };
}
