import type { Indicator } from '../catalogue/schema.js';
import type { Decimal } from '../model/decimal.js';
import type { Place } from '../model/diagnostic.js';
import {
  cellAddress,
  OBS_STATUSES,
  type ObservedMeasure,
  type ObsStatus,
  type Scenario,
} from '../model/observation.js';
import type { ObservationRow, ObservationTable } from '../model/observation-table.js';
import { type Accumulation, closingMonth, isYear, isYearToDate, type TimePeriod } from '../model/time-period.js';
import { parseUnit } from '../model/unit.js';
import type { Findings } from './diagnostics.js';
import { parseCellNumber } from './number-text.js';
import { readPlainText, type ScaledNumber } from './plain-number.js';
import { plainRank, plainRate } from './worded-figure.js';

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

/** A rate against last year, the preceding period, or the end of last year. */
export const isGrowth = (measure: string | undefined): boolean =>
  measure?.startsWith('growth') === true && measure !== 'growth-rank';

/** Unit of what a measure gives, whatever the unit of the level: rates in %, ranks in places. */
export function unitOfMeasure(measure: ObservedMeasure, levelUnit: string): string {
  if (isGrowth(measure)) return '%';
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

/** A row of the table that says all of a meaning but region, value and place. */
export interface PreparedRow extends ObservationRow {
  /** Status of a figure that is there, and of one that is shown as 0.0. */
  readonly usual: number;
  readonly zero: number;
}

/** A rate or a place with words of its own, as the number that it says. */
function plainFigure(text: string, measure: ObservedMeasure): string {
  const plain = isGrowth(measure) ? plainRate(text) : unitOfMeasure(measure, '') === '位' ? plainRank(text) : undefined;
  return plain ?? text;
}

const LARGEST_EXACT = BigInt(Number.MAX_SAFE_INTEGER);

/** Puts the figures of one sheet into the observation table. */
export class Deliverer {
  readonly #table: ObservationTable;
  readonly #findings: Findings;
  readonly #source: number;
  readonly #sheet: string | undefined;
  readonly #plain: ScaledNumber = { scaled: Number.NaN, decimals: 0 };

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
    if (readPlainText(text, this.#plain)) {
      this.deliverNumber(meaning, this.#plain, row, column);
      return;
    }
    const cell = parseCellNumber(plainFigure(text, meaning.measure));
    if (cell.kind === 'refused') {
      this.#findings.add('number-refused', this.placeOf(row, column), { text: text.slice(0, 80), reason: cell.reason });
      return;
    }
    if (cell.kind === 'missing') {
      this.#addRow(meaning, meaning.unit, Number.NaN, 0, cell.status, row, column);
      return;
    }
    if (cell.percent && meaning.unit !== '%' && meaning.unit !== '') {
      const args = { unit: '%', expected: meaning.unit, text };
      this.#findings.add('unit-contradiction', this.placeOf(row, column), args);
      return;
    }
    const unit = cell.percent ? '%' : meaning.unit;
    const { digits, decimals } = cell.value;
    if (digits > LARGEST_EXACT || digits < -LARGEST_EXACT) this.#addLarge(meaning, unit, cell.value, row, column);
    else
      this.#addRow(meaning, unit, Number(digits), decimals, statusOf(meaning, Number(digits), decimals), row, column);
  }

  /** Prepares what millions of cells of few meanings share. */
  prepare(m: Omit<Meaning, 'refArea'>): PreparedRow {
    const table = this.#table;
    const period = periodOfKind(m.timePeriod, m.indicator);
    return {
      slice: table.sliceOf(m.measure, m.scenario, m.name, period),
      refArea: 0,
      yearToDate: m.accumulation === 'year-to-date',
      status: 0,
      unit: table.units.intern(m.unit),
      // No whole number: the engine then keeps room for any double from the start.
      scaled: Number.NaN,
      decimals: 0,
      source: this.#source,
      row: 0,
      column: 0,
      usual: OBS_STATUSES.indexOf(statusOf(m, 1, 0)),
      zero: OBS_STATUSES.indexOf(statusOf(m, 0, 1)),
    };
  }

  areaId(refArea: string): number {
    return this.#table.refAreas.intern(refArea);
  }

  /** Delivers a number whose meaning was prepared. The prepared row is written over and used again. */
  deliverPrepared(prepared: PreparedRow): void {
    prepared.status = prepared.scaled === 0 && prepared.decimals > 0 ? prepared.zero : prepared.usual;
    this.#table.addRow(prepared);
  }

  /** Delivers a figure that is known to be a number: value × 10^decimals, exact. */
  deliverNumber(meaning: Meaning, { scaled, decimals }: ScaledNumber, row: number, column: number): void {
    this.#addRow(meaning, meaning.unit, scaled, decimals, statusOf(meaning, scaled, decimals), row, column);
  }

  #addLarge(m: Meaning, unitMeasure: string, obsValue: Decimal, row: number, column: number): void {
    const { file, sheet } = this.#table.sourceName(this.#source);
    const source = { file, ...(sheet === undefined ? {} : { sheet }), row, column };
    const { measure, name, refArea, accumulation, scenario, indicator } = m;
    const timePeriod = periodOfKind(m.timePeriod, indicator);
    const obsStatus = m.status ?? 'A';
    this.#table.add({
      measure,
      indicator: name,
      refArea,
      timePeriod,
      accumulation,
      scenario,
      obsValue,
      unitMeasure,
      obsStatus,
      source,
    });
  }

  #addRow(
    m: Meaning,
    unit: string,
    scaled: number,
    decimals: number,
    status: ObsStatus,
    row: number,
    column: number,
  ): void {
    const table = this.#table;
    const period = periodOfKind(m.timePeriod, m.indicator);
    table.addRow({
      slice: table.sliceOf(m.measure, m.scenario, m.name, period),
      refArea: table.refAreas.intern(m.refArea),
      yearToDate: m.accumulation === 'year-to-date',
      status: OBS_STATUSES.indexOf(status),
      unit: table.units.intern(unit),
      scaled,
      decimals,
      source: this.#source,
      row,
      column,
    });
  }
}

/** A level shown as 0.0 is not nothing: it is less than half of the last place. */
function statusOf(m: Pick<Meaning, 'measure' | 'status'>, scaled: number, decimals: number): ObsStatus {
  return scaled === 0 && decimals > 0 && m.measure === 'level' ? 'S' : (m.status ?? 'A');
}
