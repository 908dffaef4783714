import { parseChineseInteger } from './numeral.js';
import {
  type Accumulation,
  firstMonth,
  isHalf,
  isQuarter,
  isYear,
  isYearToDate,
  lastMonth,
  type TimePeriod,
  timePeriod,
  yearOf,
} from './time-period.js';

/** A period as a text says it: the year may be missing or relative (去年 is −1), 末 marks a moment. */
export interface PeriodPhrase {
  readonly year?: number;
  readonly relativeYear?: number;
  /** 上年, 本年, 当年 count from the period in force; 去年, 今年, 明年 from the date of the text. */
  readonly ofPeriod?: true;
  readonly from: number;
  readonly to: number;
  /** 末/底: a moment at the end, for a stock. */
  readonly moment?: boolean;
  /** Says of itself that it runs from January: 1—9月, 前三季度, 上半年, 全年, 今年以来. */
  readonly cumulative?: boolean;
  /** Only a year, no months: 2019年, 去年. */
  readonly wholeYear?: boolean;
  /** Length of the text that was read. */
  readonly length: number;
}

const DASH = '[-‐-―－~～—–至到]{1,2}';
const YEAR =
  '(?:(?<year>(?:19|20)\\d{2})(?!\\d)\\s*年?|(?<cyear>[一二][〇零○一二三四五六七八九]{3})年|(?<relative>去年|上年|今年|本年|明年|前年|当年|同年))';
const MONTH_TEXT = '1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]';
const PART = [
  `(?<from>${MONTH_TEXT})\\s*月?份?\\s*${DASH}\\s*(?<to>${MONTH_TEXT})\\s*月份?`,
  `第?(?<fromQuarter>[一二三四1-4])(?:季度)?\\s*${DASH}\\s*第?(?<toQuarter>[一二三四1-4])季度`,
  '前(?<firstQuarters>[一二两三1-3])个?季度',
  '前(?<firstMonths>1[01]|[1-9]|十一?|[一二两三四五六七八九])个?月份?',
  // 三季末 and 三季报 say 三季度; 四季如春 does not.
  '第?(?<quarter>[一二三四1-4])季(?:度(?:当季|单季)?|(?=[末底报]|$))',
  '(?<half>[上下])半年',
  '(?<whole>全年度?|年度)',
  `(?<month>${MONTH_TEXT})\\s*月份?(?![\\d零〇一二三四五六七八九十]+日)`,
].join('|');
const MOMENT = '(?<moment>末|底)?';
const ISO =
  '(?<isoYear>(?:19|20)\\d{2})(?:[-年]?Q(?<isoQuarter>[1-4])|-?[SH](?<isoHalf>[12])|-A1|[-/.]?M?(?<isoFrom>0[1-9]|1[0-2])(?:\\.\\.|/\\k<isoYear>-)(?<isoTo>0[1-9]|1[0-2])|(?:-M?|M)(?<isoMonth>0[1-9]|1[0-2])(?!-?\\d)|(?<compactMonth>0[1-9]|1[0-2])(?!\\d))';
const AT = {
  iso: new RegExp(ISO, 'uy'),
  yearAndPart: new RegExp(`${YEAR}\\s*(?:的)?(?:${PART})${MOMENT}`, 'uy'),
  sinceJanuary: /(?<relative>今年|本年)以来/uy,
  year: /(?:(?<year>(?:19|20)\d{2})\s*年(?:全年度?|度)?|(?<cyear>[一二][〇零○一二三四五六七八九]{3})年(?:全年度?|度)?|(?<relative>去年|上年|今年|本年|明年|前年|当年)(?:全年度?|度)?)(?:年?(?<moment>末|底))?/uy,
  part: new RegExp(`(?:${PART})${MOMENT}`, 'uy'),
  bareYearEnd: /(?<!\p{Script=Han})年(?<moment>末|底)/uy,
};
const RELATIVE: Record<string, number> = { 去年: -1, 上年: -1, 今年: 0, 本年: 0, 当年: 0, 同年: 0, 明年: 1, 前年: -2 };
const CHINESE_DIGITS = '〇一二三四五六七八九';

type Groups = Record<string, string | undefined>;

const numberOf = (text: string): number => parseChineseInteger(text) ?? Number(text);

