import { withBracketed } from './bracketed.js';
import { buildMember } from './build-member.js';
import { claimOf, unreadClaim } from './claim-of.js';
import type { Built } from './claim-source.js';
import { withShared } from './comparands.js';
import { otherRegionsCounted } from './counted-areas.js';
import { isOfDerived } from './derived-before.js';
import { firstPast } from './first-past.js';
import { type Frame, framesOf } from './frame.js';
import { membersOf } from './group-members.js';
import { withLeaning } from './leaning-word.js';
import { bothPeriods, isLookBack } from './look-back.js';
import { matchAround, setsNoScene } from './match-around.js';
import { groupsOf, unitOf } from './number-group.js';
import { withOneInPlace } from './one-in-place.js';
import type { PatternMatch } from './pattern.js';
import { readCount } from './peer-count.js';
import { withPeersInFront } from './peers-in-front.js';
import { withoutPredicate } from './predicate.js';
import { reaching } from './reaching.js';
import { numberedStatement, statementIn } from './read-statement.js';
import type { ReadingContext } from './reading-context.js';
import { isRemovable } from './removable.js';
import { readScene, type Scene } from './scene.js';
import { withScene } from './scene-in-force.js';
import type { SentenceState } from './sentence-state.js';
import { withShortMention } from './short-mention.js';
import { applySilentClause } from './silent-clause.js';
import { alsoNamed, withThose } from './those-named.js';
import { has, type Token } from './token.js';
import { readTopList } from './top-list.js';
import { onTopic } from './topic.js';
import { attributive, unreadable } from './unreadable.js';

/** Words that are heeded but take no place in a pattern. */
const FLOATING = ['respectively', 'each'] as const;

/** Reads the clauses of one sentence in order. */
export function readSentence(
  clauses: readonly (readonly Token[])[],
  start: SentenceState,
  block: number,
  context: ReadingContext,
): SentenceState {
  let state = start;
  const outside: SentenceState[] = [];
  for (const written of withBracketed(clauses)) {
    const sign = written.length === 1 ? written[0]!.text : '';
    if (/^[（(]$/u.test(sign)) {
      outside.push(state);
      continue;
    }
    if (/^[）)]$/u.test(sign)) {
      state = behindAside(outside.pop(), state);
      continue;
    }
    if (written.length === 1 && has(written[0], 'stop')) {
      state = { ...state, topic: undefined, noun: undefined, pending: undefined };
      continue;
    }
    const one = withOneInPlace(written, state, block, context);
    const clause = one?.clause ?? written;
    state = one?.state ?? state;
    const listed = readTopList(clause, state, block, context, (frame, at) => readGroup([frame], at, block, context));
    if (listed) state = listed.state;
    const counted = listed ? undefined : readCount(clause, state, block, context);
    if (counted) state = counted;
    if (counted || (listed && listed.rest.length === 0)) continue;
    const frames = framesOf(listed ? listed.rest : clause);
    if (frames.length === 0) {
      const stated = statementIn(clause, state, block, context);
      const after = applySilentClause(
        withoutPredicate(clause).filter((t) => !isRemovable(t)),
        state,
        context,
        clause.some((t) => has(t, 'link')),
      );
      state = regionsCounted(clause, { ...after, statements: [...after.statements, ...stated] }, context);
    } else for (const group of groupsOf(frames)) state = readGroup(group, state, block, context);
  }
  return state;
}

/** 三州发展加快，…: what follows may be of regions that are not named. */
function regionsCounted(clause: readonly Token[], state: SentenceState, context: ReadingContext): SentenceState {
  const words = otherRegionsCounted(clause, state.scope.areas, context.dictionary.vocabulary);
  if (words === undefined) return state;
  const doubt = state.scope.doubt ?? { code: 'area-mentioned', args: { words } };
  return { ...state, scope: { ...state.scope, doubt } };
}

/** 出口增长×%（上年下降×%），进口增长×%: what an aside in brackets speaks of ends with it. */
const behindAside = (before: SentenceState | undefined, aside: SentenceState): SentenceState =>
  before ? { ...before, opening: aside.opening, claims: aside.claims, statements: aside.statements } : aside;

