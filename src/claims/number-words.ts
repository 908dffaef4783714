import { type Decimal, parseDecimal } from '../model/decimal.js';
import { parseChineseDecimal, parseChineseInteger } from '../model/numeral.js';
import { add, divide, multiply, type Rational, rational } from '../model/rational.js';
import { round } from '../model/rounding.js';
import { parseUnit, type Unit } from '../model/unit.js';
import { approximatorBehind } from './number-unit.js';
import { ROUGH } from './rough-number.js';
import type { RoughNumber, Token } from './token.js';

const PERCENT: Unit = parseUnit('%')!;
/** Tenths: a 成 is 10 %. */
const TENTH: Unit = { text: '成', base: '%', exponent: 1 };

const DIGITS = '[零〇一二两三四五六七八九十百]+';
/** 成都, 成立, 成员 are no tenths; 四成熟练 is nobody's figure either. */
const NO_TENTH = '(?![都为立本效果功员长交绩熟就型人套批因形像分片事全])(?!新(?![^，。；]*%))(?!不变)';
const TENTHS = new RegExp(
  `(?:(?<whole>[一二两三四五六七八九])|(?<digits>\\d(?:\\.\\d)?))成(?<more>[一二三四五六七八九](?![件万亿元个]))?${NO_TENTH}`,
  'uy',
);
const SLOT_TENTHS = new RegExp(`成${NO_TENTH}`, 'uy');
/** 百分之二十点五, 千分之三: a decimal in %. */
const PER_SCALE = new RegExp(
  `(?<scale>[百千万])分之(?:(?<words>${DIGITS}(?:点[零〇一二三四五六七八九]+)?)|(?<digits>\\d+(?:\\.\\d+)?))`,
  'uy',
);
const PER_SCALE_HEAD = /(?<scale>百)分之(?=[×╳✕xX_])/uy;
const FRACTION =
  /(?<of>[二三四五六七八九]|十[一二三四五六七八九]?|[二三四五六七八九]十)分之(?<parts>[一二两三四五六七八九]|十[一二三四五六七八九]?)(?![一二三四五六七八九十百])/uy;
/** 一半, 半数; 半 alone only behind 近, 过, 超…: 上半年 and 一年半 are no halves. */
const HALF = /一半|半数|(?<=[近超逾过占约达])半(?![年月天个小径数步壁])/uy;
const PAST_HALF = /(?<!双)过(?=半(?![年月天个小径步])|一半)/uy;

/** 翻一番 is twice as much, 翻两番 four times. */
const DOUBLED = /翻了?(?<near>近|将近|接近)?(?:(?<times>[一两二三四])番|番)/uy;

/** Every one of them begins with one of these. */
const FIRST: ReadonlySet<string> = new Set('0123456789一二两三四五六七八九十百千万半过翻');

const number = (text: string, start: number, end: number, value: Decimal, rough?: RoughNumber): Token => ({
  text: text.slice(start, end),
  start,
  end,
  classes: ['number'],
  number: { kind: 'written', value, style: 'chinese', ...(rough ? { rough } : {}) },
});

/** The unit lies in the words of the number: its own place is empty. */
const within = (at: number, unit: Unit): Token => ({ text: '', start: at, end: at, classes: ['percent'], unit });

const roughNumber = (text: string, start: number, end: number, rough: RoughNumber): readonly Token[] => [
  number(text, start, end, round(rough.value, 1), rough),
  within(end, PERCENT),
  ...approximatorBehind(text, end),
];

const HUNDRED = rational(100n);

/**
 * A figure in % said in words: 两成, 三成五, 三分之一, 百分之二十点五, 千分之三, 一半, 过半. Words of which the same characters are only a
 * part (成都, 上半年) are none.
 */
export function matchNumberWords(text: string, at: number): readonly Token[] | undefined {
  if (!FIRST.has(text[at]!)) return undefined;
  return tenths(text, at) ?? perScale(text, at) ?? fraction(text, at) ?? half(text, at) ?? doubled(text, at);
}

/** What stands behind a slot that asks for tenths: ×成. */
export function tenthsBehind(text: string, at: number): readonly Token[] | undefined {
  SLOT_TENTHS.lastIndex = at;
  if (!SLOT_TENTHS.test(text)) return undefined;
  const unit: Token = { text: '成', start: at, end: at + 1, classes: ['percent'], unit: TENTH };
  return [unit, ...approximatorBehind(text, at + 1)];
}

