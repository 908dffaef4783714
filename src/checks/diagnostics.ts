import type { DefinitionCode } from '../catalogue/diagnostics.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { CellSource } from '../model/observation.js';

/** What a check of returns can find. */
export type FindingCode =
  | 'parts-differ-from-total'
  | 'part-exceeds-whole'
  | 'year-to-date-falls'
  | 'periods-differ-from-total'
  | 'regions-differ-from-total'
  | 'regions-below-total'
  | 'growth-against-levels'
  | 'whole-growth-outside-parts'
  | 'base-against-last-year'
  | 'rank-against-levels'
  | 'growth-rank-against-growth'
  | 'negative-level'
  | 'duplicate-conflict'
  | 'duplicate-equal'
  | 'delivered-again'
  | 'figure-withdrawn'
  | 'region-missing'
  | 'figure-blank'
  | 'unit-jump'
  | 'swing'
  | 'swing-in-history'
  | 'stale-figure'
  | 'rule-violated'
  | 'rule-not-evaluated'
  | 'form-indicator-missing'
  | 'form-region-missing'
  | 'form-period-missing'
  | 'form-out-of-range'
  | 'form-decimals'
  | 'form-unit'
  | 'form-not-whole'
  | 'form-not-in-code-list'
  | 'form-unknown-name'
  | 'shared-cell'
  | 'probable-swap'
  | 'more-findings';

/** What is wrong with a rule itself. */
export type RuleCode =
  | DefinitionCode
  | 'rule-syntax'
  | 'rule-unknown-name'
  | 'rule-ambiguous-name'
  | 'rule-unknown-region'
  | 'rule-units-differ'
  | 'rule-id-twice'
  | 'rule-duplicate'
  | 'rule-contradiction'
  | 'rule-never-fails'
  | 'rule-never-holds';

/** What is wrong with the decisions that a project remembers. */
export type DecisionCode = DefinitionCode | 'decision-outdated' | 'decision-on-hard';

export type CheckCode = FindingCode | RuleCode | DecisionCode;

/**
 * A finding of an edit rule. Satisfied rules leave no finding. `found`, `expected` and `distance` are exact decimals in the
 * unit of `args.unit`; an interval is written `low–high`.
 */
export interface Finding extends Diagnostic<CheckCode> {
  /** Stable name of the finding, made of the rule, its cells and their values: it changes when a value changes. */
  readonly id: string;
  readonly verdict: 'violated' | 'not-evaluated';
  /** Id of the rule. */
  readonly rule: string;
  /** The cells involved; the one at fault, where it is known, first. */
  readonly cells: readonly CellSource[];
  readonly found?: string;
  readonly expected?: string;
  readonly distance?: string;
  /** For a soft finding that was accepted: by whom and why. Its severity is then `info`. */
  readonly accepted?: { readonly reason: string; readonly by?: string };
}
