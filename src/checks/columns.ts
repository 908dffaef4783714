import { MEASURES, type ObservedMeasure, SCENARIOS } from '../model/observation.js';
import type { ObservationTable } from '../model/observation-table.js';
import { multiply, powerOfTen, type Rational, rational, ZERO } from '../model/rational.js';
import { parseUnit, type Unit } from '../model/unit.js';
import counted from './counted-units.yaml';
import { type Numbering, numbering } from './numbering.js';

const COUNTED: ReadonlySet<unknown> = new Set(Array.isArray(counted) ? counted : []);
/** More than the decimals that a column of observations can hold. */
const DECIMALS = 256;
const POWERS = Float64Array.from({ length: 23 }, (_, n) => 10 ** n);

export const measureCode = (measure: ObservedMeasure): number => MEASURES.indexOf(measure);
export const LEVEL = measureCode('level');
export const GROWTH = measureCode('growth');
export const ACTUAL = SCENARIOS.indexOf('actual');

/**
 * Figures as edit rules read them: in the base unit (件, not 万件), with half a unit of the last decimal. What unit and decimals decide
 * together is kept once for each pair of them, its *scale*. Floating point values are close, good to decide whatever is not near a
 * bound; `exactValue` and `exactHalf` decide the rest.
 */
export class Columns {
  readonly table: ObservationTable;
  /** By scale: half a unit of the last place, 0 for what was counted one by one. */
  readonly half: number[] = [];
  /** By scale: two figures with the same number here measure the same thing, but for a power of ten. */
  readonly base: number[] = [];
  readonly #units: readonly (Unit | undefined)[];
  readonly #bases = new Map<string, number>();
  readonly #scales: Numbering;
  readonly #places: number[] = [];

  constructor(table: ObservationTable) {
    this.table = table;
    this.#units = table.units.texts().map(parseUnit);
    this.#scales = numbering(table.units.size * DECIMALS, table.length);
  }

  hasValue(row: number): boolean {
    return !Number.isNaN(this.table.scaled[row]!);
  }

  unitOf(row: number): Unit | undefined {
    return this.#units[this.table.unit[row]!];
  }

  /** Number of a row's unit and decimals. */
  scaleOf(row: number): number {
    const key = this.table.unit[row]! * DECIMALS + this.table.decimals[row]!;
    const known = this.#scales.get(key);
    if (known >= 0) return known;
    const scale = this.half.length;
    this.#scales.set(key, scale);
    const base = this.unitOf(row)?.base ?? '';
    if (!this.#bases.has(base)) this.#bases.set(base, this.#bases.size);
    this.base.push(this.#bases.get(base) ?? 0);
    this.half.push(this.#isExact(row) ? 0 : shift(0.5, this.#lastPlace(row)));
    this.#places.push(this.#lastPlace(row));
    return scale;
  }

  /** Whether two rows measure the same thing, but for a power of ten. */
  alike(a: number, b: number): boolean {
    return this.base[this.scaleOf(a)] === this.base[this.scaleOf(b)];
  }

  /** The figure of a row in the base unit, near enough; NaN where there is none. */
  value(row: number, scale = this.scaleOf(row)): number {
    return shift(this.table.scaled[row]!, this.#places[scale]!);
  }

  exactValue(row: number): Rational {
    const value = this.table.valueAt(row);
    return value ? multiply(rational(value.digits), powerOfTen(this.#lastPlace(row))) : ZERO;
  }

  exactHalf(row: number): Rational {
    return this.#isExact(row) ? ZERO : multiply(rational(1n, 2n), powerOfTen(this.#lastPlace(row)));
  }

  /** Power of ten of the last digit, in the base unit: 95.4亿件 ends at 10^7. */
  #lastPlace(row: number): number {
    return (this.unitOf(row)?.exponent ?? 0) - this.table.decimals[row]!;
  }

  /** Whether the figure counts whole things one by one, so that nothing was rounded. */
  #isExact(row: number): boolean {
    const unit = this.unitOf(row);
    return this.table.decimals[row] === 0 && unit?.exponent === 0 && COUNTED.has(unit.base);
  }
}

function shift(value: number, power: number): number {
  if (power >= 0) return power < 23 ? value * POWERS[power]! : value * 10 ** power;
  return power > -23 ? value / POWERS[-power]! : value / 10 ** -power;
}
