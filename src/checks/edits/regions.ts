import { GROWTH, LEVEL } from '../columns.js';
import { sumStands } from '../relation.js';
import type { Members, Survey } from '../survey.js';
import { describeGrowthOutside, growthWithin } from './growth-of-parts.js';
import { describeSum } from './sums.js';

/**
 * Cities make the province, provinces the country: where all members were delivered they add up to the whole, where some
 * were they stay within it; and the whole grows between its slowest and its fastest member.
 */
export function checkRegions(survey: Survey): void {
  const { columns } = survey;
  const { table } = columns;
  const sums = survey.open({ id: 'regions-add-up', code: 'regions-differ-from-total', severity: 'hard' });
  const below = survey.open({ id: 'regions-below-total', code: 'regions-below-total', severity: 'soft' });
  const growths = survey.open({ id: 'growth-of-regions', code: 'whole-growth-outside-parts', severity: 'hard' });
  const members = table.refAreas.texts().map((code) => survey.membersOf(code));
  const additive = Uint8Array.from(survey.indicators, (i) =>
    i?.additive && (i.kind === 'flow' || i.kind === 'stock') ? (i.signed ? 1 : 2) : 0,
  );
  const found: number[] = [];
  for (let row = 0; row < table.length; row++) {
    const area = members[table.refArea[row]!];
    const kind = additive[table.indicator[row]!]!;
    const measure = table.measure[row]!;
    if (!area || kind === 0 || (measure !== LEVEL && measure !== GROWTH)) continue;
    if (!columns.hasValue(row) || !columns.isLatest(row)) continue;
    const end = table.periodEnd[row]!;
    gather(survey, row, area.seen, found);
    const complete = found.length === area.all.length;
    if (found.length === 0) continue;
    if (measure === GROWTH) {
      if (!complete || area.besideUnseen.length > 0 || area.beside.length > 0) continue;
      growths.evaluate(end);
      if (!growthWithin(columns, row, found))
        growths.violate(end, () => describeGrowthOutside(survey, row, [...found]));
      continue;
    }
    const beside = gatherMore(survey, row, area.beside, found);
    if (complete && beside && area.besideUnseen.length === 0) {
      sums.evaluate(end);
      if (!standsWithOrWithout(survey, row, found, area)) sums.violate(end, () => withCount(survey, row, found, area));
    } else {
      if (kind === 2) {
        sums.evaluate(end);
        if (!sumStands(columns, row, '≥', found, found.length) && !standsWithOrWithout(survey, row, found, area)) {
          sums.violate(end, () => withCount(survey, row, found, area));
          continue;
        }
      }
      if (!complete) continue;
      below.evaluate(end);
      if (!sumStands(columns, row, '≤', found, found.length))
        below.violate(end, () => withCount(survey, row, found, area));
    }
  }
}

/** A unit beside the members (雄安新区) may be counted in a member, or on its own: either sum will do. */
function standsWithOrWithout(survey: Survey, row: number, found: readonly number[], { all }: Members): boolean {
  const { columns } = survey;
  return (
    sumStands(columns, row, '=', found, found.length) ||
    (found.length > all.length && sumStands(columns, row, '=', found, all.length))
  );
}

/** Rows of the same cell in other areas, with a value of the same kind of unit. */
function gather(survey: Survey, row: number, areas: readonly number[], into: number[]): void {
  into.length = 0;
  gatherMore(survey, row, areas, into);
}

function gatherMore({ columns }: Survey, row: number, areas: readonly number[], into: number[]): boolean {
  const { table, cube } = columns;
  let complete = true;
  for (const area of areas) {
    const [measure, scenario, indicator] = [table.measure[row]!, table.scenario[row]!, table.indicator[row]!];
    const found = cube.findRow(measure, scenario, indicator, area, table.periodEnd[row]!, table.periodMonths[row]!);
    if (found >= 0 && columns.hasValue(found) && columns.baseOf(found) === columns.baseOf(row)) into.push(found);
    else complete = false;
  }
  return complete;
}

function withCount(survey: Survey, row: number, found: readonly number[], { all, besideUnseen }: Members) {
  const violation = describeSum(survey, row, [...found]);
  const given = new Set(found.map((r) => survey.columns.table.refAreas.text(survey.columns.table.refArea[r]!)));
  const missing = [...all, ...besideUnseen].filter((a) => !given.has(a.code)).map((a) => a.name);
  return {
    ...violation,
    args: { ...violation.args, count: found.length, ...(missing.length > 0 ? { missing } : {}) },
  };
}
