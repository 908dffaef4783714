import { type Figure, isFigure, type NoFigure } from '../model/figure.js';
import { compare } from '../model/rational.js';
import { shiftYears, type TimePeriod } from '../model/time-period.js';
import { formatPeriodInChinese } from '../model/time-period-text.js';
import { label, type MeasureContext } from './context.js';
import { level } from './level.js';
import { inUnit, noFigure } from './operand.js';
import type { QueryOf } from './query.js';

/** How many periods in a row may be missing before the returns are taken to begin after them. */
const LONGEST_GAP: Readonly<Record<string, number>> = { year: 2, period: 14 };
const FARTHEST = 600;

/**
 * The highest figure of the periods before this one, as far back as the returns go: of the same months of earlier years, or of
 * every earlier period of the same length. The notes say since when, and of how many.
 */
export function earlierPeak(query: QueryOf<'earlier-peak'>, context: MeasureContext): Figure | NoFigure {
  const yearly = query.among === 'same-months' || query.timePeriod.months >= 12;
  const now = level(query, context);
  if (!isFigure(now)) return now;
  const step = (p: TimePeriod): TimePeriod =>
    yearly ? shiftYears(p, -1) : { end: p.end - p.months, months: p.months };
  let peak: Figure | undefined;
  let since: TimePeriod | undefined;
  let count = 0;
  let missing = 0;
  for (let at = step(query.timePeriod); at.end >= query.timePeriod.end - FARTHEST; at = step(at)) {
    const then = level({ ...query, timePeriod: at }, context);
    const same = isFigure(then) ? inUnit(then, now.unit) : then;
    if (!isFigure(same)) {
      missing += 1;
      if (missing > LONGEST_GAP[yearly ? 'year' : 'period']!) break;
      continue;
    }
    missing = 0;
    count += 1;
    since = at;
    if (!peak || compare(same.value, peak.value) > 0) peak = same;
  }
  if (!peak || !since) return noFigure('no-earlier-periods', { what: label(query, context) });
  const note = { code: 'earlier-since', args: { since: formatPeriodInChinese(since), count } };
  return { ...peak, derivation: { ...peak.derivation, notes: [...peak.derivation.notes, note] } };
}