function readGroup(
  group: readonly Frame[],
  state: SentenceState,
  block: number,
  context: ReadingContext,
): SentenceState {
  const first = group[0]!;
  const numbered = group.length === 1 ? numberedStatement(first, state, block, context) : undefined;
  if (numbered) {
    const around = [...first.before, ...first.after].filter((t) => !isRemovable(t) && !has(t, 'top', 'consecutive'));
    const after = applySilentClause(around, state, context);
    return { ...after, statements: [...after.statements, ...numbered] };
  }
  const words = first.before.filter((t) => !isRemovable(t));
  const unit = unitOf(first, group);
  const trailing = group[group.length - 1]!.behind.filter((t) => !isRemovable(t));
  const problem = unreadable([...words, ...trailing]) ?? attributive(group[group.length - 1]!.after);
  const fixed = words.filter((t) => !has(t, ...FLOATING));
  const plain = problem ? undefined : matchAround(fixed, unit, trailing);
  const match = plain && withPeersInFront(plain, state.scope.areas, context);
  if (!match) {
    const why = problem ?? { code: 'pattern-unknown', args: { words: words.map((t) => t.text).join(' ') } };
    const unread = group.map((f) => unreadClaim(f, block, why, words));
    const after = applySilentClause(
      [...words, ...trailing],
      { ...state, claims: [...state.claims, ...unread] },
      context,
    );
    if (!problem && setsNoScene(words)) return after;
    return {
      ...after,
      scope: {
        ...after.scope,
        doubt: after.scope.doubt ?? { code: 'leans-on-unread', args: { words: words.map((t) => t.text).join('') } },
      },
    };
  }
  const read = onTopic(
    readScene(
      [
        ...match.scene,
        ...(match.captured['entity'] ?? []),
        ...words.filter((t) => has(t, ...FLOATING, 'reach', 'turn', 'total') && !match.scene.includes(t)),
      ],
      { ...state.scope, opening: state.opening },
      context,
    ),
    state.topic,
    context,
  );
  const { catalogue } = context.dictionary.vocabulary;
  const named = alsoNamed(state.namedBefore, state.named);
  const whole = { ...read, ofWhich: read.ofWhich || state.ofWhich };
  const scene = withShortMention(
    withThose(membersOf(whole, group.length, context), named, state.scope.areas.list.length, catalogue),
    named,
    catalogue,
  );
  const next = regionsCounted(first.before, withScene(state, scene, context, match), context);
  const shared = { ...next, carried: state.scope.entities };
  const built = group.map((frame, index) => buildMember(frame, index, group, match, scene, shared, context));
  const claims = built.map((b, index) =>
    withLeaning(
      reaching(
        claimOf(group[index]!, index, group.length, block, match, b, scene, next.scope, unitOf(group[index]!, group)),
        state.claims[state.claims.length - 1],
        words,
      ),
      first.before,
    ),
  );
  const after = {
    ...next,
    growthSaid: false,
    ofWhich: false,
    claims: [...next.claims, ...claims],
    statements: [...next.statements, ...claims.flatMap((c, i) => firstPast(group[i]!, c))],
    ...narrowed(next, built, match, scene),
  };
  const said = {
    ...after,
    claims: withShared(after.claims, claims.length),
    ...(scene.from ? { scope: { ...after.scope, period: state.scope.period } } : {}),
    ...(isLookBack(match.scene, state) ? { scope: bothPeriods(after.scope, state.scope) } : {}),
  };
  const stated = trailing.length > 0 ? statementIn(group[group.length - 1]!.behind, said, block, context, true) : [];
  return isOfDerived(built)
    ? {
        ...said,
        scope: { ...said.scope, doubt: { code: 'of-derived-measure', args: { measure: built[0]!.kind } } },
      }
    : { ...said, statements: [...said.statements, ...stated] };
}

/** After a level the words 快递业务 mean the one indicator that was said; levels of several clauses may be taken up together. */
function narrowed(
  state: SentenceState,
  built: readonly Built[],
  { pattern }: PatternMatch,
  scene: Scene,
): Partial<SentenceState> {
  if (pattern.measure === 'growth') return { said: [], partsFrom: undefined };
  if (pattern.measure !== 'level') return {};
  const { entities } = state.scope;
  const known = entities.map((e, i) => {
    const ids = [...new Set(built[entities.length === 1 ? 0 : i]?.readings.map((r) => r.indicator) ?? [])];
    return ids.length === 1 ? { ...e, candidates: ids } : e;
  });
  const fresh = scene.entities !== undefined;
  const named = state.named.map((e) => known.find((k) => k.words === e.words) ?? e);
  const scope = { ...state.scope, entities: known };
  if (!fresh) return { scope, named };
  return {
    scope,
    named,
    said: [...state.said, ...known],
    ...(scene.ofWhich ? { partsFrom: state.said.length } : {}),
  };
}
