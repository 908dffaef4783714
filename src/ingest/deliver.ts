import type { Indicator } from '../catalogue/schema.js';
import type { Decimal } from '../model/decimal.js';
import type { Place } from '../model/diagnostic.js';
import {
  cellAddress,
  MEASURES,
  OBS_STATUSES,
  type ObservedMeasure,
  type ObsStatus,
  SCENARIOS,
  type Scenario,
} from '../model/observation.js';
import type { ObservationTable } from '../model/observation-table.js';
import { type Accumulation, closingMonth, isYear, isYearToDate, type TimePeriod } from '../model/time-period.js';
import { parseUnit } from '../model/unit.js';
import type { Findings } from './diagnostics.js';
import { parseCellNumber } from './number-text.js';

/** All that a value cell means, beside its value. */
export interface Meaning {
  readonly measure: ObservedMeasure;
  /** Catalogue id or delivered name, and the catalogue's entry where there is one. */
  readonly name: string;
  readonly indicator?: Indicator | undefined;
  readonly refArea: string;
  readonly timePeriod: TimePeriod;
  readonly accumulation: Accumulation;
  readonly scenario: Scenario;
  /** As delivered; '' where none is named. */
  readonly unit: string;
  /** Status of a figure that is there: A, or what the return says of all of its figures. */
  readonly status?: ObsStatus | undefined;
}

/** Unit of what a measure gives, whatever the unit of the level: rates in %, ranks in places. */
export function unitOfMeasure(measure: ObservedMeasure, levelUnit: string): string {
  if (measure === 'growth' || measure === 'growth-on-period') return '%';
  return measure === 'rank' || measure === 'growth-rank' ? '位' : levelUnit;
}

/** How a bare value of a period was delivered: 1—9月 since January; a year, a quarter, a month as itself. */
export const accumulationOf = (period: TimePeriod): Accumulation =>
  isYearToDate(period) && period.months > 1 && !isYear(period) && period.months !== 3 ? 'year-to-date' : 'period';

/** A stock stands at the end of its period, whatever the run of months that the heading names. */
export const periodOfKind = (period: TimePeriod, indicator: Indicator | undefined): TimePeriod =>
  indicator?.kind === 'stock' ? closingMonth(period) : period;

/** Whether an indicator can be given in a unit: their bases are one. True where either is not known. */
export function unitFits(unit: string, indicator: Indicator | undefined): boolean {
  if (indicator === undefined || unit === '') return true;
  const given = parseUnit(unit);
  const usual = parseUnit(indicator.unit);
  return given === undefined || usual === undefined || given.base === usual.base;
}

/** Puts the figures of one sheet into the observation table. */
export class Deliverer {
  readonly #table: ObservationTable;
  readonly #findings: Findings;
  readonly #source: number;
  readonly #sheet: string | undefined;

  constructor(table: ObservationTable, findings: Findings, file: string, sheet?: string) {
    this.#table = table;
    this.#findings = findings;
    this.#source = table.sourceOf(file, sheet);
    this.#sheet = sheet;
  }

  placeOf(row: number, column: number): Place {
    return { ...(this.#sheet === undefined ? {} : { sheet: this.#sheet }), cell: cellAddress(row, column) };
  }

  /** Reads a value cell and delivers it. A refused text is reported with its cell and delivers nothing. */
  deliver(meaning: Meaning, text: string, row: number, column: number): void {
    const cell = parseCellNumber(text);
    if (cell.kind === 'refused') {
      this.#findings.add('number-refused', this.placeOf(row, column), { text: text.slice(0, 80), reason: cell.reason });
      return;
    }
    if (cell.kind === 'missing') {
      this.#add(meaning, undefined, cell.status, row, column);
      return;
    }
    if (cell.percent && meaning.unit !== '%' && meaning.unit !== '') {
      const args = { unit: '%', expected: meaning.unit, text };
      this.#findings.add('unit-contradiction', this.placeOf(row, column), args);
      return;
    }
    const unit = cell.percent ? '%' : meaning.unit;
    const lessThanHalf = meaning.measure === 'level' && cell.value.digits === 0n && cell.value.decimals > 0;
    this.#add({ ...meaning, unit }, cell.value, lessThanHalf ? 'S' : (meaning.status ?? 'A'), row, column);
  }

  #add(m: Meaning, value: Decimal | undefined, status: ObsStatus, row: number, column: number): void {
    const table = this.#table;
    const period = periodOfKind(m.timePeriod, m.indicator);
    const large = value !== undefined && (value.digits > 9007199254740991n || value.digits < -9007199254740991n);
    if (large) {
      const { file, sheet } = table.sourceName(this.#source);
      const source = { file, ...(sheet === undefined ? {} : { sheet }), row, column };
      const { measure, name, refArea, accumulation, scenario, unit } = m;
      const plain = { measure, indicator: name, refArea, accumulation, scenario, source };
      table.add({ ...plain, timePeriod: period, obsValue: value, unitMeasure: unit, obsStatus: status });
      return;
    }
    table.addRow({
      measure: MEASURES.indexOf(m.measure),
      indicator: table.indicators.intern(m.name),
      refArea: table.refAreas.intern(m.refArea),
      periodEnd: period.end,
      periodMonths: period.months,
      yearToDate: m.accumulation === 'year-to-date',
      scenario: SCENARIOS.indexOf(m.scenario),
      status: OBS_STATUSES.indexOf(status),
      unit: table.units.intern(m.unit),
      scaled: value === undefined ? Number.NaN : Number(value.digits),
      decimals: value?.decimals ?? 0,
      source: this.#source,
      row,
      column,
    });
  }
}
