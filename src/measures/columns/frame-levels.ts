import type { Cube } from '../../model/cube.js';
import { OBS_STATUSES } from '../../model/observation.js';
import { NOT_REPORTED_YET } from '../level.js';
import type { LevelFrames } from './level-frames.js';
import { ASK, NOTHING, NUMBER, NumberColumn } from './number-column.js';

const NORMAL = OBS_STATUSES.indexOf('A');
const CONFIDENTIAL = OBS_STATUSES.indexOf('C');
const ESTIMATED = OBS_STATUSES.indexOf('E');
const PROVISIONAL = OBS_STATUSES.indexOf('P');
const ABSENT = -1;

/**
 * Whether a delivered level is a plain number. With `remarks`, one that carries a remark (estimated, provisional) is left to
 * `evaluate`, which words it; so is a blank that takes nothing back of an earlier delivery, and a number beyond 2^53.
 */
export function levelKind(cube: Cube, row: number, remarks: boolean): number {
  const { status: statuses, scaled: values } = cube.observations;
  const status = statuses[row]!;
  const scaled = values[row]!;
  if (status !== NORMAL) {
    if (status === CONFIDENTIAL) return NOTHING;
    if (cube.earlier(row) >= 0 && NOT_REPORTED_YET.has(status)) return ASK;
    if (remarks && (status === ESTIMATED || status === PROVISIONAL) && !Number.isNaN(scaled)) return ASK;
  }
  if (Number.isNaN(scaled)) return NOTHING;
  return Number.isSafeInteger(scaled) ? NUMBER : ASK;
}

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

  constructor(frames: LevelFrames, remarks: boolean) {
    const { size } = frames.cube.observations.refAreas;
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
    const { refArea, scaled, decimals } = cube.observations;
    const end = this.#frames.end(frame);
    for (let i = this.#frames.start(frame); i < end; i++) {
      let row = rows[i]!;
      const area = refArea[row]!;
      if (this.#slots[area] !== ABSENT) continue;
      const again = i + 1 < end && refArea[rows[i + 1]!] === area;
      if (again) row = cube.rowIn(this.#frames.sliceOf(frame), area);
      const slot = this.count++;
      this.#slots[area] = slot;
      this.areas[slot] = area;
      this.rows[slot] = row;
      const kind = levelKind(cube, row, this.#remarks);
      if (kind === NUMBER) this.values.set(slot, scaled[row]!, decimals[row]!);
      else this.values.kind[slot] = kind;
    }
  }
}
