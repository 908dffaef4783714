import type { Decimal } from './decimal.js';
import type { Accumulation, TimePeriod } from './time-period.js';

/**
 * What an observation measures. `level`: the figure itself. `growth`: a published rate against the same period of last
 * year, in %; `growth-on-period`: against the preceding period; `growth-on-year-end`: against the end of last year. `rank`:
 * a delivered rank of the level, `growth-rank`: of the growth. `base`: the 上年同期 delivered beside a level; it never
 * overwrites last year's own.
 */
export const MEASURES = [
  'level',
  'growth',
  'growth-on-period',
  'rank',
  'growth-rank',
  'base',
  'growth-on-year-end',
] as const;
export type ObservedMeasure = (typeof MEASURES)[number];

export const SCENARIOS = ['actual', 'plan'] as const;
export type Scenario = (typeof SCENARIOS)[number];

/**
 * SDMX observation status: A normal, P provisional, E estimated, M missing, L not reported yet, K not applicable,
 * N none (the phenomenon does not exist), S less than half a unit, C confidential, O left blank: nothing is said.
 */
export const OBS_STATUSES = ['A', 'P', 'E', 'M', 'L', 'K', 'N', 'S', 'C', 'O'] as const;
export type ObsStatus = (typeof OBS_STATUSES)[number];

/**
 * Left blank, or marked as not reported yet: such a cell says nothing, and takes nothing back of what an earlier file delivered. Every
 * other mark is a word of its own: after … the figure is unknown, whatever was known before.
 */
export const NOT_REPORTED_YET: ReadonlySet<number> = new Set([OBS_STATUSES.indexOf('O'), OBS_STATUSES.indexOf('L')]);

/** The cell an observation came from. Row and column from 1. */
export interface CellSource {
  readonly file: string;
  readonly sheet?: string;
  readonly row: number;
  readonly column: number;
}

/** One observation, names and codes as texts. */
export interface Observation {
  readonly measure: ObservedMeasure;
  /** Catalogue id, or the name as delivered where the catalogue knows none. */
  readonly indicator: string;
  /** Region code, or the name as delivered where the region table knows none. */
  readonly refArea: string;
  readonly timePeriod: TimePeriod;
  readonly accumulation: Accumulation;
  readonly scenario: Scenario;
  /** Undefined where the cell holds no figure; `obsStatus` says why. */
  readonly obsValue: Decimal | undefined;
  readonly unitMeasure: string;
  readonly obsStatus: ObsStatus;
  readonly source: CellSource;
}

/** 1 → A, 28 → AB. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let n = column; n > 0; n = Math.floor((n - 1) / 26))
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return letters;
}

export const cellAddress = (row: number, column: number): string => `${columnLetters(column)}${row}`;

/** data/a.xlsx [表1] B7 */
export function formatSource(source: CellSource): string {
  const sheet = source.sheet === undefined ? '' : ` [${source.sheet}]`;
  return `${source.file}${sheet} ${cellAddress(source.row, source.column)}`;
}
