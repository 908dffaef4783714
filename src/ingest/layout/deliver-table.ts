import type { HeadingPhrase } from '../../catalogue/heading-phrase.js';
import type { Place } from '../../model/diagnostic.js';
import { padDecimals } from '../float-text.js';
import { scale } from '../plain-number.js';
import type { LeftOut, RowRole, Span } from '../reading.js';
import { decimalsAt, MOST_DECIMALS, shownDecimals } from '../shown-number.js';
import type { Work } from '../work.js';
import type { AreaLabels } from './areas.js';
import { FigureColumns } from './figure-columns.js';
import type { Around } from './figure-meaning.js';
import { mergePhrases } from './merge-phrases.js';
import { PlainRegions } from './plain-regions.js';
import { addRow } from './row-spans.js';
import type { Shape } from './shape.js';
import type { SheetParts } from './sheet-parts.js';
import { namesRegionOnly, saysWhat, type TableRow, type TableRows } from './table-rows.js';
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
  readonly rows: TableRows;
}

/** The most decimals that the unformatted numbers of each column show. */
function mostDecimals({ parts: { view }, shape }: Delivery): Uint8Array {
  const { grid } = view;
  const most = new Uint8Array(shape.values.length);
  for (let row = shape.body[0]; row <= shape.body[1]; row++) {
    let cell = grid.firstOf(row);
    const end = grid.endOf(row);
    for (let i = 0; i < most.length; i++) {
      const { column } = shape.values[i]!;
      while (cell < end && grid.columnAt(cell) < column) cell++;
      if (cell >= end) break;
      const shown = most[i]!;
      if (shown === MOST_DECIMALS || grid.columnAt(cell) !== column || grid.kindAt(cell) !== 'number') continue;
      if (grid.formatDecimalsAt(cell) !== undefined) continue;
      const value = grid.plainNumberAt(cell);
      if (Number.isNaN(scale(value, shown))) most[i] = Math.min(Math.max(shown, decimalsAt(grid, cell)), MOST_DECIMALS);
    }
  }
  return most;
}

/** Delivers the figures of a table. Gives its rows as they were taken, and what was left out. */
export function deliverTable(d: Delivery): {
  rows: readonly Span<RowRole>[];
  left: LeftOut[];
  units: ReadonlySet<string>;
} {
  const { parts, shape } = d;
  const { to, work, parse } = parts;
  const decimals = mostDecimals(d);
  const columnAreas = shape.values.map(({ column, headings }, i) =>
    areaOfColumn(d, d.phrases[i]!, headings.at(-1) ?? '', column),
  );
  const figures = new FigureColumns(d);
  const taken: Span<RowRole>[] = [];
  const below = rememberPairs((inner, outer) => mergePhrases(inner, outer, work.names.catalogue));
  let caption: string | undefined;
  let what: HeadingPhrase | undefined;
  const plain = PlainRegions.of(d, decimals);
  for (let at = shape.body[0]; at <= shape.body[1]; at++) {
    if (what === undefined && plain?.deliver(at)) {
      addRow(taken, at, 'data');
      continue;
    }
    const row = d.rows.read(at);
    if (row === undefined) continue;
    addRow(taken, row.row, row.role, row.role === 'data' ? undefined : row.text);
    if (row.role === 'note') continue;
    if (row.role === 'label') {
      // 地区：… alone on a line holds for the rows below it.
      const area = parse(row.text).refArea;
      if (area !== undefined) caption = area;
      else if (saysWhat(parse(row.text))) what = parse(row.text);
      continue;
    }
    if (row.refused) {
      const code = row.refused.asPeriod ? 'period-refused' : 'heading-refused';
      work.findings.add(code, to.placeOf(row.row, row.refused.column), { text: row.refused.text.slice(0, 80) });
      continue;
    }
    deliverRow(d, what === undefined ? row : { ...row, phrase: below(row.phrase, what) }, figures, {
      columnAreas,
      otherwise: caption ?? d.refArea,
      decimals,
    });
    if (what === undefined && namesRegionOnly(row)) plain?.learn(row, figures.ofRow(row));
  }
  return { rows: taken, left: figures.left, units: figures.units() };
}

