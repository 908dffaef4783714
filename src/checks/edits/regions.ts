import { ACTUAL, GROWTH, LEVEL } from '../columns.js';
import type { PeerGroups } from '../peer-groups.js';
import { sumStands } from '../relation.js';
import type { Members, Survey } from '../survey.js';
import type { Tally } from '../tally.js';
import { describeGrowthOutside, growthWithin } from './growth-of-parts.js';
import { describeSum } from './sums.js';

/**
 * Cities make the province, provinces the country: where all members were delivered they add up to the whole, where some
 * were they stay within it; and the whole grows between its slowest and its fastest member.
 */
export function checkRegions(survey: Survey, groups: PeerGroups): void {
  const { columns } = survey;
  const { table } = columns;
  const sums = survey.open({ id: 'regions-add-up', code: 'regions-differ-from-total', severity: 'hard' });
  const below = survey.open({ id: 'regions-below-total', code: 'regions-below-total', severity: 'soft' });
  const growths = survey.open({ id: 'growth-of-regions', code: 'whole-growth-outside-parts', severity: 'hard' });
  const numbers = table.refAreas.texts().map((code) => survey.parents.indexOf(code));
  const additive = Uint8Array.from(survey.indicators, (i) =>
    i?.additive && (i.kind === 'flow' || i.kind === 'stock') ? (i.signed ? 1 : 2) : 0,
  );
  const found: number[] = [];
  for (let row = 0; row < table.length; row++) {
    const number = numbers[table.refArea[row]!]!;
    const kind = additive[table.indicator[row]!]!;
    if (number < 0 || kind === 0 || table.scenario[row] !== ACTUAL) continue;
    if (!columns.hasValue(row) || !columns.isLatest(row)) continue;
    const members = survey.membersOf(survey.parents[number]!)!;
    found.length = 0;
    if (table.measure[row] === LEVEL) {
      groups.membersAt(row, number, found);
      keepAlike(survey, row, found);
      checkLevels(survey, row, found, members, { sums, below, signed: kind === 1 });
    } else if (table.measure[row] === GROWTH && members.beside.length + members.besideUnseen.length === 0) {
      if (!gather(survey, row, members.seen, found) || found.length < members.all.length) continue;
      growths.evaluate(table.periodEnd[row]!);
      if (!growthWithin(columns, row, found))
        growths.violate(table.periodEnd[row]!, () => describeGrowthOutside(survey, row, [...found]));
    }
  }
}

/**
 * Levels of the members, and of the units beside them, against their whole. A unit beside the members (雄安新区) may be
 * counted in one of them or on its own: either sum will do.
 */
function checkLevels(
  survey: Survey,
  row: number,
  found: number[],
  members: Members,
  { sums, below, signed }: { readonly sums: Tally; readonly below: Tally; readonly signed: boolean },
): void {
  const { columns } = survey;
  const end = columns.table.periodEnd[row]!;
  const inside = found.length;
  if (inside === 0) return;
  const complete = inside === members.all.length;
  const whole = gather(survey, row, members.beside, found) && members.besideUnseen.length === 0 && complete;
  const stands = (comparison: '=' | '≥' | '≤') =>
    sumStands(columns, row, comparison, found, found.length) ||
    (found.length > inside && sumStands(columns, row, comparison, found, inside));
  const report = (tally: Tally, holds: boolean): boolean => {
    tally.evaluate(end);
    if (!holds) tally.violate(end, () => withCount(survey, row, [...found], members));
    return holds;
  };
  if (whole) report(sums, stands('='));
  else if ((signed || report(sums, stands('≥'))) && complete) report(below, stands('≤'));
}

/** Keeps the rows with a value of the same kind of unit. */
function keepAlike({ columns }: Survey, row: number, rows: number[]): void {
  let kept = 0;
  for (const at of rows) if (columns.hasValue(at) && columns.baseOf(at) === columns.baseOf(row)) rows[kept++] = at;
  rows.length = kept;
}

/** Adds the rows of the same cell in other areas, with a value of the same kind of unit; false when one is missing. */
function gather({ columns }: Survey, row: number, areas: readonly number[], into: number[]): boolean {
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
