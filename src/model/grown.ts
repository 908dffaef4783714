/** A longer array that begins with the elements of a shorter one: `grown(new Int32Array(size), shorter)`. */
export function grown<T extends { set(from: T): void }>(longer: T, shorter: T): T {
  longer.set(shorter);
  return longer;
}
