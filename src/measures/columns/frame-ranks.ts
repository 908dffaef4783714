import type { Indicator } from '../../catalogue/schema.js';
import { MEASURES, SCENARIOS } from '../../model/observation.js';
import type { MeasureContext } from '../context.js';
import type { DeliveredMeasures } from './delivered-measures.js';
import { DerivableLevels } from './derivable-levels.js';
import type { FrameGrowth } from './frame-growth.js';
import type { FrameLevels } from './frame-levels.js';
import type { LevelFrames } from './level-frames.js';
import { ASK, NOTHING, NUMBER, type NumberColumn, RankColumn } from './number-column.js';
import { NO_PEERS, type PeerAreas, type PeerGroups } from './peer-areas.js';
import { decimalKeys, RankCounts, ratioKeys } from './rank-keys.js';

const ACTUAL = SCENARIOS.indexOf('actual');
const GROWTH = MEASURES.indexOf('growth');
/** In place of the number of a unit: %. Units are numbered below it. */
const RATE = 65_536;

/**
 * Ranks of the cells of a frame among their peers, as `rank` of this room defines them: 1, 2, 2, 4, equal as delivered or as
 * displayed, withheld where a peer is missing unless the project says otherwise. A group with a member that only `evaluate`
 * can tell is left to it as a whole.
 */
export class FrameRanks {
  readonly #context: MeasureContext;
  readonly #frames: LevelFrames;
  readonly #groups: PeerGroups;
  readonly #delivered: DeliveredMeasures;
  readonly #derivable: DerivableLevels;
  readonly #counts: RankCounts;
  readonly #slots: Int32Array;
  readonly #keys: Float64Array;
  readonly #done = new Set<number>();
  readonly #places = new Map<number, number>();

  constructor(context: MeasureContext, frames: LevelFrames, groups: PeerGroups, delivered: DeliveredMeasures) {
    const { size } = context.cube.observations.refAreas;
    this.#context = context;
    this.#frames = frames;
    this.#groups = groups;
    this.#delivered = delivered;
    this.#derivable = new DerivableLevels(context, frames);
    this.#counts = new RankCounts(size);
    this.#slots = new Int32Array(size);
    this.#keys = new Float64Array(size);
  }

