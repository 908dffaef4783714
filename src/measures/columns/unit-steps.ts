import type { Interner } from '../../model/interner.js';
import { parseUnit, type Unit } from '../../model/unit.js';

/** How many powers of ten lie between two units, by their ids in the observations; each pair is looked at once. */
export class UnitSteps {
  readonly #units: Interner;
  readonly #parsed = new Map<number, Unit | undefined>();

  constructor(units: Interner) {
    this.#units = units;
  }

  /** 亿件 to 万件 is 4; NaN where the two do not measure the same thing. */
  between(from: number, to: number): number {
    return from === to ? 0 : this.#betweenOthers(from, to);
  }

  #betweenOthers(from: number, to: number): number {
    const [a, b] = [this.#unit(from), this.#unit(to)];
    return a && b && a.base === b.base ? a.exponent - b.exponent : Number.NaN;
  }

  #unit(id: number): Unit | undefined {
    if (!this.#parsed.has(id)) this.#parsed.set(id, parseUnit(this.#units.text(id)));
    return this.#parsed.get(id);
  }
}
