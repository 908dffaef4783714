import { parseKnownUnit } from '../../catalogue/heading-words.js';
import type { Grid, Merge } from '../grid.js';
import { parseCellNumber, type Refusal } from '../number-text.js';
import { parseDeliveredPeriod } from '../period-text.js';
import { plainRate } from '../worded-figure.js';

/** What a cell can be for a layout: a figure, a missing marker, words, or something that was to be a figure and is none. */
export const EMPTY = 0;
export const NUMBER = 1;
export const MARKER = 2;
export const TEXT = 3;
export const DUBIOUS = 4;
export type CellClass = typeof EMPTY | typeof NUMBER | typeof MARKER | typeof TEXT | typeof DUBIOUS;

/** A rectangle of cells, from 1, ends included. */
export interface Rect {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Merged cells that are looked up one by one; a sheet merged beyond this is read by its origins only. */
const MAX_COVERED = 200_000;

/** 12abc, 1e999, #REF!, a day: no words of a heading. A period is words (2024年1月). */
function isDubious(text: string, reason: Refusal): boolean {
  if (reason === 'date') return parseDeliveredPeriod(text, 2000) === undefined;
  return reason !== 'not-a-number' || /^[+-]?[\d.,]*\d[\w.,]*$/.test(text) || isRoughFigure(text);
}

/** 78.9万件, 约90, 不足0.1, 下降4.1: a figure with more than a figure in its cell. 12月 and 5年 are words. */
function isRoughFigure(text: string): boolean {
  if (plainRate(text) !== undefined) return true;
  const m = /^(?:[约近超逾]|不足|超过|大于|小于)?\s*[\d.,，]*\d\s*(?<unit>\S*)$/u.exec(text);
  const unit = m?.groups?.['unit'];
  if (unit === undefined) return false;
  return unit === '' ? !/^\d/u.test(text) : !/^[年月日天岁期季]/u.test(unit) && parseKnownUnit(unit) !== undefined;
}

const isBlank = (text: string): boolean => text.trim() === '';

function classOfText(text: string): CellClass {
  if (isBlank(text)) return EMPTY;
  if (text.length > 60) return TEXT;
  const cell = parseCellNumber(text);
  if (cell.kind === 'number') return NUMBER;
  if (cell.kind === 'missing') return MARKER;
  return isDubious(text.trim(), cell.reason) ? DUBIOUS : TEXT;
}

/** Classes of the texts of a pool, which the sheets of a workbook share. */
const CLASSES = new WeakMap<readonly string[], CellClass[]>();

/** A grid as a layout sees it: every cell classed once, merged cells showing the text of their origin. */
export class SheetView {
  readonly grid: Grid;
  readonly #classes: Uint8Array;
  readonly #ofShared: CellClass[];
  /** Covered cell (row × 2^14 + column) → index of its merge. */
  readonly #covered = new Map<number, number>();

  constructor(grid: Grid) {
    this.grid = grid;
    this.#classes = new Uint8Array(grid.size);
    this.#ofShared = CLASSES.get(grid.texts) ?? [];
    CLASSES.set(grid.texts, this.#ofShared);
    for (let at = 0; at < grid.size; at++) this.#classes[at] = this.#classify(at);
    grid.merges.forEach((merge, index) => {
      this.#cover(merge, index);
    });
  }

  #classify(at: number): CellClass {
    const kind = this.grid.kindAt(at);
    if (kind === 'number') return NUMBER;
    if (kind === 'empty') return EMPTY;
    if (kind === 'boolean' || kind === 'error') return DUBIOUS;
    const shared = this.grid.sharedAt(at);
    if (shared < 0) return classOfText(this.grid.textAt(at));
    // A text of the pool is the same in every cell.
    const known = this.#ofShared[shared];
    if (known !== undefined) return known;
    const found = classOfText(this.grid.textAt(at));
    this.#ofShared[shared] = found;
    return found;
  }

  #cover(merge: Merge, index: number): void {
    const bottom = Math.min(merge.bottom, this.grid.rows);
    const right = Math.min(merge.right, this.grid.columns);
    if ((bottom - merge.top + 1) * (right - merge.left + 1) + this.#covered.size > MAX_COVERED) return;
    for (let r = merge.top; r <= bottom; r++)
      for (let c = merge.left; c <= right; c++)
        if (this.class(r, c) === EMPTY || (r === merge.top && c === merge.left))
          this.#covered.set(r * 16384 + c, index);
  }

  class(row: number, column: number): CellClass {
    const at = this.grid.find(row, column);
    return at < 0 ? EMPTY : (this.#classes[at] as CellClass);
  }

  /** As `class`, by the index of the cell in the grid. */
  classAt(at: number): CellClass {
    return this.#classes[at] as CellClass;
  }

  /** The cell's own text. */
  text(row: number, column: number): string {
    return this.grid.text(row, column);
  }

  /** The merge that a cell belongs to. */
  merge(row: number, column: number): Merge | undefined {
    if (this.#covered.size === 0) return undefined;
    const index = this.#covered.get(row * 16384 + column);
    return index === undefined ? undefined : this.grid.merges[index];
  }

  /** The cell's text as a heading: that of its origin where it is merged. */
  heading(row: number, column: number): string {
    const merge = this.merge(row, column);
    return merge ? this.grid.text(merge.top, merge.left) : this.grid.text(row, column);
  }

  /** The cell's text as a label: as `heading`, an indent by style written as spaces. */
  label(row: number, column: number): string {
    const text = this.heading(row, column);
    const merge = this.merge(row, column);
    const indent = merge ? this.grid.indent(merge.top, merge.left) : this.grid.indent(row, column);
    return indent > 0 && text !== '' ? '\u3000'.repeat(indent) + text : text;
  }

  /** Class of what a reader sees there, merges included. */
  seen(row: number, column: number): CellClass {
    const merge = this.merge(row, column);
    return merge ? this.class(merge.top, merge.left) : this.class(row, column);
  }

  /** Whether a merge of several columns starts in this row. */
  hasWideMerge(row: number, { left, right }: Rect): boolean {
    for (let c = left; c <= right; c++) {
      const merge = this.merge(row, c);
      if (merge && merge.right > merge.left) return true;
    }
    return false;
  }

  /** Columns of a row that hold something, within a rectangle. */
  columnsIn(row: number, rect: Rect): number[] {
    const { grid } = this;
    const found: number[] = [];
    for (let at = grid.firstOf(row), end = grid.endOf(row); at < end; at++) {
      const c = grid.columnAt(at);
      if (c >= rect.left && c <= rect.right && this.#classes[at] !== EMPTY) found.push(c);
    }
    return found;
  }
}
