import type { Catalogue } from '../catalogue/catalogue.js';
import type { Form } from '../catalogue/form.js';
import type { ObservationTable } from '../model/observation-table.js';
import type { RefAreaTable } from '../model/ref-area.js';
import type { IngestDiagnostic } from './diagnostics.js';
import type { Grid } from './grid.js';

/** What a reader may know beside the file. Without a catalogue, names are kept as they stand. */
export interface ReadContext {
  readonly refAreas: RefAreaTable;
  readonly catalogue?: Catalogue | undefined;
  readonly forms?: readonly Form[] | undefined;
  /** Code of the region the project speaks for: tells apart areas of one name. */
  readonly home?: string | undefined;
  /** The year of a period that names none, where nothing in the file does. */
  readonly anchorYear?: number | undefined;
  /** Whether the readings keep every cell, not only those that a picture of the tables shows. */
  readonly keepCells?: boolean | undefined;
  /** Where the observations go; a new table when absent. */
  readonly table?: ObservationTable | undefined;
  /** False: tidy text goes by the general road, however plain it is. It finds the same; a test holds the two together. */
  readonly fastRoad?: boolean | undefined;
}

export type ReturnFormat = 'csv' | 'xlsx' | 'xls' | 'et' | 'xlsb' | 'ods' | 'html';
export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** What one axis of a table, or its surroundings, name. */
export type Dimension = 'region' | 'indicator' | 'period' | 'measure';

/** tidy: one figure a row. table: headings on both sides; which dimension stands where is in `rows` and `columns`. */
export type LayoutKind = 'tidy' | 'table';

/** Why the reader took it so. `code` keys a message. */
export interface Evidence {
  readonly code: string;
  readonly args: Readonly<Record<string, string | number | readonly string[]>>;
}

export type RowRole =
  | 'title'
  | 'unit'
  | 'preamble'
  | 'caption'
  | 'header'
  | 'data'
  | 'label'
  | 'total'
  | 'note'
  | 'blank'
  | 'left-out';
export type ColumnRole =
  | 'region'
  | 'indicator'
  | 'period'
  | 'measure'
  | 'unit'
  | 'serial'
  | 'code'
  | 'value'
  | 'note'
  | 'blank'
  | 'left-out';

/** Rows (or columns) `from`..`to`, from 1, that play one part. */
export interface Span<Role> {
  readonly from: number;
  readonly to: number;
  readonly role: Role;
  /** In words: the header of a column, the text of a title. */
  readonly text?: string | undefined;
}

/** Something in the sheet that gave no observation, and why (`reason` keys a message). */
export interface LeftOut {
  readonly reason: string;
  readonly rows?: readonly [number, number];
  readonly columns?: readonly [number, number];
  readonly text?: string | undefined;
}

/** One table of a sheet, as it was understood. */
export interface TableReading {
  readonly layout: LayoutKind;
  /** What the rows and the columns name. Both empty for a tidy table. */
  readonly rows: readonly Dimension[];
  readonly columns: readonly Dimension[];
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly evidence: readonly Evidence[];
  readonly rowRoles: readonly Span<RowRole>[];
  readonly columnRoles: readonly Span<ColumnRole>[];
  readonly title?: string | undefined;
  readonly unit?: string | undefined;
  /** As it is written in title, preamble or caption. */
  readonly period?: string | undefined;
  readonly leftOut: readonly LeftOut[];
  /** Rows [from, to) of the observation table. */
  readonly observations: { readonly from: number; readonly to: number };
}

export interface SheetReading {
  /** A text file has one sheet without a name. */
  readonly name?: string | undefined;
  readonly hidden: boolean;
  readonly rows: number;
  readonly columns: number;
  readonly tables: readonly TableReading[];
  /**
   * The cells that a picture of the tables shows, or all of them where the context asks for that; absent for a text file
   * that was streamed.
   */
  readonly grid?: Grid | undefined;
}

/** How one return was read. */
export interface ReturnReading {
  readonly file: string;
  readonly format: ReturnFormat;
  readonly encoding?: Encoding | undefined;
  /** Id of the form that declared the layout. */
  readonly form?: string | undefined;
  readonly sheets: readonly SheetReading[];
  readonly table: ObservationTable;
  /** Rows [from, to) of `table` that this file delivered. */
  readonly observations: { readonly from: number; readonly to: number };
  readonly diagnostics: readonly IngestDiagnostic[];
}
