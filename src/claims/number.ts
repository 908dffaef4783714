import { parseDecimal } from '../model/decimal.js';
import { parseChineseDecimal } from '../model/numeral.js';
import type { UnitTable } from './number-unit.js';
import type { Slot } from './slot.js';
import { has, type Token } from './token.js';

const ARABIC =
  /(?<![\d.A-Za-z])[-−－+]?(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?=(?:\.\d+)?[十百千万亿件元人票])|\d+)(?:\.\d+)?(?![\d.]|[A-Za-z])/uy;
const CHINESE =
  /[零〇一二两三四五六七八九十百千]+(?:[万亿](?=[零〇一二两三四五六七八九十百千]))?[零〇一二两三四五六七八九十百千]*(?:点[零〇一二三四五六七八九]+)?/uy;

const RUN = /^(?:年|个月|个?季度)(?:保持|实现|均|都|同比|持续|正|负|两位数|双位数|增长|下降|上升|下滑|回落)/u;

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
  ARABIC.lastIndex = at;
  const arabic = ARABIC.exec(text)?.[0];
  if (arabic !== undefined) {
    const value = parseDecimal(arabic.replace(/[, \u00a0\u2009\u202f]/gu, '').replace(/[−－]/gu, '-'));
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
  if (!has(before, 'nth', 'top') && !measured && !inRun) return undefined;
  const value = parseChineseDecimal(numeral);
  if (value === undefined) return undefined;
  return {
    text: numeral,
    start: at,
    end,
    classes: ['number'],
    number: { kind: 'written', value, style: 'chinese' },
  };
}
