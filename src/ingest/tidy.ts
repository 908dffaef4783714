import type { TidyLayout } from '../catalogue/form-layout.js';
import type { Deliverer, Meaning } from './deliver.js';
import { unitFits, unitOfMeasure } from './deliver.js';
import type { Findings } from './diagnostics.js';
import type { Names, ResolvedIndicator } from './names.js';
import { type DeliveredPeriod, parseDeliveredPeriod } from './period-text.js';
import { type FigureColumn, figureColumns, periodOfColumn } from './tidy-figures.js';
import type { TidyHeader } from './tidy-header.js';

type NameColumn = 'period' | 'region' | 'indicator' | 'unit';

/** What the names of a row mean, beside the region. */
export interface RowMeaning {
  readonly period: DeliveredPeriod;
  readonly named: ResolvedIndicator;
  readonly unit: string;
}

/** What all the names of a row mean. */
export interface KnownRow extends RowMeaning {
  readonly refArea: string;
}

/** Reads the rows of a tidy return below its header. */
export class TidyRows {
  readonly #header: TidyHeader;
  readonly #layout: TidyLayout | undefined;
  readonly #names: Names;
  readonly #to: Deliverer;
  readonly #findings: Findings;
  readonly #anchorYear: number | undefined;
  readonly figures: readonly FigureColumn[];
  readonly #periods = new Map<string, DeliveredPeriod | undefined>();
  readonly #areas = new Map<string, string>();
  readonly #indicators = new Map<string, ResolvedIndicator>();
  readonly #unitsChecked = new Set<string>();

  constructor(
    header: TidyHeader,
    headerRow: number,
    parts: {
      layout?: TidyLayout | undefined;
      names: Names;
      to: Deliverer;
      findings: Findings;
      anchorYear?: number | undefined;
    },
  ) {
    this.#header = header;
    this.#layout = parts.layout;
    this.#names = parts.names;
    this.#to = parts.to;
    this.#findings = parts.findings;
    this.#anchorYear = parts.anchorYear;
    this.figures = figureColumns(
      header,
      parts.layout?.constants.scenario ?? 'actual',
      parts.findings,
      headerRow,
      parts.to,
    );
  }

  /** One row. `row` counts from 1. */
  read(fields: readonly string[], row: number): void {
    if (fields[0] === '' && fields.every((f) => f.trim() === '')) return;
    const { width } = this.#header;
    if (fields.length !== width) {
      const more = fields.length > width && fields.slice(width).some((f) => f.trim() !== '');
      if (fields.length < width || more) {
        this.#findings.add('row-ragged', this.#to.placeOf(row, 1), { found: fields.length, expected: width });
        return;
      }
    }
    const period = this.#period(fields, row);
    const refArea = period && this.#area(fields, row);
    const named = refArea === undefined ? undefined : this.#indicator(fields, row);
    if (period === undefined || refArea === undefined || named === undefined) return;
    const unit = this.#unit(fields, named, row);
    if (unit === undefined) return;
    const written = this.figures.filter(({ at }) => (fields[at] ?? '').trim() !== '');
    // A row of several figures may leave some blank, which says nothing; a row of none says that the figure is missing.
    for (const figure of written.length > 0 ? written : this.figures)
      this.#deliver(figure, fields, row, refArea, { period, named, unit });
  }

  #deliver(figure: FigureColumn, fields: readonly string[], row: number, refArea: string, of: RowMeaning): void {
    const meaning = this.meaningOf(figure, of);
    const { at, column } = figure;
    if (meaning === undefined) {
      const args = { column: this.#header.texts[at] ?? column, period: this.#text(fields, 'period') };
      this.#findings.add('period-misfit', this.#to.placeOf(row, at + 1), args);
      return;
    }
    this.#to.deliver({ ...meaning, refArea }, fields[at] ?? '', row, at + 1);
  }

