import { ACTUAL, GROWTH, LEVEL } from '../columns.js';
import { Parts, sumStands } from '../relation.js';
import type { Family, Survey } from '../survey.js';
import type { Tally, Violation } from '../tally.js';
import { describeGrowthOutside, growthWithin } from './growth-of-parts.js';
import { describeSum } from './sums.js';

/** What the rules between regions write down. */
interface Books {
  readonly sums: Tally;
  readonly below: Tally;
  readonly growths: Tally;
}

/**
 * Cities make the province, provinces the country: where all members were delivered they add up to the whole, where some
 * were they stay within it; and the whole grows between its slowest and its fastest member.
 */
export function checkRegions(survey: Survey): void {
  const { slices, indicators } = survey;
  const books: Books = {
    sums: survey.open({ id: 'regions-add-up', code: 'regions-differ-from-total', severity: 'hard' }),
    below: survey.open({ id: 'regions-below-total', code: 'regions-below-total', severity: 'soft' }),
    growths: survey.open({ id: 'growth-of-regions', code: 'whole-growth-outside-parts', severity: 'hard' }),
  };
  for (let slice = 0; slice < slices.size; slice++) {
    const measure = slices.measure[slice]!;
    const indicator = indicators[slices.indicator[slice]!];
    if (!indicator?.additive || (indicator.kind !== 'flow' && indicator.kind !== 'stock')) continue;
    if (slices.scenario[slice] !== ACTUAL || (measure !== LEVEL && measure !== GROWTH)) continue;
    for (const family of survey.families) {
      const cell = slices.cellAt(slice, family.area);
      if (cell < 0 || !slices.hasValue(cell)) continue;
      if (measure === LEVEL) checkLevels(survey, slice, cell, family, books, indicator.signed);
      else checkGrowth(survey, slice, cell, family, books);
    }
  }
}

/**
 * Levels of the members, and of the units beside them, against their whole. A unit beside the members (雄安新区) may be
 * counted in one of them or on its own: either sum will do.
 */
function checkLevels(
  survey: Survey,
  slice: number,
  cell: number,
  family: Family,
  { sums, below }: Books,
  signed: boolean,
): void {
  const { slices } = survey;
  const end = slices.end[slice]!;
  const found = new Parts(family.seen.length + family.beside.length);
  const complete = gather(survey, slice, cell, family.seen, found) && family.seen.length === family.all.length;
  const inside = found.length;
  if (inside === 0) return;
  const whole = gather(survey, slice, cell, family.beside, found) && family.besideUnseen.length === 0 && complete;
  const stands = (comparison: '=' | '≥' | '≤') =>
    sumStands(slices, cell, comparison, found) ||
    (found.length > inside && sumStands(slices, cell, comparison, found, inside));
  const report = (tally: Tally, holds: boolean): boolean => {
    tally.evaluate(end);
    if (!holds) tally.violate(end, () => withCount(survey, cell, found.list(), family));
    return holds;
  };
  if (whole) report(sums, stands('='));
  else if ((signed || report(sums, stands('≥'))) && complete) report(below, stands('≤'));
}

function checkGrowth(survey: Survey, slice: number, cell: number, family: Family, { growths }: Books): void {
  if (family.beside.length + family.besideUnseen.length > 0) return;
  const parts = new Parts(family.seen.length);
  if (!gather(survey, slice, cell, family.seen, parts) || parts.length < family.all.length) return;
  const found = parts.list();
  const end = survey.slices.end[slice]!;
  growths.evaluate(end);
  if (!growthWithin(survey.slices, cell, found)) growths.violate(end, () => describeGrowthOutside(survey, cell, found));
}

/** Adds a slice's cells in some areas, with a figure of the same kind of unit; false when one is missing. */
function gather({ slices }: Survey, slice: number, cell: number, areas: Int32Array, into: Parts): boolean {
  let complete = true;
  for (const area of areas) {
    const found = slices.peerAt(slice, area, cell);
    if (found >= 0) into.add(found);
    else complete = false;
  }
  return complete;
}

function withCount(survey: Survey, cell: number, found: readonly number[], { all, besideUnseen }: Family): Violation {
  const violation = describeSum(survey, cell, found);
  const { refAreas } = survey.columns.table;
  const given = new Set(found.map((at) => refAreas.text(survey.slices.areaOf(at))));
  const missing = [...all, ...besideUnseen].filter((a) => !given.has(a.code)).map((a) => a.name);
  return {
    ...violation,
    args: { ...violation.args, count: found.length, ...(missing.length > 0 ? { missing } : {}) },
  };
}
