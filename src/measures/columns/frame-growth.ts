import type { Indicator } from '../../catalogue/schema.js';
import { MEASURES, OBS_STATUSES, SCENARIOS } from '../../model/observation.js';
import { shiftYears, yearOf } from '../../model/time-period.js';
import type { MeasureContext } from '../context.js';
import type { DeliveredMeasures } from './delivered-measures.js';
import { type AreasWithOthers, DerivableLevels } from './derivable-levels.js';
import { type FrameLevels, levelKind } from './frame-levels.js';
import type { LevelFrames } from './level-frames.js';
import { ASK, NOTHING, NUMBER, NumberColumn } from './number-column.js';
import { enlarge, growthDigits, powerOfTen } from './scaled.js';
import { UnitSteps } from './unit-steps.js';

const ACTUAL = SCENARIOS.indexOf('actual');
const LEVEL = MEASURES.indexOf('level');
const GROWTH = MEASURES.indexOf('growth');
const BASE = MEASURES.indexOf('base');
const NORMAL = OBS_STATUSES.indexOf('A');

/**
 * Growth on last year of the cells of a frame, as `growth` of this room defines it: published where the catalogue says that
 * it wins, else (v ÷ base − 1) × 100 on whole numbers, rounded once to the decimals shown. What is not plain (上年同期
 * delivered, levels derived from other periods, numbers beyond 2^53) is left to `evaluate`.
 */
export class FrameGrowth {
  readonly #context: MeasureContext;
  readonly #frames: LevelFrames;
  readonly #delivered: DeliveredMeasures;
  readonly #remarks: boolean;
  readonly #derivable: DerivableLevels;
  readonly #units: UnitSteps;
  /** By division of the levels; as it came with the return; the one of both that a reader is shown. */
  readonly computed: NumberColumn;
  readonly published: NumberColumn;
  readonly shown: NumberColumn;
  /** Of a computed rate: level and base on one scale. */
  readonly now: Float64Array;
  readonly before: Float64Array;
  /** Where the base of each slot stands in the observations, or −1. */
  readonly #baseRows: Int32Array;

  constructor(context: MeasureContext, frames: LevelFrames, delivered: DeliveredMeasures, remarks: boolean) {
    const { refAreas, units } = context.cube.observations;
    this.#context = context;
    this.#frames = frames;
    this.#delivered = delivered;
    this.#remarks = remarks;
    this.#derivable = new DerivableLevels(context, frames);
    this.#units = new UnitSteps(units);
    this.computed = new NumberColumn(refAreas.size);
    this.published = new NumberColumn(refAreas.size);
    this.shown = new NumberColumn(refAreas.size);
    this.now = new Float64Array(refAreas.size);
    this.before = new Float64Array(refAreas.size);
    this.#baseRows = new Int32Array(refAreas.size);
  }

  load(frame: number, levels: FrameLevels): void {
    const id = this.#frames.indicatorOf(frame);
    const indicator = this.#context.catalogue.get(this.#context.cube.observations.indicators.text(id));
    if (indicator?.confidential === true) {
      for (const column of [this.computed, this.published, this.shown]) column.fill(NOTHING, levels.count);
      return;
    }
    this.#compute(frame, levels, indicator);
    this.#publish(frame, levels);
    this.#choose(levels.count, indicator?.growth === 'published', this.#delivered.has('growth', id));
  }

  #compute(frame: number, levels: FrameLevels, indicator: Indicator | undefined): void {
    const period = this.#frames.periodOf(frame);
    const id = this.#frames.indicatorOf(frame);
    const crossed = indicator?.priceBases.some((first) => yearOf(period) - 1 < first && first <= yearOf(period));
    if (indicator?.kind === 'rate' || crossed) {
      const given = indicator?.kind !== 'rate' && this.#delivered.has('base', id);
      this.computed.fill(given ? ASK : NOTHING, levels.count);
      return;
    }
    const lastYear = shiftYears(period, -1);
    const { cube, options } = this.#context;
    const { count, areas } = levels;
    cube.rowsIn(cube.slices.find(LEVEL, ACTUAL, id, lastYear.end, lastYear.months), areas, count, this.#baseRows);
    const givenBases = cube.slices.find(BASE, ACTUAL, id, period.end, period.months);
    this.#sortOut(levels, this.#derivable.at(id, lastYear), givenBases);
    const places = Math.max(0, options.decimals('%', cube.observations.indicators.text(id)));
    this.#divide(levels, places, indicator?.signed === true);
  }