  /** What a figure means in a row of that meaning; undefined where column and period do not go together. */
  meaningOf({ measure, scenario, periodOf }: FigureColumn, of: RowMeaning): Omit<Meaning, 'refArea'> | undefined {
    const span = periodOfColumn(periodOf, of.period, this.#layout?.constants.accumulation ?? 'period');
    if (span === undefined) return undefined;
    const { name, indicator } = of.named;
    const unit = unitOfMeasure(measure, of.unit);
    return { measure, name, indicator, ...span, scenario, unit, status: this.#layout?.constants.status };
  }

  /** What the names of a row mean that was read before; undefined where one of them was refused. Finds nothing anew. */
  known(fields: readonly string[]): KnownRow | undefined {
    const period = this.#periods.get(this.#text(fields, 'period'));
    const refArea = this.#areas.get(this.#text(fields, 'region'));
    const named = this.#indicators.get(this.#text(fields, 'indicator'));
    if (period === undefined || refArea === undefined || named === undefined) return undefined;
    const unit = this.#text(fields, 'unit');
    const checked = this.#unitsChecked.has(unitKey(named, unit)) && unitFits(unit, named.indicator);
    return checked ? { period, refArea, named, unit } : undefined;
  }

  #text(fields: readonly string[], column: NameColumn): string {
    const at = this.#header.columns.get(column);
    const own = at === undefined ? '' : (fields[at] ?? '').trim();
    return own !== '' ? own : (this.#layout?.constants[column] ?? '');
  }

  #empty(column: 'period' | 'region' | 'indicator', row: number): undefined {
    const at = this.#header.columns.get(column);
    const heading = at === undefined ? column : (this.#header.texts[at] ?? column);
    this.#findings.add('name-empty', this.#to.placeOf(row, (at ?? 0) + 1), { column: heading });
    return undefined;
  }

  #period(fields: readonly string[], row: number): DeliveredPeriod | undefined {
    const text = this.#text(fields, 'period');
    if (text === '') return this.#empty('period', row);
    let period = this.#periods.get(text);
    if (period === undefined) {
      period = parseDeliveredPeriod(text, this.#anchorYear);
      if (period === undefined) {
        const at = (this.#header.columns.get('period') ?? 0) + 1;
        this.#findings.add('period-refused', this.#to.placeOf(row, at), { text: text.slice(0, 80) });
        return undefined;
      }
      this.#periods.set(text, period);
    }
    return period;
  }

  #area(fields: readonly string[], row: number): string | undefined {
    const text = this.#text(fields, 'region');
    if (text === '') return this.#empty('region', row);
    let area = this.#areas.get(text);
    if (area === undefined) {
      area = this.#names.area(text, this.#to.placeOf(row, (this.#header.columns.get('region') ?? 0) + 1));
      this.#areas.set(text, area);
    }
    return area;
  }

  #indicator(fields: readonly string[], row: number): ResolvedIndicator | undefined {
    const text = this.#text(fields, 'indicator');
    if (text === '') return this.#empty('indicator', row);
    let named = this.#indicators.get(text);
    if (named === undefined) {
      named = this.#names.indicator(text, this.#to.placeOf(row, (this.#header.columns.get('indicator') ?? 0) + 1));
      this.#indicators.set(text, named);
    }
    return named;
  }

  /** The unit as delivered. Undefined, and reported, where the indicator cannot have it. */
  #unit(fields: readonly string[], named: ResolvedIndicator, row: number): string | undefined {
    const { name, indicator } = named;
    const unit = this.#text(fields, 'unit');
    const fits = unitFits(unit, indicator);
    const key = unitKey(named, unit);
    if (this.#unitsChecked.has(key)) return fits ? unit : undefined;
    this.#unitsChecked.add(key);
    const place = this.#to.placeOf(row, (this.#header.columns.get('unit') ?? 0) + 1);
    if (!fits) {
      const args = { text: indicator?.name ?? name, unit, expected: indicator?.unit ?? '' };
      this.#findings.add('unit-contradiction', place, args);
      return undefined;
    }
    if (unit === '') this.#findings.add('unit-missing', place, { name: indicator?.name ?? name });
    return unit;
  }
}

const unitKey = ({ name }: ResolvedIndicator, unit: string): string => `${name}\u0000${unit}`;
