import type { CountQuery, Mark } from '../measures/query.js';
import { cellOf } from '../measures/rankable.js';
import { formatDecimal } from '../model/decimal.js';
import type { Claim } from './claim.js';
import { unreadClaim } from './claim-of.js';
import { type Frame, framesOf } from './frame.js';
import { peersMeant } from './peer-group.js';
import { type RankedMeasure, rankedMeasure } from './ranked-measure.js';
import type { ReadingContext } from './reading-context.js';
import type { SentenceState } from './sentence-state.js';
import { has, type Token, type TokenClass } from './token.js';

/*
 * ×个市增速高于全省 · 快递业务量超过百亿件的省份有×个 · ×个市负增长 · 其余×个省均实现增长: how many regions pass a mark.
 */

/** Words that may stand in such a clause; any other and it is not understood. */
const KNOWN: readonly TokenClass[] = [
  'number',
  'unit',
  'percent',
  'peer-noun',
  'term',
  'wide-area',
  'period',
  'growth-noun',
  'growth-noun-up',
  'change',
  'relation',
  'relation-after',
  'than',
  'mean',
  'filler',
  'two-digit',
  'link',
  'space',
  'of-which',
  'each',
  'conjunction',
  'the-rest',
  'before-number-above',
  'before-number-mark',
  'before-number-below',
  'after-number-at-least',
  'comparator',
  'ordinal',
  'level-noun',
];

/** The state behind a clause that counts regions; undefined where it does not, or not in words that are understood. */
export function readCount(
  clause: readonly Token[],
  before: SentenceState,
  block: number,
  context: ReadingContext,
): SentenceState | undefined {
  const frames = framesOf(clause);
  const counting = frames.findIndex((f) => f.unit[0]?.text === '个');
  const frame = frames[counting];
  const nouns = clause.some((t) => has(t, 'peer-noun'));
  if (
    !frame ||
    !(nouns || saysHowMany(frame, context)) ||
    frames.length > 2 ||
    !clause.every((t) => has(t, ...KNOWN) || isHarmless(t))
  )
    return undefined;
  const bound = frames.find((f) => f !== frame);
  const words = clause.filter((t) => t !== frame.number && t !== frame.unit[0]);
  const unread = bound ? [unreadClaim(bound, block, { code: 'attributive', args: { words: '' } }, [])] : [];
  const count = countOf(words, bound, before, context);
  if (!count) return isSetting(words) ? setting(frame, before, block) : undefined;
  const claims = [...unread, countClaim(frame, count, block)].sort((a, b) => a.number.start - b.number.start);
  return { ...count.measure.state, claims: [...before.claims, ...claims] };
}

/** 增速高于全省的有×个: the members of the own region where reports speak of them, without a word for them. */
function saysHowMany({ before, after }: Frame, { dictionary: { vocabulary } }: ReadingContext): boolean {
  const [verb, of] = [before[before.length - 1], before[before.length - 2]];
  const members = vocabulary.refAreas.members(vocabulary.home).some((a) => a.level !== 'county');
  return members && after.length === 0 && verb?.text === '有' && of?.text === '的';
}

/** 13个设区市中: among them. */
const isHarmless = (t: Token): boolean => (has(t, 'note') && !t.doubtful) || /^(?:中|里|内|当中)$/u.test(t.text);

/** 全省13个设区市中，: says among whom, and no more. */
const isSetting = (words: readonly Token[]): boolean =>
  words.every((t) => isHarmless(t) || has(t, 'wide-area', 'peer-noun', 'filler', 'link', 'space', 'ordinal'));

function setting(frame: Frame, before: SentenceState, block: number): SentenceState {
  const claim = unreadClaim(frame, block, { code: 'attributive', args: { words: '' } }, []);
  return { ...before, claims: [...before.claims, claim] };
}

interface Counted {
  readonly query: CountQuery;
  readonly measure: RankedMeasure;
}