  /** Tells where a level and its base are numbers. */
  #sortOut(levels: FrameLevels, derivable: AreasWithOthers, givenBases: number): void {
    const { cube } = this.#context;
    const { areas, count } = levels;
    const given = levels.values.kind;
    const rows = this.#baseRows;
    const { kind } = this.computed;
    for (let slot = 0; slot < count; slot++) {
      const row = rows[slot]!;
      const base = row >= 0 ? levelKind(cube, row, this.#remarks) : derivable.has(areas[slot]!) ? ASK : NOTHING;
      const asked = given[slot] === ASK || base === ASK;
      kind[slot] = asked ? ASK : given[slot] === NUMBER && base === NUMBER ? NUMBER : NOTHING;
    }
    if (givenBases < 0) return;
    for (let slot = 0; slot < count; slot++) if (cube.rowIn(givenBases, areas[slot]!) >= 0) kind[slot] = ASK;
  }

  /** Divides numbers by their bases; what has no rate, or is beyond 2^53, is sorted out by the way. */
  #divide(levels: FrameLevels, places: number, signed: boolean): void {
    const { scaled, decimals, unit } = this.#context.cube.observations;
    const { rounding } = this.#context.options;
    const { kind, digits, decimals: shown } = this.computed;
    const [rows, now, before] = [this.#baseRows, this.now, this.before];
    const power = powerOfTen(places + 2);
    const { count, units } = levels;
    for (let slot = 0; slot < count; slot++) {
      if (kind[slot] !== NUMBER) continue;
      const row = rows[slot]!;
      const step = this.#units.between(units[slot]!, unit[row]!);
      // How many more decimals the level shows than its base, in one unit.
      const finer = levels.values.decimals[slot]! - decimals[row]! - step;
      const level = enlarge(levels.values.digits[slot]!, Math.max(0, -finer));
      const base = enlarge(scaled[row]!, Math.max(0, finer));
      const rate = growthDigits(level, base, power, rounding);
      kind[slot] =
        Number.isNaN(step) || base <= 0 || (signed && level < 0) ? NOTHING : Number.isNaN(rate) ? ASK : NUMBER;
      digits[slot] = rate;
      shown[slot] = places;
      now[slot] = level;
      before[slot] = base;
    }
  }

  #publish(frame: number, levels: FrameLevels): void {
    const id = this.#frames.indicatorOf(frame);
    this.published.fill(NOTHING, levels.count);
    if (!this.#delivered.has('growth', id)) return;
    const { cube } = this.#context;
    const { observations: o } = cube;
    const { end, months } = this.#frames.periodOf(frame);
    const slice = cube.slices.find(GROWTH, ACTUAL, id, end, months);
    for (let slot = 0; slot < levels.count; slot++) {
      const row = cube.rowIn(slice, levels.areas[slot]!);
      if (row < 0) continue;
      const scaled = o.scaled[row]!;
      const plain = o.status[row] === NORMAL && o.units.text(o.unit[row]!) === '%';
      if (plain && Number.isSafeInteger(scaled)) this.published.set(slot, scaled, o.decimals[row]!);
      else this.published.kind[slot] = ASK;
    }
  }

  /** A published rate that is no figure, or that might carry a remark, is weighed by `evaluate`. */
  #choose(count: number, wins: boolean, anyPublished: boolean): void {
    const { computed, published, shown } = this;
    for (let slot = 0; slot < count; slot++) {
      const given = published.kind[slot]!;
      const own = computed.kind[slot]!;
      const settled = given === NUMBER && wins && !this.#remarks;
      if (!settled && (given === ASK || own === ASK || (given === NUMBER && (this.#remarks || own === NOTHING))))
        shown.kind[slot] = ASK;
      // Where published rates win, those of other months may say that the coverage has changed.
      else if (given === NOTHING && wins && anyPublished) shown.kind[slot] = own === NUMBER ? ASK : NOTHING;
      else {
        const chosen = given === NUMBER && wins ? published : computed;
        shown.kind[slot] = chosen.kind[slot]!;
        shown.digits[slot] = chosen.digits[slot]!;
        shown.decimals[slot] = chosen.decimals[slot]!;
      }
    }
  }
}
