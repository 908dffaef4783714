import type { Decimal } from '../model/decimal.js';
import type { Rational } from '../model/rational.js';
import type { PeriodPhrase } from '../model/time-period-text.js';
import type { Unit } from '../model/unit.js';

/** Classes of words that the patterns speak of, besides those of the lexicon tables. */
export type TokenClass =
  | 'number'
  | 'unit'
  | 'percent'
  | 'points'
  | 'times'
  | 'places'
  | 'area'
  | 'wide-area'
  | 'period'
  | 'term'
  | 'comparator'
  | 'change'
  | 'pace'
  | 'net-change'
  | 'over-plan'
  | 'drag'
  | 'relation'
  | 'relation-after'
  | 'place'
  | 'ahead'
  | 'note'
  | 'date'
  | 'ordinal'
  | 'space'
  | 'comma'
  | 'stop'
  | 'approximate'
  | 'unknown'
  | 'top-list'
  | 'peer-noun'
  /** A region that is known by its place: 第一名的×. */
  | 'counterpart'
  | LexiconClass;

/** Classes of `lexicon/words.yaml`. */
export const LEXICON_CLASSES = [
  'filler',
  'link',
  'from',
  'reach',
  'same-period',
  'flat',
  'turn',
  'reverse',
  'those',
  'beside',
  'increase-noun',
  'cumulative',
  'current-month',
  'current-quarter',
  'conjunction',
  'respectively',
  'of-which',
  'total',
  'each',
  'growth-noun-up',
  'growth-noun-down',
  'growth-noun',
  'rank',
  'nth',
  'from-last',
  'first-place',
  'last-place',
  'leads',
  'top',
  'turn-up',
  'turn-down',
  'to-profit',
  'to-loss',
  'record',
  'record-of-months',
  'two-digit',
  'consecutive',
  'best',
  'worst',
  'the-rest',
  'joint',
  'level-noun',
  'structure',
  'than',
  'distance',
  'gap',
  'share',
  'whole',
  'per-day',
  'per-month',
  'per-head',
  'yearly-mean',
  'years-back',
  'completion-noun',
  'per-million',
  'price',
  'goal',
  'time-progress',
  'mean',
  'contribution',
  'pull',
  'toward',
  'plan',
  'actual',
  'estimate',
  'two-year-mean',
  'before-number-below',
  'before-number-above',
  'before-number-mark',
  'before-number-about',
  'after-number-above',
  'after-number-at-least',
  'after-number-about',
] as const;
export type LexiconClass = (typeof LEXICON_CLASSES)[number];

/** Words that make a number round: 近 超 约 in front of it, 余 以上 左右 behind it. */
export const BEFORE_NUMBER = [
  'before-number-below',
  'before-number-above',
  'before-number-mark',
  'before-number-about',
] as const satisfies readonly LexiconClass[];
export const AFTER_NUMBER = [
  'after-number-above',
  'after-number-at-least',
  'after-number-about',
] as const satisfies readonly LexiconClass[];
export const APPROXIMATORS: readonly TokenClass[] = [...BEFORE_NUMBER, ...AFTER_NUMBER];

/** A verb of a pair: which way it points, and its partner for the other way. */
export interface Direction {
  readonly sign: 1 | -1;
  readonly partner: string;
}

/** The comparison period that a phrase names, before it is resolved. */
export type ComparatorBase =
  | { readonly kind: 'last-year' | 'preceding' | 'last-month' | 'last-quarter' | 'year-end' | 'plan' }
  | { readonly kind: 'named'; readonly phrase: PeriodPhrase; readonly samePeriod: boolean };

/** What words such as 三成, 三分之一 and 一半 stand for, in %: not a decimal that was rounded, but a round figure. */
export interface RoughNumber {
  readonly value: Rational;
  /** The words alone are true of what lies within this distance. */
  readonly within: Rational;
  /** 近 is true from this far below. */
  readonly near: Rational;
  /** 多, 超, 以上 are true up to this far above. */
  readonly upTo: Rational;
}

/** A number place: a slot to fill, or a number that is written. */
export type NumberValue =
  | { readonly kind: 'slot'; readonly glyph: string; readonly decimals?: number }
  | {
      readonly kind: 'written';
      readonly value: Decimal;
      readonly style: 'arabic' | 'chinese';
      readonly rough?: RoughNumber;
    }
  /** No number at all: words that claim something of a figure. */
  | { readonly kind: 'words'; readonly holds: Holds };

/** What words claim of the figure that they are about. */
export type Holds =
  /** 居首位, 居末位: a rank of one, with nobody beside. */
  | 'first'
  /** 高于全国平均, 降幅收窄, 正增长: on the side of zero that the verb says. */
  | 'sign'
  | 'flat'
  | 'nearly-flat'
  | 'two-digits'
  | 'turned-up'
  | 'turned-down'
  | 'profit'
  | 'loss'
  | 'record'
  | 'record-of-months'
  /** 居前×位 */
  | { readonly kind: 'within'; readonly places: Decimal }
  /** 首次突破× */
  | { readonly kind: 'first-past'; readonly mark: Decimal };

/** A word of a sentence and the classes it may have, with what it stands for. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** In order of preference: a word such as 上升 is a change and a place. */
  readonly classes: readonly TokenClass[];
  readonly number?: NumberValue;
  readonly unit?: Unit;
  /** A slot that says outright what it is. */
  readonly form?: string;
  /** Names of the catalogue that a short way to say them may stand for. */
  readonly means?: readonly string[];
  /** Codes of the areas that a name may mean. */
  readonly areas?: readonly string[];
  /** The areas are a list, not alternatives. */
  readonly list?: boolean;
  /** A masked part of a name, to be filled with a name: where it stands and what for. */
  readonly masked?: {
    readonly start: number;
    readonly end: number;
    readonly kind: 'home' | 'name' | 'date';
    readonly text?: string;
  };
  /** Words such as 余 inside a unit: 万余家. */
  readonly approximator?: TokenClass;
  readonly period?: PeriodPhrase & { readonly asOf?: boolean };
  /** A list of periods in one word: 一、二、三季度, 2017—2019年. */
  readonly periods?: readonly PeriodPhrase[];
  /** A run of years that names only its ends (2017—2019年), or counts its years (“十三五”期间): mean growth is over these. */
  readonly span?: 'named' | 'counted';
  readonly base?: ComparatorBase;
  /** 前三位, 后五位: how many places, from which end. */
  readonly top?: { readonly count: number; readonly worst: boolean };
  /** Level of the regions that a word such as 设区市 speaks of. */
  readonly level?: string;
  readonly direction?: Partial<Record<TokenClass, Direction>>;
  /** A note in brackets that is not known to be harmless. */
  readonly doubtful?: boolean;
}

export const has = (token: Token | undefined, ...classes: readonly TokenClass[]): boolean =>
  token?.classes.some((c) => classes.includes(c)) ?? false;
