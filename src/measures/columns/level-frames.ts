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

/**
 * All delivered levels in the order of a table: by indicator, period and area. The cells of one indicator in one period are
 * a *frame*, a run of rows; the same months a year earlier are another, and a peer group is part of one. Rows are put in
 * order by three passes of a counting sort: no key and no object for a cell.
 */
export class LevelFrames {
  readonly cube: Cube;
  /** Rows of the observations, frame by frame. A cell that was delivered again has several rows side by side. */
  readonly rows: Int32Array;
  readonly #starts: readonly number[];
  readonly #firstAt = new Map<number, number>();

  constructor(cube: Cube, places: Places) {
    this.cube = cube;
    const { observations: o } = cube;
    const periods = new PeriodPlaces(cube);
    const byArea = sorted(levelsOf(cube), countOf(places.areas), (row) => places.areas[o.refArea[row]!]!);
    const byPeriod = sorted(byArea, periods.size, (row) => periods.of(o.periodEnd[row]!, o.periodMonths[row]!));
    this.rows = sorted(byPeriod, countOf(places.indicators), (row) => places.indicators[o.indicator[row]!]!);
    this.#starts = this.#findStarts();
  }

  get length(): number {
    return this.#starts.length - 1;
  }

  start(frame: number): number {
    return this.#starts[frame]!;
  }

  end(frame: number): number {
    return this.#starts[frame + 1]!;
  }

  indicatorOf(frame: number): number {
    return this.cube.observations.indicator[this.rows[this.start(frame)]!]!;
  }

  periodOf(frame: number): TimePeriod {
    return this.cube.observations.periodAt(this.rows[this.start(frame)]!);
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

  #findStarts(): readonly number[] {
    const { rows } = this;
    const o = this.cube.observations;
    const starts: number[] = [];
    for (let i = 0, before = -1; i < rows.length; i++) {
      const row = rows[i]!;
      const same =
        before >= 0 &&
        o.indicator[row] === o.indicator[before] &&
        o.periodEnd[row] === o.periodEnd[before] &&
        o.periodMonths[row] === o.periodMonths[before];
      before = row;
      if (same) continue;
      const key = keyOf(o.indicator[row]!, o.periodEnd[row]!);
      if (!this.#firstAt.has(key)) this.#firstAt.set(key, starts.length);
      starts.push(i);
    }
    return [...starts, rows.length];
  }
}

/** Months of the calendar stay below 10,000 years. */
const keyOf = (indicator: number, end: number): number => indicator * 131_072 + end;

const countOf = (places: Int32Array): number => places.reduce((most, place) => Math.max(most, place + 1), 0);

function levelsOf({ observations: o }: Cube): Int32Array {
  const rows = new Int32Array(o.length);
  let count = 0;
  for (let row = 0; row < o.length; row++)
    if (o.measure[row] === LEVEL && o.scenario[row] === ACTUAL) rows[count++] = row;
  return rows.subarray(0, count);
}

/** The same rows by place, those of one place as they stood. Places count from 0 and are fewer than `places`. */
function sorted(rows: Int32Array, places: number, placeOf: (row: number) => number): Int32Array {
  const next = new Int32Array(places + 1);
  for (let i = 0; i < rows.length; i++) next[placeOf(rows[i]!) + 1]!++;
  for (let place = 0; place < places; place++) next[place + 1]! += next[place]!;
  const result = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    result[next[placeOf(row)]!++] = row;
  }
  return result;
}

/** Periods in the order of time, the longer first. */
class PeriodPlaces {
  readonly size: number;
  readonly #first: number;
  /** By closing month, then by length. */
  readonly #places: Int32Array[] = [];

  constructor({ observations: o }: Cube) {
    const seen = new Map<number, TimePeriod>();
    for (let row = 0, before = -1; row < o.length; row++) {
      const key = o.periodEnd[row]! * 65_536 + o.periodMonths[row]!;
      if (key !== before && !seen.has(key)) seen.set(key, o.periodAt(row));
      before = key;
    }
    const inOrder = [...seen.values()].sort(comparePeriods);
    this.size = inOrder.length;
    this.#first = inOrder[0]?.end ?? 0;
    for (const [place, { end, months }] of inOrder.entries()) {
      // The longest of a month comes first, so that its length is room enough for all.
      this.#places[end - this.#first] ??= new Int32Array(months + 1);
      this.#places[end - this.#first]![months] = place;
    }
  }

  of(end: number, months: number): number {
    return this.#places[end - this.#first]![months]!;
  }
}
