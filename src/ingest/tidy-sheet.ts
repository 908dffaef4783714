import type { Deliverer } from './deliver.js';
import { padDecimals } from './float-text.js';
import type { Grid } from './grid.js';
import { NAME_COLUMNS, PlainDelivery } from './plain-delivery.js';
import { scale } from './plain-number.js';
import { SheetTexts } from './sheet-texts.js';
import { decimalsAt, MOST_DECIMALS, shownDecimals } from './shown-number.js';
import type { TidyRows } from './tidy.js';
import type { TidyHeader } from './tidy-header.js';

/** What a column is to a plain row: the number of a names column, left out, or FIGURES + the number of a figure column. */
const LEFT_OUT = NAME_COLUMNS.length;
const FIGURES = LEFT_OUT + 1;
/** More texts than a sheet has cells: two of their numbers make one exact key. */
const MOST_TEXTS = 2 ** 26;
const INDICATOR = NAME_COLUMNS.indexOf('indicator');
const UNIT = NAME_COLUMNS.indexOf('unit');

/** The texts of a row of a sheet, from its first column. */
export function fieldsOf(grid: Grid, row: number): string[] {
  const fields: string[] = [];
  for (let at = grid.firstOf(row), end = grid.endOf(row); at < end; at++) {
    const column = grid.columnAt(at);
    while (fields.length < column - 1) fields.push('');
    fields[column - 1] = grid.textAt(at);
  }
  return fields;
}

/**
 * Reads the rows of a tidy sheet. Those whose names were met before and whose figures are plain numbers go straight from the cells to
 * what they mean; every other row is read by `TidyRows`, from its texts. A number without a format of its own has the decimals that
 * its like, of one column, indicator and unit, show at most.
 */
export class TidySheet {
  readonly #grid: Grid;
  readonly #header: TidyHeader;
  readonly #rows: TidyRows;
  readonly #texts: SheetTexts;
  readonly #delivery: PlainDelivery;
  readonly #roles: Uint16Array;
  /** The most decimals of numbers without a format, figure by figure, by the numbers of indicator and unit. */
  readonly #most = new Map<number, Uint8Array>();

  constructor(grid: Grid, header: TidyHeader, rows: TidyRows, to: Deliverer) {
    this.#grid = grid;
    this.#header = header;
    this.#rows = rows;
    this.#texts = new SheetTexts(grid);
    this.#delivery = new PlainDelivery(rows, to);
    this.#roles = new Uint16Array(header.width).fill(LEFT_OUT);
    NAME_COLUMNS.forEach((name, i) => {
      const at = header.columns.get(name);
      if (at !== undefined) this.#roles[at] = i;
    });
    rows.figures.forEach(({ at }, i) => {
      this.#roles[at] = FIGURES + i;
    });
  }

  /** Reads all rows below the header; gives the number of the last. */
  read(headerRow: number): number {
    const grid = this.#grid;
    const { rows } = grid;
    for (let row = headerRow + 1; row <= rows; row++) this.#noteDecimals(row);
    for (let row = headerRow + 1; row <= rows; row++) {
      if (grid.firstOf(row) === grid.endOf(row)) continue;
      if (!this.#takeApart(row) || !this.#delivery.deliver(row)) this.#readWhole(row);
    }
    return Math.max(headerRow, rows);
  }

  /** Numbers the names of a row, and gives the decimals that its figures show at most. */
  #names(row: number): Uint8Array {
    const { found, numbers } = this.#delivery;
    found.fill(0);
    for (let at = this.#grid.firstOf(row), end = this.#grid.endOf(row); at < end; at++) {
      const role = this.#roles[this.#grid.columnAt(at) - 1] ?? LEFT_OUT;
      if (role < LEFT_OUT) found[role] = this.#texts.numberAt(at);
    }
    const key = found[INDICATOR]! * MOST_TEXTS + found[UNIT]!;
    let most = this.#most.get(key);
    if (most === undefined) {
      most = new Uint8Array(numbers.length);
      this.#most.set(key, most);
    }
    return most;
  }

  #noteDecimals(row: number): void {
    const grid = this.#grid;
    const most = this.#names(row);
    for (let at = grid.firstOf(row), end = grid.endOf(row); at < end; at++) {
      const figure = (this.#roles[grid.columnAt(at) - 1] ?? LEFT_OUT) - FIGURES;
      if (figure < 0 || !isUnformatted(grid, at) || most[figure] === MOST_DECIMALS) continue;
      if (!Number.isNaN(scale(grid.valueAt(at), most[figure]!))) continue;
      most[figure] = Math.min(Math.max(most[figure]!, decimalsAt(grid, at)), MOST_DECIMALS);
    }
  }

  /** Reads the cells of a row; false where a figure is no plain number, or a cell stands beyond the header. */
  #takeApart(row: number): boolean {
    const grid = this.#grid;
    const { numbers } = this.#delivery;
    const most = this.#names(row);
    for (const number of numbers) number.given = false;
    for (let at = grid.firstOf(row), end = grid.endOf(row); at < end; at++) {
      const role = this.#roles[grid.columnAt(at) - 1];
      if (role === undefined) return false;
      if (role < FIGURES) continue;
      const figure = role - FIGURES;
      const number = numbers[figure]!;
      number.decimals = shownDecimals(grid, at, most[figure]!);
      if (number.decimals < 0) return false;
      number.scaled = scale(grid.valueAt(at), number.decimals);
      number.given = true;
    }
    return true;
  }

  /** Reads a row from its texts, and remembers what its names mean. */
  #readWhole(row: number): void {
    const grid = this.#grid;
    const most = this.#names(row);
    const fields = fieldsOf(grid, row);
    for (let at = grid.firstOf(row), end = grid.endOf(row); at < end; at++) {
      const field = grid.columnAt(at) - 1;
      const figure = (this.#roles[field] ?? LEFT_OUT) - FIGURES;
      if (figure >= 0 && isUnformatted(grid, at)) fields[field] = padDecimals(fields[field]!, most[figure]!);
    }
    while (fields.length < this.#header.width) fields.push('');
    this.#rows.read(fields, row);
    const known = this.#rows.known(fields);
    if (known !== undefined) this.#delivery.learn(known);
  }
}

const isUnformatted = (grid: Grid, at: number): boolean =>
  grid.kindAt(at) === 'number' && grid.formatDecimalsAt(at) === undefined;