  column(): RankColumn {
    return new RankColumn(this.#slots.length);
  }

  rankLevels(frame: number, levels: FrameLevels, ranks: RankColumn): void {
    const id = this.#frames.indicatorOf(frame);
    if (this.#delivered.has('rank', id)) return ranks.fill(ASK, levels.count);
    const derivable = this.#derivable.at(id, this.#frames.periodOf(frame));
    this.#rank(frame, levels, levels.values, ranks, derivable, (count) => {
      if (count === 0) return true;
      const unit = levels.unitAt(this.#slots[0]!);
      for (let i = 1; i < count; i++) if (levels.unitAt(this.#slots[i]!) !== unit) return false;
      return this.#decimalKeys(levels.values, count, unit, frame);
    });
  }

  rankGrowth(frame: number, levels: FrameLevels, growth: FrameGrowth, ranks: RankColumn): void {
    const id = this.#frames.indicatorOf(frame);
    if (this.#delivered.has('growth-rank', id)) return ranks.fill(ASK, levels.count);
    const { cube, options } = this.#context;
    const { end, months } = this.#frames.periodOf(frame);
    const anyPublished = this.#delivered.has('growth', id);
    const published = anyPublished && this.#indicator(frame)?.growth === 'published';
    const derivable = this.#derivable.at(id, { end, months });
    const elsewhere = published
      ? (area: number) => cube.findRow(GROWTH, ACTUAL, id, area, end, months) >= 0
      : derivable;
    const basis = published ? growth.published : growth.computed;
    this.#rank(frame, levels, basis, ranks, elsewhere, (count) => {
      // Where no peer has a rate of the first choice, `evaluate` looks at those of the second.
      if (count === 0) return !anyPublished;
      if (published || options.ties === 'as-displayed') return this.#decimalKeys(basis, count, RATE, frame);
      return ratioKeys(growth.now, growth.then, this.#slots, count, this.#keys);
    });
  }

  /** Ranks the numbers of a column, group by group. `elsewhere`: whether an area without a slot may still have one. */
  #rank(
    frame: number,
    levels: FrameLevels,
    column: NumberColumn,
    ranks: RankColumn,
    elsewhere: (area: number) => boolean,
    findKeys: (count: number) => boolean,
  ): void {
    const withhold = this.#context.options.incompletePeers === 'withhold';
    const lowerFirst = this.#indicator(frame)?.better === 'lower';
    ranks.fill(NOTHING, levels.count);
    this.#done.clear();
    for (let slot = 0; slot < levels.count; slot++) {
      const number = this.#groups.of(levels.areas[slot]!);
      if (number === NO_PEERS || this.#done.has(number)) continue;
      this.#done.add(number);
      const group = this.#groups.groups[number]!;
      const { count, missing, ask } = this.#gather(group, levels, column, elsewhere);
      if (ask || !findKeys(count)) this.#leave(number, group, levels, ranks);
      else if (missing === 0 || !withhold) this.#assign(number, count, levels, ranks, lowerFirst);
    }
  }

  /** The slots of the members that have a number. */
  #gather(
    { members, absent }: PeerAreas,
    levels: FrameLevels,
    { kind }: NumberColumn,
    elsewhere: (area: number) => boolean,
  ) {
    let count = 0;
    let missing = absent;
    let ask = false;
    for (const area of members) {
      const slot = levels.slotOf(area);
      if (slot >= 0 && kind[slot] === NUMBER) this.#slots[count++] = slot;
      else if (slot >= 0 ? kind[slot] === ASK : elsewhere(area)) ask = true;
      else missing++;
    }
    return { count, missing, ask };
  }

  #leave(number: number, { members }: PeerAreas, levels: FrameLevels, ranks: RankColumn): void {
    for (const area of members) {
      const slot = levels.slotOf(area);
      if (slot >= 0 && this.#groups.of(area) === number) ranks.kind[slot] = ASK;
    }
  }

  #assign(number: number, count: number, levels: FrameLevels, ranks: RankColumn, lowerFirst: boolean): void {
    const { greater, equal } = this.#counts;
    this.#counts.count(this.#keys, count);
    for (let i = 0; i < count; i++) {
      const slot = this.#slots[i]!;
      if (this.#groups.of(levels.areas[slot]!) !== number) continue;
      const ahead = lowerFirst ? count - greater[i]! - equal[i]! : greater[i]!;
      ranks.set(slot, ahead + 1, 0);
      ranks.peers[slot] = count;
      ranks.tied[slot] = equal[i]! > 1 ? 1 : 0;
    }
  }

  /** `unit` is one of the observations, or `RATE`. */
  #decimalKeys(column: NumberColumn, count: number, unit: number, frame: number): boolean {
    const { options } = this.#context;
    const places = options.ties === 'as-displayed' ? this.#placesOf(this.#frames.indicatorOf(frame), unit) : undefined;
    return decimalKeys(column, this.#slots, count, places, options.rounding, this.#keys);
  }

  /** Decimals in which a figure is shown, asked once for each indicator and unit. */
  #placesOf(indicator: number, unit: number): number {
    const key = indicator * 65_537 + unit;
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const { indicators, units } = this.#context.cube.observations;
    const text = unit === RATE ? '%' : units.text(unit);
    const places = this.#context.options.decimals(text, indicators.text(indicator));
    this.#places.set(key, places);
    return places;
  }

  #indicator(frame: number): Indicator | undefined {
    const { catalogue, cube } = this.#context;
    return catalogue.get(cube.observations.indicators.text(this.#frames.indicatorOf(frame)));
  }
}
