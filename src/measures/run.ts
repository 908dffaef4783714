import { type Figure, isFigure, type NoFigure } from '../model/figure.js';
import { compare, multiply, rational } from '../model/rational.js';
import type { TimePeriod } from '../model/time-period.js';
import type { Evaluate, MeasureContext } from './context.js';
import { computed } from './operand.js';
import type { RunQuery } from './query.js';
import { queryMoved } from './query-period.js';

const FARTHEST = 240;

/**
 * How many periods in a row, up to that of the question, hold what is asked. Where the returns begin before the run is seen to begin,
 * the note says that it may be longer.
 */
export function run(query: RunQuery, _: MeasureContext, evaluate: Evaluate): Figure | NoFigure {
  const { least, direction } = query;
  const holds = (f: Figure): boolean => {
    const order = compare(multiply(f.value, rational(direction)), rational(least));
    return order > 0 || (least !== 0 && order === 0);
  };
  const within: Figure[] = [];
  let ended = false;
  let of: RunQuery['of'] | undefined = query.of;
  while (of && within.length < FARTHEST) {
    const figure = evaluate(of);
    if (!isFigure(figure)) {
      if (within.length === 0) return figure;
      break;
    }
    if (!holds(figure)) {
      ended = true;
      break;
    }
    within.push(figure);
    of = before(of, query.cumulative === true);
  }
  const notes = ended ? [] : [{ code: 'run-may-be-longer' as const, args: {} }];
  return computed(rational(within.length), '个', `${within.length}`, within.slice(0, 12), notes);
}

/** The same question of the period before; from January to the month before there is one only within the year. */
function before(of: RunQuery['of'], cumulative: boolean): RunQuery['of'] | undefined {
  let within = true;
  const earlier = (p: TimePeriod): TimePeriod => {
    if (!cumulative) return { end: p.end - p.months, months: p.months };
    within &&= p.months > 1;
    return { end: p.end - 1, months: p.months - 1 };
  };
  const moved = queryMoved(of, earlier) as RunQuery['of'] | undefined;
  return within ? moved : undefined;
}
