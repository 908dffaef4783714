import { type CellIndex, indexFor } from './cell-index.js';
import { MEASURES, type ObservedMeasure, SCENARIOS, type Scenario } from './observation.js';
import type { ObservationTable } from './observation-table.js';
import type { SliceIndex } from './slice-index.js';
import type { TimePeriod } from './time-period.js';

/** What names one cell of the cube. `scenario` is `actual` unless said otherwise. */
export interface CellKey {
  readonly measure?: ObservedMeasure;
  readonly indicator: string;
  readonly refArea: string;
  readonly timePeriod: TimePeriod;
  readonly scenario?: Scenario;
}

const NONE = -1;

const fileOf = (o: ObservationTable, row: number): string => o.sourceName(o.source[row]!).file;

/**
 * All series, indexed by (measure, scenario, indicator, region, period) over the columns of an `ObservationTable`: slices
 * (all but the region) and regions within them, no object and no string per cell. Evaluations of millions of cells go by
 * slice: the slice of a lag is found once, and `rowIn` is then an offset. A cell that was delivered more than once keeps
 * every delivery: the latest file's is found first, earlier ones are its `earlier` chain. Of the figures that one file gives
 * of a cell the first stands.
 */
export class Cube {
  readonly observations: ObservationTable;
  readonly slices: SliceIndex;
  /** Number of the slice of each row. */
  readonly sliceOf: Int32Array;
  readonly #cells: CellIndex;
  /** The row before each row, plus one; as long as the table once a cell was delivered twice. */
  #earlier = new Int32Array(0);

  constructor(observations: ObservationTable) {
    this.observations = observations;
    const { length, slices, refArea } = observations;
    const sliceOf = observations.slice.subarray(0, length);
    this.slices = slices;
    this.sliceOf = sliceOf;
    this.#cells = indexFor({ slices: slices.length, sliceOf, refArea });
    for (let row = 0; row < length; row++) {
      const slice = sliceOf[row]!;
      const before = this.#cells.put(slice, refArea[row]!, row);
      if (before === NONE) continue;
      if (this.#earlier.length === 0) this.#earlier = new Int32Array(length);
      this.#earlier[row] = before + 1;
      if (this.#repeats(row, before)) this.#cells.put(slice, refArea[row]!, before);
    }
  }

  /** Within one file, no row is a later word than another: what repeats a figure is a duplicate, for `check` to report. */
  #repeats(row: number, before: number): boolean {
    const { observations: o } = this;
    if (Number.isNaN(o.scaled[before]!)) return false;
    return o.source[row] === o.source[before] || fileOf(o, row) === fileOf(o, before);
  }

  /** Row of the delivery of a cell that stands, or −1. A cell delivered blank is found too; its value is undefined. */
  find(key: CellKey): number {
    const o = this.observations;
    const indicator = o.indicators.find(key.indicator);
    const refArea = o.refAreas.find(key.refArea);
    if (indicator < 0 || refArea < 0) return NONE;
    const measure = MEASURES.indexOf(key.measure ?? 'level');
    const scenario = SCENARIOS.indexOf(key.scenario ?? 'actual');
    return this.findRow(measure, scenario, indicator, refArea, key.timePeriod.end, key.timePeriod.months);
  }

  /** As `find`, by interned ids. */
  findRow(measure: number, scenario: number, indicator: number, refArea: number, end: number, months: number): number {
    return this.rowIn(this.slices.find(measure, scenario, indicator, end, months), refArea);
  }

  /** Row of the delivery that stands for a region in a slice, or −1; −1 also for no slice. */
  rowIn(slice: number, refArea: number): number {
    return slice === NONE ? NONE : this.#cells.rowIn(slice, refArea);
  }

  /** As `rowIn`, for the first `count` of these regions: their rows are put into `rows`. */
  rowsIn(slice: number, refAreas: Int32Array, count: number, rows: Int32Array): void {
    if (slice === NONE) rows.fill(NONE, 0, count);
    else this.#cells.rowsIn(slice, refAreas, count, rows);
  }

  /** The delivery before this one of the same cell, or −1: of a duplicate, the one that stands. */
  earlier(row: number): number {
    return (this.#earlier[row] ?? 0) - 1;
  }
}
