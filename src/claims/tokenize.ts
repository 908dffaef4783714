import { matchPeriodPhrase } from '../model/time-period-text.js';
import { withMembers } from './area-members.js';
import type { Dictionary } from './dictionary.js';
import { matchElliptic, matchUnfinished } from './elliptic-name.js';
import { lexicon } from './lexicon/lexicon.js';
import { matchNoClaim } from './no-claim.js';
import { matchNumber } from './number.js';
import { matchUnit } from './number-unit.js';
import { matchNumberWords, percentWithin, perHundredBefore, tenthsBehind } from './number-words.js';
import { matchPeriodList } from './period-list.js';
import { matchPeerNoun, matchTopList } from './ranking-words.js';
import { findSlots, type Slot } from './slot.js';
import { matchMaskedName } from './slot-name.js';
import { type ComparatorBase, has, type Token, type TokenClass } from './token.js';

const DATE =
  /(?:(?:(?:19|20)\d{2}年)?\d{1,2}月)?\d{1,2}日(?:上午|下午|晚)?(?:(?:至|到|[-—~])(?:\d{1,2}月)?\d{1,2}日)?/uy;
const AS_OF = /(?:截至|截止到|截止|到|至)/uy;
const ORDINAL = /(?:[（(][一二三四五六七八九十\d]+[)）]|[一二三四五六七八九十]+(?:、|是(?!第))|\d{1,2}[.．、](?!\d))/uy;

let comparing: ReadonlySet<string> | undefined;

function matchComparator(text: string, at: number): Token | undefined {
  comparing ??= new Set(lexicon().namedComparators.map(({ before }) => before[0]!));
  if (!comparing.has(text[at]!)) return undefined;
  for (const { before, after } of lexicon().namedComparators) {
    if (!text.startsWith(before, at)) continue;
    const phrase = matchPeriodPhrase(text, at + before.length);
    if (!phrase) continue;
    const end = at + before.length + phrase.length;
    if (!text.startsWith(after, end)) continue;
    // 比上年度 names a year as 比上年 does; the months are those of the figure.
    const ofYear = text.slice(at, end).endsWith('上年度') ? { ...phrase, wholeYear: true } : phrase;
    const base: ComparatorBase = { kind: 'named', phrase: ofYear, samePeriod: after.includes('同期') };
    return {
      text: text.slice(at, end + after.length),
      start: at,
      end: end + after.length,
      classes: ['comparator'],
      base,
    };
  }
  return undefined;
}

const isDigit = (c: string): boolean => c >= '0' && c <= '9';

function asOfLength(text: string, at: number): number {
  const first = text[at];
  if (first !== '截' && first !== '到' && first !== '至') return 0;
  AS_OF.lastIndex = at;
  return AS_OF.exec(text)?.[0].length ?? 0;
}

function matchPeriod(text: string, at: number): Token | undefined {
  const asOf = asOfLength(text, at);
  for (const skip of asOf > 0 ? [asOf, 0] : [0]) {
    const period = matchPeriodPhrase(text, at + skip);
    if (!period) continue;
    const end = at + skip + period.length;
    return {
      text: text.slice(at, end),
      start: at,
      end,
      classes: ['period'],
      period: { ...period, ...(skip > 0 ? { asOf: true } : {}) },
    };
  }
  return undefined;
}

/** Behind these a line, or a clause, begins. */
const LINE_STARTS: ReadonlySet<string> = new Set('\n。；;：:');
const CLAUSE_STARTS: ReadonlySet<string> = new Set('，。；：\n\r\t （(\u3000\u00a0');

/** 按消费类型分，: says how a whole is broken down and narrows nothing. Only at the beginning of a clause. */
function matchView(text: string, at: number): Token | undefined {
  if (at > 0 && !CLAUSE_STARTS.has(text[at - 1]!)) return undefined;
  const { views } = lexicon();
  views.lastIndex = at;
  const view = views.exec(text)?.[0];
  return view === undefined ? undefined : { text: view, start: at, end: at + view.length, classes: ['filler'] };
}

