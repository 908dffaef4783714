import type { PlacedQuery, RankQuery } from '../measures/query.js';
import { cellOf } from '../measures/rankable.js';
import { rankedArea } from '../measures/ranked-area.js';
import type { Claim } from './claim.js';
import { unreadClaim } from './claim-of.js';
import type { Frame } from './frame.js';
import { peersMeant } from './peer-group.js';
import { type RankedMeasure, rankedMeasure } from './ranked-measure.js';
import type { ReadingContext } from './reading-context.js';
import type { SentenceState } from './sentence-state.js';
import { has, type Token, type TokenClass } from './token.js';

/*
 * 快递业务量居前三位的是×、×、×        names by rank, each with its place
 * 增速最快的是×，为×%                  one name, and what is said of it
 * 增速前三名：凉山（×%）、眉山（×%）    names that the text gives, and figures of theirs
 * 前三位合计占全省的×%                 no names at all
 *
 * The regions named become those in force: 三地合计占×%, 分别增长×%、×%和×%.
 */

/** Words that may stand before the ranking words. */
const HEAD: readonly TokenClass[] = [
  'term',
  'wide-area',
  'period',
  'of-which',
  'growth-noun',
  'growth-noun-up',
  'growth-noun-down',
  'level-noun',
  'change',
  'rank',
  'conjunction',
  'peer-noun',
  'cumulative',
  'comparator',
  'filler',
  'link',
  'respectively',
];
/** Words that may stand between the ranking words and the names. */
const JOINT: readonly TokenClass[] = [
  'rank',
  'places',
  'peer-noun',
  'respectively',
  'filler',
  'link',
  'space',
  'wide-area',
];
const END: readonly TokenClass[] = ['top-list', 'best', 'worst', 'first-place', 'last-place'];

interface Item {
  readonly name: Token;
  /** Its figure in brackets or right behind it. */
  readonly value: Frame | undefined;
}

/** Reads one number of the clause once its region stands in front of it. */
export type ReadFrame = (frame: Frame, state: SentenceState) => SentenceState;

/** What a clause that puts regions in order leaves behind, and the words of it that are still to be read. */
export interface AfterList {
  readonly state: SentenceState;
  readonly rest: readonly Token[];
}

/** Reads a clause with a ranking in it; undefined where it has none, or none that is understood. */
export function readTopList(
  clause: readonly Token[],
  before: SentenceState,
  block: number,
  context: ReadingContext,
  readFrame: ReadFrame,
): AfterList | undefined {
  const words = clause.filter((t) => !has(t, 'space', 'ordinal') && !(has(t, 'note') && !t.doubtful));
  const at = words.findIndex((t, i) => has(t, ...END) || isSecond(words, i));
  if (at < 0) return undefined;
  const head = words.slice(0, at);
  let from = at + (has(words[at], ...END) ? 1 : 2);
  while (from < words.length && has(words[from], ...JOINT)) from += 1;
  const behind = words.slice(from);
  const all = [...head, ...words.slice(at, from)];
  const place = placesOf(words, at);
  const measure = place && head.every((t) => has(t, ...HEAD)) ? rankedMeasure(all, before, context) : undefined;
  const peers = measure && peersMeant(all, before.scope.areas, context);
  if (!place || !measure || !peers) return undefined;
  const worst = place.worst !== measure.falls;
  const of: RankQuery = {
    kind: 'rank',
    of: measure.about(peers.codes[0]!),
    peers,
    ...(worst ? { order: 'worst-first' } : {}),
  };
  if (measure.falls && place.worst) return undefined;
  if (has(behind[0], 'total') && place.count > 1) {
    const list = Array.from({ length: place.count }, (_, i) => rankedArea({ kind: 'placed', of, place: i + 1 }));
    return { state: inForce(measure, list, words), rest: behind };
  }
  const items = itemsOf(behind);
  if (!items || items.length !== place.count) return undefined;
  return { state: named(items, place.first, of, measure, before, block, readFrame), rest: [] };
}

/** 排名第二的×: a place that is written and one that follows it. */
const isSecond = (words: readonly Token[], i: number): boolean =>
  has(words[i], 'nth') && words[i + 1]?.number?.kind === 'written';

interface Places {
  readonly first: number;
  readonly count: number;
  readonly worst: boolean;
}

