import type { Cube } from '../../model/cube.js';
import { MEASURES, type ObservedMeasure } from '../../model/observation.js';

/** Which measures were delivered of each indicator: cells that have more than a level have more to look at. */
export class DeliveredMeasures {
  readonly #seen: readonly Uint8Array[];

  constructor({ observations: o }: Cube) {
    this.#seen = MEASURES.map(() => new Uint8Array(o.indicators.size));
    for (let row = 0; row < o.length; row++) this.#seen[o.measure[row]!]![o.indicator[row]!] = 1;
  }

  has(measure: ObservedMeasure, indicator: number): boolean {
    return this.#seen[MEASURES.indexOf(measure)]![indicator] === 1;
  }
}
