import { MEASURES, SCENARIOS } from '../../model/observation.js';
import type { MeasureContext } from '../context.js';
import type { DeliveredMeasures } from './delivered-measures.js';
import { AreasWithOthers, DerivableLevels } from './derivable-levels.js';
import type { FrameGrowth } from './frame-growth.js';
import type { FrameLevels } from './frame-levels.js';
import { GroupRanking } from './group-ranking.js';
import type { LevelFrames } from './level-frames.js';
import { ASK, NUMBER, type NumberColumn, RankColumn } from './number-column.js';
import type { PeerGroups } from './peer-areas.js';
import { enlarge, roundTo } from './scaled.js';

const ACTUAL = SCENARIOS.indexOf('actual');
const GROWTH = MEASURES.indexOf('growth');
/** In place of the number of a unit: %. Units are numbered below it. */
const RATE = 65_536;

/**
 * Ranks of the cells of a frame among their peers, as `rank` of this room defines them: 1, 2, 2, 4, equal as delivered or as
 * displayed, withheld where a peer is missing unless the project says otherwise. A group with a member that only `evaluate`
 * can tell is left to it as a whole; so is every rank where the higher office delivered one.
 */
export class FrameRanks {
  readonly #context: MeasureContext;
  readonly #frames: LevelFrames;
  readonly #delivered: DeliveredMeasures;
  readonly #derivable: DerivableLevels;
  readonly #byLevel: GroupRanking;
  readonly #byGrowth: GroupRanking;
  readonly #places = new Map<number, number>();
  readonly #keys: Float64Array;
  /** The unit of rates, slot by slot. */
  readonly #rates: Int32Array;
  readonly levels: RankColumn;
  readonly growth: RankColumn;

  constructor(context: MeasureContext, frames: LevelFrames, groups: PeerGroups, delivered: DeliveredMeasures) {
    const { size } = context.cube.observations.refAreas;
    this.#context = context;
    this.#frames = frames;
    this.#delivered = delivered;
    this.#derivable = new DerivableLevels(context, frames);
    this.#byLevel = new GroupRanking(groups);
    this.#byGrowth = new GroupRanking(groups);
    this.#keys = new Float64Array(size);
    this.#rates = new Int32Array(size).fill(RATE);
    this.levels = new RankColumn(size);
    this.growth = new RankColumn(size);
  }

  rankLevels(frame: number, levels: FrameLevels): void {
    const id = this.#frames.indicatorOf(frame);
    if (this.#delivered.has('rank', id)) {
      this.levels.fill(ASK, levels.count);
      return;
    }
    if (this.#asDisplayed) this.#setDisplayedKeys(levels.values, levels.count, id, levels.units);
    else this.#setDeliveredKeys(levels.values, levels.count);
    this.#byLevel.rank(levels, this.levels, {
      withhold: this.#withhold,
      lowerFirst: this.#lowerFirst(id),
      kind: levels.values.kind,
      keys: this.#keys,
      ratios: undefined,
      units: isSame(levels.units, levels.count) ? undefined : levels.units,
      emptyIsOdd: false,
      elsewhere: this.#derivable.at(id, this.#frames.periodOf(frame)),
    });
  }

  rankGrowth(frame: number, levels: FrameLevels, growth: FrameGrowth): void {
    const id = this.#frames.indicatorOf(frame);
    if (this.#delivered.has('growth-rank', id)) {
      this.growth.fill(ASK, levels.count);
      return;
    }
    const { cube } = this.#context;
    const period = this.#frames.periodOf(frame);
    const anyPublished = this.#delivered.has('growth', id);
    const published = anyPublished && this.#indicator(id)?.growth === 'published';
    const column = published ? growth.published : growth.computed;
    const rates = cube.slices.find(GROWTH, ACTUAL, id, period.end, period.months);
    const byRatio = !published && !this.#asDisplayed;
    if (byRatio) this.#setRatioKeys(growth, levels.count);
    else if (this.#asDisplayed) this.#setDisplayedKeys(column, levels.count, id, this.#rates);
    else this.#setDeliveredKeys(column, levels.count);
    this.#byGrowth.rank(levels, this.growth, {
      withhold: this.#withhold,
      lowerFirst: this.#lowerFirst(id),
      kind: column.kind,
      keys: this.#keys,
      ratios: byRatio ? growth : undefined,
      units: undefined,
      // Where no peer has a rate of the first choice, `evaluate` looks at those of the second.
      emptyIsOdd: anyPublished,
      elsewhere: published ? new AreasWithOthers(cube, [rates]) : this.#derivable.at(id, period),
    });
  }

  get #asDisplayed(): boolean {
    return this.#context.options.ties === 'as-displayed';
  }

  get #withhold(): boolean {
    return this.#context.options.incompletePeers === 'withhold';
  }

  #lowerFirst(indicator: number): boolean {
    return this.#indicator(indicator)?.better === 'lower';
  }

  /** Keys are the numbers as they were given, on one scale. */
  #setDeliveredKeys({ kind, digits, decimals }: NumberColumn, count: number): void {
    const keys = this.#keys;
    let scale = 0;
    for (let slot = 0; slot < count; slot++) if (kind[slot] === NUMBER) scale = Math.max(scale, decimals[slot]!);
    for (let slot = 0; slot < count; slot++) keys[slot] = enlarge(digits[slot]!, scale - decimals[slot]!);
  }

  /** Keys are the numbers as a reader sees them, rounded. `units`: one of the observations, or `RATE`. */
  #setDisplayedKeys({ digits, decimals }: NumberColumn, count: number, indicator: number, units: Int32Array): void {
    const keys = this.#keys;
    const { rounding } = this.#context.options;
    let unit = Number.NaN;
    let places = 0;
    for (let slot = 0; slot < count; slot++) {
      if (units[slot] !== unit) {
        unit = units[slot]!;
        places = this.#placesOf(indicator, unit);
      }
      keys[slot] = roundTo(digits[slot]!, decimals[slot]!, places, rounding);
    }
  }

  /** Rates that differ never come out in the wrong order, but two that are nearly equal may come out the same. */
  #setRatioKeys({ now, before }: FrameGrowth, count: number): void {
    const keys = this.#keys;
    for (let slot = 0; slot < count; slot++) keys[slot] = now[slot]! / before[slot]!;
  }

  /** Decimals in which a figure is shown, asked once for each indicator and unit. */
  #placesOf(indicator: number, unit: number): number {
    const key = indicator * (RATE + 1) + unit;
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const { indicators, units } = this.#context.cube.observations;
    const text = unit === RATE ? '%' : units.text(unit);
    const places = this.#context.options.decimals(text, indicators.text(indicator));
    this.#places.set(key, places);
    return places;
  }

  #indicator(id: number) {
    return this.#context.catalogue.get(this.#context.cube.observations.indicators.text(id));
  }
}

/** Whether the first `count` of these are all the same. */
function isSame(units: Int32Array, count: number): boolean {
  for (let slot = 1; slot < count; slot++) if (units[slot] !== units[0]) return false;
  return true;
}
