import { describe, expect, it } from 'vitest';
import { findSlots } from '../../src/claims/slot.js';

const slots = (text: string) => findSlots(text).slots.map((s) => s.glyph);
const kept = (text: string) => findSlots(text).kept.map((s) => s.glyph);

describe('what is a slot and what is not', () => {
  it('runs of crosses, underscores, and X where a number can stand', () => {
    expect(slots('完成×万件，增长××%，居第╳位，约____人')).toEqual(['×', '××', '╳', '____']);
    expect(slots('完成X万件，增长X.X%，居第XX位，XX市')).toEqual(['X', 'X.X', 'XX', 'XX']);
    expect(slots('增长x.x%，×.×%')).toEqual(['x.x', '×.×']);
  });

  it('X.X asks for one decimal', () => {
    expect(findSlots('增长X.X%').slots[0]?.decimals).toBe(1);
    expect(findSlots('增长×%').slots[0]?.decimals).toBeUndefined();
  });

  it('multiplication, masked years and codes are left alone', () => {
    expect(slots('3×5米，2×660MW，20××年，XML，X光')).toEqual([]);
    expect(kept('3×5米，2×660MW，20××年')).toEqual(['×', '×', '××']);
  });

  it('○, □, * and empty brackets are slots where a number stands, and nowhere else', () => {
    expect(slots('完成○万件，增长○.○%，居第○位，（　）万件，【】%，**亿元，Ｘ.Ｘ%，□元')).toEqual([
      '○',
      '○.○',
      '○',
      '（　）',
      '【】',
      '**',
      'Ｘ.Ｘ',
      '□',
    ]);
    expect(slots('二○一九年，（ ），（3）项，*注，第**3**位，完成**43.65**万件')).toEqual([]);
  });

  it('a form in brackets behind a slot belongs to it; the number of a document does not', () => {
    expect(findSlots('增长×〔2019年邯郸市快递业务量同比增长〕%').slots).toEqual([
      { start: 2, end: 22, glyph: '×〔2019年邯郸市快递业务量同比增长〕', form: '2019年邯郸市快递业务量同比增长' },
    ]);
    expect(slots('国邮发〔2019〕×号，×〔2019〕3号')).toEqual(['×', '×']);
  });
});