/** Remembers the last answer: rows of one kind share one phrase, under a caption too. */
function rememberPairs(
  merge: (inner: HeadingPhrase, outer: HeadingPhrase) => HeadingPhrase,
): (inner: HeadingPhrase, outer: HeadingPhrase) => HeadingPhrase {
  let last: readonly [HeadingPhrase, HeadingPhrase, HeadingPhrase] | undefined;
  return (inner, outer) => {
    if (last?.[0] !== inner || last[1] !== outer) last = [inner, outer, merge(inner, outer)];
    return last[2];
  };
}

interface RowContext {
  /** Region over each column, where one stands there. */
  readonly columnAreas: readonly (string | undefined)[];
  /** The region where neither row nor column names one. */
  readonly otherwise: string | undefined;
  readonly decimals: Uint8Array;
}

function deliverRow(
  { parts: { view, to, work }, shape }: Delivery,
  row: TableRow,
  figures: FigureColumns,
  { columnAreas, otherwise, decimals }: RowContext,
): void {
  const { grid } = view;
  const list = figures.ofRow(row);
  let cell = grid.firstOf(row.row);
  const end = grid.endOf(row.row);
  let area: string | undefined;
  let areaId = -1;
  for (let i = 0; i < list.length; i++) {
    const { column } = shape.values[i]!;
    while (cell < end && grid.columnAt(cell) < column) cell++;
    const merge = view.merge(row.row, column);
    if (merge && (merge.top !== row.row || merge.left !== column)) continue;
    const figure = list[i];
    if (figure === undefined) continue;
    const named = row.refArea ?? columnAreas[i] ?? otherwise;
    if (named === undefined) reportUnnamedRegion(figures, work, to.placeOf(row.row, column));
    const refArea = named ?? work.context.home;
    if (areaId < 0 || refArea !== area) {
      area = refArea;
      areaId = to.areaId(refArea ?? '');
    }
    const at = cell < end && grid.columnAt(cell) === column ? cell : -1;
    const shown = decimals[i]!;
    const own = at < 0 ? -1 : shownDecimals(grid, at, shown);
    if (own >= 0) {
      const { prepared } = figure;
      prepared.scaled = scale(grid.valueAt(at), own);
      prepared.decimals = own;
      prepared.refArea = areaId;
      prepared.row = row.row;
      prepared.column = column;
      to.deliverPrepared(prepared);
      continue;
    }
    const text = at < 0 || view.classAt(at) === EMPTY ? '' : grid.textAt(at);
    const general = at >= 0 && !Number.isNaN(grid.plainNumberAt(at)) && grid.formatDecimalsAt(at) === undefined;
    const meaning = { ...figure.meaning, refArea: refArea ?? '' };
    to.deliver(meaning, general ? padDecimals(text, shown) : text, row.row, column);
  }
}

/** A table that names no region is the project's own, and that is said; without a project it is nobody's. */
function reportUnnamedRegion(figures: FigureColumns, { findings, context }: Work, place: Place): void {
  const { home, refAreas } = context;
  figures.reportOnce('region-unnamed', () => {
    if (home === undefined) findings.add('region-unnamed', place, {});
    else findings.add('region-assumed', place, { name: refAreas.get(home)?.name ?? home });
  });
}

function areaOfColumn({ areas }: Delivery, phrase: HeadingPhrase, heading: string, column: number): string | undefined {
  const total = phrase.total === true && phrase.refArea === undefined;
  if (areas !== undefined && (phrase.refArea !== undefined || total)) return areas.resolve(heading, total, 1, column);
  return phrase.refArea;
}
