import type { TidyColumn } from '../catalogue/tidy-columns.js';
import type { ObservedMeasure, Scenario } from '../model/observation.js';
import {
  type Accumulation,
  closingMonth,
  isMonth,
  isYear,
  isYearToDate,
  lastMonth,
  quarter,
  type TimePeriod,
  yearOf,
  yearToDate,
} from '../model/time-period.js';
import type { Deliverer } from './deliver.js';
import type { Findings } from './diagnostics.js';
import type { DeliveredPeriod } from './period-text.js';
import { isFigureColumn, type TidyHeader, VALUE_COLUMNS } from './tidy-header.js';

export interface Span {
  readonly timePeriod: TimePeriod;
  readonly accumulation: Accumulation;
}

/** The period that a column speaks of, in a row of a given period; undefined where the two do not go together. */
export function periodOfColumn(column: TidyColumn, of: DeliveredPeriod, bare: Accumulation): Span | undefined {
  const p = of.timePeriod;
  switch (column) {
    case 'month':
      return isMonth(p) || isYearToDate(p) ? { timePeriod: closingMonth(p), accumulation: 'period' } : undefined;
    case 'quarter': {
      const m = lastMonth(p);
      const whole = m % 3 === 0 && (isMonth(p) || p.months === 3 || isYearToDate(p));
      return whole ? { timePeriod: quarter(yearOf(p), m / 3), accumulation: 'period' } : undefined;
    }
    case 'ytd': {
      const runs = isMonth(p) || isYearToDate(p) || (p.months === 3 && lastMonth(p) % 3 === 0) || p.months === 6;
      const timePeriod = yearToDate(yearOf(p), lastMonth(p));
      return runs ? { timePeriod, accumulation: 'year-to-date' } : undefined;
    }
    default:
      // By its form, the bare value of a month may be the one since January.
      return bare === 'year-to-date' && isMonth(p)
        ? { timePeriod: yearToDate(yearOf(p), lastMonth(p)), accumulation: bare }
        : { timePeriod: p, accumulation: isYear(p) ? 'period' : of.accumulation };
  }
}

export interface FigureColumn {
  readonly column: TidyColumn;
  readonly at: number;
  readonly measure: ObservedMeasure;
  readonly scenario: Scenario;
  /** Whose period it shares. */
  readonly periodOf: TidyColumn;
}

/** What each figure column measures. Growth beside several values is refused: it could be the growth of any. */
export function figureColumns(
  header: TidyHeader,
  scenario: Scenario,
  findings: Findings,
  row: number,
  place: Deliverer,
): FigureColumn[] {
  const values = VALUE_COLUMNS.filter((c) => header.columns.has(c));
  const only = values.length === 1 ? values[0]! : undefined;
  const list: FigureColumn[] = [];
  for (const [column, at] of header.columns) {
    if (!isFigureColumn(column)) continue;
    const plain = { column, at, scenario };
    if (column === 'plan') list.push({ ...plain, measure: 'level', scenario: 'plan', periodOf: 'value' });
    else if (column === 'month-yoy') list.push({ ...plain, measure: 'growth', periodOf: 'month' });
    else if (column === 'ytd-yoy') list.push({ ...plain, measure: 'growth', periodOf: 'ytd' });
    else if (column === 'yoy' || column === 'last-year' || column === 'rank') {
      const measure = column === 'yoy' ? 'growth' : column === 'rank' ? 'rank' : 'base';
      if (values.length > 1) {
        const args = {
          column: header.texts[at] ?? column,
          beside: values.map((v) => header.texts[header.columns.get(v)!]!),
        };
        findings.add('growth-beside-several', place.placeOf(row, at + 1), args);
      } else list.push({ ...plain, measure, periodOf: only ?? 'value' });
    } else list.push({ ...plain, measure: 'level', periodOf: column });
  }
  return list.sort((a, b) => a.at - b.at);
}
