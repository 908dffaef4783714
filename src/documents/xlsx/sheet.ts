import { readXml, type XmlTag } from '../../opc/xml.js';
import { type RichString, StringCollector } from './strings.js';

/** A cell with content. Row and column from 1. */
export interface SheetCell {
  readonly row: number;
  readonly column: number;
  /** s shared string, inlineStr, str text of a formula, n number, b truth value, e error. */
  readonly type: string;
  readonly style: number;
  /** What stands in `v`, or the text of an inline string. */
  readonly value: string;
  readonly inline: RichString | undefined;
  /** `plain`: a formula of its own. `bound`: shared with other cells or an array; it cannot be taken out alone. */
  readonly formula: 'plain' | 'bound' | undefined;
  /** Its text; '' where it only follows a shared one. */
  readonly formulaText: string;
  /** The element with the value, in the source. */
  readonly valueStart: number;
  readonly valueEnd: number;
  /** The element in the source. */
  readonly start: number;
  readonly end: number;
  readonly openTag: string;
}

export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface SheetContent {
  readonly cells: readonly SheetCell[];
  readonly merges: readonly CellRange[];
  /** Whether there are more cells than the bound; the rest was not kept. */
  readonly truncated: boolean;
}

const ADDRESS = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/;

/** B5 → row 5, column 2. */
export function parseAddress(text: string): { readonly row: number; readonly column: number } | undefined {
  const found = ADDRESS.exec(text);
  if (!found) return undefined;
  let column = 0;
  for (const letter of found[1]!) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(found[2]), column };
}

function parseRange(text: string): CellRange | undefined {
  const [from, to] = text.split(':').map(parseAddress);
  return from && to ? { top: from.row, left: from.column, bottom: to.row, right: to.column } : undefined;
}

/** Reads the cells with content and the merged ranges of a worksheet; at most `maxCells` cells. */
export function readSheet(source: string, part: string, maxCells: number): SheetContent {
  const cells: SheetCell[] = [];
  const merges: CellRange[] = [];
  const collector = new StringCollector(source);
  let truncated = false;
  let row = 0;
  let column = 0;
  let cell: { tag: XmlTag; row: number; column: number } | undefined;
  let value = '';
  let inline: RichString | undefined;
  let formula: SheetCell['formula'];
  let formulaText = '';
  let valueStart = 0;
  let valueEnd = 0;
  let within: 'v' | 'is' | 'f' | undefined;
  const open = (tag: XmlTag) => {
    const { local } = tag;
    if (local === 'row') {
      row = Number(tag.attribute('r') ?? row + 1) || row + 1;
      column = 0;
    } else if (local === 'c') {
      const address = parseAddress(tag.attribute('r') ?? '') ?? { row, column: column + 1 };
      column = address.column;
      cell = { tag, ...address };
      value = '';
      inline = undefined;
      formula = undefined;
      formulaText = '';
      valueStart = valueEnd = 0;
    } else if (local === 'mergeCell') {
      const range = parseRange(tag.attribute('ref') ?? '');
      if (range && merges.length < maxCells) merges.push(range);
    } else if (!cell) return;
    else if (local === 'f') {
      formula = (tag.attribute('t') ?? 'normal') === 'normal' ? 'plain' : 'bound';
      within = 'f';
    } else if (local === 'v') {
      within = 'v';
      valueStart = tag.start;
    } else if (local === 'is') {
      within = 'is';
      collector.begin(tag.end);
    } else if (within === 'is') collector.open(local, tag.end);
  };
  const close = (_uri: string, local: string, start: number, end: number) => {
    if (local === 'f') within = undefined;
    else if (local === 'v') {
      within = undefined;
      valueEnd = end;
    } else if (local === 'is') {
      inline = collector.finish(start);
      value = inline.text;
      within = undefined;
    } else if (within === 'is') collector.close(local, start);
    else if (local === 'c' && cell) {
      const { tag, row: r, column: c } = cell;
      const type = tag.attribute('t') ?? 'n';
      cell = undefined;
      if (value === '') return;
      if (cells.length >= maxCells) {
        truncated = true;
        return;
      }
      const style = Number(tag.attribute('s') ?? 0) || 0;
      const openTag = source.slice(tag.start, tag.end);
      cells.push({
        row: r,
        column: c,
        type,
        style,
        value,
        inline,
        formula,
        formulaText,
        valueStart,
        valueEnd,
        start: tag.start,
        end,
        openTag,
      });
    }
  };
  const text = (piece: string) => {
    if (within === 'v') value += piece;
    else if (within === 'f') formulaText += piece;
    else if (within === 'is') collector.add(piece);
  };
  readXml(source, { open, close, text }, { part });
  return { cells, merges, truncated };
}
