import { parseChineseInteger } from '../model/numeral.js';
import { matchPeriodPhrase, type PeriodPhrase } from '../model/time-period-text.js';
import type { Token } from './token.js';

const JOINT = '[、,，和与及]';
/** 一、二、三季度 */
const QUARTERS = new RegExp(`第?[一二三四1-4](?:${JOINT}第?[一二三四1-4])+(?=个?季度)`, 'uy');
/** 各季度, 四个季度: those of the year. */
const EACH_QUARTER = /(?:各个?季度|各季|四个季度)/uy;
/** 7、8、9月份, 7、8两个月 */
const MONTHS = /(?:1[0-2]|[1-9])(?:[、和及](?:1[0-2]|[1-9]))+(?=月份?|[两三四]个月)/uy;
/** 2017、2018和2019年 */
const YEARS = /(?:19|20)\d{2}(?:[、和及](?:19|20)\d{2})+(?=年|[两三四五]年)/uy;
/** 2017—2019年, 2015年至2019年 */
const SPAN = /((?:19|20)\d{2})年?[-‐-―－~～—–至到]{1,2}((?:19|20)\d{2})(?=年(?![\d]))/uy;
const LONGEST_SPAN = 20;

/** “十三五”期间: the years of a five-year plan. */
const PLAN = /[“"'‘]?(?<plan>十[一二三四五六]?)五[”"'’]?(?:规划)?(?:期间|时期)/uy;
const FIRST_PLAN_YEAR = 1953;

/** Every list begins with one of these. */
const FIRST: ReadonlySet<string> = new Set('0123456789第一二三四十去今上本各“"\'‘');

/**
 * Periods that share their last word. The year in front of the list, where there is one, is that of each. At the head of a
 * line (`first`) 1、9月 is a number of the paragraph and a month; only neighbours are a list there.
 */
export function matchPeriodList(text: string, at: number, first = false): Token | undefined {
  if (!FIRST.has(text[at]!)) return undefined;
  const own = /^(?:(?:19|20)\d{2}年|去年|今年|上年|本年)/u.exec(text.slice(at, at + 5))?.[0] ?? '';
  const from = at + own.length;
  const found = parts(text, at, from, own, QUARTERS, '季度') ?? parts(text, at, from, own, MONTHS, '月');
  if (found && first && own === '' && !areNeighbours(found)) return undefined;
  return span(text, at) ?? years(text, at) ?? plan(text, at) ?? eachQuarter(text, at, from, own) ?? found;
}

function eachQuarter(text: string, at: number, from: number, own: string): Token | undefined {
  const found = exec(EACH_QUARTER, text, from)?.[0];
  if (found === undefined) return undefined;
  const members = ['一', '二', '三', '四'].map((q) => matchPeriodPhrase(`${own}${q}季度`));
  return listToken(text, at, from + found.length, members);
}

const areNeighbours = ({ periods = [] }: Token): boolean =>
  periods.every((p, i) => i === 0 || p.from === periods[i - 1]!.to + 1);

const areYearByYear = ({ periods = [] }: Token): boolean =>
  periods.every((p, i) => i === 0 || p.year === (periods[i - 1]!.year ?? 0) + 1);

/** 十三五 is 2016—2020: plans of five years, the first from 1953 (with 1963—1965 between the second and the third). */
function plan(text: string, at: number): Token | undefined {
  const found = exec(PLAN, text, at);
  if (!found) return undefined;
  const number = parseChineseInteger(found.groups!['plan']!) ?? 0;
  const from = FIRST_PLAN_YEAR + 5 * (number - 1) + (number > 2 ? 3 : 0);
  const members = Array.from({ length: 5 }, (_, i) => matchPeriodPhrase(`${from + i}年`));
  const token = listToken(text, at, at + found[0].length, members);
  return token && { ...token, span: 'counted' };
}

const exec = (expression: RegExp, text: string, at: number): RegExpExecArray | null => {
  expression.lastIndex = at;
  return expression.exec(text);
};

const listToken = (
  text: string,
  start: number,
  end: number,
  phrases: readonly (PeriodPhrase | undefined)[],
): Token | undefined => {
  const periods = phrases.flatMap((p) => p ?? []);
  return periods.length === phrases.length && periods.length > 1
    ? { text: text.slice(start, end), start, end, classes: ['period'], periods }
    : undefined;
};

function parts(
  text: string,
  at: number,
  from: number,
  own: string,
  expression: RegExp,
  word: string,
): Token | undefined {
  const found = exec(expression, text, from)?.[0];
  if (found === undefined) return undefined;
  const behind = /^(?:个?季度|月份?|[两三四]个月)/u.exec(text.slice(from + found.length))?.[0] ?? word;
  const members = found.split(new RegExp(JOINT, 'u')).map((m) => matchPeriodPhrase(`${own}${m}${word}`));
  return listToken(text, at, from + found.length + behind.length, members);
}

function years(text: string, at: number): Token | undefined {
  const found = exec(YEARS, text, at)?.[0];
  if (found === undefined) return undefined;
  const members = found.split(new RegExp(JOINT, 'u')).map((y) => matchPeriodPhrase(`${y}年`));
  const behind = /^年?[两三四五]年|^年/u.exec(text.slice(at + found.length))?.[0] ?? '';
  const token = listToken(text, at, at + found.length + behind.length, members);
  // 2022、2023两年, 2022、2023年: each of them counts.
  return token && (/[两三四五]/u.test(behind) || areYearByYear(token)) ? { ...token, span: 'counted' } : token;
}

function span(text: string, at: number): Token | undefined {
  const found = exec(SPAN, text, at);
  if (!found) return undefined;
  const [first, last] = [Number(found[1]), Number(found[2])];
  if (last <= first || last - first > LONGEST_SPAN) return undefined;
  const members = Array.from({ length: last - first + 1 }, (_, i) => matchPeriodPhrase(`${first + i}年`));
  const token = listToken(text, at, at + found[0].length + 1, members);
  return token && { ...token, span: 'named' };
}
