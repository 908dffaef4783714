/** A map from keys below a known bound to whole numbers. */
export interface Numbering {
  /** The number of a key, or −1. */
  get(key: number): number;
  set(key: number, value: number): void;
}

/** A dense table while that stays in proportion to the rows it serves, else a hash map. */
export function numbering(possible: number, rows: number): Numbering {
  if (possible > 8 * rows + 1_000_000) {
    const map = new Map<number, number>();
    return { get: (key) => map.get(key) ?? -1, set: (key, value) => void map.set(key, value) };
  }
  const dense = new Int32Array(possible).fill(-1);
  return {
    get: (key) => dense[key]!,
    set: (key, value) => {
      dense[key] = value;
    },
  };
}
