import type { HeadingPhrase } from '../../catalogue/heading-phrase.js';
import type { Meaning } from '../deliver.js';
import { padDecimals } from '../float-text.js';
import { type ScaledNumber, scale, typedDecimals } from '../plain-number.js';
import type { LeftOut } from '../reading.js';
import type { AreaLabels } from './areas.js';
import { type Around, type FigureMeaning, figureMeaning, type NoMeaning } from './figure-meaning.js';
import type { Shape } from './shape.js';
import type { SheetParts } from './sheet-parts.js';
import type { TableRow } from './table-rows.js';
import { EMPTY } from './view.js';

interface Delivery {
  readonly parts: SheetParts;
  readonly shape: Shape;
  /** Regions over the columns, where they name such. */
  readonly areas: AreaLabels | undefined;
  readonly phrases: readonly HeadingPhrase[];
  readonly around: Around;
  /** What the surroundings say of the region. */
  readonly refArea: string | undefined;
  readonly rows: Iterable<TableRow>;
}

/** Decimals that a workbook's column shows where its cells have no format of their own. */
const MOST_DECIMALS = 8;

function shownDecimals({ parts: { view }, shape }: Delivery, column: number): number {
  let most = 0;
  for (let row = shape.body[0]; row <= shape.body[1]; row++) {
    if (view.grid.kind(row, column) !== 'number' || view.grid.formatDecimals(row, column) !== undefined) continue;
    const value = view.grid.plainNumber(row, column);
    const typed = value === undefined ? -1 : typedDecimals(value);
    if (typed >= 0) most = Math.max(most, typed);
    else {
      const text = view.text(row, column);
      const point = text.indexOf('.');
      if (point >= 0) most = Math.max(most, text.length - point - 1);
    }
  }
  return Math.min(most, MOST_DECIMALS);
}

const isMeaning = (m: FigureMeaning | NoMeaning): m is FigureMeaning => !('reason' in m);

/** Delivers the figures of a table. Gives its rows as they were taken, and what was left out. */
export function deliverTable(d: Delivery): { rows: TableRow[]; left: LeftOut[]; units: ReadonlySet<string> } {
  const { parts, shape, phrases, around } = d;
  const { view, to, work, parse } = parts;
  const { findings, names } = work;
  const decimals = shape.values.map(({ column }) => shownDecimals(d, column));
  const columnAreas = phrases.map((p, i) =>
    areaOfColumn(d, p, shape.values[i]!.headings.at(-1) ?? '', shape.values[i]!.column),
  );
  const meanings = new Map<string, (FigureMeaning | NoMeaning)[]>();
  const reported = new Set<string>();
  const once = (key: string, report: () => void) => {
    if (reported.has(key)) return;
    reported.add(key);
    report();
  };
  const taken: TableRow[] = [];
  const left: LeftOut[] = [];
  const seen = new Map<string, string>();
  let caption: string | undefined;
  for (const row of d.rows) {
    taken.push(row);
    if (row.role === 'note') continue;
    if (row.role === 'label') {
      // 地区：… alone on a line holds for the rows below it.
      const area = parse(row.text).refArea;
      if (area !== undefined) caption = area;
      continue;
    }
    if (row.refused) {
      const code = row.refused.asPeriod ? 'period-refused' : 'heading-refused';
      findings.add(code, to.placeOf(row.row, row.refused.column), { text: row.refused.text.slice(0, 80) });
      continue;
    }
    const key = keyOf(row.phrase);
    let list = meanings.get(key);
    if (list === undefined) {
      list = phrases.map((phrase) => figureMeaning(phrase, row.phrase, around));
      meanings.set(key, list);
    }
    shape.values.forEach(({ column, refused }, i) => {
      const merge = view.merge(row.row, column);
      if (merge && (merge.top !== row.row || merge.left !== column)) return;
      const meaning = list[i]!;
      if (refused !== undefined) {
        once(`heading ${column}`, () => {
          const text = view.heading(refused, column);
          findings.add('heading-refused', to.placeOf(refused, column), { text });
          left.push({ reason: 'heading-refused', columns: [column, column], text });
        });
        return;
      }
      const place = () => to.placeOf(row.row, column);
      if (!isMeaning(meaning)) {
        const each =
          meaning.reason === 'period-missing' ? '' : meaning.reason === 'not-observed' ? column : `${column} ${key}`;
        once(`${meaning.reason} ${each}`, () => {
          reportNoMeaning(d, meaning, row.row, column, left);
        });
        return;
      }
      for (const remark of meaning.remarks)
        once(`${remark} ${meaning.name}`, () =>
          findings.add(remark, place(), { name: meaning.indicator?.name ?? meaning.name }),
        );
      const refArea = row.refArea ?? columnAreas[i] ?? caption ?? d.refArea;
      if (refArea === undefined) once('region-unnamed', () => findings.add('region-unnamed', place(), {}));
      const name = meaning.indicator === undefined ? tellApart(meaning.name, row, seen) : meaning.name;
      if (
        meaning.indicator === undefined &&
        names.catalogue !== undefined &&
        !meaning.remarks.includes('indicator-unnamed')
      )
        names.noteStrangeIndicator(name, place);
      deliverCell(d, { ...meaning, name, refArea: refArea ?? '' }, row.row, column, decimals[i]!);
    });
  }
  const units = new Set(
    [...meanings.values()].flat().flatMap((m) => (isMeaning(m) && m.measure === 'level' ? [m.unit] : [])),
  );
  return { rows: taken, left, units };
}

