import { MEASURES, type ObservedMeasure, SCENARIOS, type Scenario } from './observation.js';
import type { ObservationTable } from './observation-table.js';
import type { TimePeriod } from './time-period.js';

/** What names one cell of the cube. `scenario` is `actual` unless said otherwise. */
export interface CellKey {
  readonly measure?: ObservedMeasure;
  readonly indicator: string;
  readonly refArea: string;
  readonly timePeriod: TimePeriod;
  readonly scenario?: Scenario;
}

const NONE = -1;

/**
 * All series, indexed by (measure, scenario, indicator, region, period) over the columns of an `ObservationTable`: an open
 * addressing hash of row numbers, no object and no string per cell. A cell that was delivered more than once keeps every
 * delivery: the latest is found first, earlier ones are its `earlier` chain.
 */
export class Cube {
  readonly observations: ObservationTable;
  readonly #slots: Int32Array;
  readonly #mask: number;
  readonly #earlier: Int32Array;

  constructor(observations: ObservationTable) {
    this.observations = observations;
    let capacity = 16;
    while (capacity < observations.length * 2) capacity *= 2;
    this.#mask = capacity - 1;
    this.#slots = new Int32Array(capacity).fill(NONE);
    this.#earlier = new Int32Array(observations.length).fill(NONE);
    for (let row = 0; row < observations.length; row++) this.#insert(row);
  }

  /** Row of the latest delivery of a cell, or −1. A cell delivered blank is found too; its value is undefined. */
  find(key: CellKey): number {
    const o = this.observations;
    const indicator = o.indicators.find(key.indicator);
    const refArea = o.refAreas.find(key.refArea);
    if (indicator < 0 || refArea < 0) return NONE;
    const measure = MEASURES.indexOf(key.measure ?? 'level');
    const scenario = SCENARIOS.indexOf(key.scenario ?? 'actual');
    return this.findRow(measure, scenario, indicator, refArea, key.timePeriod.end, key.timePeriod.months);
  }

  /** As `find`, by interned ids. */
  findRow(measure: number, scenario: number, indicator: number, refArea: number, end: number, months: number): number {
    const o = this.observations;
    let slot = hash(measure, scenario, indicator, refArea, end, months) & this.#mask;
    for (;;) {
      const row = this.#slots[slot]!;
      if (row === NONE) return NONE;
      if (
        o.indicator[row] === indicator &&
        o.refArea[row] === refArea &&
        o.periodEnd[row] === end &&
        o.periodMonths[row] === months &&
        o.measure[row] === measure &&
        o.scenario[row] === scenario
      )
        return row;
      slot = (slot + 1) & this.#mask;
    }
  }

  /** The delivery before this one of the same cell, or −1. */
  earlier(row: number): number {
    return this.#earlier[row] ?? NONE;
  }

  #insert(row: number): void {
    const o = this.observations;
    const [m, s, i, a, e, n] = [
      o.measure[row]!,
      o.scenario[row]!,
      o.indicator[row]!,
      o.refArea[row]!,
      o.periodEnd[row]!,
      o.periodMonths[row]!,
    ];
    let slot = hash(m, s, i, a, e, n) & this.#mask;
    for (;;) {
      const held = this.#slots[slot]!;
      if (held === NONE) break;
      if (
        o.indicator[held] === i &&
        o.refArea[held] === a &&
        o.periodEnd[held] === e &&
        o.periodMonths[held] === n &&
        o.measure[held] === m &&
        o.scenario[held] === s
      ) {
        this.#earlier[row] = held;
        break;
      }
      slot = (slot + 1) & this.#mask;
    }
    this.#slots[slot] = row;
  }
}

function hash(
  measure: number,
  scenario: number,
  indicator: number,
  refArea: number,
  end: number,
  months: number,
): number {
  let h = Math.imul(refArea + 1, 0x9e3779b1) ^ Math.imul(indicator + 1, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d) ^ Math.imul(end * 64 + months * 4 + measure + (scenario << 20), 0x297a2d39);
  h ^= h >>> 13;
  return Math.imul(h, 0x27d4eb2d) ^ (h >>> 16);
}
