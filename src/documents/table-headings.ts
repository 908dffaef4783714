import type { Block } from '../model/document.js';

/** A table as people see it. Merged cells show their text in every place that they cover. */
export interface Grid {
  readonly rows: number;
  readonly columns: number;
  /** The text at a place (from 0), trimmed; '' for an empty or missing cell. */
  textAt(row: number, column: number): string;
  /** Number of the cell that covers a place: equal for the places of a merged cell, −1 for none. */
  cellAt(row: number, column: number): number;
  /** Rows that the file itself marks as heading, from the top. */
  readonly markedHeaderRows?: number;
}

/** Which rows and columns of a table are headings. */
export interface HeadingBands {
  /** Rows above the heading that span the table: its title, its unit line. */
  readonly captionRows: number;
  /** First row of the body. */
  readonly body: number;
  /** Columns of headings, from the left. */
  readonly columns: number;
  readonly caption: string | undefined;
}

const NUMBER = /^[-+−－]?[\d０-９]+(?:[,，][\d]{3})*(?:[.．]\d+)?\s*[%％‰]?$/u;
const SLOT = /^[-+−－]?[×╳✕✖XxＸｘ_＿.．*＊○〇□△▲…—－\-/\s]+(?:〔[^〔〕]+〕)?[%％‰]?$/u;
/** Rows of headings among which 序号 is looked for. */
const DEEPEST_HEADING = 6;
const SERIAL = /^(?:序号|编号|行次|№|no\.?)$/iu;

/** A number, a slot, or a sign that stands for a missing number. */
export const isValueText = (text: string): boolean => NUMBER.test(text) || SLOT.test(text);

/** Whether a row holds one text only: across the table or at its left (a title), or anywhere when it names the unit. */
function standsAlone(grid: Grid, row: number): string | undefined {
  let alone: number | undefined;
  let text = '';
  for (let c = 0; c < grid.columns; c++) {
    const own = grid.textAt(row, c);
    if (own === '' || grid.cellAt(row, c) === alone) continue;
    if (alone !== undefined) return undefined;
    alone = grid.cellAt(row, c);
    text = own;
  }
  const atLeft = grid.textAt(row, 0) !== '';
  return grid.columns > 1 && text !== '' && !isValueText(text) && (atLeft || isCaptionLine(text)) ? text : undefined;
}

const isYearText = (text: string): boolean => /^(?:19|20)\d{2}$/.test(text);

/**
 * Tells the headings of a table by its content: rows above the first that holds a value are headings of columns; columns left of
 * the first that holds a value below them are headings of rows. A column of serial numbers counts as a heading; so do years.
 */
export function headingBands(grid: Grid): HeadingBands {
  let captionRows = 0;
  const captions: string[] = [];
  for (let text = standsAlone(grid, 0); text !== undefined && captionRows < grid.rows - 1; ) {
    captions.push(text);
    text = standsAlone(grid, ++captionRows);
  }
  const serial = (row: number, column: number): boolean => {
    for (let r = captionRows; r < Math.min(row, captionRows + DEEPEST_HEADING); r++)
      if (SERIAL.test(grid.textAt(r, column))) return true;
    return false;
  };
  const isValue = (row: number, column: number): boolean => {
    const text = grid.textAt(row, column);
    return text !== '' && isValueText(text) && !(row === captionRows && isYearText(text)) && !serial(row, column);
  };
  const holdsValue = (row: number): boolean => {
    for (let c = 0; c < grid.columns; c++) if (isValue(row, c)) return true;
    return false;
  };
  let body = captionRows;
  while (body < grid.rows && !holdsValue(body)) body += 1;
  // A table without any value: its first row is the heading.
  if (body === grid.rows) body = Math.min(grid.rows, captionRows + 1);
  if (grid.markedHeaderRows !== undefined && grid.markedHeaderRows < grid.rows)
    body = Math.max(captionRows, grid.markedHeaderRows);
  let columns = 0;
  while (columns < grid.columns && !columnHoldsValue(grid, columns, body, isValue)) columns += 1;
  if (columns === grid.columns) columns = grid.columns > 1 ? 1 : 0;
  return { captionRows, body, columns, caption: captions.length > 0 ? captions.join(' ') : undefined };
}

function columnHoldsValue(
  grid: Grid,
  column: number,
  body: number,
  isValue: (row: number, column: number) => boolean,
): boolean {
  for (let r = body; r < grid.rows; r++) if (isValue(r, column)) return true;
  return false;
}

/** Headings of the cell at a place: above it and left of it, outermost first, a merged heading once. */
export function headingsOf(
  grid: Grid,
  bands: HeadingBands,
  row: number,
  column: number,
  outerCaption?: string,
): NonNullable<Block['headings']> {
  if (row < bands.captionRows) return { row: [], column: [] };
  const own = grid.cellAt(row, column);
  const collect = (places: readonly (readonly [number, number])[]): readonly string[] => {
    const seen = new Set<number>([own]);
    const texts: string[] = [];
    for (const [r, c] of places) {
      const cell = grid.cellAt(r, c);
      const text = grid.textAt(r, c);
      if (cell < 0 || seen.has(cell) || text === '') continue;
      seen.add(cell);
      texts.push(text);
    }
    return texts;
  };
  const above: [number, number][] = [];
  for (let r = bands.captionRows; r < Math.min(bands.body, row); r++) above.push([r, column]);
  const left: [number, number][] = [];
  if (row >= bands.body)
    for (let c = 0; c < Math.min(bands.columns, column); c++)
      if (!isValueText(grid.textAt(row, c))) left.push([row, c]);
  const caption = [outerCaption, bands.caption].filter((t) => t !== undefined && t !== '').join(' ');
  return { row: collect(left), column: collect(above), ...(caption === '' ? {} : { caption }) };
}

/** Whether a line before a table belongs to it: its number and name, its unit. */
export const isCaptionLine = (text: string): boolean =>
  /^(?:附?表|Table)\s*[\d一二三四五六七八九十]|单\s*位\s*[:：]/iu.test(text) &&
  text.length <= 80 &&
  !/[。；]/u.test(text);
