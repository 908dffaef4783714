import { type HeadingVocabulary, parseHeading } from '../../catalogue/heading.js';
import type { HeadingDimension, HeadingPhrase } from '../../catalogue/heading-phrase.js';
import type { ColumnCount } from './cut-columns.js';
import { isNote, rowKind, textsOf } from './rows.js';
import { DUBIOUS, NUMBER, type Rect, type SheetView } from './view.js';

/** A column of labels: which dimension it names, as far as its heading or its cells tell at once. */
export interface LabelColumn {
  readonly column: number;
  readonly heading: string;
  readonly dimension?: HeadingDimension | 'measure' | undefined;
}

/** A column of figures with its headings, outermost first. */
export interface ValueColumn {
  readonly column: number;
  readonly headings: readonly string[];
  /** Row of a heading that is none: a day that a spreadsheet made of 1-2, an error of a formula. */
  readonly refused?: number | undefined;
}

export interface Shape {
  readonly rect: Rect;
  readonly headerRows: readonly number[];
  /** Rows that number the columns (甲 乙 1 2 3). */
  readonly numberRows: readonly number[];
  readonly body: readonly [number, number];
  readonly labels: readonly LabelColumn[];
  readonly values: readonly ValueColumn[];
  /** Columns of words to the right of figures: notes, or what is not understood. */
  readonly texts: readonly LabelColumn[];
}

const MOST_HEADER_ROWS = 6;
/** 单位：万件, 指标：…; 其中：同城 is a heading. */
const PREAMBLE = /(?:计量)?单\s*位\s*[:：]|^(?!其中)[\p{Script=Han}]{2,8}\s*[:：]\s*\S/u;

/** The rows of column headings above a body, outermost first; the rows above them are titles and the like. */
export function findHeaderRows(
  view: SheetView,
  rect: Rect,
  head: readonly [number, number],
  firstValue: number,
): { headerRows: number[]; numberRows: number[]; bodyFrom: number } {
  const headerRows: number[] = [];
  const numberRows: number[] = [];
  let bodyFrom = head[1] + 1;
  for (let row = head[1]; row >= head[0] && headerRows.length < MOST_HEADER_ROWS; row--) {
    const kind = rowKind(view, row, rect);
    if (kind === 'blank') {
      if (headerRows.length > 0) break;
      continue;
    }
    if (kind === 'numbers') {
      numberRows.push(row);
      continue;
    }
    if (kind !== 'years') {
      if (textsOf(view, row, rect).some((t) => PREAMBLE.test(t))) break;
      const columns = view.columnsIn(row, rect);
      if (headerRows.length === 0 && isFirstLabel(view, row, columns, rect, head[0], firstValue)) {
        bodyFrom = row;
        continue;
      }
      if (columns.length === 1 && !isGroupHeading(view, row, columns[0]!, rect, firstValue, headerRows.length)) break;
    }
    headerRows.unshift(row);
  }
  return { headerRows, numberRows, bodyFrom };
}

/** A label that stands alone between the headings and the first figures: 一、综合, 一、快递业务量（万件）. */
function isFirstLabel(
  view: SheetView,
  row: number,
  columns: readonly number[],
  rect: Rect,
  top: number,
  firstValue: number,
): boolean {
  const [column] = columns;
  if (columns.length !== 1 || column === undefined || column >= firstValue) return false;
  const text = view.text(row, column);
  if (isNote(text) || parseHeading(text).dimension !== undefined) return false;
  for (let above = row - 1; above >= top; above--) {
    const kind = rowKind(view, above, rect);
    if (kind === 'blank') return false;
    if (kind === 'years' || kind === 'numbers') return true;
    const own = view.columnsIn(above, rect);
    if (own.length > 1)
      return own.some((c) => c >= firstValue) && !textsOf(view, above, rect).some((t) => PREAMBLE.test(t));
    if (own[0] !== column) return false;
  }
  return false;
}

/** Whether the only text of a row is a heading over some columns, not a title over all. */
function isGroupHeading(
  view: SheetView,
  row: number,
  column: number,
  rect: Rect,
  firstValue: number,
  below: number,
): boolean {
  const merge = view.merge(row, column);
  const right = merge?.right ?? column;
  if (column < firstValue || (column <= rect.left && right >= rect.right)) return false;
  if (below === 0 || right > column) return true;
  // A date alone above the headings is about all of them.
  const { rest, period, measure, accumulation } = parseHeading(view.text(row, column));
  return rest === '' && (period === undefined || measure !== undefined || accumulation !== undefined);
}

/** Headings of one column, outermost first. Where no cells are merged, a heading holds for the blank cells on its right. */
export function headingsOf(
  view: SheetView,
  rect: Rect,
  headerRows: readonly number[],
  column: number,
  firstValue: number,
): string[] {
  const headings: string[] = [];
  headerRows.forEach((row, index) => {
    let text = view.heading(row, column).trim();
    if (text === '' && column > firstValue && index < headerRows.length - 1 && !view.hasWideMerge(row, rect)) {
      const below = headerRows.slice(index + 1).some((r) => view.heading(r, column).trim() !== '');
      for (let c = column - 1; below && c >= firstValue && text === ''; c--) text = view.heading(row, c).trim();
    }
    if (text !== '' && headings.at(-1) !== text) headings.push(text);
  });
  return headings;
}