function monthsOf(g: Groups): { from: number; to: number; cumulative?: boolean } | undefined {
  if (g['from'] !== undefined && g['to'] !== undefined) {
    const from = numberOf(g['from']);
    const to = numberOf(g['to']);
    return from <= to ? { from, to, cumulative: from === 1 } : undefined;
  }
  if (g['fromQuarter'] !== undefined && g['toQuarter'] !== undefined) {
    const from = 3 * numberOf(g['fromQuarter']) - 2;
    const to = 3 * numberOf(g['toQuarter']);
    return from < to ? { from, to, cumulative: from === 1 } : undefined;
  }
  if (g['firstQuarters'] !== undefined) return { from: 1, to: 3 * numberOf(g['firstQuarters']), cumulative: true };
  if (g['firstMonths'] !== undefined) return { from: 1, to: numberOf(g['firstMonths']), cumulative: true };
  if (g['quarter'] !== undefined) {
    const q = numberOf(g['quarter']);
    return { from: 3 * q - 2, to: 3 * q };
  }
  if (g['half'] !== undefined) return g['half'] === '上' ? { from: 1, to: 6, cumulative: true } : { from: 7, to: 12 };
  if (g['whole'] !== undefined) return { from: 1, to: 12, cumulative: true };
  if (g['month'] !== undefined) {
    const m = numberOf(g['month']);
    return { from: m, to: m };
  }
  return { from: 1, to: 12, cumulative: true };
}

function yearFields(g: Groups): { year?: number; relativeYear?: number; ofPeriod?: true } {
  if (g['year'] !== undefined) return { year: Number(g['year']) };
  if (g['cyear'] !== undefined) {
    const digits = [...g['cyear'].replace(/[零○]/gu, '〇')].map((c) => CHINESE_DIGITS.indexOf(c));
    return { year: Number(digits.join('')) };
  }
  if (g['relative'] !== undefined)
    return {
      relativeYear: RELATIVE[g['relative']] ?? 0,
      ...(/^(?:上年|本年|当年|同年)$/u.test(g['relative']) ? { ofPeriod: true } : {}),
    };
  return {};
}

function isoPhrase(g: Groups, length: number): PeriodPhrase | undefined {
  const year = Number(g['isoYear']);
  if (g['isoQuarter'] !== undefined)
    return { year, from: 3 * Number(g['isoQuarter']) - 2, to: 3 * Number(g['isoQuarter']), length };
  if (g['isoHalf'] !== undefined)
    return { year, from: 6 * Number(g['isoHalf']) - 5, to: 6 * Number(g['isoHalf']), length };
  if (g['isoFrom'] !== undefined && Number(g['isoFrom']) > Number(g['isoTo'])) return undefined;
  if (g['isoFrom'] !== undefined)
    return { year, from: Number(g['isoFrom']), to: Number(g['isoTo']), cumulative: g['isoFrom'] === '01', length };
  const m = g['isoMonth'] ?? g['compactMonth'];
  return m === undefined
    ? { year, from: 1, to: 12, cumulative: true, wholeYear: true, length }
    : { year, from: Number(m), to: Number(m), length };
}

/** Every phrase of a period begins with one of these. Most characters of a text do not. */
const FIRST: ReadonlySet<string> = new Set('0123456789一二三四五六七八九十两〇去上今本明前当同第下全年');

/** Reads the period phrase that starts at `at`: the longest of the spellings known. Undefined where none starts. */
export function matchPeriodPhrase(text: string, at = 0): PeriodPhrase | undefined {
  if (!FIRST.has(text[at] ?? '')) return undefined;
  const exec = (re: RegExp) => {
    re.lastIndex = at;
    return re.exec(text);
  };
  const since = exec(AT.sinceJanuary);
  if (since) return { relativeYear: 0, from: 1, to: 12, cumulative: true, wholeYear: true, length: since[0].length };
  const full = exec(AT.yearAndPart) ?? exec(AT.year) ?? exec(AT.part);
  const iso = exec(AT.iso);
  const g = (full?.groups ?? {}) as Groups;
  const months = full ? monthsOf(g) : undefined;
  if (full && months && (!iso || full[0].length >= iso[0].length)) {
    const bare = !/[月季半]|全年|年度/u.test(full[0]);
    return {
      ...yearFields(g),
      from: months.from,
      to: months.to,
      ...(months.cumulative ? { cumulative: true } : {}),
      ...(g['moment'] !== undefined ? { moment: true } : {}),
      ...(bare ? { wholeYear: true } : {}),
      length: full[0].length,
    };
  }
  if (iso) return isoPhrase(iso.groups as Groups, iso[0].length);
  const end = exec(AT.bareYearEnd);
  return end ? { from: 1, to: 12, moment: true, wholeYear: true, length: end[0].length } : undefined;
}

