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
  at(indicator: number, { end, months }: TimePeriod): (area: number) => boolean {
    const { catalogue, cube } = this.#context;
    const kind = catalogue.get(cube.observations.indicators.text(indicator))?.kind ?? 'flow';
    const lengths = this.#frames.endingAt(indicator, end).map((frame) => this.#frames.periodOf(frame).months);
    const others = kind === 'flow' ? lengths.filter((length) => length !== months) : [];
    const slices = others.map((length) => cube.slices.find(LEVEL, ACTUAL, indicator, end, length));
    return (area) => slices.some((slice) => cube.rowIn(slice, area) >= 0);
  }
}
