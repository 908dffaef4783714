import { nearestName } from '../../catalogue/nearest-name.js';
import { parseDecimal, toRational } from '../../model/decimal.js';
import type { MessageArgument } from '../../model/diagnostic.js';
import { multiply, negate, powerOfTen, type Rational, sum, ZERO } from '../../model/rational.js';
import { parseUnit } from '../../model/unit.js';
import type { RuleCode } from '../diagnostics.js';
import type { Comparison } from '../relation.js';
import type { Survey } from '../survey.js';
import { isExpression, parseExpression, type WrittenTerm } from './expression.js';
import { qualifierOf, type RelativePeriod } from './qualifiers.js';
import type { EditRule } from './rule-schema.js';

/** A term whose names are known. */
export interface RuleTerm {
  /** Of left minus right. */
  readonly coefficient: Rational;
  readonly side: 'left' | 'right';
  /** Catalogue id, or the name as delivered. */
  readonly indicator: string;
  readonly measure: 'level' | 'growth' | 'base';
  readonly scenario: 'actual' | 'plan';
  readonly period: RelativePeriod;
  readonly area: { readonly kind: 'same' | 'members' } | { readonly kind: 'area'; readonly code: string };
  /** As written, for messages. */
  readonly text: string;
}

/** One comparison of a rule, ready to be evaluated: Σ terms + constant against zero. */
export interface ResolvedRule {
  readonly rule: EditRule;
  readonly terms: readonly RuleTerm[];
  readonly constant: Rational;
  readonly constants: { readonly left: Rational; readonly right: Rational };
  readonly comparison: Comparison;
  readonly base: string;
  readonly tolerance: Rational | undefined;
}

export interface RuleProblem {
  readonly code: RuleCode;
  readonly args: Readonly<Record<string, MessageArgument>>;
}

/** Reads a rule and looks its names up. What is wrong with it ends the reading of that rule only. */
export function resolveRule(rule: EditRule, survey: Survey): readonly ResolvedRule[] | RuleProblem {
  const expression = parseExpression(rule.rule);
  if (!isExpression(expression)) return { code: 'rule-syntax', args: { rule: rule.rule, at: expression.at } };
  const resolved: ResolvedRule[] = [];
  for (const [i, comparison] of expression.comparisons.entries()) {
    const one = resolveComparison(rule, comparison, expression.sides[i]!, expression.sides[i + 1]!, survey);
    if ('code' in one) return one;
    resolved.push(one);
  }
  return resolved;
}

function resolveComparison(
  rule: EditRule,
  comparison: Comparison,
  left: readonly WrittenTerm[],
  right: readonly WrittenTerm[],
  survey: Survey,
): ResolvedRule | RuleProblem {
  const terms: RuleTerm[] = [];
  const units = new Set<string>();
  for (const [side, written] of [
    ['left', left],
    ['right', right],
  ] as const)
    for (const term of written) {
      if (term.kind === 'constant') continue;
      const found = resolveTerm(rule, term, side, survey);
      if ('code' in found) return found;
      terms.push(found);
      if (!term.scaled) units.add(unitOf(found, survey)?.base ?? '');
    }
  const [first] = terms;
  if (!first) return { code: 'rule-syntax', args: { rule: rule.rule, at: rule.rule } };
  const unit = unitOf(first, survey);
  const numbers = (side: readonly WrittenTerm[]): readonly (Rational | undefined)[] =>
    side.flatMap((t) => (t.kind === 'constant' ? [inBase(t.value, t.unit, unit, units)] : []));
  const [lefts, rights] = [numbers(left), numbers(right)];
  const tolerance = rule.tolerance === undefined ? ZERO : parseTolerance(rule.tolerance, unit, units);
  if (units.size > 1 || [...lefts, ...rights, tolerance].includes(undefined))
    return { code: 'rule-units-differ', args: { rule: rule.rule, units: [...units] } };
  const constants = { left: sum(lefts as Rational[]), right: sum(rights as Rational[]) };
  const constant = sum([constants.left, negate(constants.right)]);
  return {
    rule,
    terms,
    constant,
    constants,
    comparison,
    base: unit?.base ?? '',
    tolerance: rule.tolerance === undefined ? undefined : tolerance,
  };
}

