const NONE = -1;
const LARGEST = 0x7fff_ffff;

/** Which row stands at a region of a slice. */
export interface CellIndex {
  /** The row last put there, or −1. */
  rowIn(slice: number, refArea: number): number;
  /** The rows of the first `count` of these regions, put into `rows` one by one. */
  rowsIn(slice: number, refAreas: Int32Array, count: number, rows: Int32Array): void;
  /** Puts a row there, and gives the row that stood there before, or −1. */
  put(slice: number, refArea: number, row: number): number;
}

/** The cells that an index will hold, row by row. */
export interface Cells {
  /** How many slices there are. */
  readonly slices: number;
  readonly sliceOf: Int32Array;
  readonly refArea: Int32Array;
}

/** Places of a block for each row: where fewer would do, a block is worth its memory. */
const SPARSEST = 4;
const ALWAYS = 1024;

/** A block of rows, slice by slice and region by region, where the data fill one; else a hash. */
export function indexFor(cells: Cells): CellIndex {
  const { first, last } = extents(cells);
  const start = new Int32Array(cells.slices + 1);
  let places = 0;
  for (let slice = 0; slice < cells.slices; slice++) {
    places += Math.max(0, last[slice]! - first[slice]! + 1);
    if (places > SPARSEST * cells.sliceOf.length + ALWAYS) return new HashedCells(cells);
    start[slice + 1] = places;
  }
  return new DenseCells(first, start);
}

/** Of each slice its first and its last region, by their numbers. */
function extents({ slices, sliceOf, refArea }: Cells): { readonly first: Int32Array; readonly last: Int32Array } {
  const first = new Int32Array(slices).fill(LARGEST);
  const last = new Int32Array(slices).fill(NONE);
  for (let row = 0; row < sliceOf.length; row++) {
    const slice = sliceOf[row]!;
    const area = refArea[row]!;
    if (area < first[slice]!) first[slice] = area;
    if (area > last[slice]!) last[slice] = area;
  }
  return { first, last };
}

/** Each slice is a run of regions, from the first of its regions to the last, by their numbers. Rows are kept plus one. */
class DenseCells implements CellIndex {
  readonly #first: Int32Array;
  readonly #start: Int32Array;
  readonly #rows: Int32Array;

  constructor(first: Int32Array, start: Int32Array) {
    this.#first = first;
    this.#start = start;
    this.#rows = new Int32Array(start.at(-1)!);
  }

  rowIn(slice: number, refArea: number): number {
    const place = this.#start[slice]! + refArea - this.#first[slice]!;
    return place >= this.#start[slice]! && place < this.#start[slice + 1]! ? this.#rows[place]! - 1 : NONE;
  }

  rowsIn(slice: number, refAreas: Int32Array, count: number, rows: Int32Array): void {
    const start = this.#start[slice]!;
    const end = this.#start[slice + 1]!;
    const shift = start - this.#first[slice]!;
    const all = this.#rows;
    for (let i = 0; i < count; i++) {
      const place = refAreas[i]! + shift;
      rows[i] = place < start || place >= end ? NONE : all[place]! - 1;
    }
  }

  put(slice: number, refArea: number, row: number): number {
    const place = this.#start[slice]! + refArea - this.#first[slice]!;
    const before = this.#rows[place]! - 1;
    this.#rows[place] = row + 1;
    return before;
  }
}

/** An open addressing hash of row numbers, plus one: no object and no string per cell. */
class HashedCells implements CellIndex {
  readonly #sliceOf: Int32Array;
  readonly #refArea: Int32Array;
  readonly #slots: Int32Array;

  constructor({ sliceOf, refArea }: Cells) {
    this.#sliceOf = sliceOf;
    this.#refArea = refArea;
    let capacity = 16;
    while (capacity < sliceOf.length * 2) capacity *= 2;
    this.#slots = new Int32Array(capacity);
  }

  rowIn(slice: number, refArea: number): number {
    return this.#slots[this.#slotOf(slice, refArea)]! - 1;
  }

  rowsIn(slice: number, refAreas: Int32Array, count: number, rows: Int32Array): void {
    for (let i = 0; i < count; i++) rows[i] = this.rowIn(slice, refAreas[i]!);
  }

  put(slice: number, refArea: number, row: number): number {
    const slot = this.#slotOf(slice, refArea);
    const before = this.#slots[slot]! - 1;
    this.#slots[slot] = row + 1;
    return before;
  }

  /** Where the cell stands, or the free slot where it would. */
  #slotOf(slice: number, refArea: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = hash(slice, refArea) & mask; ; slot = (slot + 1) & mask) {
      const row = this.#slots[slot]! - 1;
      if (row === NONE || (this.#sliceOf[row] === slice && this.#refArea[row] === refArea)) return slot;
    }
  }
}

function hash(slice: number, refArea: number): number {
  let h = Math.imul(refArea + 1, 0x9e3779b1) ^ Math.imul(slice + 1, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  return h ^ (h >>> 13);
}
