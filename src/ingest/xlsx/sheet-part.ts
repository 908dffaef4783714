import type { Buffer } from 'node:buffer';
import type { Grid, Merge } from '../grid.js';
import { ByteXml, decodeText, findAttribute, isName, latin1 } from './byte-xml.js';
import { type PlainCell, type PlainRow, plainNumber, readPlainCell, readPlainRow, readRowEnd } from './plain-cell.js';

/** Bounds of the format itself, and of what is kept of one sheet. */
export const MAX_ROW = 1_048_576;
export const MAX_COLUMN = 16_384;
const MAX_CELLS = 16_000_000;
const MAX_MERGES = 20_000;
const LONGEST_EXACT = 17;

const C = 0x63;
const V = 0x76;
const F = 0x66;
const T = 0x74;
const R = 0x72;

type CellType = 'number' | 'shared' | 'text' | 'boolean' | 'error';
const TYPES: Record<string, CellType> = {
  n: 'number',
  s: 'shared',
  str: 'text',
  inlineStr: 'text',
  d: 'text',
  b: 'boolean',
  e: 'error',
};

export class SheetTooLarge extends Error {}

/** Reads a worksheet part into a grid: only cells that hold something, whatever the sheet says of its dimension. */
export class SheetPart extends ByteXml {
  readonly #grid: Grid;
  #row = 0;
  #column = 0;
  #type: CellType = 'number';
  #style = 0;
  #inCell = false;
  #text = '';
  #raw = '';
  #number = Number.NaN;
  #hasValue = false;
  #hasFormula = false;
  #phonetic = false;
  readonly #cell: PlainCell = { row: 0, column: 0, style: 0, value: 0, shared: false, empty: false, end: 0 };
  readonly #plainRow: PlainRow = { row: 0, end: 0 };
  /** Merged ranges beyond the number that is kept. */
  mergesDropped = 0;
  ended = false;

  constructor(part: string, grid: Grid) {
    super(part);
    this.#grid = grid;
  }

