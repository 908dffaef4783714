import type { Cube } from '../model/cube.js';
import type { SliceIndex } from '../model/slice-index.js';
import type { Columns } from './columns.js';

const NONE = -1;
/** A slice keeps one cell for every region while at least one region in this many has a row in it. */
const SPARSE = 8;

/**
 * The figures of a cube slice by slice: a slice is one indicator of one measure and scenario in one period, over all regions. Edit
 * rules compare slices: a sum is a few slices side by side, last year is another slice, a peer group a part of one. Slices are numbered
 * as the cube numbers them, in order of delivery. Only the delivery of a cell that stands counts; the others are `repeats`.
 */
export class Slices {
  readonly measure: Uint8Array;
  readonly scenario: Uint8Array;
  readonly indicator: Int32Array;
  readonly end: Int32Array;
  readonly months: Uint16Array;
  /** Cells of slice s are those from `start[s]` to `start[s + 1] − 1`. */
  readonly start: Int32Array;
  /** By cell: the row, −1 for a region without one. */
  readonly rows: Int32Array;
  /** By cell: the figure in the base unit, near enough; NaN for none. */
  readonly values: Float64Array;
  /** By cell: the scale of the figure. */
  readonly scales: Int32Array;
  /** Pairs of rows that deliver one cell twice, flat: the later row, the row before it. In order of the later one. */
  readonly repeats: readonly number[];
  readonly columns: Columns;
  readonly #index: SliceIndex;
  readonly #refAreas: Int32Array;
  readonly #dense: Uint8Array;

  constructor(columns: Columns, cube: Cube) {
    const { slices, sliceOf } = cube;
    const { length, refArea, refAreas } = columns.table;
    this.columns = columns;
    this.#index = slices;
    this.#refAreas = refArea;
    this.measure = slices.measure.subarray(0, slices.length);
    this.scenario = slices.scenario.subarray(0, slices.length);
    this.indicator = slices.indicator.subarray(0, slices.length);
    this.end = slices.periodEnd.subarray(0, slices.length);
    this.months = slices.periodMonths.subarray(0, slices.length);
    const counts = new Int32Array(slices.length);
    for (let row = 0; row < length; row++) counts[sliceOf[row]!]! += 1;
    this.#dense = Uint8Array.from(counts, (n) => (refAreas.size <= n * SPARSE ? 1 : 0));
    this.start = new Int32Array(slices.length + 1);
    for (const [slice, count] of counts.entries())
      this.start[slice + 1] = this.start[slice]! + (this.#dense[slice] === 1 ? refAreas.size : count);
    const size = this.start[slices.length]!;
    this.rows = new Int32Array(size).fill(NONE);
    this.repeats = this.#fill(cube);
    this.values = new Float64Array(size).fill(Number.NaN);
    this.scales = new Int32Array(size);
    for (let cell = 0; cell < size; cell++) {
      const row = this.rows[cell]!;
      if (row < 0) continue;
      const scale = columns.scaleOf(row);
      this.scales[cell] = scale;
      this.values[cell] = columns.value(row, scale);
    }
  }

  get size(): number {
    return this.indicator.length;
  }

  /** Number of a slice, or −1. Measure, scenario and indicator are numbers as in the table. */
  find(measure: number, scenario: number, indicator: number, end: number, months: number): number {
    return this.#index.find(measure, scenario, indicator, end, months);
  }

  /** The slice of the same measure, scenario and indicator in another period, or −1. */
  at(slice: number, end: number, months: number): number {
    return this.find(this.measure[slice]!, this.scenario[slice]!, this.indicator[slice]!, end, months);
  }

  /** Slices of one indicator, in order of delivery. */
  *ofIndicator(indicator: number): IterableIterator<number> {
    for (let slice = 0; slice < this.size; slice++) if (this.indicator[slice] === indicator) yield slice;
  }

  /** Region (interned id) of a cell that has a row. */
  areaOf(cell: number): number {
    return this.#refAreas[this.rows[cell]!]!;
  }

  /** Cell of a region (interned id) in a slice, or −1 where there is no row. */
  cellAt(slice: number, area: number): number {
    if (slice < 0 || area < 0) return NONE;
    const from = this.start[slice]!;
    if (this.#dense[slice] === 0) return this.#search(slice, area);
    return this.rows[from + area]! < 0 ? NONE : from + area;
  }

  /** As `cellAt`, where the cell holds a figure that measures the same thing as that of another cell. */
  peerAt(slice: number, area: number, cell: number): number {
    const found = this.cellAt(slice, area);
    if (found < 0 || !this.hasValue(found)) return NONE;
    const { base } = this.columns;
    return base[this.scales[found]!] === base[this.scales[cell]!] ? found : NONE;
  }

  hasValue(cell: number): boolean {
    return !Number.isNaN(this.values[cell]!);
  }

  /** Half a unit of the last place of a figure. */
  half(cell: number): number {
    return this.columns.half[this.scales[cell]!]!;
  }

  /** Rows of some cells. */
  rowsOf(cells: Iterable<number>): number[] {
    return Array.from(cells, (cell) => this.rows[cell]!);
  }

  #search(slice: number, area: number): number {
    let [low, high] = [this.start[slice]!, this.start[slice + 1]!];
    while (low < high) {
      const middle = (low + high) >> 1;
      const row = this.rows[middle]!;
      // Free slots stand at the end.
      if (row >= 0 && this.#refAreas[row]! < area) low = middle + 1;
      else high = middle;
    }
    const row = low < this.start[slice + 1]! ? this.rows[low]! : NONE;
    return row >= 0 && this.#refAreas[row] === area ? low : NONE;
  }

  /** Puts the row of every cell that stands in its slice; returns the repeats. */
  #fill(cube: Cube): readonly number[] {
    const { sliceOf } = cube;
    const repeats: number[] = [];
    const next = this.start.slice();
    for (let row = 0; row < sliceOf.length; row++) {
      const slice = sliceOf[row]!;
      const before = cube.earlier(row);
      if (before >= 0) repeats.push(row, before);
      if (cube.rowIn(slice, this.#refAreas[row]!) !== row) continue;
      if (this.#dense[slice] === 1) this.rows[this.start[slice]! + this.#refAreas[row]!] = row;
      else this.rows[next[slice]!++] = row;
    }
    for (const [slice, dense] of this.#dense.entries())
      if (dense === 0)
        this.rows.subarray(this.start[slice]!, next[slice]!).sort((a, b) => this.#refAreas[a]! - this.#refAreas[b]!);
    return repeats;
  }
}
