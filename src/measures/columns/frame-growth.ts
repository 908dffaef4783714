import type { Indicator } from '../../catalogue/schema.js';
import { MEASURES, OBS_STATUSES, SCENARIOS } from '../../model/observation.js';
import { shiftYears, yearOf } from '../../model/time-period.js';
import type { MeasureContext } from '../context.js';
import type { DeliveredMeasures } from './delivered-measures.js';
import { DerivableLevels } from './derivable-levels.js';
import { FrameLevels } from './frame-levels.js';
import type { LevelFrames } from './level-frames.js';
import { ASK, NOTHING, NUMBER, NumberColumn } from './number-column.js';
import { enlarge, growthDigits } from './scaled.js';
import { UnitSteps } from './unit-steps.js';

const ACTUAL = SCENARIOS.indexOf('actual');
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
  readonly #base: FrameLevels;
  readonly #derivable: DerivableLevels;
  readonly #units: UnitSteps;
  /** By division of the levels; as it came with the return; the one of both that a reader is shown. */
  readonly computed: NumberColumn;
  readonly published: NumberColumn;
  readonly shown: NumberColumn;
  /** Of a computed rate: level and base on one scale. */
  readonly now: Float64Array;
  readonly then: Float64Array;

  constructor(context: MeasureContext, frames: LevelFrames, delivered: DeliveredMeasures, remarks: boolean) {
    const { refAreas, units } = context.cube.observations;
    this.#context = context;
    this.#frames = frames;
    this.#delivered = delivered;
    this.#remarks = remarks;
    this.#base = new FrameLevels(frames, remarks);
    this.#derivable = new DerivableLevels(context, frames);
    this.#units = new UnitSteps(units);
    this.computed = new NumberColumn(refAreas.size);
    this.published = new NumberColumn(refAreas.size);
    this.shown = new NumberColumn(refAreas.size);
    this.now = new Float64Array(refAreas.size);
    this.then = new Float64Array(refAreas.size);
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
    if (indicator?.kind === 'rate') return this.computed.fill(NOTHING, levels.count);
    if (crossed) return this.computed.fill(this.#delivered.has('base', id) ? ASK : NOTHING, levels.count);
    const { options, cube } = this.#context;
    const places = Math.max(0, options.decimals('%', indicator?.id ?? cube.observations.indicators.text(id)));
    const base = this.#base;
    base.load(this.#frames.find(id, shiftYears(period, -1)));
    const derivable = this.#derivable.at(id, shiftYears(period, -1));
    const bases = this.#delivered.has('base', id);
    for (let slot = 0; slot < levels.count; slot++) {
      const area = levels.areas[slot]!;
      const before = base.slotOf(area);
      const otherBase = bases && cube.findRow(BASE, ACTUAL, id, area, period.end, period.months) >= 0;
      const thenKind = before < 0 ? (derivable(area) ? ASK : NOTHING) : base.values.kind[before]!;
      const nowKind = levels.values.kind[slot]!;
      if (otherBase || nowKind === ASK || thenKind === ASK) this.computed.kind[slot] = ASK;
      else if (nowKind === NOTHING || thenKind === NOTHING) this.computed.kind[slot] = NOTHING;
      else this.#divide(slot, levels, before, places, indicator?.signed === true);
    }
  }

  #divide(slot: number, levels: FrameLevels, before: number, places: number, signed: boolean): void {
    const step = this.#units.between(levels.unitAt(slot), this.#base.unitAt(before));
    this.computed.kind[slot] = NOTHING;
    if (step === undefined) return;
    const { values } = this.#base;
    // How many more decimals the level shows than its base, in one unit.
    const finer = levels.values.decimals[slot]! - values.decimals[before]! - step;
    const now = enlarge(levels.values.digits[slot]!, Math.max(0, -finer));
    const then = enlarge(values.digits[before]!, Math.max(0, finer));
    if (then <= 0 || (signed && now < 0)) return;
    const digits = growthDigits(now, then, places, this.#context.options.rounding);
    if (Number.isNaN(digits)) {
      this.computed.kind[slot] = ASK;
      return;
    }
    this.computed.set(slot, digits, places);
    this.now[slot] = now;
    this.then[slot] = then;
  }

  #publish(frame: number, levels: FrameLevels): void {
    const id = this.#frames.indicatorOf(frame);
    this.published.fill(NOTHING, levels.count);
    if (!this.#delivered.has('growth', id)) return;
    const { cube } = this.#context;
    const { observations: o } = cube;
    const { end, months } = this.#frames.periodOf(frame);
    for (let slot = 0; slot < levels.count; slot++) {
      const row = cube.findRow(GROWTH, ACTUAL, id, levels.areas[slot]!, end, months);
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