function tenths(text: string, at: number): readonly Token[] | undefined {
  if (/[\d.一二三四五六七八九十百千万第]/u.test(text[at - 1] ?? '')) return undefined;
  TENTHS.lastIndex = at;
  const m = TENTHS.exec(text);
  if (!m) return undefined;
  const { whole, digits, more } = m.groups as Record<string, string | undefined>;
  const tens = digits === undefined ? rational(parseChineseInteger(whole!)! * 10) : inTenths(digits);
  const value = more === undefined ? tens : add(tens, rational(parseChineseInteger(more)!));
  const exact = more !== undefined || digits?.includes('.') === true;
  return roughNumber(text, at, at + m[0].length, exact ? ROUGH.twentieth(value) : ROUGH.tenth(value));
}

function inTenths(digits: string): Rational {
  const { digits: all, decimals } = parseDecimal(digits)!;
  return multiply(rational(all, 10n ** BigInt(decimals)), rational(10n));
}

const SCALE: Readonly<Record<string, number>> = { 百: 0, 千: 1, 万: 2 };

function perScale(text: string, at: number): readonly Token[] | undefined {
  if (/[一二三四五六七八九十百千万]/u.test(text[at - 1] ?? '')) return undefined;
  PER_SCALE.lastIndex = at;
  const m = PER_SCALE.exec(text);
  const { scale = '', words, digits } = (m?.groups ?? {}) as Record<string, string | undefined>;
  const value =
    digits !== undefined
      ? parseDecimal(digits)
      : words === '百'
        ? parseDecimal('100')
        : parseChineseDecimal(words ?? '');
  if (!m || !value) return undefined;
  const end = at + m[0].length;
  const percent: Decimal = { digits: value.digits, decimals: value.decimals + SCALE[scale]! };
  return [number(text, at, end, percent), within(end, PERCENT), ...approximatorBehind(text, end)];
}

/** 百分之 in front of a slot says its unit. */
export function perHundredBefore(text: string, at: number): Token | undefined {
  if (text[at] !== '百') return undefined;
  PER_SCALE_HEAD.lastIndex = at;
  const head = PER_SCALE_HEAD.exec(text)?.[0];
  return head === undefined ? undefined : { text: head, start: at, end: at + head.length, classes: ['filler'] };
}

export const percentWithin = (at: number): Token => within(at, PERCENT);

function fraction(text: string, at: number): readonly Token[] | undefined {
  if (/[一二三四五六七八九十百千万]/u.test(text[at - 1] ?? '')) return undefined;
  FRACTION.lastIndex = at;
  const m = FRACTION.exec(text);
  const [of, parts] = [m?.groups?.['of'], m?.groups?.['parts']].map((t) => parseChineseInteger(t ?? ''));
  if (!m || !of || !parts || parts >= of) return undefined;
  return roughNumber(
    text,
    at,
    at + m[0].length,
    ROUGH.fraction(divide(multiply(rational(parts), HUNDRED), rational(of))),
  );
}

function half(text: string, at: number): readonly Token[] | undefined {
  PAST_HALF.lastIndex = at;
  if (PAST_HALF.test(text)) {
    const past: Token = { text: '过', start: at, end: at + 1, classes: ['before-number-above'] };
    return [past, ...(half(text, at + 1) ?? [])];
  }
  HALF.lastIndex = at;
  const m = HALF.exec(text);
  if (!m) return undefined;
  return roughNumber(text, at, at + m[0].length, ROUGH.half(rational(50n)));
}

/** Growth by 100, 300, 700 %: the verb lies in the words. */
function doubled(text: string, at: number): readonly Token[] | undefined {
  DOUBLED.lastIndex = at;
  const m = DOUBLED.exec(text);
  if (!m) return undefined;
  const { near, times = '一' } = m.groups as Record<string, string | undefined>;
  const value = rational((2 ** parseChineseInteger(times)! - 1) * 100);
  const verb: Token = {
    text: '增长',
    start: at,
    end: at,
    classes: ['change'],
    direction: { change: { sign: 1, partner: '下降' } },
  };
  const below: Token = { text: '', start: at, end: at, classes: ['before-number-below'] };
  return [verb, ...(near ? [below] : []), ...roughNumber(text, at, at + m[0].length, ROUGH.doubled(value))];
}