type Unit = ReturnType<typeof parseUnit>;

/** Usual unit of what a term measures; growth is in %. */
function unitOf(term: RuleTerm, survey: Survey): Unit {
  if (term.measure === 'growth') return parseUnit('%');
  const known = survey.catalogue?.get(term.indicator);
  if (known) return parseUnit(known.unit);
  const { table } = survey.columns;
  const [row] = survey.rowsOf(table.indicators.find(term.indicator));
  return row === undefined ? undefined : survey.columns.unitOf(row);
}

/** A number of a rule in the base unit. Without a unit it is in the usual unit of the first indicator. */
function inBase(value: Rational, unit: string | undefined, usual: Unit, seen: Set<string>): Rational | undefined {
  if (value.num === 0n && unit === undefined) return value;
  const own = unit === undefined ? usual : parseUnit(unit);
  if (own) seen.add(own.base);
  return own && own.base === usual?.base ? multiply(value, powerOfTen(own.exponent)) : undefined;
}

function parseTolerance(text: string, usual: Unit, seen: Set<string>): Rational | undefined {
  const [, number = '', unit] = /^(\d+(?:\.\d+)?)\s*(\S+)?$/u.exec(text.normalize('NFKC')) ?? [];
  const value = parseDecimal(number);
  return value && inBase(toRational(value), unit, usual, seen);
}

function resolveTerm(
  rule: EditRule,
  written: Extract<WrittenTerm, { kind: 'cell' }>,
  side: 'left' | 'right',
  survey: Survey,
): RuleTerm | RuleProblem {
  const indicator = indicatorNamed(written.name, survey);
  if (typeof indicator !== 'string') return { code: indicator.code, args: { rule: rule.rule, ...indicator.args } };
  let [measure, scenario, period]: [RuleTerm['measure'], RuleTerm['scenario'], RelativePeriod] = [
    'level',
    'actual',
    'same',
  ];
  let area: RuleTerm['area'] = { kind: 'same' };
  for (const word of written.words) {
    const qualifier = qualifierOf(word);
    if (qualifier?.kind === 'period') period = qualifier.period;
    else if (qualifier?.kind === 'measure') measure = qualifier.measure;
    else if (qualifier?.kind === 'scenario') scenario = 'plan';
    else if (qualifier?.kind === 'members') area = { kind: 'members' };
    else {
      const [found, ...others] = survey.refAreas.named(word);
      if (!found || others.length > 0) {
        const near = nearestName(word, survey.refAreas.names());
        const args = { rule: rule.rule, name: word, ...(near === undefined ? {} : { near }) };
        return { code: 'rule-unknown-region', args };
      }
      area = { kind: 'area', code: found.code };
    }
  }
  const coefficient = side === 'left' ? written.coefficient : negate(written.coefficient);
  const text = written.words.length === 0 ? written.name : `${written.name}（${written.words.join('，')}）`;
  return { coefficient, side, indicator, measure, scenario, period, area, text };
}

/** The catalogue's indicator of that name, or one that was delivered under it. */
function indicatorNamed(name: string, survey: Survey): string | RuleProblem {
  const { catalogue, columns } = survey;
  if (catalogue?.get(name)) return name;
  const terms = catalogue?.terms(name).flatMap((t) => (t.kind === 'indicator' ? [t.indicator] : [])) ?? [];
  if (terms.length === 1) return terms[0]!.id;
  if (columns.table.indicators.find(name) >= 0) return name;
  if (terms.length > 1) return { code: 'rule-ambiguous-name', args: { name, candidates: terms.map((t) => t.name) } };
  const near = nearestName(name, [...(catalogue?.names() ?? []), ...columns.table.indicators.texts()]);
  return { code: 'rule-unknown-name', args: { name, ...(near === undefined ? {} : { near }) } };
}