function countOf(
  words: readonly Token[],
  bound: Frame | undefined,
  before: SentenceState,
  context: ReadingContext,
): Counted | undefined {
  const condition = conditionOf(words, bound);
  if (!condition) return undefined;
  // 高于全省 names whom they are held against; what stands before it names among whom.
  const named = words.filter((t) => t !== condition.area);
  const noun = condition.growth ? [...named, GROWTH] : named;
  const measure = rankedMeasure(noun, before, context);
  const peers = measure && peersMeant(named, before.scope.areas, context);
  if (!measure || !peers || (condition.growth && measure.kind !== 'growth')) return undefined;
  const of = measure.about(peers.codes[0]!);
  const mark = condition.mark ?? markOfArea(condition.area, measure);
  if (!mark) return undefined;
  const rest = words.some((t) => has(t, 'the-rest')) ? before.scope.areas.list : [];
  if (words.some((t) => has(t, 'the-rest')) && !rest.every((code) => peers.codes.includes(code))) return undefined;
  const query: CountQuery = {
    kind: 'count',
    of,
    peers,
    than: condition.than,
    mark,
    ...(rest.length > 0 ? { except: rest } : {}),
  };
  return { query, measure };
}

const GROWTH: Token = { text: '增速', start: 0, end: 0, classes: ['growth-noun'] };

/** 高于全省: the same figure of that region. A level has no mean that could be meant. */
function markOfArea(area: Token | undefined, { kind, about }: RankedMeasure): Mark | undefined {
  return kind === 'growth' && area?.areas?.length === 1 ? about(area.areas[0]!) : undefined;
}

interface Condition {
  readonly than: CountQuery['than'];
  readonly mark?: Mark;
  readonly area?: Token;
  /** The condition itself speaks of growth: 负增长. */
  readonly growth: boolean;
}

function conditionOf(words: readonly Token[], bound: Frame | undefined): Condition | undefined {
  const relation = words.find((t) => has(t, 'relation'));
  const after = words.find((t) => has(t, 'relation-after'));
  const above = words.find((t) => has(t, 'before-number-above', 'before-number-mark'));
  const below = words.find((t) => has(t, 'before-number-below'));
  const verb = words.find((t) => has(t, 'change'));
  if (bound) {
    const mark = markOf(bound);
    const least = words.some((t) => has(t, 'after-number-at-least'));
    const up = relation ? relation.direction?.relation?.sign === 1 : above !== undefined;
    const down = relation ? relation.direction?.relation?.sign === -1 : below !== undefined;
    if (!mark || (verb && !isUp(verb))) return undefined;
    const growth = verb !== undefined || bound.unit.some((t) => has(t, 'percent'));
    if (least) return up || down ? undefined : { than: 'not-below', mark, growth };
    return up ? { than: 'above', mark, growth } : down ? { than: 'below', mark, growth } : undefined;
  }
  const at = words.findIndex((t) => t === (relation ?? after ?? above));
  if (relation ?? above) {
    const area = words.slice(at + 1).find((t) => has(t, 'wide-area'));
    if (!area) return undefined;
    const up = relation ? relation.direction?.relation?.sign === 1 : true;
    return { than: up ? 'above' : 'below', area, growth: false };
  }
  if (after) {
    const than = words.findIndex((t) => has(t, 'than'));
    const area = than < 0 ? undefined : words.slice(than, at).find((t) => has(t, 'wide-area'));
    return area && { than: after.direction?.['relation-after']?.sign === 1 ? 'above' : 'below', area, growth: false };
  }
  if (!verb || below) return undefined;
  if (words.some((t) => has(t, 'two-digit')))
    return isUp(verb) ? { than: 'not-below', mark: { kind: 'mark', value: '10', unit: '%' }, growth: true } : undefined;
  return { than: isUp(verb) ? 'above' : 'below', mark: { kind: 'mark', value: '0', unit: '%' }, growth: true };
}

const isUp = (verb: Token): boolean => verb.direction?.change?.sign === 1;

/** 30%, 1亿件: the bound as it is written. */
function markOf({ number, unit }: Frame): Mark | undefined {
  const token = unit.find((t) => has(t, 'percent', 'unit'));
  if (number.number?.kind !== 'written' || !token?.unit) return undefined;
  return { kind: 'mark', value: formatDecimal(number.number.value), unit: token.unit.text };
}

function countClaim(frame: Frame, { query }: Counted, block: number): Claim {
  const { indicator, refArea, timePeriod } = cellOf(query.of);
  return {
    ...unreadClaim(frame, block, { code: 'attributive', args: { words: '' } }, []),
    kind: 'count',
    readings: [{ query, indicator, refArea, timePeriod }],
    pattern: 'count',
    problem: undefined,
  };
}
