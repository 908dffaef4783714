import type { PeerGroup, PlacedQuery, Rankable, RankQuery } from '../measures/query.js';
import { rankedArea } from '../measures/ranked-area.js';
import { peersMeant } from './peer-group.js';
import { GROWTH_NOUNS, rankedMeasure } from './ranked-measure.js';
import type { ReadingContext } from './reading-context.js';
import type { SentenceState } from './sentence-state.js';
import { has, type Token } from './token.js';
import { isName, nameClaim } from './top-list.js';

/*
 * 比第一名×低×个百分点 · 与第二位的×仅差×万件 · 是排名第二的×的×倍: a region that is compared with and known by its place. The name is a slot of its
 * own; in what follows the region stands in its place.
 */

export interface WithOne {
  readonly clause: readonly Token[];
  readonly state: SentenceState;
}

interface Found {
  /** Where the words of the place begin and end, and the name. */
  readonly from: number;
  readonly name: number;
  readonly noun: Token | undefined;
  readonly place: number;
  readonly worst: boolean;
}

export function withOneInPlace(
  clause: readonly Token[],
  state: SentenceState,
  block: number,
  context: ReadingContext,
): WithOne | undefined {
  const found = clause.reduce<Found | undefined>((before, _, i) => before ?? placeAt(clause, i), undefined);
  const [own, ...others] = state.scope.areas.list;
  if (!found || own === undefined || others.length > 0 || state.scope.doubt) return undefined;
  const kind = kindOf(clause.slice(found.name + 1));
  const noun = found.noun && (has(found.noun, 'level-noun') ? 'level' : 'growth');
  if (!kind || (noun !== undefined && noun !== kind)) return undefined;
  const ranked = rankingOf(clause.slice(0, found.from), noun !== undefined, kind, state, context);
  if (!ranked?.peers.codes.includes(own)) return undefined;
  const of: RankQuery = { kind: 'rank', ...ranked, ...(found.worst ? { order: 'worst-first' as const } : {}) };
  const query: PlacedQuery = { kind: 'placed', of, place: found.place, notOneOf: [own] };
  const name = clause[found.name]!;
  const { text, start, end } = name;
  const region: Token = { text, start, end, classes: ['area', 'counterpart'], areas: [rankedArea(query)] };
  const head = clause[found.from]!;
  const linked = has(head, 'than', 'conjunction') ? [head] : [];
  return {
    clause: [...clause.slice(0, found.from), ...linked, region, ...clause.slice(found.name + 1)],
    state: { ...state, claims: [...state.claims, nameClaim(name, query, block)] },
  };
}

const skip = (clause: readonly Token[], from: number, ...classes: Parameters<typeof has>[1][]): number => {
  let at = from;
  while (at < clause.length && has(clause[at], 'filler', 'space', ...classes)) at += 1;
  return at;
};

function placeAt(clause: readonly Token[], from: number): Found | undefined {
  const head = clause[from]!;
  if (!has(head, 'than', 'conjunction') && !/^(?:是|相当于)$/u.test(head.text)) return undefined;
  let at = skip(clause, from + 1);
  const noun = has(clause[at], 'level-noun', ...GROWTH_NOUNS) ? clause[at] : undefined;
  at = skip(clause, noun ? at + 1 : at, 'rank');
  const end = clause[at];
  const written = has(end, 'nth') ? clause[at + 1]?.number : undefined;
  if (!has(end, 'first-place', 'last-place') && written?.kind !== 'written') return undefined;
  const name = skip(clause, written ? at + 2 : at + 1, 'places', 'peer-noun');
  const token = clause[name];
  if (!token || !isName(token, clause[name + 1]) || has(token, 'area')) return undefined;
  const place = written?.kind === 'written' ? Number(written.value.digits) : 1;
  return { from, name, noun, place, worst: has(end, 'last-place') };
}

/** What the number behind the name is counted in says what the regions are compared by. */
function kindOf(behind: readonly Token[]): 'level' | 'growth' | undefined {
  const at = behind.findIndex((t) => has(t, 'number'));
  const unit = behind[at + 1];
  if (at < 0) return undefined;
  return has(unit, 'points') ? 'growth' : has(unit, 'times', 'unit') ? 'level' : undefined;
}

/** The ranking just said, where it is of the same kind; else that of the indicator in force among the usual peers. */
function rankingOf(
  before: readonly Token[],
  named: boolean,
  kind: 'level' | 'growth',
  state: SentenceState,
  context: ReadingContext,
): { readonly of: Rankable; readonly peers: PeerGroup } | undefined {
  const said = state.claims.findLast((c) => c.kind === 'rank' && c.problem === undefined)?.readings ?? [];
  const rank = said.length === 1 && said[0]!.query.kind === 'rank' ? said[0]!.query : undefined;
  if (said.length > 1 || (rank && (rank.order === 'worst-first' || rank.of.kind !== kind))) return undefined;
  const noun: Token = { text: '', start: 0, end: 0, classes: [kind === 'growth' ? 'growth-noun' : 'level-noun'] };
  const measure = rankedMeasure([...before, noun], state, context);
  const peers = peersMeant(before, state.scope.areas, context);
  if (!measure || !peers || measure.kind !== kind) return undefined;
  if (rank && named && rank.peers.name !== peers.name) return undefined;
  return rank ? { of: rank.of, peers: rank.peers } : { of: measure.about(peers.codes[0]!), peers };
}
