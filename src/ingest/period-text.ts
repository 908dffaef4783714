import { parseYearMonth } from '../catalogue/year-month.js';
import type { Accumulation, TimePeriod } from '../model/time-period.js';
import { matchPeriodPhrase, resolvePeriod } from '../model/time-period-text.js';

export interface DeliveredPeriod {
  readonly timePeriod: TimePeriod;
  /** year-to-date where the text itself says so: 1—9月, 前三季度, 2024-01..09. */
  readonly accumulation: Accumulation;
  /** The text names a year and nothing shorter. */
  readonly wholeYear: boolean;
}

/** Reads the whole of a text as one period. `anchorYear` gives the year where the text names none. */
export function parseDeliveredPeriod(text: string, anchorYear?: number): DeliveredPeriod | undefined {
  const plain = text.normalize('NFKC').replace(/\s+/gu, '');
  const month = parseYearMonth(plain);
  if (month) return { timePeriod: resolvePeriod(month, 0), accumulation: 'period', wholeYear: false };
  const spelled = /^(?:19|20)\d{2}$/.test(plain) ? `${plain}年` : plain;
  const phrase = matchPeriodPhrase(spelled);
  if (!phrase || phrase.length !== spelled.length) return undefined;
  if (phrase.year === undefined && anchorYear === undefined) return undefined;
  const wholeYear = phrase.wholeYear === true;
  return {
    timePeriod: resolvePeriod(phrase, anchorYear ?? 0),
    accumulation: phrase.cumulative === true && !wholeYear && phrase.to > 1 ? 'year-to-date' : 'period',
    wholeYear,
  };
}
