import { describe, expect, it } from 'vitest';
import { notate } from './notation.js';
import { areas, claimsIn } from './reading.js';

const read = (text: string) => claimsIn(text).map((c) => notate(c, areas));

describe('a slot that says outright what it is', () => {
  it('is read from its own words alone, in any order, with the unit that stands behind it', () => {
    expect(read('农村那边，也就是×〔2019年邯郸市快递业务量同比增长〕%。')).toEqual([
      'growth(express-volume, 邯郸市, 2019)',
    ]);
    expect(read('×〔快递业务量，2018年，石家庄市〕万件')).toEqual(['level(express-volume, 石家庄市, 2018)']);
    expect(read('第×〔石家庄市2019年快递业务量增速全省排名〕位')).toEqual([
      'rank(growth(express-volume, 石家庄市, 2019), 河北省)',
    ]);
    expect(read('×【同城快递业务量占快递业务量】%')).toEqual([
      'share(express-volume-same-city/express-volume, 邯郸市, 2019)',
    ]);
  });

  it('takes nothing from the sentence around it, and the sign from the verb in front', () => {
    const [before, form] = claimsIn('2018年石家庄快递业务量完成×万件，下降×〔快递业务收入同比增长〕%。');
    expect([before!, form!].map((c) => notate(c, areas))).toEqual([
      'level(express-volume, 石家庄市, 2018)',
      'growth(express-revenue, 邯郸市, 2019)',
    ]);
    expect(form!.sign).toMatchObject({ text: '下降', sign: -1, partner: '增长' });
  });

  it('that no one can read stays, and says so', () => {
    expect(read('×〔那个数〕%')).toEqual(['fact: unknown-words']);
    expect(read('×〔快递业务量和业务收入〕万件')).toEqual(['level: list-with-one-number']);
  });
});
