import { ACTUAL, GROWTH, LEVEL, measureCode } from '../columns.js';
import type { Slices } from '../slices.js';
import type { Family, Survey } from '../survey.js';
import type { Edit, Violation } from '../tally.js';

const RANK = measureCode('rank');
const GROWTH_RANK = measureCode('growth-rank');
/** Room for the noise of floating point between two units; ties are then left to the one who delivered the rank. */
const SLACK = 1e-12;

/**
 * Delivered ranks against ranks computed among the members of the same area. As the figures are rounded, a rank is wrong
 * only outside [1 + those surely better, 1 + those possibly better]; among incomplete peers only the first bound holds.
 */
export function checkRanks(survey: Survey): void {
  compareRanks(survey, LEVEL, RANK, { id: 'rank-against-levels', code: 'rank-against-levels', severity: 'soft' });
  compareRanks(survey, GROWTH, GROWTH_RANK, {
    id: 'rank-against-growth',
    code: 'growth-rank-against-growth',
    severity: 'soft',
  });
}

function compareRanks(survey: Survey, ranked: number, measure: number, edit: Edit): void {
  const { slices } = survey;
  const tally = survey.open(edit);
  for (let slice = 0; slice < slices.size; slice++) {
    if (slices.measure[slice] !== measure) continue;
    const [end, months] = [slices.end[slice]!, slices.months[slice]!];
    const [scenario, indicator] = [slices.scenario[slice]!, slices.indicator[slice]!];
    const figures = slices.find(ranked, scenario, indicator, end, months);
    const peers = slices.find(ranked, ACTUAL, indicator, end, months);
    if (figures < 0 || peers < 0) continue;
    const ladders = new Map<Family, Ladder>();
    for (let cell = slices.start[slice]!; cell < slices.start[slice + 1]!; cell++) {
      if (!slices.hasValue(cell)) continue;
      const own = slices.cellAt(figures, slices.areaOf(cell));
      const family = survey.familyOf(slices.areaOf(cell));
      if (!family || own < 0 || !slices.hasValue(own)) continue;
      const ladder = ladders.get(family) ?? new Ladder(survey, peers, family);
      ladders.set(family, ladder);
      tally.evaluate(end);
      const row = slices.rows[cell]!;
      const place = placeOf(survey, row);
      const range = ladder.placesOf(own);
      if (place < range.best || place > range.worst)
        tally.violate(end, () => describe(survey, row, slices.rows[own]!, ladder, range));
    }
  }
}

/** A delivered rank as a number, whatever its unit is called. */
const placeOf = ({ columns: { table } }: Survey, row: number): number =>
  table.scaled[row]! / 10 ** table.decimals[row]!;

function describe(survey: Survey, row: number, own: number, { size }: Ladder, { best, worst }: Places): Violation {
  const place = placeOf(survey, row);
  const found = String(place);
  const expected = best === worst || worst === Number.POSITIVE_INFINITY ? String(best) : `${best}–${worst}`;
  const distance = String(place < best ? best - place : place - worst);
  const args = { what: survey.describe(row), found, expected, peers: size, distance };
  return { rows: [row, own], args, found, expected, distance, weight: Math.abs(place - best) };
}

/** Best and worst place that rounded figures allow. */
interface Places {
  readonly best: number;
  readonly worst: number;
}

/** The figures of one peer group in order, lower and upper ends apart, better ones greater. */
class Ladder {
  readonly size: number;
  readonly #slices: Slices;
  readonly #sign: number;
  readonly #lows: Float64Array;
  readonly #highs: Float64Array;
  readonly #complete: boolean;

  constructor({ slices, indicators }: Survey, slice: number, { seen, all }: Family) {
    const cells = seen.map((area) => slices.cellAt(slice, area)).filter((cell) => cell >= 0 && slices.hasValue(cell));
    this.#slices = slices;
    this.#sign = indicators[slices.indicator[slice]!]?.better === 'lower' ? -1 : 1;
    this.#lows = Float64Array.from(cells, (cell) => this.#sign * slices.values[cell]! - slices.half(cell)).sort();
    this.#highs = Float64Array.from(cells, (cell) => this.#sign * slices.values[cell]! + slices.half(cell)).sort();
    this.size = cells.length;
    this.#complete = cells.length === all.length;
  }

  placesOf(cell: number): Places {
    const value = this.#sign * this.#slices.values[cell]!;
    const half = this.#slices.half(cell);
    const slack = (Math.abs(value) + half) * SLACK;
    // What rounds up to 4 is above all that rounds to 3, though their ends meet. Figures that nobody rounded may tie.
    const touch = half > 0 ? -slack : slack;
    const best = 1 + above(this.#lows, value + half + touch);
    const worst = this.#complete ? Math.max(best, above(this.#highs, value - half - touch)) : Number.POSITIVE_INFINITY;
    return { best, worst };
  }
}

/** How many of sorted numbers are greater than `bound`. */
function above(sorted: Float64Array, bound: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! > bound) high = middle;
    else low = middle + 1;
  }
  return sorted.length - low;
}
