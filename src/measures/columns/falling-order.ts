/** Up to so many peers an insertion sort is the quickest; more are sorted in runs of so many, which are then merged. */
const RUN = 64;

/**
 * Puts keys in falling order, and what belongs to them along with them; equals keep their order. Neighbouring periods rank
 * much alike, so that peers that come in the order of the last ranking are nearly in order.
 */
export class FallingOrder {
  #keys: Float64Array;
  #slots: Int32Array;

  constructor(capacity: number) {
    this.#keys = new Float64Array(capacity);
    this.#slots = new Int32Array(capacity);
  }

  /** Sorts `keys[0, count)` and `slots` along with them. */
  sort(keys: Float64Array, slots: Int32Array, count: number): void {
    for (let from = 0; from < count; from += RUN) insertInOrder(keys, slots, from, Math.min(from + RUN, count));
    for (let run = RUN; run < count; run *= 2)
      for (let from = 0; from + run < count; from += 2 * run)
        this.#merge(keys, slots, from, from + run, Math.min(from + 2 * run, count));
  }

  /** Merges [from, middle) and [middle, to), each in order. */
  #merge(keys: Float64Array, slots: Int32Array, from: number, middle: number, to: number): void {
    const [firstKeys, firstSlots] = [this.#keys, this.#slots];
    const length = middle - from;
    firstKeys.set(keys.subarray(from, middle));
    firstSlots.set(slots.subarray(from, middle));
    let second = middle;
    let into = from;
    for (let first = 0; first < length; into++) {
      const takeSecond = second < to && keys[second]! > firstKeys[first]!;
      keys[into] = takeSecond ? keys[second]! : firstKeys[first]!;
      slots[into] = takeSecond ? slots[second]! : firstSlots[first]!;
      if (takeSecond) second += 1;
      else first += 1;
    }
  }
}

function insertInOrder(keys: Float64Array, slots: Int32Array, from: number, to: number): void {
  for (let i = from + 1; i < to; i++) {
    const key = keys[i]!;
    const slot = slots[i]!;
    let at = i;
    for (; at > from && keys[at - 1]! < key; at--) {
      keys[at] = keys[at - 1]!;
      slots[at] = slots[at - 1]!;
    }
    keys[at] = key;
    slots[at] = slot;
  }
}
