/**
 * One table of a sheet:
 *
 *   1. shape      which rows are headings, which columns labels             (shape, cut-columns)
 *   2. around     caption, unit line, preamble, title, sheet and file name    (context)
 *   3. axes       what stands on each side: regions, indicators, periods      (axes)
 *   4. columns    all headings of a column, one phrase                        (columns)
 *   5. rows       labels, wholes and parts, totals                            (table-rows, labels, areas)
 *   6. figures    row × column × around → Meaning → delivery                  (figure-meaning, deliver)
 */

import { parseHeading } from '../../catalogue/heading.js';
import type { HeadingPhrase } from '../../catalogue/heading-phrase.js';
import { matchPeriodPhrase } from '../../model/time-period-text.js';
import { parseDeliveredPeriod } from '../period-text.js';
import type { TableReading } from '../reading.js';
import type { Work } from '../work.js';
import { AreaLabels } from './areas.js';
import { findAxes } from './axes.js';
import { columnPhrases } from './columns.js';
import { type ContextPiece, readContext } from './context.js';
import { reportPeriods, reportUnits } from './contradictions.js';
import { countColumns } from './cut-columns.js';
import { deliverTable } from './deliver-table.js';
import { describeTable } from './describe-table.js';
import type { Around } from './figure-meaning.js';
import type { Band } from './find-bands.js';
import { findHeaderRows, firstFigureColumn, headingsOf, type Shape, secondList, shapeColumns } from './shape.js';
import type { SheetParts } from './sheet-parts.js';
import { TableRows } from './table-rows.js';
import type { Rect, SheetView } from './view.js';

const ORDER = ['caption', 'unit-line', 'preamble', 'title', 'sheet-name', 'file-name'];

/** Finds rows of headings and columns of labels of a band. A two-up list is two tables. */
export function shapesOf(parts: SheetParts, rect: Rect, band: Band): Shape[] {
  const { view, declared } = parts;
  const counts = countColumns(view, rect, band.body);
  const firstValue = firstFigureColumn(rect, counts);
  const found = findHeaderRows(view, rect, band.head, firstValue);
  const { numberRows } = found;
  const body: readonly [number, number] = [
    declared?.headerRows === undefined ? found.bodyFrom : band.body[0],
    band.body[1],
  ];
  let { headerRows } = found;
  if (declared?.headerRows !== undefined) {
    const from = declared.firstHeaderRow ?? band.body[0] - declared.headerRows;
    headerRows = Array.from({ length: declared.headerRows }, (_, i) => from + i);
  } else if (declared?.firstHeaderRow !== undefined)
    headerRows = headerRows.filter((r) => r >= declared.firstHeaderRow!);
  const headings = (column: number) => headingsOf(view, rect, headerRows, column, firstValue);
  const vocabulary = { catalogue: parts.work.context.catalogue };
  const columns = shapeColumns(view, rect, band.body, counts, headerRows, headings, vocabulary);
  const labels = columns.labels.map((label) => ({
    ...label,
    dimension: declared?.labels[letters(label.column)] ?? label.dimension,
  }));
  const shape: Shape = { rect, headerRows, numberRows, body, ...columns, labels };
  const second = secondList(shape, rect, headings);
  if (second === undefined || second <= rect.left) return [shape];
  return [
    ...shapesOf(parts, { ...rect, right: second - 1 }, band),
    ...shapesOf(parts, { ...rect, left: second }, band),
  ];
}

const letters = (column: number): string => {
  let text = '';
  for (let n = column; n > 0; n = Math.floor((n - 1) / 26)) text = String.fromCharCode(65 + ((n - 1) % 26)) + text;
  return text;
};

/** Pieces of the texts above the headings of a table, nearest first within their precedence. */
function piecesAbove(
  { view, work }: SheetParts,
  shape: Shape,
  band: Band,
  whole: Rect,
): { pieces: ContextPiece[]; rows: Map<number, ContextPiece[]> } {
  const { catalogue, refAreas, home } = work.context;
  const rows = new Map<number, ContextPiece[]>();
  const until = shape.headerRows[0] ?? shape.body[0];
  for (let row = until - 1; row >= band.head[0]; row--) {
    const columns = view.columnsIn(row, whole);
    const alone = columns.length === 1;
    const own = columns.filter(
      (c) => alone || (c >= shape.rect.left && c <= shape.rect.right) || overlaps(view, row, c, shape.rect),
    );
    const pieces = own.flatMap((c) => readContext(view.text(row, c), 'title', { catalogue, refAreas, home }));
    if (pieces.length > 0) rows.set(row, pieces);
  }
  return { pieces: [...rows.values()].flat(), rows };
}

function overlaps(view: SheetView, row: number, column: number, rect: Rect): boolean {
  const merge = view.merge(row, column);
  return merge !== undefined && merge.left <= rect.right && merge.right >= rect.left;
}

