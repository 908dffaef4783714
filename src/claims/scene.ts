import { parseChineseInteger } from '../model/numeral.js';
import { isYear, shiftYears, type TimePeriod, timePeriod, yearOf } from '../model/time-period.js';
import { resolvePeriod } from '../model/time-period-text.js';
import type { Problem } from './claim.js';
import { readEntities } from './entity.js';
import { withoutHead } from './head-noun.js';
import { distinctPeriods } from './periods.js';
import type { ReadingContext } from './reading-context.js';
import type { AreaScope, Entity, PeriodScope } from './scope.js';
import { has, type Token } from './token.js';

/** What the words in front of a pattern say. A field is absent where they do not speak of it. */
export interface Scene {
  readonly period?: PeriodScope;
  readonly areas?: AreaScope;
  readonly entities?: readonly Entity[];
  readonly ofWhich: boolean;
  readonly cumulative: boolean;
  readonly currentMonth: boolean;
  readonly currentQuarter: boolean;
  readonly per?: 'day' | 'month' | 'head';
  readonly total: boolean;
  /** 三者: as many of those just named. */
  readonly those?: string;
  readonly each: boolean;
  /** 由上年的×: the period is that of this number alone. */
  readonly from: boolean;
  /** 提高到×: where what came before has got to. */
  readonly reach: boolean;
  readonly respectively: boolean;
  readonly plan?: string;
  /** 实际完成: what came of a plan. */
  readonly actual: boolean;
  readonly estimate?: string;
  readonly problem?: Problem;
}

interface Carried {
  readonly period: PeriodScope;
  readonly entities: readonly Entity[];
  readonly subject: string | undefined;
  readonly opening: boolean;
}

/** Reads the words that set the scene. */
export function readScene(tokens: readonly Token[], carried: Carried, context: ReadingContext): Scene {
  const periods = tokens.filter((t) => has(t, 'period'));
  const said = readPeriods(tokens, carried.period, context);
  const period = said && tokens.some((t) => has(t, 'same-period')) ? sameMonths(said, carried.period) : said;
  const areas = readAreas(tokens);
  const terms = tokens.some((t) => has(t, 'term'));
  const { catalogue } = context.dictionary.vocabulary;
  const named = terms ? withoutHead(tokens, readEntities(tokens, carried, catalogue), catalogue) : undefined;
  const entities = named && 'code' in named ? [] : named;
  const problem: Problem | undefined =
    periods.length > 0 && !period
      ? { code: 'several-periods', args: { words: periods.map((t) => t.text) } }
      : period && period.candidates.length === 0 && !period.list
        ? { code: 'year-of-text-unknown', args: { words: periods[0]!.text } }
        : named && 'code' in named
          ? named
          : mixedList(tokens);
  const plan = tokens.find((t) => has(t, 'plan', 'goal'))?.text;
  const estimate = tokens.find((t) => has(t, 'estimate'))?.text;
  const those = tokens.find((t) => has(t, 'those'))?.text;
  return {
    ...(period ? { period } : {}),
    ...(areas ? { areas } : {}),
    ...(entities ? { entities } : {}),
    ofWhich: tokens.some((t) => has(t, 'of-which')),
    cumulative: tokens.some((t) => has(t, 'cumulative')),
    currentMonth: tokens.some((t) => has(t, 'current-month')),
    currentQuarter: tokens.some((t) => has(t, 'current-quarter')),
    ...(tokens.some((t) => has(t, 'per-day')) ? { per: 'day' as const } : {}),
    ...(tokens.some((t) => has(t, 'per-month')) ? { per: 'month' as const } : {}),
    ...(tokens.some((t) => has(t, 'per-head')) ? { per: 'head' as const } : {}),
    total: tokens.some((t) => has(t, 'total')),
    each: tokens.some((t) => has(t, 'each')),
    from: tokens.some((t) => has(t, 'from')),
    reach: tokens.some((t) => has(t, 'reach', 'turn')),
    actual: tokens.some((t) => has(t, 'actual')),
    respectively: tokens.some((t) => has(t, 'respectively')),
    ...(plan === undefined ? {} : { plan }),
    ...(estimate === undefined ? {} : { estimate }),
    ...(those === undefined ? {} : { those }),
    ...(problem ? { problem } : {}),
  };
}

/**
 * The period that the words name, or the list of periods: 9月、10月和11月. A year right in front of a part of it is one
 * phrase with it (2019年 一、二季度). Undefined where several are named that are no list.
 */
function readPeriods(tokens: readonly Token[], carried: PeriodScope, context: ReadingContext): PeriodScope | undefined {
  const back = tokens.find((t) => has(t, 'years-back'));
  if (back) return yearsBack(back, carried);
  const found: PeriodScope[] = [];
  let joined = true;
  let scope = carried;
  for (const token of tokens) {
    if (has(token, 'conjunction')) joined = true;
    if (!has(token, 'period')) continue;
    const before = found[found.length - 1];
    const refines = before && !joined && !before.list && isWholeYear(before) && ownYear(token) === undefined;
    if (before && !joined && !refines) return undefined;
    scope = token.periods ? listScope(token, scope, context) : periodScope(token, scope, context);
    if (refines) found.pop();
    found.push(scope);
    joined = false;
  }
  if (found.length <= 1) return found[0];
  const list = found.flatMap((p) => p.list ?? (p.candidates.length === 1 && !p.asOf ? p.candidates : []));
  const clear = list.length === found.reduce((n, p) => n + (p.list?.length ?? 1), 0);
  if (!clear || distinctPeriods(list).length < list.length) return undefined;
  return { candidates: [], list, explicit: true, asOf: false, words: found.map((p) => p.words).join('、') };
}

