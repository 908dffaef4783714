import type { Cube } from '../../model/cube.js';
import { NOT_REPORTED_YET, OBS_STATUSES } from '../../model/observation.js';
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
  const { status, scaled } = cube.observations;
  return status[row] === NORMAL && Number.isSafeInteger(scaled[row]!) ? NUMBER : oddKind(cube, row, remarks);
}

function oddKind(cube: Cube, row: number, remarks: boolean): number {
  const status = cube.observations.status[row]!;
  const scaled = cube.observations.scaled[row]!;
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
  /** Its unit, by the ids of the observations. */
  readonly units: Int32Array;
  readonly values: NumberColumn;
  count = 0;

  constructor(frames: LevelFrames, remarks: boolean) {
    const { size } = frames.cube.observations.refAreas;
    this.#frames = frames;
    this.#remarks = remarks;
    this.#slots = new Int32Array(size).fill(ABSENT);
    this.areas = new Int32Array(size);
    this.rows = new Int32Array(size);
    this.units = new Int32Array(size);
    this.values = new NumberColumn(size);
  }

  slotOf(area: number): number {
    return this.#slots[area]!;
  }

  /** Reads a frame; none where the data have no such period. */
  load(frame: number | undefined): void {
    this.#clear();
    this.count = frame === undefined ? 0 : this.#place(frame);
    this.#read();
  }

  #clear(): void {
    const slots = this.#slots;
    const { areas, count } = this;
    for (let slot = 0; slot < count; slot++) slots[areas[slot]!] = ABSENT;
  }

  /** Gives each area that delivered its slot. */
  #place(frame: number): number {
    const { cube } = this.#frames;
    const slice = this.#frames.sliceOf(frame);
    const order = this.#frames.areasOf(frame);
    const slots = this.#slots;
    const { areas, rows } = this;
    let count = 0;
    for (let i = 0; i < order.length; i++) {
      const area = order[i]!;
      const row = cube.rowIn(slice, area);
      if (row < 0 || slots[area] !== ABSENT) continue;
      slots[area] = count;
      areas[count] = area;
      rows[count] = row;
      count += 1;
    }
    return count;
  }

  #read(): void {
    const { cube } = this.#frames;
    const { scaled, decimals, unit } = cube.observations;
    const { count, rows, units } = this;
    const { kind, digits, decimals: places } = this.values;
    for (let slot = 0; slot < count; slot++) {
      const row = rows[slot]!;
      units[slot] = unit[row]!;
      kind[slot] = levelKind(cube, row, this.#remarks);
      digits[slot] = scaled[row]!;
      places[slot] = decimals[row]!;
    }
  }
}
