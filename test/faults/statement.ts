import {
  COUNTRY,
  divided,
  INDICATORS,
  type IndicatorName,
  isIndicator,
  type Months,
  PREFECTURES,
  PROVINCE,
  type Province,
  REPORT_YEAR,
} from './province.js';

/*
 * A directive of a text of the corpus, in braces, and the words it stands for:
 *
 *   {level volume 1-11 亿件}                    12.35亿件
 *   {growth revenue @province 2023:1-6}         增长12.3%          also with its own verbs: 增加/减少; 速 writes 12.3% or -12.3%
 *   {rank growth volume 1-11}                   3                  among the prefectures; `rank level`
 *   {share same-city/volume 1-12}  {share volume 1-12 @home/@province}          12.3%
 *   {points volume 1-11 @province 高于/低于 全省平均水平}    高于全省平均水平1.2个百分点
 *   {points volume 1-11 1-10 加快/回落}         加快1.2个百分点
 *   {increase volume 1-12 万件 净增/净减}       净增123.40万件
 *   {daily volume 1-12 万件}  {price 1-12}  {times volume 1-12}
 *
 * Regions: @home (where none is named), @province, @country, @1 … @10 for the other prefectures. Months: 1-11, 2023:1-12.
 */

export interface Directive {
  readonly kind: string;
  readonly indicators: readonly IndicatorName[];
  readonly areas: readonly string[];
  readonly months: readonly Months[];
  readonly ranked: 'level' | 'growth' | undefined;
  readonly unit: string;
  readonly verbs: readonly [string, string];
  /** Between the verb and the number. */
  readonly object: string;
}

/** The words of a directive: what stands before the number, the number, its unit; and what the number stands for. */
export interface Statement {
  readonly verb: string;
  readonly partner: string;
  readonly object: string;
  readonly text: string;
  readonly unit: string;
  readonly exact: number;
  readonly slack: number;
}

const VERBS: Readonly<Record<string, readonly [string, string]>> = {
  growth: ['增长', '下降'],
  points: ['加快', '回落'],
  increase: ['净增', '净减'],
};

export function areaOf(word: string, { home, others }: Province): string {
  if (word === '@home') return home;
  if (word === '@province') return PROVINCE;
  if (word === '@country') return COUNTRY;
  return others[Number(word.slice(1)) - 1]!;
}

export function parseDirective(source: string, province: Province): Directive {
  const [kind = '', ...words] = source.split(' ');
  const months: Months[] = [];
  const indicators: IndicatorName[] = [];
  const areas: string[] = [];
  let ranked: Directive['ranked'];
  let verbs = VERBS[kind] ?? (['', ''] as const);
  const rest: string[] = [];
  for (const word of words) {
    const m = /^(?:(\d{4}):)?(\d+)-(\d+)$/.exec(word);
    if (m) months.push({ year: Number(m[1] ?? REPORT_YEAR), from: Number(m[2]), to: Number(m[3]) });
    else if (word === 'level' || word === 'growth') ranked = word;
    else if (word.startsWith('@')) areas.push(...word.split('/').map((w) => areaOf(w, province)));
    else if (word.split('/').every(isIndicator)) indicators.push(...(word.split('/') as IndicatorName[]));
    else if (word === '速') verbs = ['', '-'];
    else if (word.includes('/')) verbs = word.split('/') as unknown as readonly [string, string];
    else rest.push(word);
  }
  const measured = ['level', 'increase', 'daily'].includes(kind);
  return {
    kind,
    indicators,
    areas: areas.length > 0 && kind !== 'points' ? areas : [province.home, ...areas],
    months,
    ranked,
    unit: measured ? rest[0]! : '',
    verbs,
    object: measured ? '' : (rest[0] ?? ''),
  };
}

/** Whether a unit stands for 10^8 of what the returns count in 10^4. */
const scaleOf = (unit: string): bigint => (unit.startsWith('亿') ? 1_000_000n : 100n);
const lastYear = (m: Months): Months => ({ ...m, year: m.year - 1 });
const ratio = (n: bigint, d: bigint): number => Number(n) / Number(d);

function growthOf(province: Province, indicator: IndicatorName, area: string, months: Months) {
  const now = province.level(indicator, area, months);
  const then = province.level(indicator, area, lastYear(months));
  const slack = 100 * ratio(now, then) * (0.5 / Number(now) + 0.5 / Number(then));
  return { n: (now - then) * 100n, d: then, slack };
}

/** What a directive says of the invented figures; undefined where they do not allow it to be said (no change, a tie). */
export function state(directive: Directive, province: Province): Statement | undefined {
  const { kind, indicators, areas, months, verbs, object } = directive;
  const [indicator, other] = indicators as [IndicatorName, IndicatorName];
  const [area, second] = areas as [string, string];
  const at = months[0]!;
  const said = (
    n: bigint,
    d: bigint,
    decimals: number,
    unit: string,
    slack: number,
    exact = ratio(n, d),
  ): Statement | undefined => {
    const { text, value } = divided(n, d, decimals);
    if (value === 0n) return undefined;
    const [verb, partner] = exact < 0 ? [verbs[1], verbs[0]] : verbs;
    return { verb, partner, object, text, unit, exact, slack };
  };
  const level = () => province.level(indicator, area, at);
  switch (kind) {
    case 'level':
      return said(level(), scaleOf(directive.unit), 2, directive.unit, 0);
    case 'growth': {
      const { n, d, slack } = growthOf(province, indicator, area, at);
      return said(n, d, 1, '%', slack);
    }
    case 'increase': {
      const change = level() - province.level(indicator, area, lastYear(at));
      return said(change, scaleOf(directive.unit), 2, directive.unit, 0);
    }
    case 'share': {
      const whole = province.level(other ?? indicator, second ?? area, at);
      return said(level() * 100n, whole, 1, '%', 0.1);
    }
    case 'points': {
      const of = growthOf(province, indicator, area, at);
      const from = growthOf(province, other ?? indicator, second ?? area, months[1] ?? at);
      const shown = divided(of.n, of.d, 1).value - divided(from.n, from.d, 1).value;
      return said(shown, 10n, 1, '个百分点', 0.1 + of.slack + from.slack);
    }
    case 'daily':
      return said(level(), scaleOf(directive.unit) * BigInt(daysOf(at)), 2, directive.unit, 0);
    case 'price':
      return said(province.level('revenue', area, at), province.level('volume', area, at), 2, '元', 0.005);
    case 'times':
      return said(level(), province.level(indicator, area, lastYear(at)), 2, '倍', 0.005);
    case 'rank':
      return rankOf(directive, province);
  }
  throw new Error(`no such directive: ${kind}`);
}

const daysOf = ({ year, from, to }: Months): number =>
  (Date.UTC(year, to, 1) - Date.UTC(year, from - 1, 1)) / 86_400_000;

function rankOf({ indicators, areas, months, ranked }: Directive, province: Province): Statement | undefined {
  const worth = (area: string): number => {
    const rate = growthOf(province, indicators[0]!, area, months[0]!);
    return ranked === 'growth' ? ratio(rate.n, rate.d) : Number(province.level(indicators[0]!, area, months[0]!));
  };
  const own = worth(areas[0]!);
  const rivals = PREFECTURES.filter((a) => a !== areas[0]).map(worth);
  if (rivals.includes(own)) return undefined;
  const rank = 1 + rivals.filter((w) => w > own).length;
  return { verb: '', partner: '', object: '', text: `${rank}`, unit: '', exact: rank, slack: 0 };
}

export const unitOf = (indicator: IndicatorName): string => INDICATORS[indicator].unit;