/** Delivers one cell. A number without a format of its own has the decimals that its column shows. */
function deliverCell(
  { parts: { view, to } }: Delivery,
  meaning: Meaning,
  row: number,
  column: number,
  shown: number,
): void {
  const { grid } = view;
  const value = grid.plainNumber(row, column);
  if (value !== undefined) {
    const typed = typedDecimals(value);
    const scaled: ScaledNumber = { scaled: 0, decimals: 0 };
    if (typed >= 0 && scale(value, Math.max(typed, grid.formatDecimals(row, column) ?? shown), scaled)) {
      to.deliverNumber(meaning, scaled, row, column);
      return;
    }
  }
  const text = view.class(row, column) === EMPTY ? '' : view.text(row, column);
  const general = value !== undefined && grid.formatDecimals(row, column) === undefined;
  to.deliver(meaning, general ? padDecimals(text, shown) : text, row, column);
}

/** Fields of a row's labels that decide what its figures mean. */
function keyOf({ depth: _d, indent: _i, refArea: _a, ofWhich: _o, ...rest }: HeadingPhrase): string {
  return JSON.stringify(rest);
}

/** 快递业务 below 业务量 and below 业务收入, where no catalogue tells them apart: the labels above go before the second. */
function tellApart(name: string, row: TableRow, seen: Map<string, string>): string {
  const path = row.above.filter((a) => a !== '').join('/');
  const first = seen.get(name);
  if (first === undefined) seen.set(name, path);
  return first === undefined || first === path || path === '' ? name : `${path}/${name}`;
}

function areaOfColumn(
  { parts, areas }: Delivery,
  phrase: HeadingPhrase,
  heading: string,
  column: number,
): string | undefined {
  const total = phrase.total === true && phrase.refArea === undefined;
  if (areas !== undefined && (phrase.refArea !== undefined || total))
    return areas.resolve(heading, total, parts.to.placeOf(1, column));
  return phrase.refArea;
}

function reportNoMeaning(
  { parts, shape, around }: Delivery,
  m: NoMeaning,
  row: number,
  column: number,
  left: LeftOut[],
): void {
  const { findings } = parts.work;
  const place = parts.to.placeOf(row, column);
  const heading = shape.values.find((v) => v.column === column)?.headings.join(' / ') ?? '';
  switch (m.reason) {
    case 'not-observed':
      left.push({ reason: m.measure, columns: [column, column], text: heading });
      findings.add('column-not-observed', place, { column: heading, measure: m.measure });
      return;
    case 'unit-contradiction':
      findings.add('unit-contradiction', place, { text: m.name, unit: m.unit, expected: m.expected });
      break;
    case 'period-misfit':
    case 'period-year-missing':
      findings.add(m.reason, place, { column: heading, period: m.text });
      break;
    default:
      findings.add(m.reason, place, around.fallbackName === '' ? {} : { name: around.fallbackName });
  }
  left.push({ reason: m.reason, columns: [column, column], text: heading });
}
