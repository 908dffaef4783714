import { type HeadingVocabulary, parseHeading } from '../../catalogue/heading.js';
import type { HeadingPhrase } from '../../catalogue/heading-phrase.js';
import { isIndexBase, parseKnownUnit, plainHeading } from '../../catalogue/heading-words.js';
import { matchPeriodPhrase, type PeriodPhrase } from '../../model/time-period-text.js';
import { areaOfWords, nameInTitle } from './title-text.js';

/** What stands around a table and holds for all of it: each piece as far as it says anything. */
export interface Surroundings {
  readonly period?: PeriodPhrase | undefined;
  readonly refArea?: string | undefined;
  /** A heading that names the indicator: 指标：… of a preamble, or a title. */
  readonly heading?: HeadingPhrase | undefined;
  /** Whose activity a title names, where it names no indicator: 快递. */
  readonly subject?: string | undefined;
  /** What a title seems to be about, where it names no known indicator. */
  readonly about?: string | undefined;
  /** Units of a 单位 line: several are told apart by what each indicator can be given in. */
  readonly units: readonly string[];
}

/** Where a piece stands. In this order of precedence, the nearest first. */
export type ContextSource = 'caption' | 'unit-line' | 'preamble' | 'title' | 'sheet-name' | 'file-name';

export interface ContextPiece extends Surroundings {
  readonly source: ContextSource;
  readonly text: string;
}

const KEY = /^[\s\u3000]*(?<key>[\p{Script=Han}]{2,8})\s*[:：]\s*(?<value>.+?)\s*$/u;
const BRACKETED = /^[\s\u3000]*[(（]([^()（）]+)[)）]\s*$/u;
/** 填报单位：… names who reports. */
const UNIT_LINE =
  /[(（]?\s*(?<!填报|报送|编制|制表|主管|责任|负责|牵头|建设|综合|汇总)(?:计量|数据|金额)?单\s*位\s*[:：]\s*(?<units>[^()（）]+?)\s*[)）]?\s*$/u;
/** A unit in a name, where its scale makes it one: 河北快递收入_万元.xls */
const SCALED_UNIT = /[百千]?[万亿](?:元|美元|件|吨|人|户|人次|平方米|千瓦时)/gu;
const INDICATOR_KEYS = new Set(['指标', '指标名称', '统计指标']);
const REGION_KEYS = new Set(['地区', '区域', '省份', '城市', '市州', '区县', '填报单位', '综合机关名称']);
const PERIOD_KEYS = new Set(['时间', '时期', '报告期', '统计时间', '年份', '月份', '期别']);

/** 万件、万元 → its units; a unit may hold a slash of its own (元/件). */
export function splitUnits(text: string): string[] {
  const plain = plainHeading(text);
  if (parseKnownUnit(plain)) return [plain];
  return plain.split(/[、,，;；/和\s]+/u).filter((u) => u !== '');
}

const DAY = /(?:19|20)\d{2}(?:年\d{1,2}月\d{1,2}日|[-/.]\d{1,2}[-/.]\d{1,2}(?!\d))/uy;

/** The first period that a running text names, wherever it stands. */
export function findPeriod(text: string): PeriodPhrase | undefined {
  const plain = text.normalize('NFKC');
  for (let at = 0; at < Math.min(plain.length, 200); at++) {
    // In the middle of a number no period begins.
    if (at > 0 && /\d/.test(plain[at - 1]!) && /\d/.test(plain[at]!)) continue;
    // A day is when something was printed, not what it is about.
    DAY.lastIndex = at;
    const day = DAY.exec(plain);
    if (day) {
      at += day[0].length - 1;
      continue;
    }
    const phrase = matchPeriodPhrase(plain, at);
    if (phrase && (phrase.year !== undefined || /[月季]|半年/u.test(plain.slice(at, at + phrase.length))))
      return phrase;
  }
  return undefined;
}

