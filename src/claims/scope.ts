import type { Scenario } from '../model/observation.js';
import type { TimePeriod } from '../model/time-period.js';
import type { Problem } from './claim.js';

/** What a phrase may mean: several indicators while words alone have not decided. */
export interface Entity {
  readonly candidates: readonly string[];
  readonly subject: string | undefined;
  readonly word: string | undefined;
  readonly segment: string | undefined;
  readonly words: string;
}

/** The period in force and how it came to be. */
export interface PeriodScope {
  readonly candidates: readonly TimePeriod[];
  /** Several periods that a 分别 goes through: 一、二、三季度, 9月和10月. */
  readonly list?: readonly TimePeriod[];
  /** The list is a run of years: 2017—2019年, “十三五”期间, 近五年. */
  readonly span?: 'named' | 'counted';
  /** Said in the text, not taken from the project file. */
  readonly explicit: boolean;
  /** 截至: from January, whatever follows. */
  readonly asOf: boolean;
  readonly words: string;
}

/** The regions in force: a list for 分别, or alternatives while nothing has decided. */
export interface AreaScope {
  readonly list: readonly string[];
  readonly alternatives: readonly string[];
  readonly explicit: boolean;
  readonly words: string;
}

/** What a reader has in mind at one point of a text. Sentences begin with that of their paragraph. */
export interface Scope {
  readonly period: PeriodScope;
  readonly areas: AreaScope;
  readonly entities: readonly Entity[];
  /** Subject that a bare measure word belongs to. */
  readonly subject: string | undefined;
  readonly scenario: Scenario;
  readonly scenarioWords: string;
  /** Why figures that lean on what came before cannot be read; cleared by naming anew. */
  readonly doubt: Problem | undefined;
}
