import type { RoundingMode } from '../../model/rounding.js';
import { NUMBER, type NumberColumn } from './number-column.js';
import { enlarge, roundTo } from './scaled.js';

/** Below this many peers, counting those ahead is quicker than sorting. */
const FEW = 24;

/**
 * Competition ranks (1, 2, 2, 4) of the numbers in `keys[0, count)`, the greatest first: for each how many are greater, and
 * how many are equal to it, itself included.
 */
export class RankCounts {
  readonly #sorted: Float64Array;
  readonly greater: Int32Array;
  readonly equal: Int32Array;

  constructor(capacity: number) {
    this.#sorted = new Float64Array(capacity);
    this.greater = new Int32Array(capacity);
    this.equal = new Int32Array(capacity);
  }

  count(keys: Float64Array, count: number): void {
    if (count > FEW) return this.#countSorted(keys, count);
    for (let i = 0; i < count; i++) {
      const key = keys[i]!;
      let greater = 0;
      let equal = 0;
      for (let j = 0; j < count; j++) {
        if (keys[j]! > key) greater++;
        else if (keys[j] === key) equal++;
      }
      this.greater[i] = greater;
      this.equal[i] = equal;
    }
  }

  #countSorted(keys: Float64Array, count: number): void {
    const sorted = this.#sorted.subarray(0, count);
    sorted.set(keys.subarray(0, count));
    sorted.sort();
    for (let i = 0; i < count; i++) {
      const above = firstWhere(sorted, keys[i]!, true);
      this.greater[i] = count - above;
      this.equal[i] = above - firstWhere(sorted, keys[i]!, false);
    }
  }
}

/** The first place of an ascending array that holds more than `key`, or as much. */
function firstWhere(sorted: Float64Array, key: number, more: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const value = sorted[middle]!;
    if (value > key || (!more && value === key)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * What ranks the numbers in `slots[0, count)` of a column: the values on one scale, or, `as-displayed` to so many decimals,
 * as a reader sees them. False where a double cannot hold them all exactly.
 */
export function decimalKeys(
  column: NumberColumn,
  slots: Int32Array,
  count: number,
  places: number | undefined,
  mode: RoundingMode,
  keys: Float64Array,
): boolean {
  let scale = places ?? 0;
  if (places === undefined) for (let i = 0; i < count; i++) scale = Math.max(scale, column.decimals[slots[i]!]!);
  for (let i = 0; i < count; i++) {
    const slot = slots[i]!;
    const digits = column.digits[slot]!;
    const decimals = column.decimals[slot]!;
    const key = places === undefined ? enlarge(digits, scale - decimals) : roundTo(digits, decimals, places, mode);
    if (column.kind[slot] !== NUMBER || Number.isNaN(key)) return false;
    keys[i] = key;
  }
  return true;
}

/**
 * What ranks the rates of `slots[0, count)`: level ÷ base. Rates that differ never come out in the wrong order, but two that
 * are nearly equal may come out the same; false where that happens.
 */
export function ratioKeys(
  now: Float64Array,
  then: Float64Array,
  slots: Int32Array,
  count: number,
  keys: Float64Array,
): boolean {
  for (let i = 0; i < count; i++) keys[i] = now[slots[i]!]! / then[slots[i]!]!;
  const inOrder = Int32Array.from({ length: count }, (_, i) => i).sort((a, b) => keys[a]! - keys[b]!);
  for (let i = 1; i < count; i++) {
    const [a, b] = [inOrder[i - 1]!, inOrder[i]!];
    if (keys[a] !== keys[b]) continue;
    const [one, other] = [slots[a]!, slots[b]!];
    if (BigInt(now[one]!) * BigInt(then[other]!) !== BigInt(now[other]!) * BigInt(then[one]!)) return false;
  }
  return true;
}
