import type { At, Query } from '../measures/query.js';
import type { Scenario } from '../model/observation.js';
import { isYear, type TimePeriod, yearOf } from '../model/time-period.js';
import type { Unit } from '../model/unit.js';
import type { ClaimKind, Problem, Reading } from './claim.js';
import type { ClaimReason } from './diagnostics.js';
import type { PatternMatch } from './pattern.js';
import { periodsOf } from './periods.js';
import type { ReadingContext } from './reading-context.js';
import type { Scene } from './scene.js';
import type { AreaScope, Entity, PeriodScope } from './scope.js';
import type { ComparatorBase, NumberValue, Token } from './token.js';

/** Everything that one claim is built from, once its place in a list is known. */
export interface ClaimSource {
  readonly match: PatternMatch;
  readonly scene: Scene;
  readonly period: PeriodScope;
  readonly entity: Entity | undefined;
  readonly entities: readonly Entity[];
  readonly area: readonly string[];
  readonly areas: AreaScope;
  readonly scenario: Scenario;
  readonly unit: Unit | undefined;
  /** Region, or in a list of both kinds period, that is compared with. */
  readonly other: string | ComparatorBase | undefined;
  readonly comparator: ComparatorBase | undefined;
  /** Claims before this one in its sentence. */
  readonly earlier: readonly {
    readonly kind: ClaimKind;
    readonly readings: readonly Reading[];
    readonly pattern?: string | undefined;
    readonly number?: { readonly value: NumberValue };
  }[];
  /** The number right before this one in its sentence was not read. */
  readonly afterUnread: boolean;
  readonly subject: string | undefined;
  /** The base was carried from 环比 of an earlier clause: a bare 增长 may be of last year all the same. */
  readonly mayBeYearly?: boolean;
  /** The base stands in this clause or in one of its own. */
  readonly saidBase?: boolean;
  /** A growth noun that is the subject of the clauses in force: 增速高于全省×个百分点，居第×位. */
  readonly noun?: Token | undefined;
  /** The price or average just said, where a change without a name of its own is of that. */
  readonly derived?: readonly Reading[];
  /** The cells of a total that this is said of: A、B合计占…. */
  readonly total?: readonly At[];
  /** Place in a list of numbers, from 0. */
  readonly index: number;
  /** How many numbers share its reading. */
  readonly numbers: number;
  /** The regions are those of a list by growth or by level. */
  readonly listedBy: 'level' | 'growth' | undefined;
  /** 增速 was the last to be said, in a clause without a number: 增速居全省首位，高于…. */
  readonly growthSaid: boolean;
}

export interface Built {
  readonly kind: ClaimKind;
  readonly readings: readonly Reading[];
  readonly problem?: Problem;
  /** 降幅第×: only where what is ranked fell. */
  readonly only?: 'of-a-fall';
}

export const refuse = (kind: ClaimKind, code: ClaimReason, args: Problem['args'] = {}): Built => ({
  kind,
  readings: [],
  problem: { code, args },
});

/** The cells that a claim may speak of: every indicator, region and period that is still possible. */
export function cellsOf(source: ClaimSource, ids: readonly string[], context: ReadingContext): readonly At[] {
  const { catalogue } = context.dictionary.vocabulary;
  return ids.flatMap((indicator) =>
    source.area.flatMap((refArea) =>
      periodsOf(source.period, source.scene, catalogue.get(indicator)?.kind ?? 'flow').flatMap((timePeriod) =>
        scenariosIn(source, timePeriod, context).map((scenario) => ({ indicator, refArea, timePeriod, scenario })),
      ),
    ),
  );
}

/**
 * A plan that a heading or an earlier clause has spoken of is that of a period to come. Of a period that is over the plan
 * and what came of it stand side by side (计划×万件，完成×万件): only words of the clause itself decide, else both are possible.
 */
export function scenariosOf(
  scenario: Scenario,
  timePeriod: TimePeriod,
  { period, year }: ReadingContext,
): readonly Scenario[] {
  if (scenario === 'actual') return ['actual'];
  const toCome =
    (period !== undefined && timePeriod.end > period.end) ||
    (year !== undefined && isYear(timePeriod) && yearOf(timePeriod) >= year);
  return toCome ? ['plan'] : ['plan', 'actual'];
}

const scenariosIn = ({ scenario, scene }: ClaimSource, at: TimePeriod, context: ReadingContext): readonly Scenario[] =>
  scenario === 'plan' && scene.plan !== undefined ? ['plan'] : scenariosOf(scenario, at, context);

export const reading = (query: Query, at: At): Reading => ({
  query,
  indicator: at.indicator,
  refArea: at.refArea,
  timePeriod: at.timePeriod,
});
