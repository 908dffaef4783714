import * as z from 'zod';
import type { TidyLayout } from '../catalogue/form-layout.js';
import { TIDY_COLUMNS, type TidyColumn } from '../catalogue/tidy-columns.js';
import names from './tidy-columns.yaml';

const headers = z.array(z.string()).min(1);
const { remark, ...named } = z.object({ remark: headers }).catchall(headers).parse(names);
const namesSchema = z.record(z.enum(TIDY_COLUMNS), headers);
const headerKey = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]+/gu, ' ')
    .trim()
    .toLowerCase()
    .replace(/[_ ]/g, '-');

const COLUMN_OF = new Map<string, TidyColumn>(
  Object.entries(namesSchema.parse(named)).flatMap(([column, texts]) =>
    texts.map((text): [string, TidyColumn] => [headerKey(text), column as TidyColumn]),
  ),
);

const REMARKS: ReadonlySet<string> = new Set(remark.map(headerKey));

/** Columns that carry a level of the period itself; 同比 belongs to the only one of these. */
export const VALUE_COLUMNS = ['value', 'month', 'quarter', 'ytd'] as const satisfies readonly TidyColumn[];
const FIGURES: ReadonlySet<TidyColumn> = new Set([
  ...VALUE_COLUMNS,
  'plan',
  'last-year',
  'yoy',
  'month-yoy',
  'ytd-yoy',
  'rank',
]);
export const isFigureColumn = (column: TidyColumn): boolean => FIGURES.has(column);

/** A header row read by the contract. Columns count from 0. */
export interface TidyHeader {
  readonly columns: ReadonlyMap<TidyColumn, number>;
  readonly width: number;
  readonly texts: readonly string[];
  /** Headers that the contract does not name. */
  readonly extra: readonly number[];
  /** Headers of words for people, not to be read either. */
  readonly remarks: readonly number[];
  /** Names that stand more than once: such a file is refused. */
  readonly duplicates: readonly { readonly name: string; readonly columns: readonly number[] }[];
}

/** Reads a row as the header of a tidy return; `layout` gives the names that a form declares. */
export function parseTidyHeader(fields: readonly string[], layout?: TidyLayout): TidyHeader {
  const declared = new Map(Object.entries(layout?.columns ?? {}).map(([theirs, ours]) => [headerKey(theirs), ours]));
  const claimed = new Set(fields.map((field) => declared.get(headerKey(field))));
  const places = new Map<string, number[]>();
  const columns = new Map<TidyColumn, number>();
  const extra: number[] = [];
  const remarks: number[] = [];
  fields.forEach((field, at) => {
    const key = headerKey(field);
    if (key === '') return;
    const own = COLUMN_OF.get(key);
    // A form that maps another header to `region` leaves a plain 地区 beside it to be an extra column.
    const column = declared.get(key) ?? (own !== undefined && !claimed.has(own) ? own : undefined);
    if (column === undefined && REMARKS.has(key)) {
      remarks.push(at);
      return;
    }
    // A column of the contract and an extra one of the same word are two.
    const identity = column ?? `extra ${key}`;
    places.set(identity, [...(places.get(identity) ?? []), at]);
    if (column === undefined) extra.push(at);
    else if (!columns.has(column)) columns.set(column, at);
  });
  const duplicates = [...places]
    .filter(([, at]) => at.length > 1)
    .map(([, at]) => ({ name: fields[at[0]!]!.trim(), columns: at }));
  let width = fields.length;
  while (width > 0 && fields[width - 1]!.trim() === '') width -= 1;
  return { columns, width, texts: fields.map((f) => f.trim()), extra, remarks, duplicates };
}

/** Whether a header row is one of a tidy return: a period, a figure, and a region or an indicator. */
export function isTidyHeader({ columns }: TidyHeader): boolean {
  const has = (column: TidyColumn) => columns.has(column);
  return has('period') && (has('region') || has('indicator')) && [...FIGURES].some(has);
}

/** Rows in which the header of a tidy return is looked for. */
export const HEADER_WITHIN = 20;

/** The header of a tidy return among its first rows, `at` counted from 0. A form's own names need to name two columns only. */
export function findTidyHeader(
  rows: readonly (readonly string[])[],
  layout: TidyLayout | undefined,
): { readonly header: TidyHeader; readonly at: number } | undefined {
  for (let at = 0; at < Math.min(rows.length, HEADER_WITHIN); at++) {
    const header = parseTidyHeader(rows[at]!, layout);
    if (isTidyHeader(header) || (layout !== undefined && header.columns.size >= 2)) return { header, at };
  }
  return undefined;
}
