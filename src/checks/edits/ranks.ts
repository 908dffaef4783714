import { GROWTH, measureCode } from '../columns.js';
import { PeerGroups } from '../peer-groups.js';
import type { Survey } from '../survey.js';
import type { Tally } from '../tally.js';

const RANK = measureCode('rank');
const GROWTH_RANK = measureCode('growth-rank');
/** Room for the noise of floating point between two units; ties are then left to the one who delivered the rank. */
const SLACK = 1e-12;

/**
 * Delivered ranks against ranks computed among the members of the same area. As the figures are rounded, a rank is wrong
 * only outside [1 + those surely better, 1 + those possibly better]; among incomplete peers only the first bound holds.
 */
export function checkRanks(survey: Survey, levels: PeerGroups): void {
  const { measure } = survey.columns.table;
  const has = (code: number) => measure.subarray(0, survey.columns.length).includes(code);
  if (has(RANK)) {
    const tally = survey.open({ id: 'rank-against-levels', code: 'rank-against-levels', severity: 'soft' });
    compareRanks(survey, levels, RANK, tally);
  }
  if (has(GROWTH_RANK)) {
    const tally = survey.open({ id: 'rank-against-growth', code: 'growth-rank-against-growth', severity: 'soft' });
    compareRanks(survey, new PeerGroups(survey, GROWTH), GROWTH_RANK, tally);
  }
}

function compareRanks(survey: Survey, groups: PeerGroups, measure: number, tally: Tally): void {
  const { columns } = survey;
  const { table, cube } = columns;
  const ladders = new Map<number, Ladder>();
  for (let row = 0; row < table.length; row++) {
    if (table.measure[row] !== measure || !columns.hasValue(row) || !columns.isLatest(row)) continue;
    const number = groups.groupOf(row);
    if (number < 0) continue;
    const [indicator, area, end, months] = [
      table.indicator[row]!,
      table.refArea[row]!,
      table.periodEnd[row]!,
      table.periodMonths[row]!,
    ];
    const own = cube.findRow(groups.measure, table.scenario[row]!, indicator, area, end, months);
    if (own < 0 || !columns.hasValue(own)) continue;
    const ladder = ladders.get(number) ?? new Ladder(survey, groups, number);
    ladders.set(number, ladder);
    const [best, worst] = ladder.placesOf(own);
    tally.evaluate(end);
    const place = table.scaled[row]! / 10 ** table.decimals[row]!;
    if (place >= best && place <= worst) continue;
    tally.violate(end, () => {
      const expected = best === worst || worst === Number.POSITIVE_INFINITY ? String(best) : `${best}–${worst}`;
      const distance = String(place < best ? best - place : place - worst);
      return {
        rows: [row, own],
        args: { what: survey.describe(row), found: String(place), expected, peers: ladder.size, distance },
        found: String(place),
        expected,
        distance,
        weight: Math.abs(place - best),
      };
    });
  }
}

/** The figures of one peer group in order, lower and upper ends apart, better ones greater. */
class Ladder {
  readonly size: number;
  readonly #survey: Survey;
  readonly #sign: number;
  readonly #lows: Float64Array;
  readonly #highs: Float64Array;
  readonly #complete: boolean;

  constructor(survey: Survey, groups: PeerGroups, number: number) {
    const { columns } = survey;
    const group = groups.at(number);
    const rows = group.rows.filter((row) => columns.hasValue(row));
    this.#survey = survey;
    this.#sign = survey.indicators[group.indicator]?.better === 'lower' ? -1 : 1;
    this.#lows = Float64Array.from(rows, (row) => this.#sign * columns.value(row) - columns.half(row)).sort();
    this.#highs = Float64Array.from(rows, (row) => this.#sign * columns.value(row) + columns.half(row)).sort();
    this.size = rows.length;
    this.#complete = rows.length === survey.membersOf(survey.parents[group.parent] ?? '')?.all.length;
  }

  /** Best and worst place that the rounded figures allow. */
  placesOf(row: number): readonly [number, number] {
    const { columns } = this.#survey;
    const value = this.#sign * columns.value(row);
    const half = columns.half(row);
    const slack = (Math.abs(value) + half) * SLACK;
    const best = 1 + above(this.#lows, value + half + slack);
    const worst = this.#complete ? Math.max(best, above(this.#highs, value - half - slack)) : Number.POSITIVE_INFINITY;
    return [best, worst];
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
