import type { RoundingMode } from '../../model/rounding.js';
import type { NumberColumn } from './number-column.js';
import { enlarge, roundTo } from './scaled.js';

/** Up to so many peers an insertion sort is the quickest. */
const FEW = 64;

/**
 * Puts `keys[0, count)` in falling order, and `slots` along with them. Neighbouring periods rank much alike, so that peers
 * that come in the order of the last ranking are nearly in order.
 */
export function sortFalling(keys: Float64Array, slots: Int32Array, count: number): void {
  if (count > FEW) {
    sortMany(keys, slots, count);
    return;
  }
  for (let i = 1; i < count; i++) {
    const key = keys[i]!;
    const slot = slots[i]!;
    let at = i;
    for (; at > 0 && keys[at - 1]! < key; at--) {
      keys[at] = keys[at - 1]!;
      slots[at] = slots[at - 1]!;
    }
    keys[at] = key;
    slots[at] = slot;
  }
}

function sortMany(keys: Float64Array, slots: Int32Array, count: number): void {
  const order = Int32Array.from({ length: count }, (_, i) => i).sort((a, b) => keys[b]! - keys[a]! || a - b);
  const [sortedKeys, sortedSlots] = [
    Float64Array.from(order, (i) => keys[i]!),
    Int32Array.from(order, (i) => slots[i]!),
  ];
  keys.set(sortedKeys);
  slots.set(sortedSlots);
}

/**
 * Puts `slots[0, count)` in falling order of their numbers in a column: of the values on one scale, or rounded to so many
 * places, as a reader sees them. False where a double cannot hold them all exactly.
 */
export function sortByDecimal(
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
    if (Number.isNaN(key)) return false;
    keys[i] = key;
  }
  sortFalling(keys, slots, count);
  return true;
}

/**
 * Puts `slots[0, count)` in falling order of their rates, that is of level ÷ base. Rates that differ never come out in the
 * wrong order, but two that are nearly equal may come out the same; false where that happens.
 */
export function sortByRatio(
  now: Float64Array,
  before: Float64Array,
  slots: Int32Array,
  count: number,
  keys: Float64Array,
): boolean {
  for (let i = 0; i < count; i++) keys[i] = now[slots[i]!]! / before[slots[i]!]!;
  sortFalling(keys, slots, count);
  for (let i = 1; i < count; i++) {
    if (keys[i] !== keys[i - 1]) continue;
    const [one, other] = [slots[i - 1]!, slots[i]!];
    if (BigInt(now[one]!) * BigInt(before[other]!) !== BigInt(now[other]!) * BigInt(before[one]!)) return false;
  }
  return true;
}
