import { formatPeriodInChinese } from '../model/time-period-text.js';
import type { Claim, ClaimKind, Evidence, Problem, SignWord, Span } from './claim.js';
import type { Built } from './claim-source.js';
import type { Frame } from './frame.js';
import { lexicon } from './lexicon/lexicon.js';
import type { PatternMatch } from './pattern.js';
import type { Scene } from './scene.js';
import type { Scope } from './scope.js';
import { APPROXIMATORS, BEFORE_NUMBER, has, type Token, type TokenClass } from './token.js';

const spanOf = (t: Token): Span => ({ start: t.start, end: t.end, text: t.text });

/** The claim of one number, with the words that will have to agree with its figure. */
export function claimOf(
  frame: Frame,
  index: number,
  length: number,
  block: number,
  match: PatternMatch,
  built: Built,
  scene: Scene,
  scope: Scope,
  groupUnit: Token | undefined,
): Claim {
  const unitToken = frame.unit.find((t) => has(t, 'unit', 'percent', 'points', 'times', 'places'));
  const comparator = match.captured['base']?.find((t) => has(t, 'comparator'));
  const progress = match.pattern.measure === 'ahead-of-time' ? progressSpan(frame) : undefined;
  const nth = frame.before.find((t) => has(t, 'nth'));
  const own = index > 0 ? ownVerb(frame, match) : undefined;
  const rates = ratesOf(match, built);
  return {
    kind: built.kind,
    block,
    number: { ...spanOf(frame.number), value: frame.number.number! },
    readings: built.readings,
    unit: groupUnit?.unit,
    unitSpan: unitToken && spanOf(unitToken),
    pattern: match.pattern.id,
    sign: own ?? signWord(match),
    comparator: progress ?? (comparator && spanOf(comparator)),
    approximator: approximatorOf(frame),
    rankWords:
      built.kind === 'rank' ? { nth: nth && spanOf(nth), joint: frame.before.some((t) => has(t, 'joint')) } : undefined,
    list: length > 1 && !own ? { index, length } : undefined,
    evidence: evidenceOf(match, scene, scope, unitToken),
    problem: built.problem,
    ...(built.only ? { only: built.only } : {}),
    ...(rates ? { rates } : {}),
    label: labelOf(frame),
  };
}

/** A number that was not read, and why. With a unit it may be a fact that no return carries. */
export function unreadClaim(frame: Frame, block: number, problem: Problem, words: readonly Token[]): Claim {
  const unitToken = frame.unit.find((t) => has(t, 'unit', 'percent', 'points', 'times', 'places'));
  const kind: ClaimKind = unitToken || words.some((t) => has(t, 'nth')) ? 'fact' : 'none';
  return {
    kind,
    block,
    number: { ...spanOf(frame.number), value: frame.number.number! },
    readings: [],
    unit: unitToken?.unit,
    unitSpan: unitToken && spanOf(unitToken),
    pattern: undefined,
    sign: undefined,
    comparator: undefined,
    approximator: approximatorOf(frame),
    rankWords: undefined,
    list: undefined,
    evidence: [],
    problem,
    label: labelOf(frame),
  };
}

function approximatorOf(frame: Frame): Claim['approximator'] {
  const before = frame.before[frame.before.length - 1];
  // 比上年多×万件: in front of a number 多 is a verb.
  const token = [...(has(before, ...BEFORE_NUMBER) ? [before!] : []), ...frame.unit].find((t) =>
    has(t, ...APPROXIMATORS),
  );
  const inside = frame.unit.find((t) => t.approximator !== undefined);
  if (inside) return { class: inside.approximator!, span: spanOf(inside) };
  return token && { class: token.classes.find((c) => APPROXIMATORS.includes(c))!, span: spanOf(token) };
}

/** Classes in which a verb carries the sign, by what the pattern asks. */
function signClasses({ measure, of }: PatternMatch['pattern']): readonly TokenClass[] {
  if (measure === 'rank') return ['place'];
  if (measure === 'ahead-of-time') return ['ahead', 'relation-after'];
  if (of === 'over-plan') return ['over-plan', 'ahead'];
  if (measure === 'pull') return ['drag', 'change'];
  if (of === 'relation' || of === 'relation-to-indicator') return ['relation', 'relation-after'];
  if (of === 'difference' || of === 'change-of-last') return ['pace', 'change', 'relation', 'relation-after'];
  return ['change', 'net-change', 'over-plan', 'pace', 'relation', 'relation-after'];
}

