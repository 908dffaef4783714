import { parseUnit } from '../model/unit.js';
import { buildMember } from './build-member.js';
import type { Claim, ClaimKind, Reading } from './claim.js';
import { claimOf } from './claim-of.js';
import { distinctReadings } from './distinct-readings.js';
import type { Frame } from './frame.js';
import type { ReadingContext } from './reading-context.js';
import { isRemovable, STATING } from './removable.js';
import { runsOf } from './run-reading.js';
import { readScene, type Scene } from './scene.js';
import { withScene } from './scene-in-force.js';
import type { SentenceState } from './sentence-state.js';
import { matchStatement, type StatementMatch } from './statement.js';
import { type ComparatorBase, type Holds, has, type NumberValue, type Token } from './token.js';

const FLOATING = ['respectively', 'each'] as const;

/** Words of a statement: without fillers, but with those that state something themselves. */
const statingWords = (tokens: readonly Token[]): readonly Token[] =>
  tokens.filter((t) => !isRemovable(t) || has(t, ...STATING));

/**
 * What the words of a clause without a number claim: 增速居全省首位, 均高于全国平均水平, 再创历史新高. Nothing where a word is unknown or
 * the subject is not clear: then it is a phrase like any other.
 */
export function statementIn(
  tokens: readonly Token[],
  state: SentenceState,
  block: number,
  context: ReadingContext,
  behindNumber = false,
): readonly Claim[] {
  const words = withoutJoint(statingWords(tokens));
  const read = readWords(words, state, context);
  if (!read || read.match.pattern.holds === 'within') return [];
  const { match } = read;
  // 保持×%的增长: a word that the number itself may own.
  if (behindNumber && match.pattern.silent) return [];
  const stated = words.filter((t) => !match.scene.includes(t) && !has(t, ...FLOATING));
  const holds: Holds =
    match.pattern.holds === 'flat' && stated.some((t) => has(t, 'flat') && NEARLY.test(t.text))
      ? 'nearly-flat'
      : (match.pattern.holds as Holds);
  const span = textBetween(tokens, stated[0]!, stated[stated.length - 1]!);
  return claimOfWords(read, { ...span, number: { kind: 'words', holds } }, block);
}

const NEARLY = /大体|大致|基本|总体|稳定|相当/u;

/** 居全省前×位; 连续×个月保持两位数增长: the number of a statement. Undefined where the words around it state nothing. */
export function numberedStatement(
  frame: Frame,
  state: SentenceState,
  block: number,
  context: ReadingContext,
): readonly Claim[] | undefined {
  const before = statingWords(frame.before);
  const last = before[before.length - 1];
  if (has(last, 'top')) {
    if (statingWords(frame.after).length > 0) return undefined;
    const read = readWords(before, state, context);
    if (read?.match.pattern.holds !== 'within') return undefined;
    const { number } = frame;
    const value: NumberValue =
      number.number!.kind === 'written'
        ? { kind: 'words', holds: { kind: 'within', places: number.number!.value } }
        : number.number!;
    const claims = claimOfWords(read, { ...number, number: value }, block);
    // Every larger number would be as true.
    return value.kind === 'slot' ? claims.map((c) => refused(c, 'limit-not-determined')) : claims;
  }
  // 连续第3个月回落
  const counted = has(last, 'nth') ? before.slice(0, -1) : before;
  const step = has(counted[counted.length - 1], 'consecutive') ? stepOf(frame) : undefined;
  if (step === undefined) return undefined;
  const read = readWords([...counted.slice(0, -1), ...withoutYears(statingWords(frame.after))], state, context);
  const runs = read && runsOf(read.match, read.scene, read.members, step);
  if (!read || !runs) return undefined;
  const claims = claimOfWords({ ...read, kind: 'run', members: runs }, frame.number, block);
  const slot = frame.number.number!.kind === 'slot';
  return slot && runs.length > 1 ? claims.map((c) => refused(c, 'list-with-one-number')) : claims;
}

const refused = (claim: Claim, code: 'limit-not-determined' | 'list-with-one-number'): Claim => ({
  ...claim,
  readings: [],
  problem: { code, args: { subjects: 1 + (claim.others?.length ?? 0) } },
});

/** Months of each period of a run: 个月, 个季度, 年. */
function stepOf({ unit, after }: Frame): 1 | 3 | 12 | undefined {
  const text = unit[0]?.text ?? after[0]?.text ?? '';
  return /^个?月/u.test(text) ? 1 : /^个?季度/u.test(text) ? 3 : /^个?年/u.test(text) ? 12 : undefined;
}

const withoutYears = (words: readonly Token[]): readonly Token[] =>
  /^年/u.test(words[0]?.text ?? '') ? words.slice(1) : words;

