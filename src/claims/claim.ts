import type { Query } from '../measures/query.js';
import type { MessageArgument } from '../model/diagnostic.js';
import type { TimePeriod } from '../model/time-period.js';
import type { Unit } from '../model/unit.js';
import type { ClaimReason } from './diagnostics.js';
import type { Direction, NumberValue, TokenClass } from './token.js';

/** What a number is about. `fact`: one that no return carries. `name`, `date`: not a number of statistics at all. */
export type ClaimKind =
  | 'level'
  | 'growth'
  | 'difference'
  | 'rank'
  | 'rank-change'
  | 'share'
  | 'increase'
  | 'multiple'
  | 'average'
  | 'average-growth'
  | 'completion'
  | 'ahead-of-time'
  | 'contribution'
  | 'pull'
  | 'unit-price'
  | 'count'
  | 'run'
  | 'fact'
  | 'name'
  | 'date'
  | 'none';

/** One way to understand a claim: the question it puts to the data. */
export interface Reading {
  readonly query: Query;
  readonly indicator: string;
  readonly refArea: string;
  readonly timePeriod: TimePeriod;
}

/** A span of the block's text. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A word that carries the sign of the figure, with its partner for the other sign. */
export interface SignWord extends Span, Direction {
  /** `verb`: 增长×; `noun`: 增幅×. */
  readonly kind: 'verb' | 'noun';
  /** A word beside it that says the same way (稳步, 仍): the other way it would say something wrong. */
  readonly leaning?: string;
}

/** The words that decided a field of the claim. */
export interface Evidence {
  readonly field: 'indicator' | 'refArea' | 'timePeriod' | 'measure' | 'unit' | 'scenario' | 'base' | 'peers';
  readonly words: readonly string[];
}

/** Why a claim has no reading. The code keys a message. */
export interface Problem {
  readonly code: ClaimReason;
  readonly args: Readonly<Record<string, MessageArgument>>;
}

/** A statement about one number, as the sentence makes it. Without readings it is not understood; with several, ambiguous. */
export interface Claim {
  readonly kind: ClaimKind;
  readonly block: number;
  readonly number: Span & { readonly value: NumberValue };
  readonly readings: readonly Reading[];
  readonly unit: Unit | undefined;
  readonly unitSpan: Span | undefined;
  readonly pattern: string | undefined;
  /** Words that must agree with the sign of the figure. */
  readonly sign: SignWord | undefined;
  /** Comparator in front of the verb: the whole phrase from here is reworded where nothing changed. */
  readonly comparator: Span | undefined;
  readonly approximator: { readonly class: TokenClass; readonly span: Span } | undefined;
  /** Whether 并列 already stands in front of the rank; where 第 stands. */
  readonly rankWords: { readonly nth: Span | undefined; readonly joint: boolean } | undefined;
  /** Place in a 分别 list whose members share one verb, from 0, and its length. */
  readonly list: { readonly index: number; readonly length: number } | undefined;
  readonly evidence: readonly Evidence[];
  readonly problem: Problem | undefined;
  /** Name or text that fills the slot, where the words alone say it: the home region's name. */
  readonly literal?: string;
  /** 均实现增长，增速分别为×%: a word that says which way a figure without a verb of its own went. */
  readonly tone?: { readonly word: string; readonly sign: 1 | -1 };
  /** 由×增长到×: the word, and the figure that it starts from. */
  readonly reach?: { readonly word: string; readonly sign: 1 | -1; readonly from: Reading };
  /** 降幅第×: only where what is ranked fell. */
  readonly only?: 'of-a-fall';
  /** 降幅收窄, 增幅扩大: the word is true only of two rates of this sign. */
  readonly rates?: 'rising' | 'falling';
  /** Further subjects of the same words, for each of which they must hold too: 业务量和业务收入均居前三位. */
  readonly others?: readonly (readonly Reading[])[];
  /** What stands behind the slot of a name that the data give: ×市. */
  readonly nameSuffix?: string;
  /** A label for the sheet of facts, made from the words around the number. */
  readonly label: string;
}