/** The first region and the longest indicator that a running text names. */
function findNames(
  text: string,
  { catalogue, refAreas, home }: HeadingVocabulary,
): { refArea?: string; indicator?: string; subject?: string } {
  const plain = plainHeading(text).slice(0, 200);
  let refArea: string | undefined;
  let indicator: string | undefined;
  let longest = 0;
  let subject: string | undefined;
  for (let at = 0; at < plain.length; at++) {
    for (let length = Math.min(40, plain.length - at); length >= 2; length--) {
      const name = plain.slice(at, at + length);
      const named = length > longest ? catalogue?.named(name) : undefined;
      if (named) {
        indicator = named.id;
        longest = length;
      }
      const activity = subject === undefined ? catalogue?.terms(name).find((t) => t.kind === 'subject') : undefined;
      if (activity?.kind === 'subject') subject = activity.subject;
      if (refArea === undefined && length <= 16) {
        const areas = refAreas?.named(name, home) ?? [];
        const area = areas.length === 1 ? areas[0] : undefined;
        if (area && (area.level !== 'county' || (area.name === name && length > 2))) refArea = area.code;
      }
    }
  }
  return {
    ...(refArea === undefined ? {} : { refArea }),
    ...(indicator === undefined ? {} : { indicator }),
    ...(subject === undefined ? {} : { subject }),
  };
}

/** 万件、万元 in brackets: units when every one of them is. 上年同期=100 says what an index stands on. */
function knownUnits(text: string): string[] {
  const plain = plainHeading(text);
  if (isIndexBase(plain)) return [plain];
  const units = splitUnits(text).map(parseKnownUnit);
  return units.every((u) => u !== undefined) ? units.map((u) => u.text) : [];
}

function titlePiece(text: string, source: ContextSource, vocabulary: HeadingVocabulary): ContextPiece {
  const { refArea, indicator, subject } = findNames(text, vocabulary);
  const bracketed = [...text.matchAll(/[(（]([^()（）]{1,20})[)）]/gu)].flatMap((m) => knownUnits(m[1]!));
  const named =
    source === 'file-name' || source === 'sheet-name' ? [...text.matchAll(SCALED_UNIT)].map((m) => m[0]) : [];
  const units = [...new Set([...bracketed, ...named])];
  const heading: HeadingPhrase | undefined = indicator === undefined ? undefined : { indicator, rest: '' };
  const { refAreas, home } = vocabulary;
  const about = heading === undefined && source !== 'file-name' ? nameInTitle(text, refAreas) : undefined;
  return {
    source,
    text,
    period: findPeriod(text),
    refArea: refArea ?? areaOfWords(text, refAreas, home),
    heading,
    units,
    ...(about === undefined ? {} : { about }),
    ...(subject === undefined ? {} : { subject }),
  };
}

/** Reads one text that stands above a table, or the name of its sheet or file. One text may hold several pieces. */
export function readContext(text: string, source: ContextSource, vocabulary: HeadingVocabulary): ContextPiece[] {
  const unitLine = UNIT_LINE.exec(text);
  if (unitLine?.groups) {
    const pieces: ContextPiece[] = [
      { source: 'unit-line', text: text.trim(), units: splitUnits(unitLine.groups['units']!) },
    ];
    const before = text.slice(0, unitLine.index).trim();
    return before === '' ? pieces : [...pieces, ...readContext(before, source, vocabulary)];
  }
  const { key = '', value = '' } = KEY.exec(text.replace(BRACKETED, '$1'))?.groups ?? {};
  if (INDICATOR_KEYS.has(key)) {
    const heading = parseHeading(value, vocabulary);
    const units = heading.unit ? [heading.unit.text] : [];
    return [{ source: 'preamble', text, heading, period: heading.period, units }];
  }
  if (REGION_KEYS.has(key)) {
    const refArea = findNames(value, vocabulary).refArea ?? plainHeading(value);
    return [{ source: 'caption', text, refArea, units: [] }];
  }
  if (PERIOD_KEYS.has(key)) return [{ source: 'preamble', text, period: findPeriod(value), units: [] }];
  // 数据库：分省年度数据, 制表机关：… say nothing of a figure.
  if (
    key !== '' &&
    source === 'title' &&
    /^(?:数据库|表\s*号|编号|文件编号|[发公]布日期|发布时间|更新时间|导出时间|打印日期|制表日期|填表日期|报出日期|制定机关|制表机关|批准|文号|有效期|组织机构)/u.test(
      key,
    )
  )
    return [{ source: 'preamble', text, units: [] }];
  return [titlePiece(text, source, vocabulary)];
}