const isWhole = (text: string): boolean => /^\d+$/.test(text.trim());

/** Whether the figures of a column only number its rows, 1, 2, 3… */
function isSerial(view: SheetView, column: number, [from, to]: readonly [number, number]): boolean {
  let expected = 1;
  for (let row = from; row <= to; row++) {
    if (view.class(row, column) !== NUMBER) continue;
    const text = view.text(row, column);
    if (!isWhole(text)) return false;
    // A second block may begin to count anew.
    if (Number(text) !== expected && Number(text) !== 1) return false;
    expected = Number(text) + 1;
  }
  return expected > 2;
}

/** Whether the figures of a column are years that name its rows. */
function isYears(view: SheetView, column: number, [from, to]: readonly [number, number]): boolean {
  const seen = new Set<string>();
  for (let row = from; row <= to; row++) {
    if (view.class(row, column) !== NUMBER) continue;
    const text = view.text(row, column).trim();
    if (!/^(?:19|20)\d{2}(?:\.?(?:0[1-9]|1[0-2]))?$/.test(text) || seen.has(text)) return false;
    seen.add(text);
  }
  return seen.size > 1;
}

const dubiousHeading = (view: SheetView, headerRows: readonly number[], column: number): number | undefined =>
  headerRows.find((row) => view.seen(row, column) === DUBIOUS);

const meansFigures = (p: HeadingPhrase): boolean =>
  p.dimension === undefined &&
  (p.period !== undefined ||
    p.measure !== undefined ||
    p.accumulation !== undefined ||
    p.indicator !== undefined ||
    p.unit !== undefined);

/** Tells label columns from columns of figures, left to right. */
export function shapeColumns(
  view: SheetView,
  rect: Rect,
  body: readonly [number, number],
  counts: readonly ColumnCount[],
  headerRows: readonly number[],
  headings: (column: number) => string[],
  vocabulary: HeadingVocabulary,
): Pick<Shape, 'labels' | 'values' | 'texts'> {
  const labels: LabelColumn[] = [];
  const values: ValueColumn[] = [];
  const texts: LabelColumn[] = [];
  const wordsAhead = (from: number) => counts.slice(from - rect.left + 1).some((n) => n.texts > n.numbers);
  let figuresSeen = false;
  for (let column = rect.left; column <= rect.right; column++) {
    const { numbers, markers, texts: words } = counts[column - rect.left]!;
    const own = headings(column);
    const heading = own.at(-1) ?? '';
    const phrase = parseHeading(heading, vocabulary);
    const { dimension } = phrase;
    const label = (kind = dimension): LabelColumn => ({ column, heading, dimension: kind });
    if (numbers + markers + words === 0 && own.length === 0) continue;
    if (dimension === 'note') texts.push(label());
    else if (dimension !== undefined) (figuresSeen && dimension !== 'unit' ? texts : labels).push(label());
    else if (words > 0 && words >= numbers + markers && !(own.length > 0 && meansFigures(phrase)))
      (figuresSeen ? texts : labels).push(label());
    else if (
      numbers > 0 &&
      words === 0 &&
      !figuresSeen &&
      heading === '' &&
      wordsAhead(column) &&
      isSerial(view, column, body)
    )
      labels.push(label('serial'));
    else if (numbers > 0 && words === 0 && values.length === 0 && labels.length === 0 && isYears(view, column, body))
      labels.push(label('period'));
    else {
      values.push({ column, headings: own, refused: dubiousHeading(view, headerRows, column) });
      // A column of ranks may stand left of the names.
      if (phrase.measure !== 'rank' && phrase.measure !== 'growth-rank') figuresSeen = true;
    }
  }
  return { labels, values, texts };
}

/** The column after the first block of words: where headings of figures begin. */
export function firstFigureColumn(rect: Rect, counts: readonly ColumnCount[]): number {
  const isWords = ({ numbers, markers, texts }: ColumnCount) => texts > 0 && texts >= numbers + markers;
  let at = counts.findIndex(isWords);
  if (at < 0) return rect.left + (rect.right > rect.left ? 1 : 0);
  while (at < counts.length && isWords(counts[at]!)) at++;
  return Math.min(rect.left + at, rect.right);
}

/**
 * Where a second list begins in a two-up table (排名|城市|值|排名|城市|值): at a column of words right of figures that is
 * headed as the first column of names is.
 */
export function secondList(
  shape: Pick<Shape, 'labels' | 'texts' | 'values'>,
  rect: Rect,
  headings: (column: number) => string[],
): number | undefined {
  const names = shape.labels.find((l) => l.dimension !== 'serial' && l.dimension !== 'code');
  if (names === undefined) return undefined;
  const again = shape.texts.find(
    (t) => t.heading === names.heading && t.column > (shape.values[0]?.column ?? rect.right),
  );
  if (again === undefined) return undefined;
  const start = again.column - (names.column - rect.left);
  const same = headings(start).join('\n') === headings(rect.left).join('\n');
  return same ? start : again.column;
}
