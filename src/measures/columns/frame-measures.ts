import type { Indicator } from '../../catalogue/schema.js';
import type { MeasureContext } from '../context.js';
import type { PeerGroup } from '../query.js';
import { DeliveredMeasures } from './delivered-measures.js';
import { FrameGrowth } from './frame-growth.js';
import { FrameLevels } from './frame-levels.js';
import { FrameRanks } from './frame-ranks.js';
import type { LevelFrames } from './level-frames.js';
import { ASK, NOTHING, type NumberColumn, type RankColumn } from './number-column.js';
import { PeerGroups } from './peer-areas.js';

/** What can be had for all the cells of a frame at once. */
export const FRAME_MEASURES = ['level', 'yoy', 'yoy-published', 'yoy-computed', 'rank-level', 'rank-yoy'] as const;
export type FrameMeasure = (typeof FRAME_MEASURES)[number];

/**
 * Levels, growth and ranks in columns, frame after frame: the road of millions of cells. It answers the plain cells and says
 * of every other one that only `evaluate` can tell; the two never differ.
 *
 *   LevelFrames      slices of the cube by indicator and period, their areas in order
 *   FrameLevels      the delivered levels of one frame: digits and decimals
 *   FrameGrowth      those of the base, and rates rounded on whole numbers
 *   FrameRanks       peers counted group by group
 */
export class FrameMeasures {
  readonly #frames: LevelFrames;
  readonly #indicatorOf: (frame: number) => Indicator | undefined;
  readonly #growth: FrameGrowth;
  readonly #ranks: FrameRanks;
  readonly #wanted: ReadonlySet<FrameMeasure>;
  /** The cells of the frame that is loaded. */
  readonly levels: FrameLevels;

  /** With `remarks`, cells that carry a remark for a reader are left to `evaluate`, which words it. */
  constructor(
    context: MeasureContext,
    frames: LevelFrames,
    wanted: readonly FrameMeasure[],
    options: { readonly peersOf: (refArea: string) => PeerGroup | undefined; readonly remarks: boolean },
  ) {
    const delivered = new DeliveredMeasures(context.cube);
    const { indicators } = context.cube.observations;
    this.#frames = frames;
    this.#indicatorOf = (frame) => context.catalogue.get(indicators.text(frames.indicatorOf(frame)));
    this.#wanted = new Set(wanted);
    this.levels = new FrameLevels(frames, options.remarks);
    this.#growth = new FrameGrowth(context, frames, delivered, options.remarks);
    this.#ranks = new FrameRanks(context, frames, new PeerGroups(context, options.peersOf), delivered);
  }

  load(frame: number | undefined): void {
    const { levels } = this;
    const wants = (...measures: FrameMeasure[]) => measures.some((measure) => this.#wanted.has(measure));
    levels.load(frame);
    if (frame === undefined) return;
    const indicator = this.#indicatorOf(frame);
    const { months } = this.#frames.periodOf(frame);
    // A stock is asked for at its closing month, wherever it was put.
    if (months !== 1 && indicator?.kind === 'stock') {
      for (const measure of FRAME_MEASURES) this.column(measure).fill(ASK, levels.count);
      return;
    }
    if (indicator?.confidential === true) levels.values.fill(NOTHING, levels.count);
    if (wants('yoy', 'yoy-published', 'yoy-computed', 'rank-yoy')) this.#growth.load(frame, levels);
    if (wants('rank-level')) this.#ranks.rankLevels(frame, levels);
    if (wants('rank-yoy')) this.#ranks.rankGrowth(frame, levels, this.#growth);
  }

  column(measure: FrameMeasure): NumberColumn | RankColumn {
    switch (measure) {
      case 'level':
        return this.levels.values;
      case 'yoy':
        return this.#growth.shown;
      case 'yoy-published':
        return this.#growth.published;
      case 'yoy-computed':
        return this.#growth.computed;
      case 'rank-level':
      case 'rank-yoy':
        return this.rankColumn(measure);
    }
  }

  rankColumn(measure: 'rank-level' | 'rank-yoy'): RankColumn {
    return measure === 'rank-level' ? this.#ranks.levels : this.#ranks.growth;
  }
}
