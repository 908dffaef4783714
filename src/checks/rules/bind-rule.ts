import { MEASURES, SCENARIOS } from '../../model/observation.js';
import { type Factor, factor } from '../relation.js';
import type { Survey } from '../survey.js';
import type { ResolvedRule, RuleTerm } from './resolve-rule.js';
import { type Moment, momentOf, opensPlace } from './rule-period.js';

/** A term, by interned ids. −1 for what was never delivered. */
export interface BoundTerm {
  readonly term: RuleTerm;
  readonly coefficient: Factor;
  /** Whether the author has bridged two units by a coefficient of his own. */
  readonly bridges: boolean;
  readonly indicator: number;
  readonly measure: number;
  readonly scenario: number;
  /** Interned id of a fixed area. */
  readonly area: number;
}

/** One comparison of a rule, ready to run over slices. */
export interface BoundRule {
  readonly resolved: ResolvedRule;
  readonly terms: readonly BoundTerm[];
  /**
   * Terms whose cells open a place: those of the place's own region where the rule has any, else those of a named region.
   */
  readonly anchors: readonly BoundTerm[];
  readonly constant: Factor;
  readonly tolerance: Factor | undefined;
  /** Interned ids of the only regions it is for. */
  readonly only: ReadonlySet<number> | undefined;
}

export function bindRule(survey: Survey, resolved: ResolvedRule): BoundRule {
  const terms = resolved.terms.map((term) => bind(survey, term));
  const opening = terms.filter((t) => t.indicator >= 0 && opensPlace(t.term.period));
  const own = opening.filter((t) => t.term.area.kind === 'same');
  const { regions } = resolved.rule;
  return {
    resolved,
    terms,
    anchors: own.length > 0 ? own : opening.filter((t) => t.term.area.kind === 'area'),
    constant: factor(resolved.constant),
    tolerance: resolved.tolerance && factor(resolved.tolerance),
    only: regions && areasOf(survey, regions),
  };
}

/** Slices of all terms at a place, −1 where there is none; undefined where a rule says nothing: January has no 上月累计. */
export function slicesAt(survey: Survey, terms: readonly BoundTerm[], place: Moment): readonly number[] | undefined {
  const found: number[] = [];
  for (const { term, measure, scenario, indicator } of terms) {
    const at = momentOf(term.period, place);
    if (!at) return undefined;
    found.push(survey.slices.find(measure, scenario, indicator, at.end, at.months));
  }
  return found;
}

function bind(survey: Survey, term: RuleTerm): BoundTerm {
  const { table } = survey.columns;
  const { num, den } = term.coefficient;
  return {
    term,
    coefficient: factor(term.coefficient),
    bridges: num !== den && num !== -den,
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
