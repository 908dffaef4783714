import { samePeriod } from '../model/time-period.js';
import type { Problem } from './claim.js';
import { moodOf } from './mood.js';
import { isSceneWord } from './pattern.js';
import type { ReadingContext } from './reading-context.js';
import { periodScope, readScene } from './scene.js';
import type { AreaScope, PeriodScope } from './scope.js';
import type { SentenceState } from './sentence-state.js';
import { has, type Token } from './token.js';
import { topicOf } from './topic.js';

/** Endings that narrow what follows to a part: 从农村看, 在跨境领域, 剔除…后. */
const RESTRICTING =
  /(?:看|而言|来说|来讲|方面|当中|之中|中|领域|环节|地区|市场|板块|以内|之内|范围|口径|后|部分|其余|以外|之外|相比|比较|相对|期间|之际|时段|当天|当日|当周|旺季|淡季|假期|假日|黄金周|小长假|春节|国庆|中秋|端午|清明|五一|元旦|暑期|暑假|寒假|春运|[上中下]旬|周末|夜间|首日|首周)[”"]?$/u;
const EXCLUDING = /^(?:剔除|扣除|除去|除|不含|不包括|不计|若按|如按|按照|按)/u;

/**
 * A clause without a number still sets the scene: 2019年，… 与去年同期相比，… 全市快递业务量稳步增长，… What it says in words
 * that no table knows cannot be taken over; where it might narrow or move the subject, what leans on it is in doubt.
 */
export function applySilentClause(
  words: readonly Token[],
  before: SentenceState,
  context: ReadingContext,
  reached = false,
): SentenceState {
  const state = { ...before, growthSaid: words.some((t) => has(t, 'growth-noun', 'growth-noun-up', 'level-noun')) };
  const versus = comparedRegions(words);
  if (versus) return { ...state, versus };
  const tokens = withoutView(withoutFlat(words));
  const text = tokens
    .filter((t) => !has(t, 'note'))
    .map((t) => t.text)
    .join('');
  const compared = tokens.find((t) => has(t, 'comparator'))?.base;
  const noun = tokens.find((t) => has(t, 'growth-noun', 'growth-noun-up'));
  const head = compared ? { comparator: compared, comparedBy: 'head' as const } : {};
  if (!tokens.some((t) => has(t, 'unknown', 'date') || t.doubtful))
    return understood(tokens, { ...state, ...head, noun: noun ?? state.noun }, context, reached, isWideView(words));
  const { scope } = state;
  const doubt = doubtOf(tokens, text, state, context);
  const terms = tokens.some((t) => has(t, 'term'));
  const scene = terms
    ? readScene(
        tokens.filter((t) => has(t, 'term', 'conjunction')),
        { ...scope, opening: state.opening },
        context,
      )
    : undefined;
  const subject = scene?.entities?.[scene.entities.length - 1]?.subject;
  return {
    ...state,
    ...head,
    mentioned: mentionedIn(words) ?? state.mentioned,
    noun: noun ?? (terms ? undefined : state.noun),
    topic: scene?.entities ? topicOf(scene.entities, context.dictionary.vocabulary.catalogue) : state.topic,
    opening: state.opening && !terms,
    scope: {
      ...scope,
      ...(scene?.entities && !scene.problem ? { entities: scene.entities, subject: subject ?? scope.subject } : {}),
      doubt: isSticky(scope.doubt)
        ? scope.doubt
        : (doubt ?? (terms && scope.doubt?.code === 'leans-on-unread' ? undefined : scope.doubt)),
    },
  };
}

/** 与芜湖相比，…: regions, and nothing else. */
function comparedRegions(words: readonly Token[]): readonly string[] | undefined {
  if (!has(words[0], 'conjunction', 'than')) return undefined;
  const end = words.findLastIndex((t) => has(t, 'area', 'wide-area', 'mean')) + 1;
  const named = words.slice(1, end).filter((t) => !has(t, 'mean'));
  const rest = words
    .slice(end)
    .map((t) => t.text)
    .join('');
  const alone = named.every((t, i) =>
    i % 2 === 1 ? has(t, 'conjunction') : has(t, 'area', 'wide-area') && t.areas?.length === 1,
  );
  const regions = named.flatMap((t) => t.areas ?? []);
  return alone && regions.length > 0 && /^(?:相比|比较|相比较|相比之下|对比)$/u.test(rest) ? regions : undefined;
}

/** 与上年同期持平: what the figure is flat against is not what the next clause speaks of. */
function withoutFlat(tokens: readonly Token[]): readonly Token[] {
  const flat = tokens.findIndex((t) => has(t, 'flat'));
  if (flat < 0) return tokens;
  let from = flat;
  while (from > 0 && has(tokens[from - 1], 'period', 'same-period', 'comparator', 'conjunction', 'than')) from -= 1;
  return [...tokens.slice(0, from), ...tokens.slice(flat + 1)];
}

/** 从中部地区看, 从9月份看, 快递业务方面: sets the region, the period or the subject, like the name alone. */
function withoutView(tokens: readonly Token[]): readonly Token[] {
  const [first, last] = [tokens[0], tokens[tokens.length - 1]];
  const named = tokens.slice(1, -1);
  const view = tokens.length > 2 && has(first, 'from') && /^来?看$/u.test(last?.text ?? '');
  const aspect = last?.text === '方面' && tokens.length === 2 && has(first, 'term');
  if (aspect) return tokens.slice(0, 1);
  return view && named.every((t) => has(t, 'area', 'wide-area', 'period')) ? named : tokens;
}

/** 从全国看，…: of the country, or of how the own region stands in it. */
const isWideView = (tokens: readonly Token[]): boolean =>
  withoutView(tokens) !== tokens && has(tokens[0], 'from') && tokens.slice(1, -1).every((t) => has(t, 'wide-area'));

const widened = (view: AreaScope | undefined, own: AreaScope): AreaScope | undefined =>
  view && { ...own, alternatives: [...new Set([...own.alternatives, ...view.alternatives])] };

function understood(
  words: readonly Token[],
  state: SentenceState,
  context: ReadingContext,
  reached: boolean,
  wideView: boolean,
): SentenceState {
  const cue = words.findIndex((t) => !isSceneWord(t));
  const tokens = cue < 0 ? words : words.slice(0, cue);
  const scene = readScene(tokens, { ...state.scope, opening: state.opening }, context);
  const { scope } = state;
  const clash = scene.period && clashes(state.pending, scene.period);
  // 主要目标是： announces plans; 圆满完成全年目标 says what came of them.
  const announced = words.some((t) => has(t, 'plan') && !has(t, 'goal'));
  const plan = scene.plan !== undefined && (announced || !reached);
  return {
    ...state,
    opening: state.opening && scene.entities === undefined,
    topic: scene.entities ? topicOf(scene.entities, context.dictionary.vocabulary.catalogue) : state.topic,
    ofWhich: scene.ofWhich,
    sentenceOnly: state.sentenceOnly || (scene.ofWhich && scene.period !== undefined),
    scope: {
      ...scope,
      period: scene.period ?? scope.period,
      areas: (wideView ? widened(scene.areas, scope.areas) : scene.areas) ?? scope.areas,
      entities: scene.entities ?? scope.entities,
      subject: scene.entities?.[scene.entities.length - 1]?.subject ?? scope.subject,
      ...(plan ? { scenario: 'plan' as const, scenarioWords: scene.plan ?? '' } : {}),
      doubt:
        scene.problem ??
        (clash ? { code: 'periods-clash', args: { words: [state.pending!.words, scene.period!.words] } } : scope.doubt),
    },
    pending: scene.period ?? state.pending,
  };
}

/** 南京海关统计显示: the name of an office, and no region. */
const OFFICE = /^[^，。]{0,8}?(?:海关|局|厅|委|院|署|公司|协会|商会|政府|大学|关区|机场|港)/u;

/** 合肥要当好龙头: the region that a clause begins with. */
function mentionedIn([first, next]: readonly Token[]): readonly string[] | undefined {
  if (!has(first, 'area') || first?.areas?.length !== 1 || (has(next, 'unknown') && OFFICE.test(next!.text)))
    return undefined;
  return first.areas;
}

/** Two periods named one after the other, neither within the other and nothing said of the first: 截至9月底，上半年… */
export function clashes(pending: PeriodScope | undefined, next: PeriodScope): boolean {
  const [a, b] = [pending?.candidates[0], next.candidates[0]];
  return a !== undefined && b !== undefined && !(b.end <= a.end && b.end - b.months >= a.end - a.months);
}

/** Why figures after this clause that do not name their own subject, region or period cannot be trusted. */
function doubtOf(
  tokens: readonly Token[],
  text: string,
  { scope }: SentenceState,
  context: ReadingContext,
): Problem | undefined {
  // 省局×副局长在×月×日的新闻通气会上介绍: says when it was said, and nothing of the figures.
  if (tokens.some((t) => has(t, 'date')) && isEvent(tokens, text)) return undefined;
  const mood = moodOf(tokens);
  if (mood) return mood;
  const date = tokens.find((t) => has(t, 'date'));
  if (date) return { code: 'period-mentioned', args: { words: date.text } };
  if (RESTRICTING.test(text) || EXCLUDING.test(text)) return { code: 'restricted', args: { words: text } };
  // 稳居全省前列 ranks among them and does not speak of them.
  const compared = tokens.findIndex((t) => has(t, 'relation', 'beside'));
  const area = tokens.find(
    (t, i) =>
      !(compared >= 0 && i > compared && has(tokens[i - 1], 'conjunction')) &&
      has(t, 'area', 'wide-area') &&
      !/[中里]$/u.test(t.text) &&
      !has(tokens[i - 1], 'rank', 'relation', 'share', 'beside', 'before-number-above'),
  );
  if (area && !(area.areas?.length === 1 && scope.areas.list.includes(area.areas[0]!)))
    return { code: 'area-mentioned', args: { words: area.text } };
  const period = tokens.find((t) => has(t, 'period'));
  if (period?.periods) return { code: 'period-mentioned', args: { words: period.text } };
  if (period) {
    const said = periodScope(period, scope.period, context).candidates[0];
    if (!said || !scope.period.candidates.some((p) => samePeriod(p, said)))
      return { code: 'period-mentioned', args: { words: period.text } };
  }
  return modified(tokens) ? { code: 'unknown-modifier', args: { words: text } } : undefined;
}

const EVENT = /(?:会上|会议|发布会|通气会|座谈会|介绍|通报|召开|发布|消息|获悉|印发|举行|公布|指出|强调|说)/u;

/** An occasion: a day of its own, and no region, subject or month beside it. */
const isEvent = (tokens: readonly Token[], text: string): boolean =>
  EVENT.test(text) &&
  !tokens.some((t) => has(t, 'area', 'wide-area', 'term', 'period', 'comparator') || t.period?.asOf) &&
  !/截至|截止/u.test(text);

/** What narrows the whole sentence is not forgotten for what is doubtful besides. */
export const isSticky = (doubt: Problem | undefined): boolean =>
  doubt?.code === 'restricted' || doubt?.code === 'supposed' || doubt?.code === 'periods-clash';

/** An unknown word right before the indicator (农村快递业务量), a part of it behind (快递业务量中的冷链件), or another subject. */
function modified(tokens: readonly Token[]): boolean {
  const first = tokens.findIndex((t) => has(t, 'term'));
  if (first < 0) return true;
  const before = tokens[first - 1];
  if (before && has(before, 'unknown') && before.end === tokens[first]!.start) return true;
  const after = tokens[first + 1];
  return after !== undefined && has(after, 'unknown') && /^(?:[中里内之的]|当中|其他)/u.test(after.text);
}
