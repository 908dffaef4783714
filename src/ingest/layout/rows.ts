import { headingWord, plainHeading } from '../../catalogue/heading-words.js';
import { EMPTY, MARKER, NUMBER, type Rect, type SheetView, TEXT } from './view.js';

/** What a row is at first sight. `years`: a heading of bare years; `numbers`: the numbers of the columns (甲 乙 1 2 3). */
export type RowKind = 'blank' | 'text' | 'data' | 'marked' | 'years' | 'numbers';

const COLUMN_LETTER = /^[甲乙丙丁戊A-E]$/u;

const isYear = (text: string): boolean => /^(?:19|20)\d{2}$/u.test(text.trim());

/** Whether figures that look like years rise or fall throughout. */
function isRun(years: readonly number[]): boolean {
  const rising = years.every((y, i) => i === 0 || y > years[i - 1]!);
  return rising || years.every((y, i) => i === 0 || y < years[i - 1]!);
}

/** Classes one row within a rectangle. */
export function rowKind(view: SheetView, row: number, rect: Rect): RowKind {
  const columns = view.columnsIn(row, rect);
  if (columns.length === 0) return 'blank';
  let [numbers, markers, texts, dubious] = [0, 0, 0, 0];
  for (const c of columns) {
    const k = view.class(row, c);
    if (k === NUMBER) numbers++;
    else if (k === MARKER) markers++;
    else if (k === TEXT) texts++;
    else dubious++;
  }
  if (numbers === 0 && dubious > 0) {
    // Beside a heading (地区) they were to be headings; beside a name they were to be figures.
    const headings = columns
      .filter((c) => view.class(row, c) === TEXT)
      .map((c) => headingWord(plainHeading(view.text(row, c))));
    return headings.length > 0 && headings.every((w) => w === undefined) ? 'data' : 'text';
  }
  if (numbers === 0) return markers > 0 ? (texts > 0 ? 'marked' : 'data') : 'text';
  const figureColumns = columns.filter((c) => view.class(row, c) === NUMBER);
  const words = columns.filter((c) => view.class(row, c) === TEXT).map((c) => plainHeading(view.text(row, c)));
  // Most rows of figures are told by their first figure: a heading of years begins with a year, one of numbers with 1.
  const first = view.text(row, figureColumns[0]!);
  if (markers === 0 && isYear(first)) {
    const figures = figureColumns.map((c) => view.text(row, c));
    const named = words.every((w) => headingWord(w) !== undefined || /^(?:19|20)\d{2}年?$/u.test(w));
    const titled = figures.length > 1 || words.some((w) => headingWord(w)?.says.dimension !== undefined);
    if (named && titled && figures.every(isYear) && isRun(figures.map(Number))) return 'years';
  }
  if (words.length > 0 && Number(first) === 1 && words.every((w) => COLUMN_LETTER.test(w)))
    if (figureColumns.every((c, i) => Number(view.text(row, c)) === i + 1)) return 'numbers';
  return 'data';
}

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
