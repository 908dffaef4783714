import type { Claim } from './claim.js';
import type { Entity, PeriodScope, Scope } from './scope.js';
import type { ComparatorBase, Token } from './token.js';

/** State while a sentence is read. */
export interface SentenceState {
  readonly scope: Scope;
  /** No subject has been named in the paragraph so far. */
  readonly opening: boolean;
  /** 与去年同期相比，… at the head of a sentence. */
  readonly comparator: ComparatorBase | undefined;
  /** Where the comparator was said: in a clause of its own, or of a growth, or of a difference in 百分点. */
  readonly comparedBy: 'head' | 'growth' | 'points' | undefined;
  /** A growth noun that is the subject of the clauses in force. */
  readonly noun: Token | undefined;
  /** A name such as 民营企业 that what follows is a part of. */
  readonly topic: Entity | undefined;
  /** What this sentence has named so far, and what the sentences of its paragraph before it have. */
  readonly named: readonly Entity[];
  readonly namedBefore: readonly Entity[];
  /** Regions that clauses without a number began with and were not understood otherwise: 合肥要当好龙头. */
  readonly mentioned: readonly string[];
  readonly claims: readonly Claim[];
  /** What words without a number have claimed; nothing leans on it. */
  readonly statements: readonly Claim[];
  /** Indicators of the levels said in this sentence, for 分别 that looks back over several clauses. */
  readonly said: readonly Entity[];
  /** Where in these 其中 began to say the parts. */
  readonly partsFrom: number | undefined;
  /** 与芜湖相比，…: the regions that what follows is compared with. */
  readonly versus: readonly string[];
  /** A period that this sentence has named and said nothing of yet. */
  readonly pending: PeriodScope | undefined;
  /** A clause without a number spoke last of 增速. */
  readonly growthSaid: boolean;
  /** The regions in force are those of a list by growth or by level: a bare ×% behind it is of growth. */
  readonly listedBy: 'level' | 'growth' | undefined;
  /** 其中 stood alone in the clause before. */
  readonly ofWhich: boolean;
  /** A period that holds for this sentence alone (其中8月份). */
  readonly sentenceOnly: boolean;
}

/** The state in which a sentence begins. */
export const beginning = (scope: Scope, opening: boolean, namedBefore: readonly Entity[] = []): SentenceState => ({
  scope,
  opening,
  comparator: undefined,
  comparedBy: undefined,
  noun: undefined,
  topic: undefined,
  named: [],
  namedBefore,
  mentioned: [],
  claims: [],
  statements: [],
  said: [],
  partsFrom: undefined,
  versus: [],
  pending: undefined,
  growthSaid: false,
  listedBy: undefined,
  ofWhich: false,
  sentenceOnly: false,
});
