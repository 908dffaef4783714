import { type Decimal, parseDecimal } from '../model/decimal.js';
import { parseChineseDecimal } from '../model/numeral.js';
import type { UnitTable } from './number-unit.js';
import type { Slot } from './slot.js';
import { has, type Token } from './token.js';

/** Digits in groups of three by full-width commas or spaces are one number only where a unit follows: 完成6，000 names may be two. */
const UNIT_FOLLOWS = '(?=(?:\\.\\d+)?\\s?[十百千万亿件元人票%％])';
const ARABIC = new RegExp(
  `(?<![\\d.A-Za-z])[-−－+]?(?:\\d{1,3}(?:,\\d{3})+|\\d{1,3}(?:，\\d{3})+${UNIT_FOLLOWS}|\\d{1,3}(?:[ \\u00a0\\u2009\\u202f]\\d{3})+${UNIT_FOLLOWS}|\\d+)(?:\\.\\d+|\\.[ \\t]*\\r?\\n[ \\t]*\\d+(?=[%％]|[万亿]))?(?![\\d.]|[A-Za-z])`,
  'uy',
);
const CHINESE =
  /[零〇一二两三四五六七八九十百千]+(?:[万亿](?=[零〇一二两三四五六七八九十百千]))?[零〇一二两三四五六七八九十百千]*(?:点[零〇一二三四五六七八九]+)?/uy;

/** Every number begins with one of these. */
const FIRST: ReadonlySet<string> = new Set('0123456789-−－+零〇一二两三四五六七八九十百千');

/** 五百至七百万件: the first end of a range has its unit behind the second. */
const JOINT = /[至到—–～~-]{1,2}/uy;

function isRange(text: string, at: number, { pattern }: UnitTable): boolean {
  JOINT.lastIndex = at;
  const joint = JOINT.exec(text)?.[0];
  if (joint === undefined) return false;
  CHINESE.lastIndex = at + joint.length;
  const second = CHINESE.exec(text)?.[0];
  if (second === undefined) return false;
  pattern.lastIndex = at + joint.length + second.length;
  const unit = pattern.exec(text)?.groups;
  return unit?.['scale'] !== undefined || unit?.['relative'] !== undefined;
}

const RUN =
  /^(?:年|个月|个?季度)(?:保持|实现|均|都|同比|持续|正|负|两位数|双位数|增长|下降|上升|下滑|回落|加快|加速|提速|放缓|趋缓|减缓|减速|收窄|扩大|回升|高于|低于|快于|慢于|居|位居|稳居|位列|名列|领跑|增速|增幅|降幅)/u;
/** 突破百亿件, 超千万元: a round mark without a digit. */
const ROUND: Readonly<Record<string, Decimal>> = {
  百: { digits: 100n, decimals: 0 },
  千: { digits: 1000n, decimals: 0 },
};

/**
 * The number that starts here: a slot, an Arabic number, or a Chinese numeral where one is sure to be meant (after 第, or
 * before a unit). Figures inside words (CR8) are none.
 */
export function matchNumber(
  text: string,
  at: number,
  slot: Slot | undefined,
  before: Token | undefined,
  units: UnitTable,
): Token | undefined {
  if (slot) {
    const decimals = slot.decimals === undefined ? {} : { decimals: slot.decimals };
    return {
      text: slot.glyph,
      start: slot.start,
      end: slot.end,
      classes: ['number'],
      number: { kind: 'slot', glyph: slot.glyph, ...decimals },
      ...(slot.form === undefined ? {} : { form: slot.form }),
    };
  }
  if (!FIRST.has(text[at]!)) return undefined;
  ARABIC.lastIndex = at;
  const arabic = ARABIC.exec(text)?.[0];
  if (arabic !== undefined) {
    const value = parseDecimal(arabic.replace(/[,，\s\u00a0\u2009\u202f]/gu, '').replace(/[−－]/gu, '-'));
    return (
      value && {
        text: arabic,
        start: at,
        end: at + arabic.length,
        classes: ['number'],
        number: { kind: 'written', value, style: 'arabic' },
      }
    );
  }
  CHINESE.lastIndex = at;
  const numeral = CHINESE.exec(text)?.[0];
  if (numeral === undefined) return undefined;
  const end = at + numeral.length;
  // 五百八十余万件, 十余个
  const round = /[余多]/u.test(text[end] ?? '');
  units.pattern.lastIndex = round ? end + 1 : end;
  const unit = units.pattern.exec(text)?.groups;
  const measured =
    unit !== undefined &&
    (round ||
      unit['relative'] !== undefined ||
      unit['scale'] !== undefined ||
      unit['bare'] !== undefined ||
      /^(?:%|％|个百分点|倍|件|元|亿|位)$/u.test(unit['base'] ?? ''));
  // 连续三年保持增长
  const inRun = has(before, 'consecutive') && RUN.test(text.slice(end, end + 12));
  if (!has(before, 'nth', 'top') && !measured && !inRun && !isRange(text, end, units)) return undefined;
  const value = parseChineseDecimal(numeral) ?? ROUND[numeral];
  if (value === undefined) return undefined;
  return {
    text: numeral,
    start: at,
    end,
    classes: ['number'],
    number: { kind: 'written', value, style: 'chinese' },
  };
}
