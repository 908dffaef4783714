import { MEASURES, SCENARIOS } from '../../model/observation.js';
import { absolute, add, multiply, type Rational } from '../../model/rational.js';
import { formatIn } from '../figure-text.js';
import { evaluateExactly, type RelationTerm, relationStands } from '../relation.js';
import type { Survey } from '../survey.js';
import type { Tally, Violation } from '../tally.js';
import type { ResolvedRule, RuleTerm } from './resolve-rule.js';
import { type Moment, momentOf, opensPlace, placePeriod } from './rule-period.js';

/** A term, by interned ids. −1 for what was never delivered. */
interface BoundTerm {
  readonly term: RuleTerm;
  readonly indicator: number;
  readonly measure: number;
  readonly scenario: number;
  /** Interned id of a fixed area. */
  readonly area: number;
}

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
  const { columns } = survey;
  const { table } = columns;
  const terms = resolved.terms.map((term) => bind(survey, term));
  const only = resolved.rule.regions && areasOf(survey, resolved.rule.regions);
  const anchors = anchorsOf(terms);
  const relation: RelationTerm[] = [];
  const missing: string[] = [];
  for (const [rank, anchor] of anchors.entries())
    for (const row of survey.rowsOf(anchor.indicator)) {
      if (table.measure[row] !== anchor.measure || table.scenario[row] !== anchor.scenario) continue;
      if (anchor.area >= 0 && table.refArea[row] !== anchor.area) continue;
      if (only && !only.has(table.refArea[row]!)) continue;
      if (!columns.hasValue(row) || !columns.isLatest(row)) continue;
      const place = placePeriod(anchor.term.period, table.periodEnd[row]!, table.periodMonths[row]!);
      const area = table.refArea[row]!;
      if (!place || !terms.every((t) => applies(survey, t, area, place))) continue;
      // The place was met already at an earlier term.
      if (anchors.slice(0, rank).some((t) => find(survey, t, area, place) >= 0)) continue;
      relation.length = 0;
      missing.length = 0;
      for (const bound of terms)
        if (!collect(survey, resolved, bound, area, place, relation)) missing.push(bound.term.text);
      if (missing.length > 0) {
        unevaluated.count += 1;
        for (const name of missing) unevaluated.missing.add(name);
        unevaluated.where ??= survey.describe(row);
        continue;
      }
      tally.evaluate(place.end);
      const { constant, comparison, tolerance } = resolved;
      const whole = { terms: relation, constant, comparison, ...(tolerance === undefined ? {} : { tolerance }) };
      if (!relationStands(whole, columns)) {
        const cells = [...relation];
        tally.violate(place.end, () => describeBreach(survey, resolved, cells));
      }
    }
}

/** Terms whose cells open a place: those of the place's own region where the rule has any, else those of a named region. */
function anchorsOf(terms: readonly BoundTerm[]): readonly BoundTerm[] {
  const opening = terms.filter((t) => t.indicator >= 0 && opensPlace(t.term.period));
  const own = opening.filter((t) => t.term.area.kind === 'same');
  return own.length > 0 ? own : opening.filter((t) => t.term.area.kind === 'area');
}

/** January has no 上月累计 and a city without members no 下级合计: there a rule says nothing, and nothing is missing. */
function applies(survey: Survey, { term }: BoundTerm, area: number, place: Moment): boolean {
  if (!momentOf(term.period, place)) return false;
  return term.area.kind !== 'members' || survey.membersOf(survey.columns.table.refAreas.text(area)) !== undefined;
}

function bind(survey: Survey, term: RuleTerm): BoundTerm {
  const { table } = survey.columns;
  return {
    term,
    indicator: table.indicators.find(term.indicator),
    measure: MEASURES.indexOf(term.measure),
    scenario: SCENARIOS.indexOf(term.scenario),
    area: term.area.kind === 'area' ? table.refAreas.find(term.area.code) : -1,
  };
}

