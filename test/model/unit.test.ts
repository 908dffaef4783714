import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { multiply, rational } from '../../src/model/rational.js';
import { conversionFactor, convert, isPercent, parseUnit } from '../../src/model/unit.js';

const unit = (text: string) => parseUnit(text)!;

describe('units', () => {
  it.each([
    ['万件', '件', 4],
    ['亿元', '元', 8],
    ['万亿元', '元', 12],
    ['百万美元', '美元', 6],
    ['千公顷', '公顷', 3],
    ['万人次', '人次', 4],
    ['元/件', '元/件', 0],
    ['万吨公里', '吨公里', 4],
    ['千瓦时', '千瓦时', 0],
    ['亿千瓦时', '千瓦时', 8],
    ['百万千瓦时', '千瓦时', 6],
    ['百分点', '百分点', 0],
    ['个百分点', '百分点', 0],
    ['％', '%', 0],
    ['人民币元', '元', 0],
    ['万元人民币', '元', 4],
    [' 万 件 ', '件', 4],
    ['万', '', 4],
    ['constructor', 'constructor', 0],
  ])('%s is %s × 10^%i', (text, base, exponent) => {
    expect(unit(text)).toMatchObject({ base, exponent });
  });

  it('an empty text is none', () => {
    expect(parseUnit('  ')).toBeUndefined();
  });

  it('万元 and 亿元 differ by 10^4; 元 and 件 do not convert, nor % and 百分点, nor ‰ and %', () => {
    expect(conversionFactor(unit('亿元'), unit('万元'))).toEqual(rational(10_000));
    for (const [a, b] of [
      ['元', '件'],
      ['%', '百分点'],
      ['‰', '%'],
      ['元/件', '元'],
    ] as const)
      expect(conversionFactor(unit(a), unit(b))).toBeUndefined();
    expect(isPercent(unit('％'))).toBe(true);
    expect(isPercent(unit('百分点'))).toBe(false);
  });

  const scales = fc.constantFrom(
    '',
    '十',
    '百',
    '千',
    '万',
    '十万',
    '百万',
    '千万',
    '亿',
    '十亿',
    '百亿',
    '千亿',
    '万亿',
  );
  const bases = fc.constantFrom('件', '元', '人次', '千瓦时', '元/件', '吨公里');

  it('what was read is read again from its own text', () => {
    fc.assert(
      fc.property(scales, bases, (scale, base) => {
        expect(parseUnit(unit(scale + base).text)).toEqual({
          text: scale + base,
          base,
          exponent: unit(scale + base).exponent,
        });
      }),
    );
  });

  it('converting there and back is exact', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.bigInt({ min: 1n }), scales, scales, (num, den, a, b) => {
        const value = rational(num, den);
        const there = convert(value, unit(`${a}件`), unit(`${b}件`))!;
        expect(convert(there, unit(`${b}件`), unit(`${a}件`))).toEqual(value);
        expect(there).toEqual(multiply(value, conversionFactor(unit(`${a}件`), unit(`${b}件`))!));
      }),
    );
  });
});
