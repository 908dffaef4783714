import type { Catalogue } from '../../catalogue/catalogue.js';
import type { ReturnReading, TableReading } from '../../ingest/reading.js';
import type { Cube } from '../../model/cube.js';
import { formatDecimal } from '../../model/decimal.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import {
  type CellSource,
  cellAddress,
  MEASURES,
  NOT_REPORTED_YET,
  OBS_STATUSES,
  type Observation,
  type ObsStatus,
} from '../../model/observation.js';
import type { RefAreaTable } from '../../model/ref-area.js';
import { comparePeriods, type TimePeriod } from '../../model/time-period.js';
import { formatTimePeriod } from '../../model/time-period-text.js';
import type { CellsJson, InspectJson, ObservationsJson, RevisionsJson } from '../json-schemas/inspect.js';
import type { Lang } from '../messages/language.js';
import { speak } from '../messages/speak.js';
import { saidJson } from './claim-json.js';

export interface InspectContext {
  readonly catalogue: Catalogue | undefined;
  readonly refAreas: RefAreaTable;
  readonly lang: Lang;
}

const sourceJson = ({ file, sheet, row, column }: CellSource) => ({
  file,
  ...(sheet === undefined ? {} : { sheet }),
  cell: cellAddress(row, column),
});

/** The observations that a reading has delivered, in order. */
export function* observationsOf({ table, observations }: ReturnReading): Generator<Observation> {
  for (let row = observations.from; row < observations.to; row++) yield table.at(row);
}

export function observationsJson(reading: ReturnReading): ObservationsJson {
  return {
    observations: [...observationsOf(reading)].map((o) => ({
      measure: o.measure,
      indicator: o.indicator,
      refArea: o.refArea,
      timePeriod: formatTimePeriod(o.timePeriod, o.accumulation),
      accumulation: o.accumulation,
      scenario: o.scenario,
      obsValue: o.obsValue === undefined ? null : formatDecimal(o.obsValue),
      unitMeasure: o.unitMeasure,
      obsStatus: o.obsStatus,
      source: sourceJson(o.source),
    })),
  };
}

/** The cells that are not empty, as stored and as read. A text file that was streamed keeps none. */
export function cellsJson({ sheets }: ReturnReading): CellsJson {
  return {
    sheets: sheets.map(({ name, grid }) => {
      const cells = [];
      for (let row = 1; grid && row <= grid.rows; row++)
        for (const column of grid.columnsOf(row))
          cells.push({
            cell: cellAddress(row, column),
            type: grid.kind(row, column),
            raw: grid.raw(row, column),
            value: grid.text(row, column),
          });
      return { name: name ?? null, cells };
    }),
  };
}

/** Cells that were delivered more than once, among them one by `file`, with every delivery. */
export function revisionsJson(cube: Cube, file: string): RevisionsJson {
  const { observations } = cube;
  const revisions: RevisionsJson['revisions'] = [];
  for (let row = 0; row < observations.length; row++) {
    const o = observations.at(row);
    const latest = cube.find(o);
    if (latest !== row || cube.earlier(row) < 0) continue;
    const rows = [];
    for (let at = row; at >= 0; at = cube.earlier(at)) rows.unshift(at);
    const standing = rows.findLast((at) => !NOT_REPORTED_YET.has(observations.status[at]!)) ?? row;
    const deliveries = rows.map((at) => {
      const { obsValue, unitMeasure, obsStatus, source } = observations.at(at);
      return {
        obsValue: obsValue === undefined ? null : formatDecimal(obsValue),
        unitMeasure,
        obsStatus,
        stands: at === standing,
        source: sourceJson(source),
      };
    });
    if (!deliveries.some(({ source }) => source.file === file)) continue;
    const { measure, indicator, refArea, scenario } = o;
    revisions.push({
      measure,
      indicator,
      refArea,
      timePeriod: formatTimePeriod(o.timePeriod, o.accumulation),
      scenario,
      deliveries,
    });
  }
  return { revisions };
}

/** How a return was read, for programs. */
export function inspectJson(reading: ReturnReading, context: InspectContext): InspectJson {
  const { indicators, regions, periods, measures } = contentOf(reading, context);
  return {
    file: reading.file,
    format: reading.format,
    encoding: reading.encoding ?? null,
    form: reading.form ?? null,
    observations: reading.observations.to - reading.observations.from,
    indicators: [...indicators].map(([indicator, { name, units }]) => ({ indicator, name, units: [...units] })),
    regions: [...regions].map(([refArea, name]) => ({ refArea, name })),
    periods: periods.map((p) => formatTimePeriod(p)),
    measures: [...measures],
    sheets: reading.sheets.map(({ name, hidden, rows, columns, tables }) => ({
      name: name ?? null,
      hidden,
      rows,
      columns,
      tables: tables.map(tableJson),
    })),
    diagnostics: reading.diagnostics.map((d) => diagnosticJson(d, context.lang)),
  };
}