/** 增势强劲: praise, wherever it stands at the end of a clause. */
function matchRhetoric(text: string, at: number): Token | undefined {
  const { rhetoric } = lexicon();
  rhetoric.lastIndex = at;
  const said = rhetoric.exec(text)?.[0];
  return said === undefined ? undefined : { text: said, start: at, end: at + said.length, classes: ['filler'] };
}

function matchDate(text: string, at: number): Token | undefined {
  if (!isDigit(text[at]!)) return undefined;
  DATE.lastIndex = at;
  const date = DATE.exec(text)?.[0];
  return date === undefined ? undefined : { text: date, start: at, end: at + date.length, classes: ['date'] };
}

function matchWord(text: string, at: number, { byFirst }: Dictionary): Token | undefined {
  for (const [word, entry] of byFirst.get(text[at]!) ?? [])
    if (text.startsWith(word, at)) return { text: word, start: at, end: at + word.length, ...entry };
  return undefined;
}

const FIGURE = /\d\s*(?:%|％|个?百分点|[万亿](?:件|元|人))/u;

/** A note in brackets: harmless when the tables know it, doubtful otherwise. */
function matchNote(text: string, at: number, notes: RegExp, slots: ReadonlyMap<number, Slot>): Token | undefined {
  const closing = text[at] === '（' ? '）' : text[at] === '(' ? ')' : undefined;
  if (closing === undefined) return undefined;
  const mixed = /[）)]/u.exec(text.slice(at));
  if (!mixed) return undefined;
  const end = at + mixed.index + 1;
  if ([...slots.keys()].some((s) => s > at && s < end)) return undefined;
  // （同比+20.0%）: an aside with a figure of its own, read like a clause.
  if (FIGURE.test(text.slice(at, end)) && !notes.test(text.slice(at + 1, end - 1))) return undefined;
  const doubtful = !notes.test(text.slice(at + 1, end - 1));
  return { text: text.slice(at, end), start: at, end, classes: ['note'], ...(doubtful ? { doubtful } : {}) };
}

/** Full-width digits read as plain ones. Every character keeps its place. */
const withPlainDigits = (text: string): string =>
  text
    .replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/(?<=\d)．(?=\d)/gu, '.');

/** Words of a text by longest match; what no table knows comes out as `unknown` runs. Every character is in one token. */
export function tokenize(written: string, dict: Dictionary): readonly Token[] {
  const text = withPlainDigits(written);
  const slots = new Map<number, Slot>(findSlots(text).slots.map((s) => [s.start, s]));
  const tokens: Token[] = [];
  let unknownFrom = -1;
  const flush = (end: number) => {
    if (unknownFrom >= 0)
      tokens.push({ text: text.slice(unknownFrom, end), start: unknownFrom, end, classes: ['unknown'] });
    unknownFrom = -1;
  };
  for (let at = 0; at < text.length; ) {
    const plain = matchAt(text, at, dict, slots, tokens);
    const found = unknownFrom < 0 && !slots.has(at) ? orUnfinished(plain, text, at, tokens, dict) : plain;
    if (!found) {
      if (unknownFrom < 0) unknownFrom = at;
      at += 1;
      continue;
    }
    flush(at);
    tokens.push(...found);
    at = found[found.length - 1]!.end;
  }
  flush(text.length);
  return tokens;
}

/** 高于规模以上工业×: a name that lacks its end, where no word begins, or a shorter one behind words of comparing. */
function orUnfinished(
  plain: readonly Token[] | undefined,
  text: string,
  at: number,
  tokens: readonly Token[],
  dict: Dictionary,
): readonly Token[] | undefined {
  if (plain && !has(tokens[tokens.length - 1], 'relation', 'than', 'share', 'toward')) return plain;
  const found = matchUnfinished(text, at, tokens, dict);
  return found && (!plain || found.end > plain[plain.length - 1]!.end) ? [found] : plain;
}

