import { ACTUAL, LEVEL } from './columns.js';
import type { Survey } from './survey.js';

/** One indicator in one period over the members of one area: what ranks, swings and missing regions are about. */
export interface PeerGroup {
  readonly indicator: number;
  readonly end: number;
  readonly months: number;
  /** Number of the area above, as in `Survey.parents`. */
  readonly parent: number;
  /** Latest level rows, blank ones included. */
  readonly rows: readonly number[];
}

const NONE = -1;

/** Gathers the actual levels of every peer group: one pass, linked rows in typed arrays. */
export class PeerGroups {
  readonly #survey: Survey;
  readonly #next: Int32Array;
  readonly #heads: number[] = [];
  readonly #index = new Map<number, number>();
  readonly #measure: number;

  constructor(survey: Survey, measure: number = LEVEL) {
    this.#survey = survey;
    this.#measure = measure;
    const { columns } = survey;
    const { table } = columns;
    this.#next = new Int32Array(table.length).fill(NONE);
    for (let row = 0; row < table.length; row++) {
      if (table.measure[row] !== measure || table.scenario[row] !== ACTUAL) continue;
      const parent = survey.parentOf(table.refArea[row]!);
      if (parent < 0 || !columns.isLatest(row)) continue;
      const key = this.#key(table.indicator[row]!, table.periodEnd[row]!, table.periodMonths[row]!, parent);
      const group = this.#index.get(key);
      if (group === undefined) {
        this.#index.set(key, this.#heads.length);
        this.#heads.push(row);
      } else {
        this.#next[row] = this.#heads[group]!;
        this.#heads[group] = row;
      }
    }
  }

  get size(): number {
    return this.#heads.length;
  }

  get measure(): number {
    return this.#measure;
  }

  at(group: number): PeerGroup {
    const { table } = this.#survey.columns;
    const rows: number[] = [];
    for (let row = this.#heads[group]!; row !== NONE; row = this.#next[row]!) rows.push(row);
    rows.reverse();
    const [first] = rows as [number];
    return {
      indicator: table.indicator[first]!,
      end: table.periodEnd[first]!,
      months: table.periodMonths[first]!,
      parent: this.#survey.parentOf(table.refArea[first]!),
      rows,
    };
  }

  *[Symbol.iterator](): IterableIterator<PeerGroup> {
    for (let group = 0; group < this.size; group++) yield this.at(group);
  }

  /** Number of the group to which a row's cell belongs, or −1. */
  groupOf(row: number): number {
    const { table } = this.#survey.columns;
    const parent = this.#survey.parentOf(table.refArea[row]!);
    if (parent < 0) return NONE;
    const key = this.#key(table.indicator[row]!, table.periodEnd[row]!, table.periodMonths[row]!, parent);
    return this.#index.get(key) ?? NONE;
  }

  /** Exact in a double: parents, months and years are few, indicators fill the rest. */
  #key(indicator: number, end: number, months: number, parent: number): number {
    return ((indicator * 4096 + parent) * 131_072 + end) * 64 + Math.min(months, 63);
  }
}
