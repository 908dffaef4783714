import { grown } from './grown.js';

const NONE = -1;
const START = 1024;

/**
 * Numbers the slices of a table, in order of first sight. A slice is one measure, scenario, indicator and period: its
 * figures differ by region only.
 */
export class SliceIndex {
  length = 0;
  measure = new Uint8Array(0);
  scenario = new Uint8Array(0);
  indicator = new Int32Array(0);
  periodEnd = new Int32Array(0);
  periodMonths = new Uint16Array(0);
  #slots = new Int32Array(0);

  constructor() {
    this.#grow(START);
  }

  /** Number of a slice, or −1 where no row is of it. */
  find(measure: number, scenario: number, indicator: number, end: number, months: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = hash(measure, scenario, indicator, end, months) & mask; ; slot = (slot + 1) & mask) {
      const slice = this.#slots[slot]! - 1;
      if (slice === NONE || this.#is(slice, measure, scenario, indicator, end, months)) return slice;
    }
  }

  /** The number of a slice, new if it was not seen. */
  intern(measure: number, scenario: number, indicator: number, end: number, months: number): number {
    const known = this.find(measure, scenario, indicator, end, months);
    if (known !== NONE) return known;
    if (this.length === this.measure.length) this.#grow(2 * this.length);
    const slice = this.length++;
    this.measure[slice] = measure;
    this.scenario[slice] = scenario;
    this.indicator[slice] = indicator;
    this.periodEnd[slice] = end;
    this.periodMonths[slice] = months;
    this.#place(slice);
    return slice;
  }

  /** Forgets the slices from the `length`th on. */
  truncate(length: number): void {
    this.length = length;
    this.#placeAll();
  }

  #is(slice: number, measure: number, scenario: number, indicator: number, end: number, months: number): boolean {
    return (
      this.indicator[slice] === indicator &&
      this.periodEnd[slice] === end &&
      this.periodMonths[slice] === months &&
      this.measure[slice] === measure &&
      this.scenario[slice] === scenario
    );
  }

  #place(slice: number): void {
    const mask = this.#slots.length - 1;
    const { measure: m, scenario: s, indicator: i, periodEnd: e, periodMonths: n } = this;
    let slot = hash(m[slice]!, s[slice]!, i[slice]!, e[slice]!, n[slice]!) & mask;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
    this.#slots[slot] = slice + 1;
  }

  #grow(size: number): void {
    this.measure = grown(new Uint8Array(size), this.measure);
    this.scenario = grown(new Uint8Array(size), this.scenario);
    this.indicator = grown(new Int32Array(size), this.indicator);
    this.periodEnd = grown(new Int32Array(size), this.periodEnd);
    this.periodMonths = grown(new Uint16Array(size), this.periodMonths);
    this.#slots = new Int32Array(size * 4);
    this.#placeAll();
  }

  #placeAll(): void {
    this.#slots.fill(0);
    for (let slice = 0; slice < this.length; slice++) this.#place(slice);
  }
}

function hash(measure: number, scenario: number, indicator: number, end: number, months: number): number {
  let h = Math.imul(indicator + 1, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d) ^ Math.imul(end * 64 + months * 4 + measure + (scenario << 20), 0x297a2d39);
  h ^= h >>> 13;
  return Math.imul(h, 0x27d4eb2d) ^ (h >>> 16);
}
