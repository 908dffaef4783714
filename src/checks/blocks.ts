import { MEASURES, SCENARIOS } from '../model/observation.js';
import type { Columns } from './columns.js';
import { type Numbering, numbering } from './numbering.js';
import { Runs } from './runs.js';

const NONE = -1;
/** A block keeps one slot for every region while at least one region in this many has a row in it. */
const SPARSE = 8;

/**
 * The rows of a table block by block: a block is one indicator of one measure and scenario in one period, over all regions.
 * Edit rules compare blocks: a sum is a few blocks side by side, last year is another block, a peer group a part of one. Blocks are
 * numbered in order of delivery. Only the latest delivery of a cell is in its block; the earlier ones are `repeats`.
 */
export class Blocks {
  readonly measure: Uint8Array;
  readonly scenario: Uint8Array;
  readonly indicator: Int32Array;
  readonly end: Int32Array;
  readonly months: Int32Array;
  /** Cells of block b are those from `start[b]` to `start[b + 1] − 1`. */
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
  readonly #runs: Runs;
  readonly #numbers: Numbering;
  readonly #refAreas: Int32Array;
  readonly #areaCount: number;
  readonly #indicatorCount: number;
  readonly #dense: Uint8Array;

  constructor(columns: Columns) {
    const { table } = columns;
    const { length } = table;
    this.columns = columns;
    this.#refAreas = table.refArea;
    this.#areaCount = table.refAreas.size;
    this.#indicatorCount = table.indicators.size;
    this.#runs = new Runs(table);
    const runOf = (row: number) => this.#runs.intern(table.periodEnd[row]!, table.periodMonths[row]!);
    for (let row = 0; row < length; row++) runOf(row);
    this.#numbers = numbering(this.#key(this.#runs.size, 0, 0, 0), length);
    const blockOf = new Int32Array(length);
    const firstRows: number[] = [];
    const counts: number[] = [];
    for (let row = 0; row < length; row++) {
      const key = this.#key(runOf(row), table.indicator[row]!, table.scenario[row]!, table.measure[row]!);
      let block = this.#numbers.get(key);
      if (block === NONE) {
        block = counts.length;
        this.#numbers.set(key, block);
        firstRows.push(row);
        counts.push(0);
      }
      counts[block]! += 1;
      blockOf[row] = block;
    }
    this.measure = Uint8Array.from(firstRows, (row) => table.measure[row]!);
    this.scenario = Uint8Array.from(firstRows, (row) => table.scenario[row]!);
    this.indicator = Int32Array.from(firstRows, (row) => table.indicator[row]!);
    this.end = Int32Array.from(firstRows, (row) => table.periodEnd[row]!);
    this.months = Int32Array.from(firstRows, (row) => table.periodMonths[row]!);
    this.#dense = Uint8Array.from(counts, (n) => (this.#areaCount <= n * SPARSE ? 1 : 0));
    this.start = new Int32Array(counts.length + 1);
    for (const [block, count] of counts.entries())
      this.start[block + 1] = this.start[block]! + (this.#dense[block] === 1 ? this.#areaCount : count);
    const size = this.start[counts.length]!;
    this.rows = new Int32Array(size).fill(NONE);
    this.repeats = this.#fill(blockOf);
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

  /** Number of a block, or −1. Measure, scenario and indicator are numbers as in the table. */
  find(measure: number, scenario: number, indicator: number, end: number, months: number): number {
    if (indicator < 0) return NONE;
    const run = this.#runs.find(end, months);
    return run < 0 ? NONE : this.#numbers.get(this.#key(run, indicator, scenario, measure));
  }

  /** The block of the same measure, scenario and indicator in another period, or −1. */
  at(block: number, end: number, months: number): number {
    return this.find(this.measure[block]!, this.scenario[block]!, this.indicator[block]!, end, months);
  }

  /** Blocks of one indicator, in order of delivery. */
  *ofIndicator(indicator: number): IterableIterator<number> {
    for (let block = 0; block < this.size; block++) if (this.indicator[block] === indicator) yield block;
  }

  /** Region (interned id) of a cell that has a row. */
  areaOf(cell: number): number {
    return this.#refAreas[this.rows[cell]!]!;
  }

  /** Cell of a region (interned id) in a block, or −1 where there is no row. */
  cellAt(block: number, area: number): number {
    if (block < 0 || area < 0) return NONE;
    const from = this.start[block]!;
    if (this.#dense[block] === 0) return this.#search(block, area);
    return this.rows[from + area]! < 0 ? NONE : from + area;
  }

  /** As `cellAt`, where the cell holds a figure that measures the same thing as that of another cell. */
  peerAt(block: number, area: number, cell: number): number {
    const found = this.cellAt(block, area);
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

  #search(block: number, area: number): number {
    let [low, high] = [this.start[block]!, this.start[block + 1]!];
    while (low < high) {
      const middle = (low + high) >> 1;
      const row = this.rows[middle]!;
      // Free slots stand at the end.
      if (row >= 0 && this.#refAreas[row]! < area) low = middle + 1;
      else high = middle;
    }
    const row = low < this.start[block + 1]! ? this.rows[low]! : NONE;
    return row >= 0 && this.#refAreas[row] === area ? low : NONE;
  }

  #key(run: number, indicator: number, scenario: number, measure: number): number {
    return ((run * this.#indicatorCount + indicator) * SCENARIOS.length + scenario) * MEASURES.length + measure;
  }

  /** Puts every row in its block; returns the repeats. */
  #fill(blockOf: Int32Array): readonly number[] {
    const repeats: number[] = [];
    const next = this.start.slice();
    for (let row = 0; row < blockOf.length; row++) {
      const block = blockOf[row]!;
      if (this.#dense[block] === 0) {
        this.rows[next[block]!++] = row;
        continue;
      }
      const slot = this.start[block]! + this.#refAreas[row]!;
      const before = this.rows[slot]!;
      if (before >= 0) repeats.push(row, before);
      this.rows[slot] = row;
    }
    const sparse = [...this.#dense.keys()].filter((block) => this.#dense[block] === 0);
    for (const block of sparse) this.#sort(block, repeats);
    return sparse.length === 0 ? repeats : inOrder(repeats);
  }

  /** Sorts a sparse block by region and keeps the latest row of each. */
  #sort(block: number, repeats: number[]): void {
    const [from, to] = [this.start[block]!, this.start[block + 1]!];
    const rows = this.rows.subarray(from, to);
    rows.sort((a, b) => this.#refAreas[a]! - this.#refAreas[b]! || a - b);
    let kept = 0;
    for (const row of rows.slice()) {
      const before = kept === 0 ? NONE : rows[kept - 1]!;
      if (before >= 0 && this.#refAreas[before] === this.#refAreas[row]) {
        repeats.push(row, before);
        rows[kept - 1] = row;
      } else rows[kept++] = row;
    }
    rows.fill(NONE, kept);
  }
}

/** Pairs in order of their first number. */
function inOrder(pairs: readonly number[]): readonly number[] {
  const starts = Array.from({ length: pairs.length / 2 }, (_, k) => 2 * k).sort((a, b) => pairs[a]! - pairs[b]!);
  return starts.flatMap((k) => [pairs[k]!, pairs[k + 1]!]);
}