/**
 * What the tables above have said and this one leaves out: a block under a caption of its own (地区：…) has the title and
 * the unit line of the first block. A table with a title of its own takes over no more than the period and the region.
 */
function inherited(own: readonly ContextPiece[], before: ContextPiece[]): readonly ContextPiece[] {
  const titled = own.some((p) => p.source === 'title' || p.source === 'preamble');
  const kept = titled
    ? before
        .filter((p) => p.source === 'title')
        .map(({ source, text, period, refArea }) => ({ source, text, period, refArea, units: [] }))
    : before.filter((p) => p.source !== 'caption' && !own.some((o) => o.source === p.source));
  before.splice(0, before.length, ...own, ...kept);
  return kept;
}

/** Reads one table and delivers its figures. `before`: what was said above the tables before it; this one's is added. `whole`: the rectangle that it was cut from, with titles over all of it. */
export function readTable(
  parts: SheetParts,
  shape: Shape,
  band: Band,
  whole: Rect,
  before: ContextPiece[],
): TableReading {
  const { view, work, to, declared, parse, named } = parts;
  const { names, context, findings } = work;
  const from = work.table.length;
  const above = piecesAbove(parts, shape, band, whole);
  const pieces = [...above.pieces, ...inherited(above.pieces, before), ...named].sort(
    (a, b) => ORDER.indexOf(a.source) - ORDER.indexOf(b.source),
  );
  const constants = declared?.constants ?? {};
  const around: Around = {
    pieces,
    constants,
    constantPeriod: constants.period === undefined ? undefined : matchPeriodPhrase(yearText(constants.period)),
    names,
    anchorYear: context.anchorYear,
    fallbackName: parts.fallbackName,
  };
  const named1 = pieces.some((p) => p.heading !== undefined) || constants.indicator !== undefined;
  const columnsRole = declared?.columns === undefined ? undefined : declared.columns;
  const labels = shape.labels.map((label) => ({ label, texts: cellsOf(view, shape, label.column) }));
  const axes = findAxes(labels, shape.values, parse, names, { indicator: named1, columns: columnsRole });
  if (axes === undefined) {
    findings.add('layout-unclear', to.placeOf(shape.body[0], shape.rect.left), {});
    return describeTable({ shape, band, axes, rows: [], phrases: [], pieces: above.rows, left: [], from, to: from });
  }
  const catalogue = context.catalogue;
  const phrases = columnPhrases(shape.values, axes.columnsAreRegions ? withoutNames(parse) : parse, catalogue);
  const refArea =
    constants.region === undefined
      ? pieces.find((p) => p.refArea !== undefined)?.refArea
      : (names.areaOf(constants.region) ?? constants.region);
  const rowParts = {
    view,
    shape,
    roles: axes.labels,
    parse,
    names,
    around: refArea,
    home: context.home,
    placeOf: (r: number, c: number) => to.placeOf(r, c),
  };
  const over = shape.values.map((v) => v.headings.at(-1) ?? '');
  const areas = axes.columnsAreRegions
    ? new AreaLabels(over, names, refArea, context.home, rowParts.placeOf)
    : undefined;
  const place = to.placeOf(shape.body[0], shape.rect.left);
  reportPeriods(pieces, place, findings);
  const { rows, left, units } = deliverTable({
    parts,
    shape,
    areas,
    phrases,
    around,
    refArea,
    rows: new TableRows(rowParts),
  });
  reportUnits(pieces, units, place, findings);
  return describeTable({ shape, band, axes, rows, phrases, pieces: above.rows, left, from, to: work.table.length });
}

/** Over columns of regions, a name that is no indicator's is a region's. */
const withoutNames =
  (parse: (text: string) => HeadingPhrase) =>
  (text: string): HeadingPhrase => {
    const phrase = parse(text);
    if (phrase.refArea !== undefined || phrase.indicator !== undefined || phrase.rest === '') return phrase;
    const { name: _n, rest, ...others } = phrase;
    return { ...others, refArea: rest, rest: '' };
  };

const yearText = (text: string): string =>
  parseDeliveredPeriod(text)?.wholeYear && !text.includes('年') ? `${text}年` : text;

function* cellsOf(view: SheetView, { body }: Shape, column: number): Generator<string> {
  for (let row = body[0]; row <= body[1]; row++) {
    const text = view.text(row, column);
    if (text.trim() !== '') yield text;
  }
}

const PARSED = new WeakMap<Work, Map<string, HeadingPhrase>>();

/** Parses each text of a file once. */
export function cachedParse(work: Work): (text: string) => HeadingPhrase {
  const { catalogue, refAreas, home } = work.context;
  const known = PARSED.get(work) ?? new Map<string, HeadingPhrase>();
  PARSED.set(work, known);
  return (text) => {
    let phrase = known.get(text);
    if (phrase === undefined) {
      phrase = parseHeading(text, { catalogue, refAreas, home });
      known.set(text, phrase);
    }
    return phrase;
  };
}
