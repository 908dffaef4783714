import type { Cube } from '../../model/cube.js';
import { MEASURES, SCENARIOS } from '../../model/observation.js';
import { comparePeriods, type TimePeriod } from '../../model/time-period.js';

/** The places of indicators and of areas in a table, by the ids of the observations. */
export interface Places {
  readonly indicators: Int32Array;
  readonly areas: Int32Array;
}

const LEVEL = MEASURES.indexOf('level');
const ACTUAL = SCENARIOS.indexOf('actual');
/** More than any row of observations. */
const ROWS = 2 ** 31;

/**
 * All delivered levels in the order of a table: by indicator, period and area. A *frame* is a slice of the cube (the figures
 * of one indicator in one period) with its rows in the order of the areas; the same months a year earlier are another, and a
 * peer group is part of one. No key and no object for a cell.
 */
export class LevelFrames {
  readonly cube: Cube;
  /** Rows of the observations, frame by frame. A cell that was delivered again has several rows side by side. */
  readonly rows: Int32Array;
  /** Slices of the cube in the order of the table. */
  readonly #slices: Int32Array;
  readonly #starts: Int32Array;
  readonly #firstAt = new Map<number, number>();

  constructor(cube: Cube, places: Places) {
    const { slices } = cube;
    this.cube = cube;
    this.#slices = slicesInOrder(cube, places.indicators);
    const frameOf = new Int32Array(slices.length).fill(-1);
    this.#slices.forEach((slice, frame) => {
      frameOf[slice] = frame;
      const key = keyOf(slices.indicator[slice]!, slices.periodEnd[slice]!);
      if (!this.#firstAt.has(key)) this.#firstAt.set(key, frame);
    });
    this.#starts = startsOf(cube.sliceOf, frameOf, this.#slices.length);
    this.rows = rowsByFrame(cube.sliceOf, frameOf, this.#starts);
    for (let frame = 0; frame < this.length; frame++)
      sortByArea(this.rows.subarray(this.start(frame), this.end(frame)), cube.observations.refArea, places.areas);
  }

  get length(): number {
    return this.#slices.length;
  }

  start(frame: number): number {
    return this.#starts[frame]!;
  }

  end(frame: number): number {
    return this.#starts[frame + 1]!;
  }

  sliceOf(frame: number): number {
    return this.#slices[frame]!;
  }

  indicatorOf(frame: number): number {
    return this.cube.slices.indicator[this.sliceOf(frame)]!;
  }

  periodOf(frame: number): TimePeriod {
    const { periodEnd, periodMonths } = this.cube.slices;
    const slice = this.sliceOf(frame);
    return { end: periodEnd[slice]!, months: periodMonths[slice]! };
  }

  /** The frames of an indicator whose periods end in that month: they stand side by side, the longest first. */
  endingAt(indicator: number, end: number): readonly number[] {
    const found: number[] = [];
    const first = this.#firstAt.get(keyOf(indicator, end));
    for (let frame = first ?? this.length; frame < this.length; frame++) {
      if (this.indicatorOf(frame) !== indicator || this.periodOf(frame).end !== end) break;
      found.push(frame);
    }
    return found;
  }

  find(indicator: number, { end, months }: TimePeriod): number | undefined {
    return this.endingAt(indicator, end).find((frame) => this.periodOf(frame).months === months);
  }
}

/** Months of the calendar stay below 10,000 years. */
const keyOf = (indicator: number, end: number): number => indicator * 131_072 + end;

function slicesInOrder({ slices }: Cube, places: Int32Array): Int32Array {
  const levels: number[] = [];
  for (let slice = 0; slice < slices.length; slice++)
    if (slices.measure[slice] === LEVEL && slices.scenario[slice] === ACTUAL) levels.push(slice);
  const period = (slice: number) => ({ end: slices.periodEnd[slice]!, months: slices.periodMonths[slice]! });
  const place = (slice: number) => places[slices.indicator[slice]!]!;
  return Int32Array.from(levels.sort((a, b) => place(a) - place(b) || comparePeriods(period(a), period(b))));
}

function startsOf(sliceOf: Int32Array, frameOf: Int32Array, frames: number): Int32Array {
  const counts = countSlices(sliceOf, frameOf.length);
  const starts = new Int32Array(frames + 1);
  frameOf.forEach((frame, slice) => {
    if (frame >= 0) starts[frame + 1] = counts[slice]!;
  });
  for (let frame = 0; frame < frames; frame++) starts[frame + 1]! += starts[frame]!;
  return starts;
}

function countSlices(sliceOf: Int32Array, slices: number): Int32Array {
  const counts = new Int32Array(slices);
  for (let row = 0; row < sliceOf.length; row++) counts[sliceOf[row]!]!++;
  return counts;
}

/** Rows frame by frame, those of one frame as they were delivered. */
function rowsByFrame(sliceOf: Int32Array, frameOf: Int32Array, starts: Int32Array): Int32Array {
  const rows = new Int32Array(starts.at(-1)!);
  const next = starts.slice();
  for (let row = 0; row < sliceOf.length; row++) {
    const frame = frameOf[sliceOf[row]!]!;
    if (frame >= 0) rows[next[frame]!++] = row;
  }
  return rows;
}

/** Puts the rows of a frame in the order of their areas. Most returns deliver them so. */
function sortByArea(rows: Int32Array, refArea: Int32Array, places: Int32Array): void {
  let inOrder = true;
  for (let i = 0, before = -1; i < rows.length && inOrder; i++) {
    const place = places[refArea[rows[i]!]!]!;
    inOrder = place >= before;
    before = place;
  }
  if (inOrder) return;
  // Place and row in one number, so that the numbers sort as the rows should.
  const keys = Float64Array.from(rows, (row) => places[refArea[row]!]! * ROWS + row).sort();
  for (let i = 0; i < rows.length; i++) rows[i] = keys[i]! % ROWS;
}
