import { type Decimal, formatDecimal, trimZeros } from '../../model/decimal.js';
import type { Edit } from '../../model/edit.js';
import type { Figure, NoFigure } from '../../model/figure.js';
import { absolute, compare, negate, type Rational, sign, ZERO } from '../../model/rational.js';
import { type RoundingMode, round } from '../../model/rounding.js';
import type { Claim, Span } from '../claim.js';
import { roundNumber, wholeTenths } from './approximate.js';
import { cannotSay } from './cannot-say.js';
import { decimalsFor } from './decimals.js';
import { inClaimUnit } from './displayed.js';

export interface WordingOptions {
  readonly rounding: RoundingMode;
  readonly decimals: (unit: string, indicator?: string) => number;
  readonly trimZeros: boolean;
  /** Change no word: what would need one stays open. */
  readonly keepWords: boolean;
}

/** A change to the words around a number. */
export type WordEdit = Omit<Edit, 'block' | 'kind'>;

/** How a figure is said in its sentence: the text for the slot, and the words that change with it. */
export interface Wording {
  readonly text: string;
  /** Replaces `span` where more than the slot changes: 增长×% → 持平. */
  readonly span: Span;
  readonly words: readonly WordEdit[];
}

/** Words a figure for its slot, with the sign in the verb and never in the number. */
export function wordFigure(
  claim: Claim,
  figure: Figure,
  options: WordingOptions,
  listSigns?: ListSigns,
): Wording | NoFigure {
  if (figure.name) return wordName(claim, figure.name);
  const own = inClaimUnit(figure, claim);
  if ('reason' in own) return own;
  const negative = sign(own.value) < 0;
  if (claim.unit?.base === '倍' && claim.kind === 'growth' && negative) return cannotSay('decline-in-times');
  if (negative && !claim.sign && !maySayMinus(claim)) return cannotSay('negative-without-verb');
  if (claim.tone && sign(own.value) === -claim.tone.sign)
    return cannotSay('tone-contradicted', { word: claim.tone.word });
  const decimals = decimalsFor(claim, figure, own.unit, options.decimals);
  const value = claim.sign ? absolute(own.value) : own.value;
  const approximator = claim.approximator && (isTarget(claim) ? 'after-number-at-least' : claim.approximator.class);
  const tenths = claim.unit?.text === '成';
  const approximate = tenths
    ? wholeTenths(absolute(value), approximator)
    : approximator && claim.kind !== 'rank'
      ? roundNumber(absolute(value), approximator)
      : undefined;
  if ((tenths || (claim.approximator && claim.kind !== 'rank')) && !approximate)
    return cannotSay('no-round-number-near', { value: formatDecimal(round(value, decimals)) });
  const shown = approximate ?? round(value, decimals, options.rounding);
  const text = formatDecimal(options.trimZeros ? trimZeros(shown) : shown);
  if (claim.sign && !approximate && shown.digits === 0n) return unchanged(claim, own.value, options);
  const signs = signWords(claim, own.value, listSigns);
  if ('reason' in signs) return signs;
  if (signs.length > 0 && claim.sign?.leaning !== undefined)
    return cannotSay('leaning-contradicted', {
      word: `${claim.sign.leaning}…${claim.sign.text}`,
      partner: claim.sign.partner,
    });
  if (signs.length > 0 && options.keepWords)
    return cannotSay('word-must-change', { word: claim.sign!.text, partner: claim.sign!.partner });
  return { text, span: claim.number, words: options.keepWords ? [] : [...signs, ...tieWords(claim, figure)] };
}

/** 成都 for ×, 成都 for ×市; 凉山 for ×州 stays open: nobody says 凉山彝族自治 for short. */
function wordName(
  { nameSuffix = '', number }: Claim,
  { full, short }: NonNullable<Figure['name']>,
): Wording | NoFigure {
  if (nameSuffix === '') return { text: short, span: number, words: [] };
  const stem = full.endsWith(nameSuffix) ? full.slice(0, -nameSuffix.length) : undefined;
  if (stem === short) return { text: short, span: number, words: [] };
  return cannotSay('name-of-another-kind', { name: full, suffix: nameSuffix });
}

