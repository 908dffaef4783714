import { MEASURES, OBS_STATUSES, SCENARIOS } from '../../model/observation.js';
import type { LevelFrames } from './level-frames.js';
import { ASK, NOTHING, NumberColumn } from './number-column.js';

const LEVEL = MEASURES.indexOf('level');
const ACTUAL = SCENARIOS.indexOf('actual');
const CONFIDENTIAL = OBS_STATUSES.indexOf('C');
const NOT_REPORTED_YET = OBS_STATUSES.indexOf('L');
const REMARKED = [OBS_STATUSES.indexOf('E'), OBS_STATUSES.indexOf('P')];
const ABSENT = -1;

/**
 * The delivered levels of one frame, a slot for each area that delivered, in the frame's order. One object serves frame
 * after frame.
 */
export class FrameLevels {
  readonly #frames: LevelFrames;
  readonly #remarks: boolean;
  /** Slots by area id, or −1. */
  readonly #slots: Int32Array;
  readonly areas: Int32Array;
  /** Row of the delivery that stands. */
  readonly rows: Int32Array;
  readonly values: NumberColumn;
  count = 0;

  /** With `remarks`, a level that carries one (estimated, provisional) is left to `evaluate`, which words it. */
  constructor(frames: LevelFrames, remarks: boolean) {
    const size = frames.cube.observations.refAreas.size;
    this.#frames = frames;
    this.#remarks = remarks;
    this.#slots = new Int32Array(size).fill(ABSENT);
    this.areas = new Int32Array(size);
    this.rows = new Int32Array(size);
    this.values = new NumberColumn(size);
  }

  slotOf(area: number): number {
    return this.#slots[area]!;
  }

  unitAt(slot: number): number {
    return this.#frames.cube.observations.unit[this.rows[slot]!]!;
  }

  /** Reads a frame; none where the data have no such period. */
  load(frame: number | undefined): void {
    for (let slot = 0; slot < this.count; slot++) this.#slots[this.areas[slot]!] = ABSENT;
    this.count = 0;
    if (frame === undefined) return;
    const { cube, rows } = this.#frames;
    const { observations: o } = cube;
    const end = this.#frames.end(frame);
    for (let i = this.#frames.start(frame); i < end; i++) {
      let row = rows[i]!;
      const area = o.refArea[row]!;
      if (this.#slots[area] !== ABSENT) continue;
      if (i + 1 < end && o.refArea[rows[i + 1]!] === area)
        row = cube.findRow(LEVEL, ACTUAL, o.indicator[row]!, area, o.periodEnd[row]!, o.periodMonths[row]!);
      const slot = this.count++;
      this.#slots[area] = slot;
      this.areas[slot] = area;
      this.rows[slot] = row;
      this.#read(slot, row);
    }
  }

  #read(slot: number, row: number): void {
    const { cube } = this.#frames;
    const { observations: o } = cube;
    const status = o.status[row]!;
    const scaled = o.scaled[row]!;
    if (status === CONFIDENTIAL) this.values.kind[slot] = NOTHING;
    else if (status === NOT_REPORTED_YET && cube.earlier(row) >= 0) this.values.kind[slot] = ASK;
    else if (Number.isNaN(scaled)) this.values.kind[slot] = NOTHING;
    else if (!Number.isSafeInteger(scaled) || (this.#remarks && REMARKED.includes(status)))
      this.values.kind[slot] = ASK;
    else this.values.set(slot, scaled, o.decimals[row]!);
  }
}
