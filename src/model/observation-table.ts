import { CellPlaces } from './cell-places.js';
import type { Decimal } from './decimal.js';
import { grown } from './grown.js';
import { Interner } from './interner.js';
import {
  type CellSource,
  MEASURES,
  OBS_STATUSES,
  type Observation,
  type ObservedMeasure,
  type ObsStatus,
  SCENARIOS,
  type Scenario,
} from './observation.js';
import { SliceIndex } from './slice-index.js';
import { type SpelledColumns, spellOut } from './spelled-columns.js';
import type { Accumulation, TimePeriod } from './time-period.js';

/** A row as numbers, for readers of millions of rows: ids come from the table's interners. */
export interface ObservationRow {
  /** Number of its measure, scenario, indicator and period. */
  slice: number;
  refArea: number;
  yearToDate: boolean;
  status: number;
  unit: number;
  /** Value × 10^decimals; exact below 2^53. NaN where there is no figure. */
  scaled: number;
  decimals: number;
  source: number;
  row: number;
  column: number;
}

/** How much a table held at one moment. */
export interface TableMark {
  readonly length: number;
  readonly slices: number;
  readonly indicators: number;
  readonly refAreas: number;
  readonly units: number;
  readonly sources: number;
}

const START = 1024;

/**
 * Observations in columns of typed arrays: no object per cell. Rows are numbered from 0 in order of delivery. Millions of rows are of
 * few slices: what a slice says (measure, scenario, indicator, period) is kept once.
 */
export class ObservationTable {
  readonly slices = new SliceIndex();
  readonly indicators = new Interner();
  readonly refAreas = new Interner();
  readonly units = new Interner();
  readonly #sources: { file: string; sheet: string | undefined }[] = [];
  readonly #sourceIds = new Interner();
  readonly #large = new Map<number, bigint>();
  readonly #places = new CellPlaces();

  #spelled: SpelledColumns | undefined;

  length = 0;
  slice = new Int32Array(START);
  status = new Uint8Array(START);
  decimals = new Uint8Array(START);
  yearToDate = new Uint8Array(START);
  refArea = new Int32Array(START);
  unit = new Uint16Array(START);
  scaled = new Float64Array(START);
  source = new Uint16Array(START);

  /** What the slices of the rows say, in columns of their own: for those who go by rows. */
  get measure(): Uint8Array {
    return this.#columns.measure;
  }

  get scenario(): Uint8Array {
    return this.#columns.scenario;
  }

  get indicator(): Int32Array {
    return this.#columns.indicator;
  }

  get periodEnd(): Int32Array {
    return this.#columns.periodEnd;
  }

  get periodMonths(): Uint16Array {
    return this.#columns.periodMonths;
  }

  get #columns(): SpelledColumns {
    if (this.#spelled?.length !== this.length) this.#spelled = spellOut(this);
    return this.#spelled;
  }

  /** Number of a slice, for `ObservationRow.slice`. */
  sliceOf(measure: ObservedMeasure, scenario: Scenario, indicator: string, { end, months }: TimePeriod): number {
    const name = this.indicators.intern(indicator);
    return this.slices.intern(MEASURES.indexOf(measure), SCENARIOS.indexOf(scenario), name, end, months);
  }

