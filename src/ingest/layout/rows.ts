import { parseHeading } from '../../catalogue/heading.js';
import { headingWord, plainHeading } from '../../catalogue/heading-words.js';
import { EMPTY, MARKER, NUMBER, type Rect, type SheetView, TEXT } from './view.js';

/** What a row is at first sight. `years`: a heading of bare years; `numbers`: the numbers of the columns (甲 乙 1 2 3). */
export type RowKind = 'blank' | 'text' | 'data' | 'marked' | 'years' | 'numbers';

const COLUMN_LETTER = /^[甲乙丙丁戊A-E]$/u;

/** 2024, or a month in figures: 202409, 2024.09. */
const isYear = (text: string): boolean => /^(?:19|20)\d{2}(?:\.?(?:0[1-9]|1[0-2]))?$/u.test(text.trim());
const mayBeYear = (value: number): boolean =>
  (value >= 1900 && value < 2100) || (value >= 190001 && value < 210000 && Number.isInteger(value));

/** Whether figures that look like years rise or fall throughout. */
function isRun(years: readonly number[]): boolean {
  const rising = years.every((y, i) => i === 0 || y > years[i - 1]!);
  return rising || years.every((y, i) => i === 0 || y < years[i - 1]!);
}

/** Classes one row within a rectangle. */
export function rowKind(view: SheetView, row: number, rect: Rect): RowKind {
  const { grid } = view;
  let [numbers, markers, texts, dubious, firstNumber] = [0, 0, 0, 0, 0];
  for (let at = grid.firstOf(row), end = grid.endOf(row); at < end; at++) {
    const kind = view.classAt(at);
    if (kind === EMPTY) continue;
    const c = grid.columnAt(at);
    if (c < rect.left || c > rect.right) continue;
    if (kind === NUMBER) {
      if (numbers++ === 0) firstNumber = at;
    } else if (kind === MARKER) markers++;
    else if (kind === TEXT) texts++;
    else dubious++;
  }
  if (numbers + markers + texts + dubious === 0) return 'blank';
  if (numbers === 0) return kindWithoutFigures(view, row, rect, { markers, texts, dubious });
  // Most rows of figures are told by their first figure: a heading of years begins with a year, one of numbers with 1.
  const value = grid.plainNumberAt(firstNumber);
  if (!Number.isNaN(value) && value !== 1 && !mayBeYear(value)) return 'data';
  const first = grid.textAt(firstNumber);
  if (Number(first) !== 1 && !isYear(first)) return 'data';
  return kindOfHeadings(view, row, rect, { first, markers, texts });
}

interface RowCount {
  readonly markers: number;
  readonly texts: number;
}

function kindWithoutFigures(
  view: SheetView,
  row: number,
  rect: Rect,
  { markers, texts, dubious }: RowCount & { readonly dubious: number },
): RowKind {
  if (dubious === 0) return markers > 0 ? (texts > 0 ? 'marked' : 'data') : 'text';
  // Beside a heading (地区) they were to be headings; beside a name they were to be figures.
  const headings = wordsOf(view, row, rect).map(headingWord);
  return headings.length > 0 && headings.every((w) => w === undefined) ? 'data' : 'text';
}

/** A row whose first figure is a year or 1: a heading of years or of column numbers, or figures like any others. */
function kindOfHeadings(
  view: SheetView,
  row: number,
  rect: Rect,
  { first, markers, texts }: RowCount & { readonly first: string },
): RowKind {
  const figures = view
    .columnsIn(row, rect)
    .filter((c) => view.class(row, c) === NUMBER)
    .map((c) => view.text(row, c));
  const words = texts === 0 ? [] : wordsOf(view, row, rect);
  if (markers === 0 && isYear(first)) {
    const named = words.every((w) => headingWord(w) !== undefined || /^(?:19|20)\d{2}年?$/u.test(w) || isMeasure(w));
    const titled = figures.length > 1 || words.some((w) => headingWord(w)?.says.dimension !== undefined);
    if (named && titled && figures.every(isYear) && isRun(figures.map(Number))) return 'years';
  }
  const numbered = words.length > 0 && words.every((w) => COLUMN_LETTER.test(w));
  return numbered && figures.every((text, i) => Number(text) === i + 1) ? 'numbers' : 'data';
}

/** 2023年比2022年增长（%） beside years. */
function isMeasure(text: string): boolean {
  const { measure, rest } = parseHeading(text);
  return measure !== undefined && rest === '';
}

const wordsOf = (view: SheetView, row: number, rect: Rect): string[] =>
  view
    .columnsIn(row, rect)
    .filter((c) => view.class(row, c) === TEXT)
    .map((c) => plainHeading(view.text(row, c)));

/** Words that begin a note at the foot of a table. */
const NOTE =
  /^[\s\u3000]*(?:[(（]?(?:注|备注|附注|说明|资料来源|数据来源|来源|补充资料|填报|单位负责人|填表人|制表|审核|统计负责人|联系电话|报出日期|本表)(?=[\s:：1-9一二三四①.、]|$)|\*|※)/u;
/** A further point of a note that has begun: 2.由于采用… */
const CONTINUED = /^[\s\u3000]*(?:\d{1,2}[.、．]|[（(]?\d{1,2}[)）]|[①-⑳])/u;

export const isNote = (text: string): boolean => NOTE.test(text);
export const continuesNote = (text: string): boolean => CONTINUED.test(text) || /^[\s\u3000]{2,}/u.test(text);

/** Texts of a row, merged cells once. */
export const textsOf = (view: SheetView, row: number, rect: Rect): string[] =>
  view
    .columnsIn(row, rect)
    .filter((c) => view.class(row, c) !== EMPTY)
    .map((c) => view.text(row, c).trim());
