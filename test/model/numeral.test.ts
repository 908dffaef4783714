import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatChineseOrdinal, parseChineseInteger } from '../../src/model/numeral.js';

const DIGITS = '零一二三四五六七八九';

/** Chinese words of a number below ten thousand, written out in full. */
function section(n: number): string {
  let text = '';
  let gap = false;
  for (const [scale, mark] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(n / scale) % 10;
    if (digit === 0) gap = text !== '';
    else {
      text += `${gap ? '零' : ''}${DIGITS[digit]}${mark}`;
      gap = false;
    }
  }
  return text;
}

function inWords(n: number): string {
  const parts = [Math.floor(n / 1e8), Math.floor(n / 1e4) % 1e4, n % 1e4];
  return parts.reduce((text, part, i) => {
    if (part === 0) return text;
    const gap = text !== '' && part < 1000 ? '零' : '';
    return `${text}${gap}${section(part)}${'亿万'[i] ?? ''}`;
  }, '');
}

describe('Chinese numerals', () => {
  it.each([
    ['零', 0],
    ['〇', 0],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['两百零三', 203],
    ['一百二', 120],
    ['三千五', 3500],
    ['一万二', 12_000],
    ['一万零二', 10_002],
    ['十万', 100_000],
    ['一百二十万', 1_200_000],
    ['两亿', 200_000_000],
    ['五亿零三万', 500_030_000],
    ['一万亿', 1_000_000_000_000],
  ])('%s is %i', (text, value) => {
    expect(parseChineseInteger(text)).toBe(value);
  });

  it.each([
    '',
    '万',
    '百',
    '十十',
    '一一',
    '二〇一九',
    '零三',
    '零十',
    '一百零',
    '一百零十',
    '一百零十',
    '一万零',
    '百十千',
    '3',
    '甲',
  ])('%s is no numeral', (text) => {
    expect(parseChineseInteger(text)).toBeUndefined();
  });

  it('reads every number written out in full', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999_999 }), (n) => {
        expect(parseChineseInteger(inWords(n))).toBe(n);
      }),
    );
  });

  it('writes ranks as words, and reads them back', () => {
    expect([1, 10, 12, 20, 31].map(formatChineseOrdinal)).toEqual(['一', '十', '十二', '二十', '三十一']);
    for (let n = 1; n <= 99; n++) expect(parseChineseInteger(formatChineseOrdinal(n))).toBe(n);
    expect(() => formatChineseOrdinal(100)).toThrow(RangeError);
    expect(() => formatChineseOrdinal(0)).toThrow(RangeError);
  });
});
