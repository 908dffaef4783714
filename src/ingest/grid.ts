import { floatText, padDecimals, shiftPoint } from './float-text.js';

export type CellKind = 'empty' | 'text' | 'number' | 'date' | 'boolean' | 'error';
const KINDS: readonly CellKind[] = ['empty', 'text', 'number', 'date', 'boolean', 'error'];

/** How a number format shows a number. */
export interface CellStyle {
  /** Decimals that the format shows; undefined for a general one. */
  readonly decimals?: number | undefined;
  readonly percent?: boolean;
  /** Shows a thousandth or a ten-thousandth of the number: which of the two is meant cannot be told. */
  readonly scaled?: boolean;
  /** day: shows a day; month: shows year and month and no day; time: neither. */
  readonly date?: 'day' | 'month' | 'time';
}
export const GENERAL: CellStyle = {};

/** A merged range, from 1, ends included. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

const START = 256;

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
  #starts = new Int32Array(START);
  #column = new Uint16Array(START);
  #kind = new Uint8Array(START);
  #style = new Uint16Array(START);
  #value = new Float64Array(START);
  readonly #texts: readonly string[];
  readonly #own: string[] = [];
  readonly #styles: readonly CellStyle[];

  /** `texts`: a pool that `putShared` points into. `styles`: what the numbers of styles mean; 0 is the general one. */
  constructor(texts: readonly string[] = [], styles: readonly CellStyle[] = [GENERAL], date1904 = false) {
    this.#texts = texts;
    this.#styles = styles;
    this.date1904 = date1904;
  }

  putText(row: number, column: number, text: string): void {
    if (text === '') return;
    this.#own.push(text);
    this.#put(row, column, 1, -this.#own.length, 0);
  }

  /** A text of the shared pool. */
  putShared(row: number, column: number, index: number): void {
    if ((this.#texts[index] ?? '') !== '') this.#put(row, column, 1, index, 0);
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

  kind(row: number, column: number): CellKind {
    const at = this.find(row, column);
    return at < 0 ? 'empty' : KINDS[this.#kind[at]!]!;
  }

  /** What the cell says, as canonical text: a number with at least the decimals of its format, a day as 2024-01-02. */
  text(row: number, column: number): string {
    const at = this.find(row, column);
    return at < 0 ? '' : this.#textAt(at);
  }

  /** The value as stored: a number without its format, a date as its day number. */
  raw(row: number, column: number): string {
    const at = this.find(row, column);
    if (at < 0) return '';
    const kind = this.#kind[at]!;
    return kind === 2 || kind === 3 ? String(this.#value[at]!) : this.#textAt(at);
  }

  kindAt(at: number): CellKind {
    return KINDS[this.#kind[at]!]!;
  }

  /** The double of a cell (by its index) that holds a plain number: no date, no percentage, no format that shows another number. */
  plainNumberAt(at: number): number | undefined {
    if (at < 0 || this.#kind[at] !== 2) return undefined;
    const style = this.#styles[this.#style[at]!];
    return style?.percent || style?.scaled ? undefined : this.#value[at];
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
    return this.#column.subarray(this.#starts[row - 1]!, this.#end(row));
  }

  /** Index of the first cell of a row; its cells follow in the order of `columnsOf`. */
  firstOf(row: number): number {
    return row < 1 || row > this.rows ? this.size : this.#starts[row - 1]!;
  }

  #end(row: number): number {
    return row === this.rows ? this.size : this.#starts[row]!;
  }

  /** Index of a cell, or −1 where there is none. */
  find(row: number, column: number): number {
    if (row < 1 || row > this.rows) return -1;
    let low = this.#starts[row - 1]!;
    let high = this.#end(row) - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const c = this.#column[middle]!;
      if (c === column) return middle;
      if (c < column) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  #textAt(at: number): string {
    const value = this.#value[at]!;
    switch (this.#kind[at]) {
      case 2:
        return numberText(value, this.#styles[this.#style[at]!] ?? GENERAL);
      case 3:
        return dateText(value, this.#styles[this.#style[at]!] ?? GENERAL, this.date1904);
      case 4:
        return value === 1 ? 'TRUE' : 'FALSE';
      default:
        return value < 0 ? this.#own[-value - 1]! : this.#texts[value]!;
    }
  }

  #put(row: number, column: number, kind: number, value: number, style: number): void {
    if (row < this.rows || row < 1 || column < 1) throw new RangeError(`cell out of order: ${row}, ${column}`);
    if (row > this.rows) {
      if (row > this.#starts.length)
        this.#starts = enlarged(new Int32Array(Math.max(row, this.rows * 2)), this.#starts);
      this.#starts.fill(this.size, this.rows, row);
      this.rows = row;
    } else if (column <= this.#column[this.size - 1]!) throw new RangeError(`cell out of order: ${row}, ${column}`);
    if (this.size === this.#value.length) {
      const more = this.size * 2;
      this.#column = enlarged(new Uint16Array(more), this.#column);
      this.#kind = enlarged(new Uint8Array(more), this.#kind);
      this.#style = enlarged(new Uint16Array(more), this.#style);
      this.#value = enlarged(new Float64Array(more), this.#value);
    }
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

/** A number as its format has it read: 0.158 shown as 15.8% says 15.8%. Digits beyond the format are kept. */
export function numberText(value: number, style: CellStyle): string {
  const plain = floatText(value);
  if (style.scaled) return `${plain} (scaled)`;
  if (style.percent) return `${padDecimals(shiftPoint(plain, 2), style.decimals ?? 0)}%`;
  return padDecimals(plain, style.decimals ?? 0);
}

const DAY = 86_400_000;

/** Day number → 2024-01-02, or 2024-01 where the format shows year and month only and the day is the first. */
export function dateText(serial: number, style: CellStyle, date1904: boolean): string {
  const days = date1904 ? serial + 1462 : serial;
  if (style.date === 'time' || !(days >= 1 && days < 2_958_466)) return `${serial} (time)`;
  // Day 60 of the 1900 system is 29 February 1900, which never was.
  const date = new Date(Date.UTC(1899, 11, days < 60 ? 31 : 30) + Math.floor(days) * DAY).toISOString();
  return style.date === 'month' && date.slice(8, 10) === '01' ? date.slice(0, 7) : date.slice(0, 10);
}
