import { matchPeriodPhrase } from '../model/time-period-text.js';
import { withMembers } from './area-members.js';
import { lexicon } from './lexicon/lexicon.js';
import { matchNoClaim } from './no-claim.js';
import { matchNumber } from './number.js';
import { matchUnit, type UnitTable, unitTable } from './number-unit.js';
import { matchNumberWords, percentWithin, perHundredBefore, tenthsBehind } from './number-words.js';
import { matchPeriodList } from './period-list.js';
import { matchPeerNoun, matchTopList } from './ranking-words.js';
import { findSlots, type Slot } from './slot.js';
import { matchMaskedName } from './slot-name.js';
import type { ComparatorBase, Token, TokenClass } from './token.js';
import type { Vocabulary } from './vocabulary.js';

type Entry = Omit<Token, 'text' | 'start' | 'end'>;

/** A vocabulary compiled for longest match. */
export interface Dictionary {
  readonly vocabulary: Vocabulary;
  readonly byFirst: ReadonlyMap<string, readonly (readonly [string, Entry])[]>;
  readonly notes: RegExp;
  readonly units: UnitTable;
}

/** The area of a level that is the home region or lies around it. */
export function areaAround(level: string, { refAreas, home }: Vocabulary): string | undefined {
  for (let at = refAreas.get(home); at; at = at.parent === undefined ? undefined : refAreas.get(at.parent)) {
    const itself = at.level === level || (level === 'prefecture' && at.level === 'province' && /市$/u.test(at.name));
    const district = level === 'district' && /区$/u.test(at.name) && at.level !== 'prefecture';
    if (itself || district) return at.code;
  }
  return undefined;
}

/** Compiles a vocabulary: the catalogue's names, the regions that a report may name, and the words of the grammar. */
export function dictionary(vocabulary: Vocabulary): Dictionary {
  const entries = new Map<string, { classes: TokenClass[] } & Omit<Entry, 'classes'>>();
  const add = (text: string, classes: readonly TokenClass[], more: Omit<Entry, 'classes'> = {}) => {
    const known = entries.get(text);
    if (!known) entries.set(text, { classes: [...classes], ...more });
    else
      entries.set(text, {
        ...known,
        ...more,
        classes: [...known.classes, ...classes.filter((c) => !known.classes.includes(c))],
      });
  };
  const { catalogue, refAreas, home, groups } = vocabulary;
  for (const name of catalogue.names()) add(name, ['term']);
  for (const area of refAreas.areas) {
    const far = area.level === 'county' && area.code !== home && !refAreas.isWithin(area.code, home);
    if (far) continue;
    for (const name of new Set([area.name, area.shortName, ...area.aliases])) {
      const codes = refAreas.named(name, home).map((a) => a.code);
      if (codes.length > 0) add(name, ['area'], { areas: codes });
    }
  }
  for (const name of Object.keys(groups))
    for (const spelled of [name, `${name}地区`]) add(spelled, ['area'], { areas: [`group:${name}`] });
  const words = lexicon();
  for (const [says, names] of words.groupLists)
    if (names.every((n) => groups[n])) add(says, ['area'], { areas: names.map((n) => `group:${n}`), list: true });
  for (const [says, names] of words.regionLists) {
    const codes = names.flatMap((n) => refAreas.named(n).map((a) => a.code));
    if (!groups[says] && codes.length === names.length) add(says, ['area'], { areas: codes, list: true });
  }
  for (const [says, level] of words.wideAreas) {
    const code = areaAround(level, vocabulary);
    if (code !== undefined) add(says, ['wide-area'], { areas: [code] });
  }
  for (const [text, word] of words.words)
    add(text, word.classes, { direction: word.direction, ...(word.base ? { base: word.base } : {}) });
  const byFirst = new Map<string, (readonly [string, Entry])[]>();
  for (const [text, entry] of entries) {
    const first = text[0]!;
    const list = byFirst.get(first);
    if (list) list.push([text, entry]);
    else byFirst.set(first, [[text, entry]]);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b[0].length - a[0].length);
  const noteTexts = [...words.notes, ...catalogue.data.notes];
  return {
    vocabulary,
    byFirst,
    notes: new RegExp(`^\\s*(?:${noteTexts.join('|')})(?:[，,、；;]\\s*下同)?\\s*$`, 'u'),
    units: unitTable(catalogue),
  };
}

const DATE =
  /(?:(?:(?:19|20)\d{2}年)?\d{1,2}月)?\d{1,2}日(?:上午|下午|晚)?(?:(?:至|到|[-—~])(?:\d{1,2}月)?\d{1,2}日)?/uy;
const AS_OF = /(?:截至|截止到|截止|到|至)/uy;
const ORDINAL =
  /(?:[（(][一二三四五六七八九十\d]+[)）]|[一二三四五六七八九十]+(?:、|是(?![一-龥]*第))|\d{1,2}[.．、](?!\d))/uy;

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
    const found = matchAt(text, at, dict, slots, tokens);
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

function matchAt(
  text: string,
  at: number,
  dict: Dictionary,
  slots: ReadonlyMap<number, Slot>,
  tokens: readonly Token[],
): readonly Token[] | undefined {
  const masked = matchMaskedName(text, at, slots, dict.vocabulary);
  if (masked) return [masked];
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
