import type { Finding } from '../diagnostics.js';
import type { Survey } from '../survey.js';
import { evaluateRule, type Unevaluated } from './evaluate-rule.js';
import { type ResolvedRule, type RuleProblem, resolveRule } from './resolve-rule.js';
import type { EditRule } from './rule-schema.js';
import { checkRuleSet } from './rule-set.js';

/**
 * Applies rules written by people: reads and resolves them, checks them as a set, evaluates them. Broken places go to the
 * survey's books; what is wrong with a rule, and what it could not judge, is returned.
 */
export function applyRules(survey: Survey, rules: readonly EditRule[]): readonly Finding[] {
  const findings: Finding[] = [];
  const ready: ResolvedRule[] = [];
  const ids = new Set<string>();
  for (const rule of rules) {
    if (ids.has(rule.id)) findings.push(aboutRule(rule, { code: 'rule-id-twice', args: { id: rule.id } }));
    ids.add(rule.id);
    const resolved = resolveRule(rule, survey);
    if ('code' in resolved) findings.push(aboutRule(rule, resolved));
    else ready.push(...resolved);
  }
  // What was said before, or can never fail, would find nothing that is not found.
  const idle = new Set<ResolvedRule>();
  for (const problem of checkRuleSet(ready)) {
    findings.push(aboutRule(problem.rule.rule, problem));
    if (problem.code === 'rule-duplicate' || problem.code === 'rule-never-fails') idle.add(problem.rule);
  }
  for (const rule of new Set(ready.map((r) => r.rule))) {
    const active = ready.filter((r) => r.rule === rule && !idle.has(r));
    if (active.length > 0) findings.push(...applyRule(survey, rule, active));
  }
  return findings;
}

/** Evaluates all comparisons of one rule into one account. */
function applyRule(survey: Survey, rule: EditRule, comparisons: readonly ResolvedRule[]): readonly Finding[] {
  const label = rule.label ?? rule.rule;
  const tally = survey.open({ id: rule.id, code: 'rule-violated', severity: rule.severity, label });
  const unevaluated: Unevaluated = { count: 0, missing: new Set(), where: undefined };
  for (const comparison of comparisons) evaluateRule(survey, comparison, tally, unevaluated);
  const silent = rule.builtIn === true || (unevaluated.count === 0 && tally.evaluatedAtAll > 0);
  return silent ? [] : [notEvaluated(rule, comparisons, unevaluated)];
}

/** A rule that cannot run is hard, whatever its own severity; one that is said twice is only untidy. */
function aboutRule(rule: EditRule, { code, args }: RuleProblem): Finding {
  const untidy = code === 'rule-duplicate' || code === 'rule-never-fails';
  return {
    id: `${rule.id}:${code}`,
    code,
    severity: untidy ? 'soft' : 'hard',
    verdict: 'not-evaluated',
    rule: rule.id,
    place: rule.place,
    args,
    cells: [],
  };
}

function notEvaluated(
  rule: EditRule,
  comparisons: readonly ResolvedRule[],
  { count, missing, where }: Unevaluated,
): Finding {
  const terms = new Set(comparisons.flatMap((c) => c.terms.map((t) => t.text)));
  return {
    id: `${rule.id}:not-evaluated:${count}`,
    code: 'rule-not-evaluated',
    severity: count === 0 ? 'soft' : 'info',
    verdict: 'not-evaluated',
    rule: rule.id,
    place: rule.place,
    args: {
      rule: rule.label ?? rule.rule,
      count,
      missing: [...(count === 0 ? terms : missing)],
      ...(where === undefined ? {} : { where }),
    },
    cells: [],
  };
}