/** 由上年同期的×: the months in force, in the year that is named. */
function sameMonths(named: PeriodScope, { candidates }: PeriodScope): PeriodScope {
  const [then] = named.candidates;
  if (!then || named.candidates.length !== 1 || !isYear(then) || candidates.length === 0) return named;
  return { ...named, candidates: distinctPeriods(candidates.map((p) => shiftYears(p, yearOf(then) - yearOf(p)))) };
}

/** 近五年: as many years up to the one in force. */
function yearsBack(token: Token, { candidates, asOf }: PeriodScope): PeriodScope {
  const years = parseChineseInteger(/[两三四五十]/u.exec(token.text)?.[0] ?? '') ?? 0;
  const last = candidates.length === 1 && isYear(candidates[0]!) ? candidates[0] : undefined;
  const list = last && Array.from({ length: years }, (_, i) => shiftYears(last, i + 1 - years));
  return {
    candidates: [],
    ...(list ? { list, span: 'counted' as const } : {}),
    explicit: true,
    asOf,
    words: token.text,
  };
}

const isWholeYear = ({ candidates }: PeriodScope): boolean => candidates.length === 1 && isYear(candidates[0]!);
const ownYear = (token: Token) =>
  (token.periods?.[0] ?? token.period)?.year ?? (token.periods?.[0] ?? token.period)?.relativeYear;

function listScope(token: Token, carried: PeriodScope, context: ReadingContext): PeriodScope {
  const each = token.periods!.map((period) => periodScope({ ...token, period }, carried, context).candidates);
  const list = each.flatMap((c) => (c.length === 1 ? c : []));
  return {
    candidates: [],
    ...(list.length === each.length ? { list } : {}),
    ...(token.span ? { span: token.span } : {}),
    explicit: true,
    asOf: false,
    words: token.text,
  };
}

/** The period of a phrase: its own year, else the one in force; 今年 needs the year in which the text speaks. */
export function periodScope(token: Token, carried: PeriodScope, { period, year }: ReadingContext): PeriodScope {
  const phrase = token.period!;
  const said = carried.candidates.length > 0 ? carried.candidates : (carried.list ?? []);
  const inForce = said.length > 0 ? said : period ? [period] : [];
  const anchors =
    phrase.relativeYear === undefined || phrase.ofPeriod
      ? [...new Set(inForce.map(yearOf))]
      : year === undefined
        ? speakingYears(period)
        : [year];
  const ahead = (phrase.relativeYear ?? 0) > 0 && !phrase.ofPeriod && year === undefined && period !== undefined;
  const found =
    phrase.year === undefined
      ? (ahead ? [yearOf(period)] : anchors).flatMap((y) => sinceJanuary(resolvePeriod(phrase, y), phrase, period))
      : [resolvePeriod(phrase, phrase.year)];
  const asOf = token.period?.asOf === true || phrase.moment === true;
  return { candidates: found, explicit: true, asOf, words: token.text };
}

/** A project whose period is a month or quarter speaks within that year; one of a whole year may speak in it or after it. */
function speakingYears(period: TimePeriod | undefined): readonly number[] {
  if (!period) return [];
  return period.months === 12 ? [yearOf(period), yearOf(period) + 1] : [yearOf(period)];
}

/** 今年以来 runs to the last month that the project reports on. */
function sinceJanuary(found: TimePeriod, phrase: Token['period'], project: TimePeriod | undefined): TimePeriod {
  const open = project && phrase?.relativeYear === 0 && phrase.wholeYear === true && yearOf(found) === yearOf(project);
  return open ? timePeriod(yearOf(project), 1, (project.end % 12) + 1) : found;
}

function readAreas(tokens: readonly Token[]): AreaScope | undefined {
  const named = tokens.filter((t) => has(t, 'area', 'wide-area'));
  const first = named[0];
  if (!first) return undefined;
  const words = named.map((t) => t.text).join('、');
  if (named.length === 1 && !first.list) {
    const codes = first.areas ?? [];
    return { list: codes.length === 1 ? codes : [], alternatives: codes, explicit: true, words };
  }
  if (named.some((t) => !t.list && (t.areas?.length ?? 0) !== 1))
    return { list: [], alternatives: [], explicit: true, words };
  const list = named.flatMap((t) => t.areas ?? []);
  return { list, alternatives: list, explicit: true, words };
}

/**
 * Lists may run over regions or over indicators: 石家庄、保定快递业务量, 邯郸市快递业务量和业务收入. Regions and indicators in
 * turn (石家庄快递业务量和保定业务收入), or regions in a row without a joint, are not read.
 */
function mixedList(tokens: readonly Token[]): Problem | undefined {
  const items: { areas: number; terms: number }[] = [{ areas: 0, terms: 0 }];
  for (const token of tokens) {
    const item = items[items.length - 1]!;
    if (has(token, 'area', 'wide-area')) item.areas += 1;
    else if (has(token, 'term')) item.terms += 1;
    else if (has(token, 'conjunction')) items.push({ areas: 0, terms: 0 });
  }
  const firstTerm = items.findIndex((i) => i.terms > 0);
  const late = firstTerm >= 0 && items.some((i, k) => k > firstTerm && i.areas > 0);
  if (late || items.some((i) => i.areas > 1)) return { code: 'mixed-list', args: {} };
  return undefined;
}