  /** Number of a file and sheet, for `ObservationRow.source`. */
  sourceOf(file: string, sheet?: string): number {
    const id = this.#sourceIds.intern(sheet === undefined ? file : `${file}\u0000${sheet}`);
    if (id === this.#sources.length) this.#sources.push({ file, sheet });
    return id;
  }

  /** Files in order of delivery: a later one is a later vintage. */
  sourceName(id: number): { readonly file: string; readonly sheet: string | undefined } {
    return this.#sources[id]!;
  }

  get sourceCount(): number {
    return this.#sources.length;
  }

  add(o: Observation): number {
    const digits = o.obsValue?.digits;
    const safe = digits !== undefined && digits >= -9007199254740991n && digits <= 9007199254740991n;
    const row = this.addRow({
      slice: this.sliceOf(o.measure, o.scenario, o.indicator, o.timePeriod),
      refArea: this.refAreas.intern(o.refArea),
      yearToDate: o.accumulation === 'year-to-date',
      status: OBS_STATUSES.indexOf(o.obsStatus),
      unit: this.units.intern(o.unitMeasure),
      scaled: digits === undefined ? Number.NaN : Number(digits),
      decimals: o.obsValue?.decimals ?? 0,
      source: this.sourceOf(o.source.file, o.source.sheet),
      row: o.source.row,
      column: o.source.column,
    });
    if (digits !== undefined && !safe) this.#large.set(row, digits);
    return row;
  }

  /** Throws RangeError for more units or sources than a column can number: a wrong unit in silence would be worse. */
  addRow(r: ObservationRow): number {
    if ((r.unit | r.source) > 0xffff || r.decimals > 0xff) throw new RangeError('too many units, sources or decimals');
    if (this.length === this.scaled.length) this.#grow(this.length * 2);
    const i = this.length++;
    this.slice[i] = r.slice;
    this.status[i] = r.status;
    this.decimals[i] = r.decimals;
    this.yearToDate[i] = r.yearToDate ? 1 : 0;
    this.refArea[i] = r.refArea;
    this.unit[i] = r.unit;
    this.scaled[i] = r.scaled;
    this.source[i] = r.source;
    this.#places.add(r.row, r.column);
    return i;
  }

  /** Makes room for so many more rows at once: where their number is known beforehand, nothing is copied as the table grows. */
  reserve(rows: number): void {
    const size = this.length + rows;
    if (size > this.scaled.length) this.#grow(size);
  }

  /** What the table holds now, for `rewind`. */
  mark(): TableMark {
    const { length, slices, indicators, refAreas, units } = this;
    const sources = this.#sources.length;
    return {
      length,
      slices: slices.length,
      indicators: indicators.size,
      refAreas: refAreas.size,
      units: units.size,
      sources,
    };
  }

  /** Forgets all that was delivered since the mark: rows, names, sources. */
  rewind(mark: TableMark): void {
    this.length = mark.length;
    this.#spelled = undefined;
    this.#places.truncate(mark.length);
    this.slices.truncate(mark.slices);
    this.indicators.truncate(mark.indicators);
    this.refAreas.truncate(mark.refAreas);
    this.units.truncate(mark.units);
    this.#sourceIds.truncate(mark.sources);
    this.#sources.length = mark.sources;
    for (const row of this.#large.keys()) if (row >= mark.length) this.#large.delete(row);
  }

  valueAt(i: number): Decimal | undefined {
    const scaled = this.scaled[i]!;
    if (Number.isNaN(scaled)) return undefined;
    return { digits: this.#large.get(i) ?? BigInt(scaled), decimals: this.decimals[i]! };
  }

  sourceAt(i: number): CellSource {
    const { file, sheet } = this.sourceName(this.source[i]!);
    return {
      file,
      ...(sheet === undefined ? {} : { sheet }),
      row: this.#places.rowAt(i),
      column: this.#places.columnAt(i),
    };
  }

  periodAt(i: number): TimePeriod {
    const { periodEnd, periodMonths } = this.slices;
    const slice = this.slice[i]!;
    return { end: periodEnd[slice]!, months: periodMonths[slice]! };
  }

  accumulationAt(i: number): Accumulation {
    return this.yearToDate[i] === 1 ? 'year-to-date' : 'period';
  }

  measureAt(i: number): ObservedMeasure {
    return MEASURES[this.slices.measure[this.slice[i]!]!]!;
  }

  statusAt(i: number): ObsStatus {
    return OBS_STATUSES[this.status[i]!]!;
  }

  scenarioAt(i: number): Scenario {
    return SCENARIOS[this.slices.scenario[this.slice[i]!]!]!;
  }

  /** One observation as an object: for the few that are shown, never for the millions. */
  at(i: number): Observation {
    return {
      measure: this.measureAt(i),
      indicator: this.indicators.text(this.slices.indicator[this.slice[i]!]!),
      refArea: this.refAreas.text(this.refArea[i]!),
      timePeriod: this.periodAt(i),
      accumulation: this.accumulationAt(i),
      scenario: this.scenarioAt(i),
      obsValue: this.valueAt(i),
      unitMeasure: this.units.text(this.unit[i]!),
      obsStatus: this.statusAt(i),
      source: this.sourceAt(i),
    };
  }

  *[Symbol.iterator](): IterableIterator<Observation> {
    for (let i = 0; i < this.length; i++) yield this.at(i);
  }

  #grow(size: number): void {
    const u8 = (a: Uint8Array<ArrayBuffer>) => grown(new Uint8Array(size), a);
    const u16 = (a: Uint16Array<ArrayBuffer>) => grown(new Uint16Array(size), a);
    const i32 = (a: Int32Array<ArrayBuffer>) => grown(new Int32Array(size), a);
    this.slice = i32(this.slice);
    this.status = u8(this.status);
    this.decimals = u8(this.decimals);
    this.yearToDate = u8(this.yearToDate);
    this.refArea = i32(this.refArea);
    this.unit = u16(this.unit);
    this.scaled = grown(new Float64Array(size), this.scaled);
    this.source = u16(this.source);
  }
}
