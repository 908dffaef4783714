import { type CellStyle, dateText, GENERAL, numberText } from './cell-text.js';

export type CellKind = 'empty' | 'text' | 'number' | 'date' | 'boolean' | 'error';
const KINDS: readonly CellKind[] = ['empty', 'text', 'number', 'date', 'boolean', 'error'];

/** A merged range, from 1, ends included. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

const START = 256;

/** Columns of the widest sheet there is; a table that is wider is no return. */
export const MOST_COLUMNS = 16_384;

export class TooWide extends Error {
  readonly row: number;
  constructor(row: number) {
    super(`more than ${MOST_COLUMNS} columns in row ${row}`);
    this.row = row;
  }
}

/** Room for cells that a sheet has let go, for the next sheet of its workbook. */
export interface GridRoom {
  spare?: Room | undefined;
}

interface Room {
  readonly starts: Int32Array;
  readonly column: Uint16Array;
  readonly kind: Uint8Array;
  readonly style: Uint16Array;
  readonly value: Float64Array;
}

const newRoom = (): Room => ({
  starts: new Int32Array(START),
  column: new Uint16Array(START),
  kind: new Uint8Array(START),
  style: new Uint16Array(START),
  value: new Float64Array(START),
});

/**
 * The cells of one sheet: sparse, in columns of typed arrays, rows and columns from 1. Cells are put in row by row, from
 * left to right. A number is kept as its double and its format; a text as itself.
 */
export class Grid {
  readonly merges: Merge[] = [];
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  /** Base of day numbers: 1904 in old Mac workbooks. */
  readonly date1904: boolean;
  rows = 0;
  columns = 0;
  size = 0;
  #starts: Int32Array;
  #column: Uint16Array;
  #kind: Uint8Array;
  #style: Uint16Array;
  #value: Float64Array;
  /** The pool of texts that its workbook shares. */
  readonly texts: readonly string[];
  readonly #own: string[] = [];
  readonly #styles: readonly CellStyle[];
  readonly #room: GridRoom;

  /** `texts`: a pool that `putShared` points into. `styles`: what the numbers of styles mean; 0 is the general one. */
  constructor(
    texts: readonly string[] = [],
    styles: readonly CellStyle[] = [GENERAL],
    date1904 = false,
    room: GridRoom = {},
  ) {
    this.texts = texts;
    this.#styles = styles;
    this.date1904 = date1904;
    this.#room = room;
    const { starts, column, kind, style, value } = room.spare ?? newRoom();
    room.spare = undefined;
    this.#starts = starts;
    this.#column = column;
    this.#kind = kind;
    this.#style = style;
    this.#value = value;
  }

