import { grown } from './grown.js';

/**
 * Row and column of each observation's cell, kept in runs: as long as figures come row after row from the same columns, only
 * the cell of the first is written down. Figures are read in the order of a file, so that a table of millions is a few runs.
 */
export class CellPlaces {
  length = 0;
  #runs = 0;
  /** Of each run: its first observation, the row of that, where its columns stand in `#columns`, and how many they are. */
  #from = new Int32Array(64);
  #row = new Int32Array(64);
  #columnsFrom = new Int32Array(64);
  #width = new Int32Array(64);
  #columns = new Int32Array(64);
  #columnsLength = 0;
  /** The cell that goes on with the last run; row −1 where the next cell begins a run. */
  #nextRow = -1;
  #nextAt = 0;
  /** Whether the last run is still in its first row, and may get a further column. */
  #open = false;

  add(row: number, column: number): void {
    const at = this.length++;
    if (this.#open && row === this.#nextRow && column > this.#columns[this.#columnsLength - 1]!) this.#widen(column);
    else if (this.#goesOn(row, column)) this.#advance();
    else this.#begin(at, row, column);
  }

  rowAt(at: number): number {
    const run = this.#runOf(at);
    return this.#row[run]! + Math.floor((at - this.#from[run]!) / this.#width[run]!);
  }

  columnAt(at: number): number {
    const run = this.#runOf(at);
    return this.#columns[this.#columnsFrom[run]! + ((at - this.#from[run]!) % this.#width[run]!)]!;
  }

  /** Forgets all cells from the `length`th on. */
  truncate(length: number): void {
    while (this.#runs > 0 && this.#from[this.#runs - 1]! >= length) {
      this.#runs -= 1;
      this.#columnsLength = this.#columnsFrom[this.#runs]!;
    }
    this.length = length;
    this.#open = false;
    this.#nextRow = -1;
  }

  /** Whether the cell is the one that goes on with the last run. Its first row is over with the first cell below. */
  #goesOn(row: number, column: number): boolean {
    if (this.#open) {
      this.#open = false;
      this.#nextRow += 1;
      this.#nextAt = this.#columnsFrom[this.#runs - 1]!;
    }
    return row === this.#nextRow && column === this.#columns[this.#nextAt];
  }

  #advance(): void {
    this.#nextAt += 1;
    if (this.#nextAt < this.#columnsLength) return;
    this.#nextAt = this.#columnsFrom[this.#runs - 1]!;
    this.#nextRow += 1;
  }

  #begin(at: number, row: number, column: number): void {
    if (this.#runs === this.#from.length) this.#grow();
    const run = this.#runs++;
    this.#from[run] = at;
    this.#row[run] = row;
    this.#columnsFrom[run] = this.#columnsLength;
    this.#width[run] = 0;
    this.#open = true;
    this.#nextRow = row;
    this.#widen(column);
  }

  #widen(column: number): void {
    if (this.#columnsLength === this.#columns.length)
      this.#columns = grown(new Int32Array(this.#columnsLength * 2), this.#columns);
    this.#columns[this.#columnsLength++] = column;
    this.#width[this.#runs - 1]! += 1;
  }

  #runOf(at: number): number {
    let [low, high] = [0, this.#runs - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#from[middle]! <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #grow(): void {
    const size = this.#from.length * 2;
    this.#from = grown(new Int32Array(size), this.#from);
    this.#row = grown(new Int32Array(size), this.#row);
    this.#columnsFrom = grown(new Int32Array(size), this.#columnsFrom);
    this.#width = grown(new Int32Array(size), this.#width);
  }
}
