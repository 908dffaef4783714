import type { Cube } from '../../model/cube.js';
import { MEASURES, type ObservedMeasure } from '../../model/observation.js';

/** Which measures were delivered of each indicator: cells that have more than a level have more to look at. */
export class DeliveredMeasures {
  readonly #seen: readonly Uint8Array[];

  constructor({ observations, slices }: Cube) {
    this.#seen = MEASURES.map(() => new Uint8Array(observations.indicators.size));
    for (let slice = 0; slice < slices.length; slice++)
      this.#seen[slices.measure[slice]!]![slices.indicator[slice]!] = 1;
  }

  has(measure: ObservedMeasure, indicator: number): boolean {
    return this.#seen[MEASURES.indexOf(measure)]![indicator] === 1;
  }
}