function placesOf(words: readonly Token[], at: number): Places | undefined {
  const token = words[at]!;
  if (token.top) return { first: 1, count: token.top.count, worst: token.top.worst };
  const written = words[at + 1]?.number;
  if (has(token, 'nth'))
    return written?.kind === 'written' && written.value.decimals === 0
      ? { first: Number(written.value.digits), count: 1, worst: false }
      : undefined;
  return { first: 1, count: 1, worst: has(token, 'worst', 'last-place') };
}

/** Names with or without a figure, with joints between them and nothing else. */
function itemsOf(words: readonly Token[]): readonly Item[] | undefined {
  const items: Item[] = [];
  let i = 0;
  while (i < words.length) {
    if (items.length > 0 && has(words[i], 'conjunction')) i += 1;
    const name = words[i];
    if (!name || !isName(name, words[i + 1])) return undefined;
    i += 1;
    while (has(words[i], 'filler', 'link')) i += 1;
    const number = words[i];
    const unit = words[i + 1];
    const figure = has(number, 'number') && has(unit, 'percent', 'unit');
    if (figure) i += 2;
    items.push({
      name,
      value: figure ? { number: number!, before: [], unit: [unit!], behind: [], after: [] } : undefined,
    });
    while (has(words[i], 'filler', 'link')) i += 1;
  }
  return items.length > 0 ? items : undefined;
}

/** A slot, or a region, that a name may stand in. */
export const isName = (t: Token, next: Token | undefined): boolean =>
  (has(t, 'area') && t.areas?.length === 1 && !t.areas[0]!.startsWith('group:') && !t.masked) ||
  (t.number?.kind === 'slot' && !has(next, 'percent', 'unit', 'points', 'times')) ||
  t.masked?.kind === 'name';

function named(
  items: readonly Item[],
  first: number,
  of: RankQuery,
  measure: RankedMeasure,
  before: SentenceState,
  block: number,
  readFrame: ReadFrame,
): SentenceState {
  const beside = items.flatMap(({ name }, i) =>
    has(name, 'area') ? [{ place: first + i, refArea: name.areas![0]! }] : [],
  );
  const queries = items.map(
    (_, i): PlacedQuery => ({ kind: 'placed', of, place: first + i, ...(beside.length > 0 ? { beside } : {}) }),
  );
  const codes = items.map(({ name }, i) => (has(name, 'area') ? name.areas![0]! : rankedArea(queries[i]!)));
  let state = { ...measure.state, topic: before.topic };
  items.forEach(({ name, value }, i) => {
    if (!has(name, 'area')) state = { ...state, claims: [...state.claims, nameClaim(name, queries[i]!, block)] };
    if (!value) return;
    const area: Token = { text: name.text, start: name.start, end: name.end, classes: ['area'], areas: [codes[i]!] };
    const noun = state.noun && measure.kind === 'growth' ? [growthNoun(name)] : [];
    state = readFrame({ ...value, before: [area, ...noun] }, state);
  });
  return {
    ...inForce(
      { ...measure, state },
      codes,
      items.map((i) => i.name),
    ),
    pending: undefined,
  };
}

/** 增速最快的×达×%: the figure behind a name in a list by growth is its growth. */
const growthNoun = ({ end }: Token): Token => ({ text: '增速', start: end, end, classes: ['growth-noun'] });

function inForce({ state, kind }: RankedMeasure, list: readonly string[], words: readonly Token[]): SentenceState {
  const areas = {
    list,
    alternatives: list,
    explicit: true,
    words: words.map((t) => t.text).join(''),
  };
  return { ...state, said: [], listedBy: kind, scope: { ...state.scope, areas } };
}

/** A slot for the name of who stands in a place. */
export function nameClaim(name: Token, query: PlacedQuery, block: number): Claim {
  const masked = name.masked;
  const start = masked?.start ?? name.start;
  const end = masked?.end ?? name.end;
  const glyph = name.text.slice(start - name.start, end - name.start);
  const frame: Frame = {
    number: { ...name, number: name.number ?? { kind: 'slot', glyph } },
    before: [],
    unit: [],
    behind: [],
    after: [],
  };
  const { indicator, timePeriod } = cellOf(query.of.of);
  return {
    ...unreadClaim(frame, block, { code: 'name-open', args: { words: name.text } }, []),
    kind: 'name',
    number: { start, end, text: glyph, value: { kind: 'slot', glyph } },
    readings: [{ query, indicator, refArea: rankedArea(query), timePeriod }],
    problem: undefined,
    pattern: 'name-by-rank',
    nameSuffix: masked ? name.text.slice(end - name.start) : '',
    label: name.text,
  };
}
