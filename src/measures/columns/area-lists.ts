import type { Cube } from '../../model/cube.js';

/** More than any area has for a number. */
const AREAS = 2 ** 31;

/** Of each slice of a cube the areas of its rows, in the order of a table: for data in which most slices are about few areas. */
export class AreaLists {
  readonly #starts: Int32Array;
  readonly #areas: Int32Array;

  /** `places`: the place of each area in the table. */
  constructor({ sliceOf, slices, observations }: Cube, places: Int32Array) {
    this.#starts = startsOf(sliceOf, slices.length);
    this.#areas = new Int32Array(sliceOf.length);
    const next = this.#starts.slice();
    for (let row = 0; row < sliceOf.length; row++) this.#areas[next[sliceOf[row]!]!++] = observations.refArea[row]!;
    for (let slice = 0; slice < slices.length; slice++) sortByPlace(this.of(slice), places);
  }

  of(slice: number): Int32Array {
    return this.#areas.subarray(this.#starts[slice]!, this.#starts[slice + 1]!);
  }
}

function startsOf(sliceOf: Int32Array, slices: number): Int32Array {
  const starts = new Int32Array(slices + 1);
  for (let row = 0; row < sliceOf.length; row++) starts[sliceOf[row]! + 1]! += 1;
  for (let slice = 0; slice < slices; slice++) starts[slice + 1]! += starts[slice]!;
  return starts;
}

/** Most returns deliver areas in the order of the table. */
function sortByPlace(areas: Int32Array, places: Int32Array): void {
  let inOrder = true;
  for (let i = 1; i < areas.length && inOrder; i++) inOrder = places[areas[i - 1]!]! <= places[areas[i]!]!;
  if (inOrder) return;
  // Place and area in one number, so that the numbers sort as the areas should.
  const keys = Float64Array.from(areas, (area) => places[area]! * AREAS + area).sort();
  for (let i = 0; i < areas.length; i++) areas[i] = keys[i]! % AREAS;
}