interface ReadWords {
  readonly match: StatementMatch;
  readonly scene: Scene;
  readonly state: SentenceState;
  readonly kind: ClaimKind;
  /** The readings of each subject. */
  readonly members: readonly (readonly Reading[])[];
  readonly words: readonly Token[];
}

/** Bases of 增速回落, 由负转正 where none is said: the year before, or the period before. */
const BASES: readonly ComparatorBase[] = [
  { kind: 'last-year' },
  { kind: 'last-month' },
  { kind: 'last-quarter' },
  { kind: 'preceding' },
];

function readWords(words: readonly Token[], state: SentenceState, context: ReadingContext): ReadWords | undefined {
  if (words.some((t) => has(t, 'unknown', 'date', 'number') || t.doubtful)) return undefined;
  const fixed = words.filter((t) => !has(t, ...FLOATING));
  const match = matchStatement(fixed);
  if (!match) return undefined;
  const floating = words.filter((t) => has(t, ...FLOATING));
  const scene = readScene([...match.scene, ...floating], { ...state.scope, opening: state.opening }, context);
  if (scene.problem) return undefined;
  const next = withScene(state, scene, context, match);
  const { entities, areas } = next.scope;
  if (entities.length === 0 || entities.some((e) => e.candidates.length !== 1)) return undefined;
  const count = entities.length > 1 ? entities.length : Math.max(1, areas.list.length);
  const frame: Frame = { number: words[0]!, before: words, unit: [], behind: [], after: [] };
  const group = Array.from({ length: count }, () => frame);
  const open = match.pattern.of === 'difference' && (match.captured['base']?.length ?? 0) === 0 && !next.comparator;
  const bases: readonly Partial<SentenceState>[] = open
    ? BASES.map((comparator) => ({ comparator, comparedBy: 'growth' as const }))
    : [{}];
  let kind: ClaimKind = 'none';
  const members = eachNoun(match).flatMap((one) =>
    group.map((_, index) => {
      const found = bases.flatMap((base) => {
        const shared = { ...next, ...base, carried: state.scope.entities };
        const built = buildMember(frame, index, group, one, scene, shared, context);
        kind = built.kind;
        return built.readings.map((r) => asked(r, one, context));
      });
      return distinctReadings(found);
    }),
  );
  return members.some((m) => m.length === 0) ? undefined : { match, scene, state: next, kind, members, words };
}

/** 增速、总量均居首位: the same said of each. */
function eachNoun(match: StatementMatch): readonly StatementMatch[] {
  const nouns = match.captured['noun'] ?? [];
  return nouns.length < 2 ? [match] : nouns.map((n) => ({ ...match, captured: { ...match.captured, noun: [n] } }));
}

/** A record is one of the level; what is a rate or a score itself has risen by points. */
function asked(reading: Reading, { pattern }: StatementMatch, { dictionary }: ReadingContext): Reading {
  const { query } = reading;
  const kind = dictionary.vocabulary.catalogue.get(reading.indicator)?.kind ?? 'flow';
  if (query.kind === 'growth' && ['rate', 'score', 'index'].includes(kind))
    return { ...reading, query: { ...query, kind: 'increase' } };
  if (query.kind !== 'increase' || (pattern.holds !== 'record' && pattern.holds !== 'record-of-months')) return reading;
  const { base: _, ...at } = query;
  return { ...reading, query: { ...at, kind: 'level' } };
}

function claimOfWords(
  { match, scene, state, kind, members, words }: ReadWords,
  number: Pick<Token, 'text' | 'start' | 'end' | 'number'>,
  block: number,
): readonly Claim[] {
  const frame: Frame = { number: { ...number, classes: ['number'] }, before: words, unit: [], behind: [], after: [] };
  const claim = claimOf(frame, 0, 1, block, match, { kind, readings: members[0]! }, scene, state.scope, undefined);
  const { approximator: _, ...plain } = claim;
  const unit = kind === 'run' ? { unit: parseUnit('个') } : {};
  return [{ ...plain, ...unit, approximator: undefined, ...(members.length > 1 ? { others: members.slice(1) } : {}) }];
}

/** The words as they stand, with what lies between them. */
function textBetween(tokens: readonly Token[], first: Token, last: Token): Pick<Token, 'text' | 'start' | 'end'> {
  const inside = tokens.filter((t) => t.start >= first.start && t.end <= last.end);
  return { text: inside.map((t) => t.text).join(''), start: first.start, end: last.end };
}

/** 、增速居全省首位: the joint to what was said before. */
const withoutJoint = (words: readonly Token[]): readonly Token[] =>
  has(words[0], 'conjunction') && !has(words[1], 'period') ? words.slice(1) : words;
