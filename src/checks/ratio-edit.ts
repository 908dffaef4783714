/** How far beyond the quartiles, in quartile distances, a ratio is called an outlier. */
const REACH = 12;
/** The least quartile distance, as a share: figures that move alike to 1 % do not make 5 % a swing. */
const FLOOR = 0.05;

const NO_OUTLIERS: readonly number[] = [];
let scratch = new Float64Array(64);

/**
 * The ratio edit of Hidiroglou and Berthelot (1986, Statistical editing and imputation for periodic business surveys, Survey
 * Methodology 12, 73–83): each ratio r against the median m of its group, made symmetric (r/m − 1 above, 1 − m/r below), weighted by
 * the root of its size, and held against the quartiles of the group. Returns the places of the outliers.
 */
export function outliers(ratios: Float64Array, sizes: Float64Array): readonly number[] {
  const n = ratios.length;
  if (scratch.length < 2 * n) scratch = new Float64Array(2 * n);
  const order = sorted(ratios, scratch.subarray(0, n));
  const middle = quantile(order, 0.5);
  const effects = scratch.subarray(n, 2 * n);
  let largest = 0;
  for (let i = 0; i < n; i++) largest = Math.max(largest, sizes[i]!);
  let [mean, least, greatest] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < n; i++) {
    const ratio = ratios[i]!;
    const weight = Math.sqrt(sizes[i]! / largest);
    mean += weight / n;
    const effect = (ratio >= middle ? ratio / middle - 1 : 1 - middle / ratio) * weight;
    effects[i] = effect;
    if (effect < least) least = effect;
    if (effect > greatest) greatest = effect;
  }
  // Whatever the quartiles are, they reach at least this far from a median that lies between the ends.
  if (greatest - least <= REACH * FLOOR * mean) return NO_OUTLIERS;
  sorted(effects, order);
  const [q1, m, q3] = [quantile(order, 0.25), quantile(order, 0.5), quantile(order, 0.75)];
  const low = m - REACH * Math.max(m - q1, FLOOR * mean);
  const high = m + REACH * Math.max(q3 - m, FLOOR * mean);
  if (least >= low && greatest <= high) return NO_OUTLIERS;
  const found: number[] = [];
  for (let i = 0; i < n; i++) if (effects[i]! < low || effects[i]! > high) found.push(i);
  return found;
}

/** Sorts a copy; most groups are the dozen cities of a province, for which insertion is quickest. */
function sorted(values: Float64Array, into: Float64Array): Float64Array {
  into.set(values);
  if (into.length > 64) return into.sort();
  for (let i = 1; i < into.length; i++) {
    const value = into[i]!;
    let at = i;
    for (; at > 0 && into[at - 1]! > value; at--) into[at] = into[at - 1]!;
    into[at] = value;
  }
  return into;
}

/** Linear between neighbours. */
function quantile(order: Float64Array, q: number): number {
  const at = (order.length - 1) * q;
  const low = order[Math.floor(at)]!;
  return low + (order[Math.ceil(at)]! - low) * (at - Math.floor(at));
}
