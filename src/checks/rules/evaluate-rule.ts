import { relationStands } from '../relation.js';
import type { Survey } from '../survey.js';
import type { Tally } from '../tally.js';
import { type BoundRule, type BoundTerm, bindRule, slicesAt } from './bind-rule.js';
import { type Cells, describeBreach, relationOf } from './describe-breach.js';
import type { ResolvedRule } from './resolve-rule.js';
import { placePeriod } from './rule-period.js';

/** Where a rule could not be evaluated, and for want of what. */
export interface Unevaluated {
  count: number;
  readonly missing: Set<string>;
  where: string | undefined;
}

/**
 * Evaluates one comparison wherever any of its terms was delivered: at each region and period once. Counts the places
 * where something else was missing.
 */
export function evaluateRule(survey: Survey, resolved: ResolvedRule, tally: Tally, unevaluated: Unevaluated): void {
  const { slices } = survey;
  const rule = bindRule(survey, resolved);
  for (const [rank, anchor] of rule.anchors.entries())
    for (const slice of slices.ofIndicator(anchor.indicator)) {
      if (slices.measure[slice] !== anchor.measure || slices.scenario[slice] !== anchor.scenario) continue;
      const place = placePeriod(anchor.term.period, slices.end[slice]!, slices.months[slice]!);
      const found = place && slicesAt(survey, rule.terms, place);
      if (!found) continue;
      const earlier = rule.anchors.slice(0, rank).map((term) => ({ term, slice: found[rule.terms.indexOf(term)]! }));
      const cells = noCells();
      for (let cell = slices.start[slice]!; cell < slices.start[slice + 1]!; cell++) {
        if (!slices.hasValue(cell)) continue;
        const area = slices.areaOf(cell);
        if ((anchor.area >= 0 && area !== anchor.area) || !isFor(survey, rule, area)) continue;
        // The place was met already at an earlier term.
        if (earlier.some((t) => cellOf(survey, t.term, t.slice, area) >= 0)) continue;
        if (!collect(survey, rule, found, area, cells)) {
          unevaluated.count += 1;
          for (const name of missingAt(survey, rule, found, area)) unevaluated.missing.add(name);
          unevaluated.where ??= survey.describe(slices.rows[cell]!);
          continue;
        }
        tally.evaluate(place.end);
        if (!relationStands(cells.cells, relationOf(rule, cells), slices))
          tally.violate(place.end, () => describeBreach(survey, rule, cells));
      }
    }
}

/** Whether a rule speaks of a region at all. A city without members has no 下级合计, and nothing is missing there. */
function isFor(survey: Survey, { only, terms }: BoundRule, area: number): boolean {
  if (only && !only.has(area)) return false;
  return terms.every((t) => t.term.area.kind !== 'members' || survey.membersOf(area) !== undefined);
}

/** Cell of a term's figure at a place, or −1. */
function cellOf({ slices }: Survey, { term, area }: BoundTerm, slice: number, at: number): number {
  const cell = slices.cellAt(slice, term.area.kind === 'area' ? area : at);
  return cell >= 0 && slices.hasValue(cell) ? cell : -1;
}

const noCells = (): Cells => ({ cells: [], terms: [], coefficients: [] });

/** The cells of all terms at a place; false when one of them is missing or is measured differently. */
function collect(survey: Survey, rule: BoundRule, found: readonly number[], area: number, into: Cells): boolean {
  into.cells.length = 0;
  into.terms.length = 0;
  into.coefficients.length = 0;
  return rule.terms.every((_, t) => collectTerm(survey, rule, t, found[t]!, area, into));
}

const missingAt = (survey: Survey, rule: BoundRule, found: readonly number[], area: number): readonly string[] =>
  rule.terms.filter((_, t) => !collectTerm(survey, rule, t, found[t]!, area, noCells())).map(({ term }) => term.text);

function collectTerm(
  survey: Survey,
  { resolved, terms }: BoundRule,
  t: number,
  slice: number,
  area: number,
  into: Cells,
): boolean {
  const term = terms[t]!;
  const add = (at: number): boolean => {
    const cell = cellOf(survey, term, slice, at);
    if (cell < 0 || !(term.bridges || survey.columns.unitOf(survey.slices.rows[cell]!)?.base === resolved.base))
      return false;
    into.cells.push(cell);
    into.terms.push(t);
    into.coefficients.push(term.coefficient);
    return true;
  };
  if (term.term.area.kind !== 'members') return add(area);
  const family = survey.membersOf(area);
  return family !== undefined && family.seen.length === family.all.length && family.seen.every((member) => add(member));
}