export function diagnosticJson(diagnostic: Diagnostic, lang: Lang): InspectJson['diagnostics'][number] {
  const { code, severity, place, args } = diagnostic;
  return { severity, place: { ...place }, ...saidJson({ code, args }, lang), message: speak(diagnostic, lang) };
}

function tableJson(t: TableReading): InspectJson['sheets'][number]['tables'][number] {
  const spans = (list: TableReading['rowRoles'] | TableReading['columnRoles']) =>
    list.map(({ from, to, role, text }) => ({ from, to, role, ...(text === undefined ? {} : { text }) }));
  return {
    layout: t.layout,
    range: rangeOf(t),
    rows: [...t.rows],
    columns: [...t.columns],
    ...(t.title === undefined ? {} : { title: t.title }),
    ...(t.unit === undefined ? {} : { unit: t.unit }),
    ...(t.period === undefined ? {} : { period: t.period }),
    rowRoles: spans(t.rowRoles),
    columnRoles: spans(t.columnRoles),
    leftOut: t.leftOut.map(({ reason, rows, columns, text }) => ({
      reason,
      ...(rows === undefined ? {} : { rows: [...rows] as [number, number] }),
      ...(columns === undefined ? {} : { columns: [...columns] as [number, number] }),
      ...(text === undefined ? {} : { text }),
    })),
    observations: t.observations.to - t.observations.from,
  };
}

export const rangeOf = (t: TableReading): string => `${cellAddress(t.top, t.left)}:${cellAddress(t.bottom, t.right)}`;

/** What the figures of a return are about. */
export interface ReturnContent {
  readonly indicators: ReadonlyMap<string, { readonly name: string; readonly units: ReadonlySet<string> }>;
  readonly regions: ReadonlyMap<string, string>;
  readonly periods: readonly TimePeriod[];
  readonly measures: ReadonlySet<string>;
  /** Cells that hold no figure, by what they say. */
  readonly missing: ReadonlyMap<ObsStatus, number>;
}

/** Read from the columns of the table: no object per observation, of which there may be millions. */
export function contentOf(
  { table, observations }: ReturnReading,
  { catalogue, refAreas }: InspectContext,
): ReturnContent {
  const indicators = new Map<number, Set<number>>();
  const regions = new Uint8Array(table.refAreas.size);
  const periods = new Map<number, TimePeriod>();
  const measures = new Uint8Array(MEASURES.length);
  const level = MEASURES.indexOf('level');
  const missing = new Float64Array(OBS_STATUSES.length);
  // Neighbours are mostly alike but for one thing: what was seen just before is not looked up again.
  const units: number[] = [];
  let lastKey = -1;
  for (let row = observations.from; row < observations.to; row++) {
    const id = table.indicator[row]!;
    const measure = table.measure[row]!;
    const unit = measure === level ? table.unit[row]! + 1 : 0;
    if (units[id] !== unit) {
      const seen = indicators.get(id) ?? new Set();
      indicators.set(id, seen);
      if (unit > 0) seen.add(unit - 1);
      units[id] = unit;
    }
    regions[table.refArea[row]!] = 1;
    measures[measure] = 1;
    const key = table.periodEnd[row]! * 1024 + table.periodMonths[row]!;
    if (key !== lastKey && !periods.has(key)) periods.set(key, table.periodAt(row));
    lastKey = key;
    if (Number.isNaN(table.scaled[row]!)) missing[table.status[row]!]! += 1;
  }
  return {
    indicators: new Map(
      [...indicators].map(([id, seen]) => {
        const indicator = table.indicators.text(id);
        const texts = [...seen].map((unit) => table.units.text(unit)).filter((unit) => unit !== '');
        return [indicator, { name: catalogue?.get(indicator)?.name ?? indicator, units: new Set(texts) }];
      }),
    ),
    regions: new Map(
      [...regions].flatMap((seen, id) => {
        const refArea = table.refAreas.text(id);
        return seen === 1 ? [[refArea, refAreas.get(refArea)?.name ?? refArea]] : [];
      }),
    ),
    periods: [...periods.values()].sort(comparePeriods),
    measures: new Set(MEASURES.filter((_, id) => measures[id] === 1)),
    missing: new Map(OBS_STATUSES.flatMap((status, id) => (missing[id]! > 0 ? [[status, missing[id]!]] : []))),
  };
}
