import type { Cell, Table } from './story.js';
import { boundedInteger, isOff } from './story-properties.js';

/** Widest span that is laid out: Word's own limit is 63 columns. */
const WIDEST = 1000;

/** The tables that are open at a point of a story, innermost last. */
export class OpenTables {
  readonly #open: { readonly table: Table; cell: Cell | undefined }[] = [];

  /** The innermost open cell. */
  get cell(): Cell | undefined {
    return this.#open.at(-1)?.cell;
  }

  /** An element of a table's frame begins; `after` is the number of the last paragraph so far. */
  open(local: string, parent: string | undefined, value: (name: string) => string | undefined, after: number): void {
    if (local === 'tbl') this.#open.push({ table: { rows: [], after }, cell: undefined });
    const innermost = this.#open.at(-1);
    const row = innermost?.table.rows.at(-1);
    const cell = innermost?.cell;
    if (!innermost) return;
    if (local === 'tr') innermost.table.rows.push({ cells: [], skipped: 0, isHeader: false });
    else if (local === 'tc' && row) {
      const { table } = innermost;
      innermost.cell = { table, row: table.rows.length - 1, columnSpan: 1, verticalMerge: undefined, paragraphs: [] };
      row.cells.push(innermost.cell);
    } else if (parent === 'tcPr' && cell && local === 'gridSpan')
      cell.columnSpan = boundedInteger(value('val'), 1, 1, WIDEST);
    else if (parent === 'tcPr' && cell && local === 'vMerge')
      cell.verticalMerge = value('val') === 'restart' ? 'restart' : 'continue';
    else if (parent === 'trPr' && row && local === 'gridBefore')
      row.skipped = boundedInteger(value('val'), 0, 0, WIDEST);
    else if (parent === 'trPr' && row && local === 'tblHeader') row.isHeader = !isOff(value('val'));
  }

  close(local: 'tbl' | 'tc'): void {
    if (local === 'tbl') this.#open.pop();
    else {
      const innermost = this.#open.at(-1);
      if (innermost) innermost.cell = undefined;
    }
  }
}