/** 分别增长×%和下降×%: a member with a verb of its own. */
function ownVerb(frame: Frame, { pattern }: PatternMatch): SignWord | undefined {
  const verb = frame.before.find((t) => has(t, 'change'));
  const direction = signClasses(pattern)
    .map((c) => verb?.direction?.[c])
    .find((d) => d !== undefined);
  return verb && direction && { ...spanOf(verb), ...direction, kind: 'verb' };
}

/** 比序时进度, 序时进度: what the completion of a plan is compared with. */
function progressSpan({ before }: Frame): Span | undefined {
  const at = before.findIndex((t) => has(t, 'time-progress'));
  if (at < 0) return undefined;
  const from = has(before[at - 1], 'than') ? before[at - 1]! : before[at]!;
  return {
    start: from.start,
    end: before[at]!.end,
    text: `${from === before[at] ? '' : from.text}${before[at]!.text}`,
  };
}

/** 扩大, 收窄 are said of a width: of two rates of one sign. */
const WIDTH = /^(?:扩大|收窄|缩小|加大|加深|减小)了?$/u;

function ratesOf({ captured }: PatternMatch, { kind, readings }: Built): Claim['rates'] {
  const query = readings[0]?.query;
  const ofGrowth = kind === 'difference' && query?.kind === 'rate-difference' && query.of.kind === 'growth';
  if (!ofGrowth) return undefined;
  if (has(captured['noun']?.[0], 'growth-noun-down')) return 'falling';
  return WIDTH.test(captured['verb']?.[0]?.text ?? '') ? 'rising' : undefined;
}

/** The verb, or the noun where there is no verb, that tells the sign. 增速 tells none: its number carries its own. */
function signWord({ pattern, captured }: PatternMatch): SignWord | undefined {
  const verb = captured['verb']?.[0];
  const direction = signClasses(pattern)
    .map((c) => verb?.direction?.[c])
    .find((d) => d !== undefined);
  const noun = captured['noun']?.[0];
  // 降幅收窄: of a rate below zero that has risen.
  const turned = pattern.measure === 'growth' && pattern.of !== undefined && has(noun, 'growth-noun-down');
  if (verb && direction)
    return { ...spanOf(verb), ...direction, ...(turned ? { sign: direction.sign === 1 ? -1 : 1 } : {}), kind: 'verb' };
  const partner = noun && pattern.measure === 'growth' && lexicon().nounPartners.get(noun.text);
  return noun && partner ? { ...spanOf(noun), ...partner, kind: 'noun' } : undefined;
}

function evidenceOf(match: PatternMatch, scene: Scene, scope: Scope, unit: Token | undefined): readonly Evidence[] {
  const captured = (name: string) => (match.captured[name] ?? []).map((t) => t.text);
  const all: Evidence[] = [
    { field: 'indicator', words: scope.entities.map((e) => e.words) },
    { field: 'refArea', words: scope.areas.words === '' ? [] : [scope.areas.words] },
    {
      field: 'timePeriod',
      words: scope.period.explicit ? [scope.period.words] : scope.period.candidates.map(formatPeriodInChinese),
    },
    { field: 'measure', words: [...captured('noun'), ...captured('verb'), ...captured('share')] },
    { field: 'base', words: captured('base') },
    { field: 'peers', words: [...captured('peers'), ...captured('others')] },
    { field: 'scenario', words: scope.scenario === 'plan' ? [scene.plan ?? scope.scenarioWords] : [] },
    { field: 'unit', words: unit ? [unit.text] : [] },
  ];
  return all.filter((e) => e.words.some((w) => w !== ''));
}

/** What a person would call this number in a list of facts: the words before it. */
function labelOf(frame: Frame): string {
  return frame.before
    .filter((t) => !has(t, 'space', 'ordinal', 'note'))
    .map((t) => t.text)
    .join('')
    .replace(/^[、，。；]+/u, '')
    .slice(-24);
}