/** Gives a phrase its year: its own, or `anchorYear` shifted by what the phrase says. */
export function resolvePeriod(phrase: PeriodPhrase, anchorYear: number): TimePeriod {
  return timePeriod(phrase.year ?? anchorYear + (phrase.relativeYear ?? 0), phrase.from, phrase.to);
}

/**
 * Reads a whole text as one period: 2019年, 2019年1-9月, 2019年前三季度, 2019年末, 2019-09, 2019/9, 2019-Q3, 2019-S1, 2019-01..09,
 * 截至2019年9月底 (January to September). Without a year in the text, `anchorYear` gives it. Undefined when the text is
 * anything else.
 */
export function parseTimePeriod(text: string, anchorYear?: number): TimePeriod | undefined {
  const trimmed = text.normalize('NFKC').trim();
  if (/^(?:19|20)\d{2}$/.test(trimmed)) return timePeriod(Number(trimmed), 1, 12);
  const short = /^((?:19|20)\d{2})[-/](0?[1-9]|1[0-2])$/.exec(trimmed);
  if (short) return timePeriod(Number(short[1]), Number(short[2]), Number(short[2]));
  const asOf = /^(?:截至|截止到?)/u.exec(trimmed)?.[0] ?? '';
  const phrase = matchPeriodPhrase(trimmed, asOf.length);
  if (!phrase || phrase.length !== trimmed.length - asOf.length) return undefined;
  if (phrase.year === undefined && anchorYear === undefined) return undefined;
  return resolvePeriod(asOf === '' ? phrase : { ...phrase, from: 1 }, anchorYear ?? 0);
}

const firstYear = (p: TimePeriod): number => Math.floor((p.end - p.months + 1) / 12);
const two = (n: number): string => String(n).padStart(2, '0');

/** SDMX spelling: 2019, 2019-S1, 2019-Q3, 2019-09; a year-to-date is named by its last month, another run by its ends. */
export function formatTimePeriod(p: TimePeriod, accumulation: Accumulation = 'period'): string {
  const y = String(yearOf(p)).padStart(4, '0');
  if (isYear(p)) return accumulation === 'year-to-date' ? `${y}-12` : y;
  if (accumulation === 'year-to-date' && isYearToDate(p)) return `${y}-${two(lastMonth(p))}`;
  if (p.months === 1) return `${y}-${two(lastMonth(p))}`;
  if (isQuarter(p)) return `${y}-Q${lastMonth(p) / 3}`;
  if (isHalf(p)) return `${y}-S${lastMonth(p) / 6}`;
  const from = firstYear(p) === yearOf(p) ? y : String(firstYear(p)).padStart(4, '0');
  return `${from}-${two(firstMonth(p))}..${from === y ? '' : `${y}-`}${two(lastMonth(p))}`;
}

/** Chinese spelling: 2019年, 2019年上半年, 2019年第三季度, 2019年9月, 2019年1—9月. */
export function formatPeriodInChinese(p: TimePeriod): string {
  const y = `${yearOf(p)}年`;
  if (isYear(p)) return y;
  if (p.months === 1) return `${y}${lastMonth(p)}月`;
  if (isQuarter(p)) return `${y}第${'一二三四'[lastMonth(p) / 3 - 1]}季度`;
  if (isHalf(p)) return `${y}${lastMonth(p) === 6 ? '上' : '下'}半年`;
  if (firstYear(p) !== yearOf(p)) return `${firstYear(p)}年${firstMonth(p)}月—${y}${lastMonth(p)}月`;
  return `${y}${firstMonth(p)}—${lastMonth(p)}月`;
}
