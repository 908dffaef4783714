import { Interner } from '../model/interner.js';
import type { Grid } from './grid.js';

/** Numbers what the cells of a sheet say: 0 says nothing. A text that was met before costs no string. */
export class SheetTexts {
  readonly #grid: Grid;
  readonly #texts = new Interner();
  /** Numbers of the texts of the shared pool. */
  readonly #shared: Int32Array;
  /** Numbers of the numbers and days that names are written as (2024, 110000), by style and value. */
  readonly #ofStyle: (Map<number, number> | undefined)[] = [];

  constructor(grid: Grid) {
    this.#grid = grid;
    this.#texts.intern('');
    this.#shared = new Int32Array(grid.texts.length);
  }

  numberAt(at: number): number {
    const shared = this.#grid.sharedAt(at);
    if (shared < 0) return this.#ofOwn(at);
    const known = this.#shared[shared]!;
    if (known > 0) return known;
    const number = this.#texts.intern(this.#grid.texts[shared]!);
    this.#shared[shared] = number;
    return number;
  }

  #ofOwn(at: number): number {
    const grid = this.#grid;
    const kind = grid.kindAt(at);
    if (kind !== 'number' && kind !== 'date') return this.#texts.intern(grid.textAt(at));
    const style = grid.styleAt(at);
    const value = grid.valueAt(at);
    this.#ofStyle[style] ??= new Map();
    let number = this.#ofStyle[style].get(value);
    if (number === undefined) {
      number = this.#texts.intern(grid.textAt(at));
      this.#ofStyle[style].set(value, number);
    }
    return number;
  }
}
