import type { PeriodPhrase } from '../model/time-period-text.js';

/** A month in figures: 2024-9, 2024/09, 2024.09, 202409. Behind a point two digits: 2024.1 may be a number's 2024.10. */
const YEAR_MONTH = /^((?:19|20)\d{2})(?:[-/](0?[1-9]|1[0-2])|\.?(0[1-9]|1[0-2]))$/;

export function parseYearMonth(text: string): PeriodPhrase | undefined {
  const m = YEAR_MONTH.exec(text);
  if (!m) return undefined;
  const month = Number(m[2] ?? m[3]);
  return { year: Number(m[1]), from: month, to: month, length: text.length };
}
