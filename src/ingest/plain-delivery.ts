import type { Deliverer, PreparedRow } from './deliver.js';
import type { ScaledNumber } from './plain-number.js';
import { RowMeanings } from './row-meanings.js';
import type { KnownRow, TidyRows } from './tidy.js';

const NONE = -1;

/** The columns that name what a row's figures mean, in the order of their numbers. */
export const NAME_COLUMNS = ['period', 'region', 'indicator', 'unit'] as const;
const [PERIOD, REGION, INDICATOR, UNIT] = [0, 1, 2, 3];

/**
 * The end of the fast roads of tidy rows, of text files and of sheets: a row whose names were met before and whose figures are plain
 * numbers is delivered by the numbers of its names, without a text for each field. `TidyRows` alone decides what a row means; what
 * it made of the names is remembered here.
 */
export class PlainDelivery {
  readonly #rows: TidyRows;
  readonly #to: Deliverer;
  readonly #meanings = new RowMeanings();
  readonly #prepared: (PreparedRow | 'misfit' | undefined)[] = [];
  readonly #areas: (string | undefined)[] = [];
  readonly #areaIds: number[] = [];
  /** Numbers of the names of the row at hand, by `NAME_COLUMNS`; 0 for a column that there is not. */
  readonly found = new Int32Array(NAME_COLUMNS.length);
  /** The figures of the row at hand. */
  readonly numbers: readonly (ScaledNumber & { given: boolean })[];

  constructor(rows: TidyRows, to: Deliverer) {
    this.#rows = rows;
    this.#to = to;
    this.numbers = rows.figures.map(() => ({ scaled: Number.NaN, decimals: 0, given: false }));
  }

  /** Delivers the figures of the row at hand; false, and nothing is delivered, where it is not known what they mean. */
  deliver(rowNumber: number): boolean {
    const { found, numbers } = this;
    const meaning = this.#meanings.find(found[PERIOD]!, found[INDICATOR]!, found[UNIT]!);
    if (meaning === NONE || this.#areas[found[REGION]!] === undefined) return false;
    const first = meaning * numbers.length;
    let given = 0;
    for (let i = 0; i < numbers.length; i++) {
      if (!numbers[i]!.given) continue;
      if ((this.#prepared[first + i] ?? this.#prepare(meaning, i)) === 'misfit') return false;
      given += 1;
    }
    if (given === 0) return false;
    const { figures } = this.#rows;
    for (let i = 0; i < numbers.length; i++) {
      const number = numbers[i]!;
      if (!number.given) continue;
      const row = this.#prepared[first + i] as PreparedRow;
      row.refArea = this.#areaIds[found[REGION]!] ?? this.#areaId(found[REGION]!);
      row.scaled = number.scaled;
      row.decimals = number.decimals;
      row.row = rowNumber;
      row.column = figures[i]!.at + 1;
      this.#to.deliverPrepared(row);
    }
    return true;
  }

  /** Remembers what the names of the row at hand mean. */
  learn(known: KnownRow): void {
    const { found } = this;
    this.#areas[found[REGION]!] = known.refArea;
    this.#meanings.learn(found[PERIOD]!, found[INDICATOR]!, found[UNIT]!, known);
  }

  /** Prepares a figure's row, which needs its names to be numbered: only where it is delivered at once, by this road or the other. */
  #prepare(number: number, figure: number): PreparedRow | 'misfit' {
    const meaning = this.#rows.meaningOf(this.#rows.figures[figure]!, this.#meanings.at(number));
    const prepared = meaning === undefined ? 'misfit' : this.#to.prepare(meaning);
    this.#prepared[number * this.numbers.length + figure] = prepared;
    return prepared;
  }

  #areaId(region: number): number {
    const id = this.#to.areaId(this.#areas[region]!);
    this.#areaIds[region] = id;
    return id;
  }
}
