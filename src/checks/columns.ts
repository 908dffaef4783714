import type { Cube } from '../model/cube.js';
import { MEASURES, type ObservedMeasure, SCENARIOS } from '../model/observation.js';
import type { ObservationTable } from '../model/observation-table.js';
import { multiply, powerOfTen, type Rational, rational, ZERO } from '../model/rational.js';
import { parseUnit, type Unit } from '../model/unit.js';
import counted from './counted-units.yaml';

const COUNTED: ReadonlySet<unknown> = new Set(Array.isArray(counted) ? counted : []);
const POWERS = Float64Array.from({ length: 23 }, (_, n) => 10 ** n);

export const measureCode = (measure: ObservedMeasure): number => MEASURES.indexOf(measure);
export const LEVEL = measureCode('level');
export const GROWTH = measureCode('growth');
export const ACTUAL = SCENARIOS.indexOf('actual');

/**
 * The columns of a cube as edit rules read them: values in the base unit (件, not 万件) and half a unit of the last decimal.
 * `value` and `half` are close in binary floating point, good to decide whatever is not near a bound; `exactValue` and
 * `exactHalf` decide the rest.
 */
export class Columns {
  readonly cube: Cube;
  readonly table: ObservationTable;
  readonly #units: readonly (Unit | undefined)[];
  readonly #exponent: Int8Array;
  readonly #base: Int32Array;
  readonly #counted: Uint8Array;
  #superseded: Uint8Array | undefined;

  constructor(cube: Cube) {
    this.cube = cube;
    this.table = cube.observations;
    const texts = this.table.units.texts();
    this.#units = texts.map(parseUnit);
    this.#exponent = Int8Array.from(this.#units, (u) => u?.exponent ?? 0);
    const bases = new Map<string, number>();
    this.#base = Int32Array.from(this.#units, (u) => {
      const base = u?.base ?? '';
      if (!bases.has(base)) bases.set(base, bases.size);
      return bases.get(base) ?? 0;
    });
    this.#counted = Uint8Array.from(this.#units, (u) => (u?.exponent === 0 && COUNTED.has(u.base) ? 1 : 0));
  }

  get length(): number {
    return this.table.length;
  }

  hasValue(row: number): boolean {
    return !Number.isNaN(this.table.scaled[row]!);
  }

  unitOf(row: number): Unit | undefined {
    return this.#units[this.table.unit[row]!];
  }

  /** Two figures with the same number here measure the same thing, but for a power of ten. */
  baseOf(row: number): number {
    return this.#base[this.table.unit[row]!]!;
  }

  /** Power of ten of the last digit, in the base unit: 95.4亿件 ends at 10^7. */
  lastPlace(row: number): number {
    return this.#exponent[this.table.unit[row]!]! - this.table.decimals[row]!;
  }

  /** Whether the figure counts whole things one by one, so that nothing was rounded. */
  isExact(row: number): boolean {
    return this.table.decimals[row] === 0 && this.#counted[this.table.unit[row]!] === 1;
  }

  value(row: number): number {
    return scale(this.table.scaled[row]!, this.lastPlace(row));
  }

  half(row: number): number {
    return this.isExact(row) ? 0 : scale(0.5, this.lastPlace(row));
  }

  exactValue(row: number): Rational {
    const value = this.table.valueAt(row);
    return value ? multiply(rational(value.digits), powerOfTen(this.lastPlace(row))) : ZERO;
  }

  exactHalf(row: number): Rational {
    return this.isExact(row) ? ZERO : multiply(rational(1n, 2n), powerOfTen(this.lastPlace(row)));
  }

  /** Row of the level of the same indicator and region in another period, with a value; or −1. */
  levelAt(row: number, end: number, months: number): number {
    const t = this.table;
    const found = this.cube.findRow(LEVEL, t.scenario[row]!, t.indicator[row]!, t.refArea[row]!, end, months);
    return found >= 0 && this.hasValue(found) && this.baseOf(found) === this.baseOf(row) ? found : -1;
  }

  /** Whether this is the delivery that counts: the latest of its cell. */
  isLatest(row: number): boolean {
    this.#superseded ??= this.#findSuperseded();
    return this.#superseded[row] === 0;
  }

  #findSuperseded(): Uint8Array {
    const superseded = new Uint8Array(this.length);
    for (let row = 0; row < superseded.length; row++) {
      const before = this.cube.earlier(row);
      if (before >= 0) superseded[before] = 1;
    }
    return superseded;
  }
}

function scale(value: number, power: number): number {
  if (power >= 0) return power < 23 ? value * POWERS[power]! : value * 10 ** power;
  return power > -23 ? value / POWERS[-power]! : value / 10 ** -power;
}