/** 力争突破90亿元 is said of a target of 90: the mark is the target itself. */
const isTarget = ({ approximator, readings }: Claim): boolean =>
  approximator?.class === 'before-number-mark' &&
  readings.every(({ query }) => query.kind === 'level' && query.scenario === 'plan');

/** Only a rate behind 增速 and a level may carry a minus; a difference or an increase is said with a verb. */
const maySayMinus = (claim: Claim): boolean => claim.kind === 'growth' || claim.kind === 'level';

/** Signs of the figures of a 分别 list, in its order; undefined where a member has no figure. */
export type ListSigns = readonly (-1 | 0 | 1 | undefined)[];

/**
 * The verb follows the figure: 增长 becomes 下降 where the figure fell. In a 分别 list of one sign the verb serves all; of
 * both signs each member gets its own verb. While a member has no figure, the shared verb cannot change.
 */
export function signWords(
  claim: Claim,
  value: Rational,
  listSigns: ListSigns | undefined,
): readonly WordEdit[] | NoFigure {
  const { sign: word, number, list } = claim;
  if (!word) return [];
  const own = sign(value) === 0 ? word.sign : sign(value);
  const replace = { start: word.start, end: word.end, text: word.partner };
  if (!list || !listSigns) return own === word.sign ? [] : [replace];
  const mixed = listSigns.some((s) => s !== own);
  if (!mixed) return own === word.sign || list.index > 0 ? [] : [replace];
  if (listSigns.includes(undefined))
    return own === word.sign ? [] : cannotSay('list-not-complete', { word: word.text });
  if (listSigns.every((s) => s === 0 || s === word.sign)) return [];
  if (list.index === 0) return own === word.sign ? [] : [replace];
  return [{ start: number.start, end: number.start, text: own === word.sign ? word.text : word.partner }];
}

/** 并列 is said of a tie. */
function tieWords(claim: Claim, figure: Figure): readonly WordEdit[] {
  const tied = figure.derivation.notes.some((n) => n.code === 'tied-with');
  const nth = claim.rankWords?.nth;
  return tied && nth && !claim.rankWords?.joint ? [{ start: nth.start, end: nth.start, text: '并列' }] : [];
}

/** A change of exactly zero is 持平, one that rounds to zero 基本持平: the phrase changes from the comparison to the unit. */
function unchanged(claim: Claim, value: Rational, options: WordingOptions): Wording | NoFigure {
  const exact = compare(value, ZERO) === 0;
  const word = exact ? '持平' : '基本持平';
  const plain =
    claim.list === undefined &&
    claim.sign?.kind === 'verb' &&
    claim.sign.leaning === undefined &&
    claim.unitSpan &&
    claim.approximator === undefined;
  // 增加0.00亿件 may be a half of all there is: only a rate that rounds to zero is 基本持平.
  const amount = !exact && claim.kind === 'increase';
  if (
    options.keepWords ||
    !plain ||
    amount ||
    !['growth', 'increase', 'difference', 'ahead-of-time'].includes(claim.kind)
  )
    return cannotSay('change-is-zero', { word });
  const behind = claim.kind === 'ahead-of-time';
  const from = claim.comparator && (behind || claim.comparator.end <= claim.sign!.start) ? claim.comparator : undefined;
  const start = Math.min(from?.start ?? claim.sign!.start, claim.sign!.start);
  const end = claim.unitSpan!.end;
  const compared = from === undefined ? '' : comparedText(from.text);
  return { text: `${compared}${word}`, span: { start, end, text: '' }, words: [] };
}

/** 同比 → 与上年同期; 比上年 → 与上年; 较1—8月 → 与1—8月. */
function comparedText(comparator: string): string {
  if (comparator === '同比') return '与上年同期';
  if (comparator === '环比') return '与上期';
  return `与${comparator.replace(/^(?:相比于?|相较于?|[比较与同和])/u, '').replace(/(?:相比|比)$/u, '')}`;
}

/** How a figure would be written for a number: for comparing with what is written. */
export function shownValue(claim: Claim, figure: Figure, decimals: number, mode: RoundingMode): Decimal | NoFigure {
  const own = inClaimUnit(figure, claim);
  if ('reason' in own) return own;
  const value = claim.sign?.sign === -1 ? negate(own.value) : own.value;
  return round(value, decimals, mode);
}