  /** Lets all cells go: the next sheet of the workbook takes their room. */
  release(): void {
    const [starts, column, kind, style, value] = [this.#starts, this.#column, this.#kind, this.#style, this.#value];
    this.#room.spare = { starts, column, kind, style, value };
    this.rows = 0;
    this.size = 0;
  }

  putText(row: number, column: number, text: string, style = 0): void {
    if (text === '') return;
    this.#own.push(text);
    this.#put(row, column, 1, -this.#own.length, style);
  }

  /** A text of the shared pool. */
  putShared(row: number, column: number, index: number, style = 0): void {
    if ((this.texts[index] ?? '') !== '') this.#put(row, column, 1, index, style);
  }

  putNumber(row: number, column: number, value: number, style = 0): void {
    this.#put(row, column, this.#styles[style]?.date === undefined ? 2 : 3, value, style);
  }

  putBoolean(row: number, column: number, value: boolean): void {
    this.#put(row, column, 4, value ? 1 : 0, 0);
  }

  putError(row: number, column: number, text: string): void {
    this.#own.push(text);
    this.#put(row, column, 5, -this.#own.length, 0);
  }

  /** Column of a cell, by its index. */
  columnAt(at: number): number {
    return this.#column[at]!;
  }

  /** Number of the text of a cell in the shared pool; −1 for every other cell. */
  sharedAt(at: number): number {
    return this.#kind[at] === 1 ? Math.max(-1, this.#value[at]!) : -1;
  }

  /** The double of a number or a day, by the index of its cell. */
  valueAt(at: number): number {
    return this.#value[at]!;
  }

  /** Number of the style of a cell. */
  styleAt(at: number): number {
    return this.#style[at]!;
  }

  kind(row: number, column: number): CellKind {
    const at = this.find(row, column);
    return at < 0 ? 'empty' : KINDS[this.#kind[at]!]!;
  }

  /** What the cell says, as canonical text: a number with at least the decimals of its format, a day as 2024-01-02. */
  text(row: number, column: number): string {
    const at = this.find(row, column);
    return at < 0 ? '' : this.textAt(at);
  }

  /** The value as stored: a number without its format, a date as its day number. */
  raw(row: number, column: number): string {
    const at = this.find(row, column);
    if (at < 0) return '';
    const kind = this.#kind[at]!;
    return kind === 2 || kind === 3 ? String(this.#value[at]!) : this.textAt(at);
  }

  /** Steps by which the style of the cell moves its text in. */
  indent(row: number, column: number): number {
    const at = this.find(row, column);
    return at < 0 ? 0 : (this.#styles[this.#style[at]!]?.indent ?? 0);
  }

  kindAt(at: number): CellKind {
    return KINDS[this.#kind[at]!]!;
  }

  /**
   * The double of a cell (by its index) that holds a plain number: no date, no percentage, no format that shows another
   * number. NaN for every other cell.
   */
  plainNumberAt(at: number): number {
    if (at < 0 || this.#kind[at] !== 2) return Number.NaN;
    const style = this.#styles[this.#style[at]!];
    return style?.percent || style?.scaled ? Number.NaN : this.#value[at]!;
  }

  /** Decimals that the cell's own format shows, where it has one. */
  formatDecimals(row: number, column: number): number | undefined {
    return this.formatDecimalsAt(this.find(row, column));
  }

  formatDecimalsAt(at: number): number | undefined {
    return at < 0 ? undefined : this.#styles[this.#style[at]!]?.decimals;
  }

  /** Columns of the cells of a row that are not empty, from left to right. */
  columnsOf(row: number): Uint16Array {
    if (row < 1 || row > this.rows) return new Uint16Array(0);
    return this.#column.subarray(this.#starts[row - 1]!, this.endOf(row));
  }

  /** Index of the first cell of a row; its cells follow in the order of `columnsOf`. */
  firstOf(row: number): number {
    return row < 1 || row > this.rows ? this.size : this.#starts[row - 1]!;
  }

  /** Index behind the last cell of a row. */
  endOf(row: number): number {
    return row < 1 || row >= this.rows ? this.size : this.#starts[row]!;
  }

  /** Index of a cell, or −1 where there is none. */
  find(row: number, column: number): number {
    if (row < 1 || row > this.rows) return -1;
    let low = this.#starts[row - 1]!;
    let high = this.endOf(row) - 1;
    // Most rows have no gaps: the cell stands where it would without any.
    const guess = low + column - (this.#column[low] ?? 0);
    if (guess >= low && guess <= high && this.#column[guess] === column) return guess;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const c = this.#column[middle]!;
      if (c === column) return middle;
      if (c < column) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  /** As `text`, by the index of the cell. */
  textAt(at: number): string {
    const value = this.#value[at]!;
    switch (this.#kind[at]) {
      case 2:
        return numberText(value, this.#styles[this.#style[at]!] ?? GENERAL);
      case 3:
        return dateText(value, this.#styles[this.#style[at]!] ?? GENERAL, this.date1904);
      case 4:
        return value === 1 ? 'TRUE' : 'FALSE';
      default:
        return value < 0 ? this.#own[-value - 1]! : this.texts[value]!;
    }
  }

  /** The cells of some rows, in a grid of their own: what remains when the sheet has been read. */
  excerpt(rows: Iterable<number>): Grid {
    const part = new Grid(this.texts, this.#styles, this.date1904);
    for (const row of rows)
      for (let at = this.firstOf(row), end = this.endOf(row); at < end; at++) {
        const value = this.#value[at]!;
        const own = this.#kind[at] === 1 || this.#kind[at] === 5 ? value < 0 : false;
        if (own) part.#own.push(this.#own[-value - 1]!);
        part.#put(row, this.#column[at]!, this.#kind[at]!, own ? -part.#own.length : value, this.#style[at]!);
      }
    return part;
  }

  /** Makes room for that many cells. */
  reserve(cells: number): void {
    if (cells > this.#value.length) this.#grow(cells);
  }

  #grow(more: number): void {
    this.#column = enlarged(new Uint16Array(more), this.#column);
    this.#kind = enlarged(new Uint8Array(more), this.#kind);
    this.#style = enlarged(new Uint16Array(more), this.#style);
    this.#value = enlarged(new Float64Array(more), this.#value);
  }

  #put(row: number, column: number, kind: number, value: number, style: number): void {
    if (column > MOST_COLUMNS) throw new TooWide(row);
    if (row < this.rows || row < 1 || column < 1) throw new RangeError(`cell out of order: ${row}, ${column}`);
    if (row > this.rows) {
      if (row > this.#starts.length)
        this.#starts = enlarged(new Int32Array(Math.max(row, this.rows * 2)), this.#starts);
      this.#starts.fill(this.size, this.rows, row);
      this.rows = row;
    } else if (column <= this.#column[this.size - 1]!) throw new RangeError(`cell out of order: ${row}, ${column}`);
    if (this.size === this.#value.length) this.#grow(this.size * 2);
    this.#column[this.size] = column;
    this.#kind[this.size] = kind;
    this.#style[this.size] = style;
    this.#value[this.size] = value;
    this.size += 1;
    if (column > this.columns) this.columns = column;
  }
}

function enlarged<T extends { set(from: T): void }>(larger: T, from: T): T {
  larger.set(from);
  return larger;
}
