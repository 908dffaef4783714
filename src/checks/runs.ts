import type { ObservationTable } from '../model/observation-table.js';

/** Runs of months up to this length are found in a table, longer ones (a five-year plan) in a map. */
const SHORT = 12;
const WIDTH = SHORT + 1;

/** Numbers the periods of a table in order of first sight. */
export class Runs {
  readonly end: number[] = [];
  readonly months: number[] = [];
  readonly #first: number;
  readonly #short: Int32Array;
  readonly #long = new Map<number, number>();

  constructor({ periodEnd, length }: ObservationTable) {
    let [first, last] = [Number.POSITIVE_INFINITY, -1];
    for (let row = 0; row < length; row++) {
      const end = periodEnd[row]!;
      if (end < first) first = end;
      if (end > last) last = end;
    }
    this.#first = length === 0 ? 0 : first;
    this.#short = new Int32Array(Math.max(0, last - this.#first + 1) * WIDTH).fill(-1);
  }

  get size(): number {
    return this.end.length;
  }

  /** Number of a period, or −1 when it was never delivered. */
  find(end: number, months: number): number {
    if (months > SHORT) return this.#long.get(end * 65536 + months) ?? -1;
    const slot = (end - this.#first) * WIDTH + months;
    return slot < 0 ? -1 : (this.#short[slot] ?? -1);
  }

  /** Number of a period of the table, new if it was not seen. */
  intern(end: number, months: number): number {
    const known = this.find(end, months);
    if (known >= 0) return known;
    const run = this.end.length;
    this.end.push(end);
    this.months.push(months);
    if (months > SHORT) this.#long.set(end * 65536 + months, run);
    else this.#short[(end - this.#first) * WIDTH + months] = run;
    return run;
  }
}
