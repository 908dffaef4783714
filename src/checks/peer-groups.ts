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
  readonly #index: GroupIndex;
  readonly #measure: number;

  constructor(survey: Survey, measure: number = LEVEL) {
    this.#survey = survey;
    this.#measure = measure;
    const { columns } = survey;
    const { table } = columns;
    this.#next = new Int32Array(table.length).fill(NONE);
    this.#index = new GroupIndex(survey);
    for (let row = 0; row < table.length; row++) {
      if (table.measure[row] !== measure || table.scenario[row] !== ACTUAL) continue;
      const parent = survey.parentOf(table.refArea[row]!);
      if (parent < 0 || !columns.isLatest(row)) continue;
      const group = this.#index.intern(row, parent);
      if (group === this.#heads.length) this.#heads.push(row);
      else {
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

  /** Rows of the members of an area in the cell's own indicator and period: `parent` is the area's number. */
  membersAt(row: number, parent: number, into: number[]): void {
    const group = this.#index.find(row, parent);
    for (let at = group < 0 ? NONE : this.#heads[group]!; at !== NONE; at = this.#next[at]!) into.push(at);
  }

  /** Number of the group to which a row's cell belongs, or −1. */
  groupOf(row: number): number {
    const parent = this.#survey.parentOf(this.#survey.columns.table.refArea[row]!);
    return parent < 0 ? NONE : this.#index.find(row, parent);
  }
}

/** Above this many possible groups a dense table would cost more memory than the groups that there are. */
const DENSE = 20_000_000;

/** Numbers the groups (indicator, period, parent) in order of first sight: dense where there are few possible ones. */
class GroupIndex {
  readonly #survey: Survey;
  readonly #first: number;
  readonly #periods: Int32Array;
  readonly #periodCount: number;
  readonly #dense: Int32Array | undefined;
  readonly #sparse = new Map<number, number>();
  #size = 0;

  constructor(survey: Survey) {
    const { table } = survey.columns;
    this.#survey = survey;
    let [first, last] = [Number.POSITIVE_INFINITY, 0];
    for (let row = 0; row < table.length; row++) {
      first = Math.min(first, table.periodEnd[row]!);
      last = Math.max(last, table.periodEnd[row]!);
    }
    this.#first = first;
    this.#periods = new Int32Array(table.length === 0 ? 0 : (last - first + 1) * 64).fill(NONE);
    let count = 0;
    for (let row = 0; row < table.length; row++) {
      const slot = this.#slot(row);
      if (this.#periods[slot] === NONE) this.#periods[slot] = count++;
    }
    this.#periodCount = count;
    const possible = table.indicators.size * survey.parents.length * count;
    this.#dense = possible <= DENSE ? new Int32Array(possible).fill(NONE) : undefined;
  }

  intern(row: number, parent: number): number {
    const known = this.find(row, parent);
    if (known !== NONE) return known;
    const key = this.#key(row, parent);
    if (this.#dense) this.#dense[key] = this.#size;
    else this.#sparse.set(key, this.#size);
    return this.#size++;
  }

  find(row: number, parent: number): number {
    const key = this.#key(row, parent);
    return (this.#dense ? this.#dense[key] : this.#sparse.get(key)) ?? NONE;
  }

  #slot(row: number): number {
    const { periodEnd, periodMonths } = this.#survey.columns.table;
    return (periodEnd[row]! - this.#first) * 64 + Math.min(periodMonths[row]!, 63);
  }

  #key(row: number, parent: number): number {
    const { indicator } = this.#survey.columns.table;
    return (
      (indicator[row]! * this.#survey.parents.length + parent) * this.#periodCount + this.#periods[this.#slot(row)]!
    );
  }
}
