import type { HeadingPhrase } from '../../catalogue/heading-phrase.js';
import { padDecimals } from '../float-text.js';
import { scale, typedDecimals } from '../plain-number.js';
import type { LeftOut } from '../reading.js';
import type { AreaLabels } from './areas.js';
import { type Figure, FigureColumns } from './figure-columns.js';
import type { Around } from './figure-meaning.js';
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
    const value = view.grid.plainNumberAt(view.grid.find(row, column));
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

/** Delivers the figures of a table. Gives its rows as they were taken, and what was left out. */
export function deliverTable(d: Delivery): { rows: TableRow[]; left: LeftOut[]; units: ReadonlySet<string> } {
  const { parts, shape } = d;
  const { view, to, work, parse } = parts;
  const decimals = shape.values.map(({ column }) => shownDecimals(d, column));
  const columnAreas = shape.values.map(({ column, headings }, i) =>
    areaOfColumn(d, d.phrases[i]!, headings.at(-1) ?? '', column),
  );
  const figures = new FigureColumns(d);
  const taken: TableRow[] = [];
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
      work.findings.add(code, to.placeOf(row.row, row.refused.column), { text: row.refused.text.slice(0, 80) });
      continue;
    }
    const list = figures.ofRow(row);
    for (let i = 0; i < list.length; i++) {
      const { column } = shape.values[i]!;
      const merge = view.merge(row.row, column);
      if (merge && (merge.top !== row.row || merge.left !== column)) continue;
      const figure = list[i];
      if (figure === undefined) continue;
      const refArea = row.refArea ?? columnAreas[i] ?? caption ?? d.refArea;
      if (refArea === undefined)
        figures.reportOnce('region-unnamed', () =>
          work.findings.add('region-unnamed', to.placeOf(row.row, column), {}),
        );
      deliverCell(d, figure, refArea ?? '', row.row, column, decimals[i]!);
    }
  }
  return { rows: taken, left: figures.left, units: figures.units() };
}

/** Delivers one cell. A number without a format of its own has the decimals that its column shows. */
function deliverCell(
  { parts: { view, to } }: Delivery,
  { meaning, prepared }: Figure,
  refArea: string,
  row: number,
  column: number,
  shown: number,
): void {
  const { grid } = view;
  const at = grid.find(row, column);
  const value = grid.plainNumberAt(at);
  const format = value === undefined ? undefined : grid.formatDecimalsAt(at);
  if (value !== undefined) {
    const typed = typedDecimals(value);
    if (typed >= 0 && scale(value, Math.max(typed, format ?? shown), prepared)) {
      prepared.refArea = to.areaId(refArea);
      prepared.row = row;
      prepared.column = column;
      to.deliverPrepared(prepared, meaning);
      return;
    }
  }
  const text = view.class(row, column) === EMPTY ? '' : view.text(row, column);
  const general = value !== undefined && format === undefined;
  to.deliver({ ...meaning, refArea }, general ? padDecimals(text, shown) : text, row, column);
}

function areaOfColumn(
  { parts, areas }: Delivery,
  phrase: HeadingPhrase,
  heading: string,
  column: number,
): string | undefined {
  const total = phrase.total === true && phrase.refArea === undefined;
  if (areas !== undefined && (phrase.refArea !== undefined || total))
    return areas.resolve(heading, total, () => parts.to.placeOf(1, column));
  return phrase.refArea;
}
