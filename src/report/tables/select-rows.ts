import type { LevelFrames, Places } from '../../measures/columns/level-frames.js';
import type { MeasureContext } from '../../measures/context.js';
import { comparePeriods, samePeriod, type TimePeriod } from '../../model/time-period.js';

/** What a person asked a table of. An absent list means all that the data hold. */
export interface Selection {
  readonly indicators?: readonly string[];
  readonly refAreas?: readonly string[];
  readonly periods?: readonly TimePeriod[];
}

/** The rows of a table that share indicator and period. */
export interface SelectedFrame {
  readonly indicator: string;
  readonly timePeriod: TimePeriod;
  /** Where the delivered levels stand; undefined where there is none. */
  readonly frame: number | undefined;
  /** The areas, delivered or not, where they were asked for by name; else those that delivered and are wanted. */
  readonly named: readonly string[] | undefined;
}

/** The places of names in a table: the order asked for, else the catalogue's or the region table's, then as delivered. */
function placesOf(order: readonly string[], delivered: readonly string[]): Int32Array {
  const places = new Map([...new Set([...order, ...delivered])].map((name, place) => [name, place]));
  return Int32Array.from(delivered, (name) => places.get(name)!);
}

export function placesFor({ indicators, refAreas }: Selection, context: MeasureContext): Places {
  const { observations } = context.cube;
  return {
    indicators: placesOf(indicators ?? context.catalogue.indicators.map((i) => i.id), observations.indicators.texts()),
    areas: placesOf(refAreas ?? context.refAreas.areas.map((a) => a.code), observations.refAreas.texts()),
  };
}

/** The cells of a table: delivered levels, as far as the selection goes; and those asked for by name, delivered or not. */
export function* selectFrames(
  selection: Selection,
  frames: LevelFrames,
  context: MeasureContext,
): Iterable<SelectedFrame> {
  const { indicators: interned } = context.cube.observations;
  const { indicators, refAreas, periods } = selection;
  if (indicators && refAreas && periods) {
    const inOrder = [...periods].sort(comparePeriods).filter((p, i, all) => i === 0 || !samePeriod(p, all[i - 1]!));
    const named = [...new Set(refAreas)];
    for (const indicator of new Set(indicators))
      for (const timePeriod of inOrder) {
        const frame = frames.find(interned.find(indicator), timePeriod);
        yield { indicator, timePeriod, frame, named };
      }
    return;
  }
  const wanted = indicators && new Set(indicators);
  for (let frame = 0; frame < frames.length; frame++) {
    const indicator = interned.text(frames.indicatorOf(frame));
    const timePeriod = frames.periodOf(frame);
    if (wanted && !wanted.has(indicator)) continue;
    if (periods && !periods.some((p) => samePeriod(p, timePeriod))) continue;
    yield { indicator, timePeriod, frame, named: undefined };
  }
}
