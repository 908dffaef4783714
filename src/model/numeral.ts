import type { Decimal } from './decimal.js';

const DIGIT: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const SMALL: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

/** Value below ten thousand, or undefined when the characters do not make a numeral. */
function parseSection(text: string): number | undefined {
  let total = 0;
  let digit: number | undefined;
  let lastScale = 10_000;
  let afterZero = false;
  for (const c of text) {
    if (c === '零' || c === '〇') {
      if (digit !== undefined) return undefined;
      afterZero = true;
      continue;
    }
    const d = DIGIT[c];
    if (d !== undefined) {
      if (digit !== undefined) return undefined;
      digit = d;
      continue;
    }
    const scale = SMALL[c];
    if (scale === undefined || scale >= lastScale) return undefined;
    if (digit === undefined && !(scale === 10 && total === 0 && !afterZero)) return undefined;
    total += (digit ?? 1) * scale;
    lastScale = scale;
    digit = undefined;
    afterZero = false;
  }
  if (digit === undefined) return text.endsWith('零') || text.endsWith('〇') ? undefined : total;
  return total + digit * (afterZero || lastScale === 10_000 ? 1 : lastScale === 10 ? 1 : lastScale / 10);
}

/**
 * Reads a Chinese integer: 六, 十二, 二百零三, 一百二十万, 两亿, 一万亿. A bare last digit counts the next lower scale: 一百二 is 120,
 * 一万二 is 12000. Undefined for anything else.
 */
export function parseChineseInteger(text: string): number | undefined {
  if (text === '零' || text === '〇') return 0;
  if (!/^[零〇一二两三四五六七八九十百千万亿]+$/u.test(text)) return undefined;
  let total = 0;
  let rest = text;
  for (const [mark, scale] of [
    ['亿', 1e8],
    ['万', 1e4],
  ] as const) {
    const at = rest.indexOf(mark);
    if (at < 0) continue;
    const before = rest.slice(0, at);
    const section = mark === '亿' && before.includes('万') ? parseChineseInteger(before) : parseSection(before);
    if (section === undefined || section === 0) return undefined;
    total += section * scale;
    rest = rest.slice(at + 1);
  }
  if (rest === '') return total === 0 ? undefined : total;
  if (/[零〇]$/u.test(rest)) return undefined;
  const tail = parseSection(total === 0 ? rest : rest.replace(/^[零〇]/u, ''));
  if (tail === undefined || (total === 0 && /^[零〇]/u.test(rest))) return undefined;
  if (total > 0 && rest.length === 1) return total + tail * (text.at(-2) === '亿' ? 1e7 : 1e3);
  return total + tail;
}

/** Reads 二十点五, 一百二十万, 零点三: an integer, and digits behind 点. Undefined for anything else. */
export function parseChineseDecimal(text: string): Decimal | undefined {
  const [whole = '', fraction] = text.split('点');
  const value = parseChineseInteger(whole);
  if (value === undefined) return undefined;
  if (fraction === undefined) return { digits: BigInt(value), decimals: 0 };
  const digits = [...fraction].map((c) => DIGIT[c]);
  if (digits.length === 0 || digits.some((d) => d === undefined)) return undefined;
  return { digits: BigInt(`${value}${digits.join('')}`), decimals: digits.length };
}

const CHARACTERS = '零一二三四五六七八九';

/** Writes 1 to 99 as Chinese words write ranks: 一, 十, 十二, 二十一. */
export function formatChineseOrdinal(n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > 99) throw new RangeError(`no ordinal in words for ${n}`);
  if (n < 10) return CHARACTERS[n]!;
  const tens = Math.floor(n / 10);
  return `${tens > 1 ? CHARACTERS[tens] : ''}十${n % 10 > 0 ? CHARACTERS[n % 10] : ''}`;
}