  /** The rows and cells that most sheets are made of: <row r="2"><c r="B2" s="1" t="s"><v>12.5</v></c></row>. */
  protected shortcut(b: Buffer, lt: number): number {
    if (this.#inCell) return -1;
    let at = lt;
    for (let end = this.#plainEnd(b, at); end > 0; end = this.#plainEnd(b, at)) at = end;
    return at > lt ? at : -1;
  }

  /** Reads one of them: where it ends, or −1. */
  #plainEnd(b: Buffer, lt: number): number {
    if (b[lt + 1] === C) return this.#readCell(b, lt);
    if (b[lt + 1] !== R) return readRowEnd(b, lt);
    if (!readPlainRow(b, lt, this.#plainRow)) return -1;
    const { row, end } = this.#plainRow;
    if (row <= this.#row || row > MAX_ROW) return -1;
    this.#row = row;
    this.#column = 0;
    return end;
  }

  #readCell(b: Buffer, lt: number): number {
    if (!readPlainCell(b, lt, this.#cell)) return -1;
    const { row, column, style, value, shared, empty, end } = this.#cell;
    if (row !== this.#row || column <= this.#column || column > MAX_COLUMN) return -1;
    if (this.#grid.size >= MAX_CELLS) return -1;
    this.#column = column;
    if (empty) return end;
    if (shared) this.#grid.putShared(row, column, value, style);
    else this.#grid.putNumber(row, column, value, style);
    return end;
  }

  protected open(b: Buffer, nameStart: number, nameEnd: number, end: number, empty: boolean): void {
    const length = nameEnd - nameStart;
    const first = b[nameStart]!;
    if (length === 1) {
      if (first === C) this.#openCell(b, nameEnd, end);
      else if (this.#inCell && first === V) this.wantsText = true;
      else if (this.#inCell && first === T) this.wantsText = !this.#phonetic;
      else if (this.#inCell && first === F) this.#hasFormula = true;
      return;
    }
    if (isName(b, nameStart, nameEnd, 'row')) {
      this.#openRow(b, nameEnd, end);
      return;
    }
    const name = latin1(b, nameStart, nameEnd);
    if (name === 'rPh') this.#phonetic = !empty;
    else if (name === 'mergeCell') this.#openMerge(b, nameEnd, end);
    else if (name === 'col') this.#openColumn(b, nameEnd, end);
  }

  protected close(b: Buffer, nameStart: number, nameEnd: number): void {
    const length = nameEnd - nameStart;
    const first = b[nameStart]!;
    if (length === 1) {
      if (first === C) this.#closeCell();
      else if (first === V || first === T) this.wantsText = false;
    } else if (length === 3 && first === R && b[nameStart + 1] === 0x50) this.#phonetic = false;
    else if (isName(b, nameStart, nameEnd, 'worksheet')) this.ended = true;
  }

  protected text(b: Buffer, start: number, end: number, literal: boolean): void {
    this.#hasValue = true;
    if (this.#type === 'number' || this.#type === 'shared') {
      this.#number = this.#raw === '' ? plainNumber(b, start, end) : Number.NaN;
      if (Number.isNaN(this.#number)) this.#raw += decodeText(b, start, end, literal);
    } else this.#text += decodeText(b, start, end, literal);
  }

  #openRow(b: Buffer, from: number, to: number): void {
    const at = findAttribute(b, 'r', from, to);
    const row = at ? integer(b, at[0], at[1]) : this.#row + 1;
    if (row <= this.#row || row > MAX_ROW) throw new RangeError(`row ${row} after ${this.#row}`);
    this.#row = row;
    this.#column = 0;
    const hidden = findAttribute(b, 'hidden', from, to);
    if (hidden && isTrue(b, hidden)) this.#grid.hiddenRows.add(row);
  }

  #openColumn(b: Buffer, from: number, to: number): void {
    const hidden = findAttribute(b, 'hidden', from, to);
    if (!hidden || !isTrue(b, hidden)) return;
    const [min, max] = ['min', 'max'].map((name) => {
      const at = findAttribute(b, name, from, to);
      return at ? Number(latin1(b, at[0], at[1])) : 0;
    });
    for (let c = min ?? 0; c >= 1 && c <= Math.min(max ?? 0, MAX_COLUMN); c++) this.#grid.hiddenColumns.add(c);
  }

  #openMerge(b: Buffer, from: number, to: number): void {
    if (this.#grid.merges.length >= MAX_MERGES) {
      this.mergesDropped++;
      return;
    }
    const at = findAttribute(b, 'ref', from, to);
    const merge = at && parseRange(latin1(b, at[0], at[1]));
    if (merge) this.#grid.merges.push(merge);
  }

  #openCell(b: Buffer, from: number, to: number): void {
    this.#inCell = true;
    this.#type = 'number';
    this.#style = 0;
    this.#text = '';
    this.#raw = '';
    this.#number = Number.NaN;
    this.#hasValue = false;
    this.#hasFormula = false;
    let column = this.#column + 1;
    // Attributes of a cell are short and few: one pass, by their first letter.
    for (let i = from; i < to; i++) {
      const c = b[i]!;
      if ((c !== R && c !== 0x73 && c !== T) || b[i + 1] !== 0x3d || b[i - 1]! > 0x20) continue;
      const quote = b[i + 2]!;
      const start = i + 3;
      const end = b.indexOf(quote, start);
      if (end < 0 || end > to) break;
      if (c === R) column = this.#columnOf(b, start, end);
      else if (c === T) this.#type = TYPES[latin1(b, start, end)] ?? 'text';
      else this.#style = integer(b, start, end);
      i = end;
    }
    if (column <= this.#column) throw new RangeError(`column ${column} after ${this.#column} in row ${this.#row}`);
    this.#column = column;
  }

  /** Column of an address; its row must be the row it stands in. */
  #columnOf(b: Buffer, start: number, end: number): number {
    let column = 0;
    let i = start;
    for (; i < end && b[i]! >= 0x41; i++) column = column * 26 + ((b[i]! & 0xdf) - 64);
    if (column < 1 || column > MAX_COLUMN || integer(b, i, end) !== this.#row)
      throw new RangeError(`address ${latin1(b, start, Math.min(end, start + 20))} in row ${this.#row}`);
    return column;
  }

  #closeCell(): void {
    if (!this.#inCell) return;
    this.#inCell = false;
    this.wantsText = false;
    const [grid, row, column] = [this.#grid, this.#row, this.#column];
    if (!this.#hasValue) {
      // A formula that was never calculated has no value; it is not blank.
      if (this.#hasFormula && this.#type !== 'text') grid.putError(row, column, '=');
      return;
    }
    if (grid.size >= MAX_CELLS) throw new SheetTooLarge(`more than ${MAX_CELLS} cells`);
    if (this.#type === 'shared')
      grid.putShared(row, column, Number.isNaN(this.#number) ? Number(this.#raw) : this.#number, this.#style);
    else if (this.#type === 'number') this.#putNumber(grid, row, column);
    else if (this.#type === 'boolean') grid.putBoolean(row, column, /^\s*(?:1|true)\s*$/.test(this.#text));
    else if (this.#type === 'error') grid.putError(row, column, this.#text);
    else grid.putText(row, column, this.#text, this.#style);
  }

  #putNumber(grid: Grid, row: number, column: number): void {
    if (!Number.isNaN(this.#number)) {
      grid.putNumber(row, column, this.#number, this.#style);
      return;
    }
    const raw = this.#raw.trim();
    const value = raw === '' ? Number.NaN : Number(raw);
    const spelled = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(raw);
    const exact = raw.replace(/[eE].*$|[^\d]/g, '').replace(/^0+/, '').length <= LONGEST_EXACT;
    // More digits than a double holds, or no number at all: kept as written, for the grammar to judge.
    if (spelled && exact && Number.isFinite(value)) grid.putNumber(row, column, value, this.#style);
    else grid.putText(row, column, raw);
  }
}

function integer(b: Buffer, start: number, end: number): number {
  let n = 0;
  for (let i = start; i < end; i++) {
    const digit = b[i]! - 0x30;
    if (digit < 0 || digit > 9) return -1;
    n = n * 10 + digit;
  }
  return n;
}

function isTrue(b: Buffer, [start, end]: readonly [number, number]): boolean {
  const text = latin1(b, start, end);
  return text === '1' || text === 'true';
}

/** B2:D5, or one cell. */
export function parseRange(ref: string): Merge | undefined {
  const m = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/.exec(ref);
  if (!m) return undefined;
  const column = (letters: string) => [...letters].reduce((n, c) => n * 26 + c.charCodeAt(0) - 64, 0);
  const [left, top] = [column(m[1]!), Number(m[2])];
  const [right, bottom] = m[3] === undefined ? [left, top] : [column(m[3]), Number(m[4])];
  return right < left || bottom < top || right > MAX_COLUMN || bottom > MAX_ROW
    ? undefined
    : { top, left, bottom, right };
}
