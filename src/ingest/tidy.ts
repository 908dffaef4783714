import type { TidyColumn, TidyLayout } from '../catalogue/form-layout.js';
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
import type { Deliverer, Meaning } from './deliver.js';
import { unitFits, unitOfMeasure } from './deliver.js';
import type { Findings } from './diagnostics.js';
import type { Names, ResolvedIndicator } from './names.js';
import { type DeliveredPeriod, parseDeliveredPeriod } from './period-text.js';
import { isFigureColumn, type TidyHeader, VALUE_COLUMNS } from './tidy-header.js';

/** The period that a column speaks of, in a row of a given period; undefined where the two do not go together. */
function periodOfColumn(column: TidyColumn, of: DeliveredPeriod, bare: Accumulation): Span | undefined {
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

interface Span {
  readonly timePeriod: TimePeriod;
  readonly accumulation: Accumulation;
}

interface FigureColumn {
  readonly column: TidyColumn;
  readonly at: number;
  readonly measure: ObservedMeasure;
  readonly scenario: Scenario;
  /** Whose period it shares. */
  readonly periodOf: TidyColumn;
}

/** What each figure column measures. Growth beside several values is refused: it could be the growth of any. */
function figureColumns(
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

/** Reads the rows of a tidy return below its header. */
export class TidyRows {
  readonly #header: TidyHeader;
  readonly #layout: TidyLayout | undefined;
  readonly #names: Names;
  readonly #to: Deliverer;
  readonly #findings: Findings;
  readonly #anchorYear: number | undefined;
  readonly #figures: readonly FigureColumn[];
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
    this.#figures = figureColumns(
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
    const written = this.#figures.filter(({ at }) => (fields[at] ?? '').trim() !== '');
    // A row of several figures may leave some blank, which says nothing; a row of none says that the figure is missing.
    for (const figure of written.length > 0 ? written : this.#figures)
      this.#deliver(figure, fields, row, { period, refArea, named, unit });
  }

  #deliver(
    { column, at, measure, scenario, periodOf }: FigureColumn,
    fields: readonly string[],
    row: number,
    of: { period: DeliveredPeriod; refArea: string; named: ResolvedIndicator; unit: string },
  ): void {
    const span = periodOfColumn(periodOf, of.period, this.#layout?.constants.accumulation ?? 'period');
    if (span === undefined) {
      const args = { column: this.#header.texts[at] ?? column, period: this.#text(fields, 'period') };
      this.#findings.add('period-misfit', this.#to.placeOf(row, at + 1), args);
      return;
    }
    const { name, indicator } = of.named;
    const meaning: Meaning = {
      measure,
      name,
      indicator,
      refArea: of.refArea,
      ...span,
      scenario,
      unit: unitOfMeasure(measure, of.unit),
      status: this.#layout?.constants.status,
    };
    this.#to.deliver(meaning, fields[at] ?? '', row, at + 1);
  }

  #text(fields: readonly string[], column: 'period' | 'region' | 'indicator' | 'unit'): string {
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
  #unit(fields: readonly string[], { name, indicator }: ResolvedIndicator, row: number): string | undefined {
    const unit = this.#text(fields, 'unit');
    const fits = unitFits(unit, indicator);
    const key = `${name}\u0000${unit}`;
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