function areasOf(survey: Survey, names: readonly string[]): ReadonlySet<number> {
  const { refAreas } = survey.columns.table;
  const groups = survey.catalogue?.data.groups ?? {};
  const codes = names
    .flatMap((name) => groups[name] ?? [name])
    .flatMap((name) => survey.refAreas.named(name).map((a) => a.code));
  return new Set([...names, ...codes].map((code) => refAreas.find(code)));
}

/** Row of a term at a place, or −1. */
function find(survey: Survey, bound: BoundTerm, area: number, place: Moment): number {
  const at = momentOf(bound.term.period, place);
  if (!at || bound.indicator < 0) return -1;
  const where = bound.term.area.kind === 'area' ? bound.area : area;
  const row = survey.columns.cube.findRow(bound.measure, bound.scenario, bound.indicator, where, at.end, at.months);
  return row >= 0 && survey.columns.hasValue(row) ? row : -1;
}

/** Adds the cells of one term; false when one of them is missing or is measured differently. */
function collect(
  survey: Survey,
  resolved: ResolvedRule,
  bound: BoundTerm,
  area: number,
  place: Moment,
  into: RelationTerm[],
): boolean {
  const { coefficient } = bound.term;
  if (bound.term.area.kind !== 'members') {
    const row = find(survey, bound, area, place);
    if (row < 0 || !alike(survey, resolved, bound, row)) return false;
    into.push({ row, coefficient });
    return true;
  }
  const members = survey.membersOf(survey.columns.table.refAreas.text(area));
  if (!members || members.seen.length < members.all.length) return false;
  return members.seen.every((member) => {
    const row = find(survey, bound, member, place);
    if (row >= 0) into.push({ row, coefficient });
    return row >= 0 && alike(survey, resolved, bound, row);
  });
}

/** A term with a coefficient of its own may be measured in another unit: the author has bridged the two. */
function alike(survey: Survey, { base }: ResolvedRule, { term }: BoundTerm, row: number): boolean {
  if (survey.columns.unitOf(row)?.base === base) return true;
  return absolute(term.coefficient).num !== absolute(term.coefficient).den;
}

function describeBreach(survey: Survey, resolved: ResolvedRule, cells: readonly RelationTerm[]): Violation {
  const { columns } = survey;
  const [first] = cells as [RelationTerm];
  const unit = columns.unitOf(first.row);
  const { constant, comparison, tolerance, constants } = resolved;
  const relation = { terms: cells, constant, comparison, ...(tolerance === undefined ? {} : { tolerance }) };
  const outcome = evaluateExactly(relation, columns);
  const left = leftSide(survey, resolved, cells, constants.left);
  const right = add(left, { num: -outcome.residual.num, den: outcome.residual.den });
  const distance = absolute(outcome.residual);
  const [found, expected] = [formatIn(left, unit), formatIn(right, unit)];
  const { rule } = resolved;
  return {
    rows: cells.map((c) => c.row),
    args: {
      what: survey.describe(first.row),
      rule: rule.label ?? rule.rule,
      found,
      expected,
      distance: formatIn(distance, unit),
      tolerance: formatIn(outcome.tolerance, unit),
      unit: unit?.text ?? '',
      ...(rule.explanation === undefined ? {} : { explanation: rule.explanation }),
    },
    found,
    expected,
    distance: formatIn(distance, unit),
    weight: Number(distance.num) / Number(distance.den),
  };
}

/** Value of what stands on the left of the comparison. */
function leftSide(
  survey: Survey,
  { terms }: ResolvedRule,
  cells: readonly RelationTerm[],
  constant: Rational,
): Rational {
  const left = new Set(terms.filter((t) => t.side === 'left').map((t) => t.coefficient));
  return cells
    .filter((c) => left.has(c.coefficient))
    .reduce((s, c) => add(s, multiply(c.coefficient, survey.columns.exactValue(c.row))), constant);
}
