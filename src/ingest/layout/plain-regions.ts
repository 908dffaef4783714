import { grown } from '../../model/grown.js';
import type { Deliverer, PreparedRow } from '../deliver.js';
import type { Grid } from '../grid.js';
import { scale } from '../plain-number.js';
import { shownDecimals } from '../shown-number.js';
import type { Work } from '../work.js';
import type { Figure } from './figure-columns.js';
import type { Shape } from './shape.js';
import type { SheetParts } from './sheet-parts.js';
import type { TableRow, TableRows } from './table-rows.js';

/** The regions that texts of a workbook's pool stand for, by their numbers, as long as the tables are about the same area. */
class KnownRegions {
  #around: string | undefined;
  #ids = new Int32Array(0);

  /** Ids of the regions plus one, by the number of the text; 0 where none is known. */
  within(around: string | undefined, texts: number): Int32Array {
    if (around !== this.#around) this.#ids.fill(0);
    this.#around = around;
    if (this.#ids.length < texts) this.#ids = grown(new Int32Array(texts), this.#ids);
    return this.#ids;
  }
}

const KNOWN = new WeakMap<Work, KnownRegions>();

function knownRegions(work: Work): KnownRegions {
  const known = KNOWN.get(work) ?? new KnownRegions();
  KNOWN.set(work, known);
  return known;
}

interface TableOfRegions {
  readonly parts: SheetParts;
  readonly shape: Shape;
  readonly rows: TableRows;
  /** The region that the surroundings name. */
  readonly refArea: string | undefined;
}

/**
 * The fast road of tables of regions, whose sheets repeat each other: a row whose label was read before as a region and no more, and
 * whose cells are all plain numbers, is delivered without reading the label again. Every other row goes the whole way.
 */
export class PlainRegions {
  readonly #grid: Grid;
  readonly #to: Deliverer;
  readonly #label: number;
  readonly #columns: Int32Array;
  readonly #decimals: Uint8Array;
  readonly #ids: Int32Array;
  /** Decimals of the figures of the row at hand. */
  readonly #shown: Int8Array;
  #figures: readonly (PreparedRow | undefined)[] | undefined;

  private constructor({ view, to }: SheetParts, shape: Shape, label: number, decimals: Uint8Array, ids: Int32Array) {
    this.#grid = view.grid;
    this.#to = to;
    this.#label = label;
    this.#columns = Int32Array.from(shape.values, ({ column }) => column);
    this.#decimals = decimals;
    this.#ids = ids;
    this.#shown = new Int8Array(shape.values.length);
  }

  /** Undefined for a table whose rows say more than a region, or have merged cells. `around`: the area that the table is about. */
  static of({ parts, shape, rows, refArea: around }: TableOfRegions, decimals: Uint8Array): PlainRegions | undefined {
    const { grid } = parts.view;
    const [top, bottom] = shape.body;
    const merged = grid.merges.some((m) => m.bottom >= top && m.top <= bottom);
    if (rows.regions === undefined || merged || shape.values.length === 0) return undefined;
    const ids = knownRegions(parts.work).within(around, grid.texts.length);
    return new PlainRegions(parts, shape, rows.regions, decimals, ids);
  }

  /** Remembers a row of figures that says no more than its region. */
  learn({ row, refArea = '' }: TableRow, figures: readonly (Figure | undefined)[]): void {
    this.#figures ??= figures.map((f) => f?.prepared);
    const text = this.#grid.sharedAt(this.#grid.find(row, this.#label));
    if (text >= 0) this.#ids[text] = this.#to.areaId(refArea) + 1;
  }

  /** Delivers a row; false, and nothing is delivered, where its label is not known or a cell holds no plain number. */
  deliver(row: number): boolean {
    if (this.#figures === undefined) return false;
    const grid = this.#grid;
    const label = grid.find(row, this.#label);
    const text = label < 0 ? -1 : grid.sharedAt(label);
    const id = text < 0 ? 0 : this.#ids[text]!;
    if (id === 0) return false;
    const first = this.#plainFrom(row);
    if (first < 0) return false;
    this.#deliverFrom(first, row, id - 1, this.#figures);
    return true;
  }

  /** Index of the first figure of a row whose columns all hold plain numbers, one beside the other; −1 for any other row. */
  #plainFrom(row: number): number {
    const grid = this.#grid;
    const columns = this.#columns;
    const first = grid.find(row, columns[0]!);
    if (first < 0 || first + columns.length > grid.endOf(row)) return -1;
    for (let i = 0; i < columns.length; i++) {
      if (grid.columnAt(first + i) !== columns[i]) return -1;
      const shown = shownDecimals(grid, first + i, this.#decimals[i]!);
      if (shown < 0) return -1;
      this.#shown[i] = shown;
    }
    return first;
  }

  #deliverFrom(first: number, row: number, refArea: number, figures: readonly (PreparedRow | undefined)[]): void {
    for (let i = 0; i < figures.length; i++) {
      const prepared = figures[i];
      if (prepared === undefined) continue;
      prepared.refArea = refArea;
      prepared.decimals = this.#shown[i]!;
      prepared.scaled = scale(this.#grid.valueAt(first + i), prepared.decimals);
      prepared.row = row;
      prepared.column = this.#columns[i]!;
      this.#to.deliverPrepared(prepared);
    }
  }
}
