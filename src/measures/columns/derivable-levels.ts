import type { Cube } from '../../model/cube.js';
import { MEASURES, SCENARIOS } from '../../model/observation.js';
import type { TimePeriod } from '../../model/time-period.js';
import type { MeasureContext } from '../context.js';
import type { LevelFrames } from './level-frames.js';

const LEVEL = MEASURES.indexOf('level');
const ACTUAL = SCENARIOS.indexOf('actual');

/**
 * Whether a level that was not delivered might be had from others: by differencing 累计 or by summing parts. Both need a
 * figure of the same flow and area whose period ends in the same month.
 */
export class DerivableLevels {
  readonly #context: MeasureContext;
  readonly #frames: LevelFrames;

  constructor(context: MeasureContext, frames: LevelFrames) {
    this.#context = context;
    this.#frames = frames;
  }

  /** For an indicator and a period, the question to each area. */
  at(indicator: number, { end, months }: TimePeriod): AreasWithOthers {
    const { catalogue, cube } = this.#context;
    const kind = catalogue.get(cube.observations.indicators.text(indicator))?.kind ?? 'flow';
    const others: number[] = [];
    if (kind === 'flow')
      for (const frame of this.#frames.endingAt(indicator, end)) {
        const length = this.#frames.periodOf(frame).months;
        if (length !== months) others.push(cube.slices.find(LEVEL, ACTUAL, indicator, end, length));
      }
    return new AreasWithOthers(cube, others);
  }
}

/** The areas that have a figure in one of these slices. */
export class AreasWithOthers {
  readonly #cube: Cube;
  readonly #slices: readonly number[];

  constructor(cube: Cube, slices: readonly number[]) {
    this.#cube = cube;
    this.#slices = slices;
  }

  has(area: number): boolean {
    for (const slice of this.#slices) if (this.#cube.rowIn(slice, area) >= 0) return true;
    return false;
  }
}