function matchAt(
  text: string,
  at: number,
  dict: Dictionary,
  slots: ReadonlyMap<number, Slot>,
  tokens: readonly Token[],
): readonly Token[] | undefined {
  const masked = matchMaskedName(text, at, slots, dict.vocabulary);
  if (masked) return [masked];
  const elliptic = slots.has(at) ? undefined : matchElliptic(text, at, tokens, dict);
  if (elliptic) return elliptic;
  const slot = slots.get(at);
  const number = matchNumber(text, at, slot, tokens[tokens.length - 1], dict.units);
  const start = at === 0 || LINE_STARTS.has(text[at - 1]!);
  const list = matchPeriodList(text, at, start);
  if (list) return [list];
  ORDINAL.lastIndex = at;
  const ordinal = start ? ORDINAL.exec(text) : null;
  if (ordinal) return [{ text: ordinal[0], start: at, end: at + ordinal[0].length, classes: ['ordinal'] }];
  const within = matchWithin(text, at);
  if (within) return [within];
  const quiet = slot ? undefined : matchNoClaim(text, at);
  const inWords = slot ? undefined : matchNumberWords(text, at);
  if (inWords && !(quiet && quiet.end >= inWords[inWords.length - 1]!.end)) return inWords;
  const perHundred = perHundredBefore(text, at);
  if (perHundred) return [perHundred];
  const others = [
    matchDate(text, at),
    matchView(text, at),
    matchRhetoric(text, at),
    matchTopList(text, at),
    matchPeerNoun(text, at, tokens[tokens.length - 1]),
    matchComparator(text, at),
    matchPeriod(text, at),
    withMembers(matchWord(text, at, dict), text, dict.vocabulary),
    matchNote(text, at, dict.notes, slots),
    quiet,
  ];
  const longest = others.reduce((a, b) => (b && (!a || b.end > a.end) ? b : a), undefined);
  if (number && (slot || !longest || number.end >= longest.end))
    return [number, ...unitBehind(text, number, tokens, dict)];
  if (longest) return [longest];
  if (isRatio(text, at, tokens)) return [{ text: text[at]!, start: at, end: at + 1, classes: ['conjunction'] }];
  const sign = signClass(text[at]!);
  return sign && [{ text: text[at]!, start: at, end: at + 1, classes: [sign] }];
}

/** 居全省前3位: 前 in front of a place. Not in 前5位依次为, 前三季度, 前列. */
const TOP =
  /(?<=[居列入进持排名位省国市区均为])前(?=(?:[一二三四五六七八九十]{1,3}|\d{1,3}|[×╳✕]+)(?:[位名强甲]?)(?![位名]?(?:依次|分别|的|为|是))(?:$|[，。；、,;！\s）)]))/uy;

function matchWithin(text: string, at: number): Token | undefined {
  if (text[at] !== '前') return undefined;
  TOP.lastIndex = at;
  return TOP.test(text) ? { text: '前', start: at, end: at + 1, classes: ['top'] } : undefined;
}

/** ×∶×∶×: between two numbers. */
const isRatio = (text: string, at: number, before: readonly Token[]): boolean =>
  /[∶:：]/u.test(text[at]!) && has(before[before.length - 1], 'number') && /[×╳✕X_\d]/u.test(text[at + 1] ?? '');

/** The unit of a number: behind it, or for a slot also in front of it (百分之×) or in tenths (×成). */
function unitBehind(text: string, number: Token, tokens: readonly Token[], { units }: Dictionary): readonly Token[] {
  if (number.number?.kind !== 'slot') return matchUnit(text, number.end, units);
  if (tokens[tokens.length - 1]?.text === '百分之') return [percentWithin(number.end)];
  return tenthsBehind(text, number.end) ?? matchUnit(text, number.end, units);
}

/** Punctuation: ends a sentence, ends a clause, or only stands between words. */
function signClass(c: string): TokenClass | undefined {
  if (STOPS.has(c)) return 'stop';
  if (COMMAS.has(c)) return 'comma';
  return SPACES.test(c) ? 'space' : undefined;
}

const STOPS: ReadonlySet<string> = new Set('。！？!?\n；;');
const COMMAS: ReadonlySet<string> = new Set('，,（）()');
const SPACES = /[\s\u3000：:“”"‘’'*]/u;
