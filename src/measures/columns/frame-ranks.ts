import { MEASURES, SCENARIOS } from '../../model/observation.js';
import type { MeasureContext } from '../context.js';
import type { DeliveredMeasures } from './delivered-measures.js';
import { DerivableLevels } from './derivable-levels.js';
import { sortByDecimal, sortByRatio } from './falling-order.js';
import type { FrameGrowth } from './frame-growth.js';
import type { FrameLevels } from './frame-levels.js';
import { GroupRanking } from './group-ranking.js';
import type { LevelFrames } from './level-frames.js';
import { ASK, type NumberColumn, RankColumn } from './number-column.js';
import type { PeerGroups } from './peer-areas.js';

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
    this.levels = new RankColumn(size);
    this.growth = new RankColumn(size);
  }

  rankLevels(frame: number, levels: FrameLevels): void {
    const id = this.#frames.indicatorOf(frame);
    if (this.#delivered.has('rank', id)) {
      this.levels.fill(ASK, levels.count);
      return;
    }
    const column = levels.values;
    this.#byLevel.rank(levels, column, this.levels, {
      ...this.#rule(id),
      elsewhere: this.#derivable.at(id, this.#frames.periodOf(frame)),
      sort: (slots, count, keys) => {
        if (count === 0) return true;
        const unit = levels.unitAt(slots[0]!);
        for (let i = 1; i < count; i++) if (levels.unitAt(slots[i]!) !== unit) return false;
        return this.#sortDecimals(column, slots, count, keys, id, unit);
      },
    });
  }

  rankGrowth(frame: number, levels: FrameLevels, growth: FrameGrowth): void {
    const id = this.#frames.indicatorOf(frame);
    if (this.#delivered.has('growth-rank', id)) {
      this.growth.fill(ASK, levels.count);
      return;
    }
    const { cube, options } = this.#context;
    const period = this.#frames.periodOf(frame);
    const anyPublished = this.#delivered.has('growth', id);
    const published = anyPublished && this.#indicator(id)?.growth === 'published';
    const rates = cube.slices.find(GROWTH, ACTUAL, id, period.end, period.months);
    const column = published ? growth.published : growth.computed;
    this.#byGrowth.rank(levels, column, this.growth, {
      ...this.#rule(id),
      elsewhere: published ? (area) => cube.rowIn(rates, area) >= 0 : this.#derivable.at(id, period),
      sort: (slots, count, keys) => {
        // Where no peer has a rate of the first choice, `evaluate` looks at those of the second.
        if (count === 0) return !anyPublished;
        if (published || options.ties === 'as-displayed')
          return this.#sortDecimals(column, slots, count, keys, id, RATE);
        return sortByRatio(growth.now, growth.before, slots, count, keys);
      },
    });
  }

  #rule(indicator: number) {
    const { incompletePeers } = this.#context.options;
    return { withhold: incompletePeers === 'withhold', lowerFirst: this.#indicator(indicator)?.better === 'lower' };
  }

  /** `unit` is one of the observations, or `RATE`. */
  #sortDecimals(
    column: NumberColumn,
    slots: Int32Array,
    count: number,
    keys: Float64Array,
    indicator: number,
    unit: number,
  ): boolean {
    const { ties, rounding } = this.#context.options;
    const places = ties === 'as-displayed' ? this.#placesOf(indicator, unit) : undefined;
    return sortByDecimal(column, slots, count, places, rounding, keys);
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
