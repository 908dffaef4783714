import type { Decimal } from '../../model/decimal.js';

/** One column of a table that people or programs read. */
export interface TableColumn {
  /** Stable name, for programs. */
  readonly key: string;
  readonly heading: string;
  readonly kind: 'text' | 'number';
  /** Whether a workbook draws bars behind its figures: for rates. */
  readonly bars?: boolean;
  /** Whether its texts run over several lines in a workbook: for prose. */
  readonly wraps?: boolean;
  /** Whether people write in it: a workbook marks it. */
  readonly input?: boolean;
}

/** One cell. `number` is what `text` shows, exactly; a cell without a figure has none. */
export interface TableCell {
  readonly text: string;
  readonly number?: Decimal;
  /** How a terminal colours it. */
  readonly tone?: 'up' | 'down' | 'quiet' | 'strong' | 'bad' | 'warn';
}

/** A table with its title and the notes that belong under it. */
export interface Table {
  readonly title?: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly TableCell[])[];
  readonly notes: readonly string[];
}

export const textCell = (text: string, tone?: TableCell['tone']): TableCell =>
  tone === undefined ? { text } : { text, tone };
