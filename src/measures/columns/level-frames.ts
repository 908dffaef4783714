import type { Cube } from '../../model/cube.js';
import { MEASURES, SCENARIOS } from '../../model/observation.js';
import { comparePeriods, type TimePeriod } from '../../model/time-period.js';
import { AreaLists } from './area-lists.js';

/** The places of indicators and of areas in a table, by the ids of the observations. */
export interface Places {
  readonly indicators: Int32Array;
  readonly areas: Int32Array;
}

const LEVEL = MEASURES.indexOf('level');
const ACTUAL = SCENARIOS.indexOf('actual');
/** Areas looked at for each row of the data: more are not worth the time, and each frame then has a list of its own. */
const SPARSEST = 4;

/**
 * All delivered levels in the order of a table: by indicator, period and area. A *frame* is a slice of the cube: the figures
 * of one indicator in one period; the same months a year earlier are another, and a peer group is part of one. No key and no
 * object for a cell.
 */
export class LevelFrames {
  readonly cube: Cube;
  /** Slices of the cube in the order of the table. */
  readonly #slices: Int32Array;
  /** All areas in the order of the table; undefined where most frames are about few of them. */
  readonly #allAreas: Int32Array | undefined;
  readonly #areaLists: AreaLists | undefined;
  readonly #firstAt = new Map<number, number>();

  constructor(cube: Cube, places: Places) {
    const { slices, observations } = cube;
    this.cube = cube;
    this.#slices = slicesInOrder(cube, places.indicators);
    this.#slices.forEach((slice, frame) => {
      const key = keyOf(slices.indicator[slice]!, slices.periodEnd[slice]!);
      if (!this.#firstAt.has(key)) this.#firstAt.set(key, frame);
    });
    if (this.length * observations.refAreas.size <= SPARSEST * observations.length)
      this.#allAreas = areasInOrder(places.areas);
    else this.#areaLists = new AreaLists(cube, places.areas);
  }

  get length(): number {
    return this.#slices.length;
  }

  /** The areas that may have delivered, in the order of the table; one that delivered again may stand there again. */
  areasOf(frame: number): Int32Array {
    return this.#allAreas ?? this.#areaLists!.of(this.sliceOf(frame));
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

/** The numbers of the areas by their places. */
function areasInOrder(places: Int32Array): Int32Array {
  return Int32Array.from(places.keys()).sort((a, b) => places[a]! - places[b]!);
}
