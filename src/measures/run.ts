import { type Figure, isFigure, type NoFigure } from '../model/figure.js';
import { compare, rational } from '../model/rational.js';
import type { TimePeriod } from '../model/time-period.js';
import type { MeasureContext } from './context.js';
import { growth } from './growth.js';
import { computed } from './operand.js';
import type { QueryOf } from './query.js';

const FARTHEST = 240;

/**
 * How many periods in a row, up to this one, have grown by at least `least` % on last year's (`least` 0: by more than nothing; for a
 * fall: have fallen). Where the returns begin before the run is seen to begin, the note says that it may be longer.
 */
export function run(query: QueryOf<'run'>, context: MeasureContext): Figure | NoFigure {
  const { least, direction, ...at } = query;
  const holds = (f: Figure): boolean => {
    const order = compare(f.value, rational(direction * least));
    return least === 0 ? order === direction : order === direction || order === 0;
  };
  const within: Figure[] = [];
  let ended = false;
  for (
    let p: TimePeriod = query.timePeriod;
    within.length < FARTHEST;
    p = { end: p.end - p.months, months: p.months }
  ) {
    const rate = growth({ ...at, kind: 'growth', base: 'last-year', timePeriod: p }, context);
    if (!isFigure(rate)) {
      if (within.length === 0) return rate;
      break;
    }
    if (!holds(rate)) {
      ended = true;
      break;
    }
    within.push(rate);
  }
  const notes = ended ? [] : [{ code: 'run-may-be-longer' as const, args: {} }];
  return computed(rational(within.length), '个', `${within.length}`, within.slice(0, 12), notes);
}
