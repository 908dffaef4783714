import { absolute, add, compare, divide, negate, type Rational, sign, ZERO } from '../../model/rational.js';
import type { Comparison } from '../relation.js';
import type { ResolvedRule, RuleProblem } from './resolve-rule.js';

/** A rule in one form whatever way it is written: Σ terms, the first coefficient 1, compared with a bound. */
interface Canonical {
  readonly rule: ResolvedRule;
  readonly terms: string;
  readonly bound: Rational;
  readonly comparison: Comparison;
}

export interface RuleSetProblem extends RuleProblem {
  readonly rule: ResolvedRule;
}

/** What is wrong with a set of rules as a set: said twice, contradictory, never failing, never holding. */
export function checkRuleSet(rules: readonly ResolvedRule[]): readonly RuleSetProblem[] {
  const problems: RuleSetProblem[] = [];
  const seen = new Map<string, Canonical[]>();
  for (const rule of rules) {
    const canonical = canonicalise(rule);
    const text = rule.rule.rule;
    if (!canonical) {
      const holds = constantHolds(rule);
      problems.push({ rule, code: holds ? 'rule-never-fails' : 'rule-never-holds', args: { rule: text } });
      continue;
    }
    const scope = JSON.stringify([canonical.terms, rule.rule.regions ?? []]);
    const others = seen.get(scope) ?? [];
    for (const other of others) {
      const args = { rule: text, other: other.rule.rule.rule };
      if (same(canonical, other)) problems.push({ rule, code: 'rule-duplicate', args });
      else if (contradict(canonical, other)) problems.push({ rule, code: 'rule-contradiction', args });
    }
    seen.set(scope, [...others, canonical]);
  }
  return problems;
}

const MIRROR = { '=': '=', '≥': '≤', '≤': '≥', '>': '<', '<': '>' } as const;

/** Undefined where all terms cancel out. */
function canonicalise(rule: ResolvedRule): Canonical | undefined {
  const sums = new Map<string, Rational>();
  for (const { indicator, measure, scenario, period, area, coefficient } of rule.terms) {
    const key = JSON.stringify([indicator, measure, scenario, period, area]);
    sums.set(key, add(sums.get(key) ?? ZERO, coefficient));
  }
  const terms = [...sums].filter(([, c]) => sign(c) !== 0).sort(([a], [b]) => (a < b ? -1 : 1));
  const [, lead] = terms[0] ?? [];
  if (!lead) return undefined;
  const scaled = terms.map(([key, c]) => [key, show(divide(c, lead))]);
  const comparison = sign(lead) > 0 ? rule.comparison : MIRROR[rule.comparison];
  return { rule, terms: JSON.stringify(scaled), bound: divide(negate(rule.constant), lead), comparison };
}

const show = (x: Rational): string => `${x.num}/${x.den}`;

const same = (a: Canonical, b: Canonical): boolean => a.comparison === b.comparison && compare(a.bound, b.bound) === 0;

/** No number stands to both bounds, even where each is stretched by its declared tolerance. */
function contradict(a: Canonical, b: Canonical): boolean {
  const isLow = ({ comparison }: Canonical) => comparison !== '≤' && comparison !== '<';
  const isHigh = ({ comparison }: Canonical) => comparison !== '≥' && comparison !== '>';
  const slack = add(absolute(a.rule.tolerance ?? ZERO), absolute(b.rule.tolerance ?? ZERO));
  const apart = (low: Canonical, high: Canonical) => compare(low.bound, add(high.bound, slack)) > 0;
  return (isLow(a) && isHigh(b) && apart(a, b)) || (isLow(b) && isHigh(a) && apart(b, a));
}

function constantHolds({ constant, comparison }: ResolvedRule): boolean {
  const s = sign(constant);
  if (comparison === '=') return s === 0;
  if (comparison === '≥' || comparison === '≤') return comparison === '≥' ? s >= 0 : s <= 0;
  return comparison === '>' ? s > 0 : s < 0;
}
