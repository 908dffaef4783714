import { lastMonth, samePeriod, timePeriod, yearOf } from '../model/time-period.js';
import type { Problem } from './claim.js';
import { together } from './months-together.js';
import type { PatternMatch } from './pattern.js';
import { periodsOf } from './periods.js';
import type { ReadingContext } from './reading-context.js';
import type { Scene } from './scene.js';
import type { PeriodScope } from './scope.js';
import type { SentenceState } from './sentence-state.js';
import { clashes, isSticky } from './silent-clause.js';
import { alsoNamed } from './those-named.js';
import { topicOf } from './topic.js';

/** What the scene says is in force from here on. Naming a thing anew clears the doubt about it. */
export function withScene(
  state: SentenceState,
  scene: Scene,
  context: ReadingContext,
  match: PatternMatch,
): SentenceState {
  const { scope } = state;
  const base = match.captured['base']?.[0]?.base;
  const entities = scene.entities ?? scope.entities;
  const subject = scene.entities?.[scene.entities.length - 1]?.subject ?? scope.subject;
  const clash = scene.period && clashes(state.pending, scene.period);
  const named = scene.period ?? sinceJanuary(state, scene) ?? scope.period;
  const said = scene.total && !scene.respectively ? together(named) : named;
  const period = { ...said, candidates: periodsOf(said, scene, 'flow') };
  const future =
    scene.estimate !== undefined && period.candidates.some((p) => context.period && yearOf(p) > yearOf(context.period));
  const plan = scene.plan !== undefined || future;
  const forecast = isForecast(scene, scope.period, period, future);
  const kept = scope.doubt && cleared(scope.doubt, scene, match) ? undefined : scope.doubt;
  const doubt: Problem | undefined = clash
    ? { code: 'periods-clash', args: { words: [state.pending!.words, scene.period!.words] } }
    : forecast
      ? { code: 'supposed', args: { words: scene.estimate! } }
      : kept;
  const noun = match.captured['noun']?.[0];
  return {
    ...state,
    ...(base ? { comparator: base, comparedBy: isPlain(match) ? ('growth' as const) : ('points' as const) } : {}),
    noun: noun ?? (scene.entities || isPlain(match) || match.pattern.measure === 'level' ? undefined : state.noun),
    named: alsoNamed(state.named, scene.entities ?? []),
    topic: scene.entities ? topicOf(scene.entities, context.dictionary.vocabulary.catalogue) : state.topic,
    pending: undefined,
    listedBy: scene.entities || scene.areas || scene.period ? undefined : state.listedBy,
    opening: state.opening && scene.entities === undefined,
    sentenceOnly: state.sentenceOnly || (scene.ofWhich && scene.period !== undefined),
    scope: {
      ...scope,
      period,
      areas: scene.areas ?? scope.areas,
      entities,
      subject,
      doubt,
      ...(plan ? { scenario: 'plan' as const, scenarioWords: scene.plan ?? scene.estimate ?? '' } : {}),
      ...(scene.actual ? { scenario: 'actual' as const, scenarioWords: '' } : {}),
    },
  };
}

/**
 * 预计 of a year just closed is its first count. Of a period that ends after the one that the text speaks of (一季度…，预计上半年…),
 * and wherever one hopes (有望), it is a forecast that no return carries.
 */
const isForecast = ({ estimate }: Scene, before: PeriodScope, now: PeriodScope, planned: boolean): boolean =>
  estimate !== undefined &&
  !planned &&
  (estimate.startsWith('有望') ||
    (before.explicit && now.candidates.some((p) => before.candidates.every((b) => p.end > b.end))));

/** 8月份×万件，…累计×万件: 累计 behind figures of that month is no contradiction. It runs from January. */
function sinceJanuary(
  { scope, claims }: SentenceState,
  { cumulative, currentMonth, entities }: Scene,
): PeriodScope | undefined {
  const [month] = scope.period.candidates;
  const said = claims.some(
    (c) => c.readings.length > 0 && c.readings.every((r) => month && samePeriod(r.timePeriod, month)),
  );
  if (!cumulative || currentMonth || entities || !said || scope.period.candidates.length !== 1 || month?.months !== 1)
    return undefined;
  return { ...scope.period, candidates: [timePeriod(yearOf(month), 1, lastMonth(month))] };
}

/** A growth, an increase or a multiple of the figure itself, not of its rate. */
export const isPlain = ({ pattern: { measure, of } }: PatternMatch): boolean =>
  ['growth', 'increase', 'multiple'].includes(measure) &&
  (of === undefined || ['times', 'bare', 'net', 'behind'].includes(of));

const SEASON = /(?:期间|之际|时段|旺季|淡季)$/u;

function cleared(doubt: Problem, scene: Scene, { pattern }: PatternMatch): boolean {
  if (doubt.code === 'area-mentioned') return scene.areas !== undefined;
  if (doubt.code === 'period-mentioned') return scene.period !== undefined;
  // 迎峰度夏期间，7月用电量×: the month that is named is the whole month.
  if (doubt.code === 'restricted' && SEASON.test(String(doubt.args['words']))) return scene.period !== undefined;
  // 日均×万件，单票收入×元: a price says by itself what it is of.
  if (doubt.code === 'of-derived-measure' && pattern.measure === 'unit-price' && !scene.period) return true;
  // 日均×万件，占全省的×%: what is a share of the average is one of the whole.
  if (doubt.code === 'of-derived-measure' && pattern.measure === 'share' && doubt.args['measure'] === 'average')
    return true;
  if (pattern.of === 'mean' || pattern.of === 'to-mean') return doubt.code === 'of-derived-measure';
  // 月均×亿件，其中11月单月×亿件: of the month alone there is no average.
  if (doubt.code === 'of-derived-measure' && scene.currentMonth && scene.period && pattern.measure === 'level')
    return true;
  if (doubt.code === 'of-derived-measure' && (scene.per !== undefined || scene.reach)) return true;
  return !isSticky(doubt) && scene.entities !== undefined;
}
