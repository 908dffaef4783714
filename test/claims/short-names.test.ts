import { describe, expect, it } from 'vitest';
import { readBureau } from './bureau.js';

describe('names that a list or a short way of speaking does not say whole', () => {
  it('what all members share is said once: behind them, in front, or on both sides', () => {
    expect(readBureau('第一、二、三产业增加值分别为×亿元、×亿元和×亿元。')).toEqual([
      'level(gdp1)',
      'level(gdp2)',
      'level(gdp3)',
    ]);
    expect(readBureau('城镇、农村居民人均可支配收入分别达到×元和×元。')).toEqual([
      'level(income-city)',
      'level(income-rural)',
    ]);
    expect(readBureau('一般公共预算收入、支出分别完成×亿元和×亿元。')).toEqual(['level(revenue)', 'level(spend)']);
    expect(readBureau('对东盟、欧盟和美国分别进出口×亿元、×亿元和×亿元，三者合计占全市进出口总值的×%。')).toEqual(
      ['level(asean)', 'level(eu)', 'level(us)', 'share(total(asean; eu; us)/level(trade))'].map((s) =>
        s.replace('asean; eu; us', 'asean, 邯郸市, 2019; eu, 邯郸市, 2019; us'),
      ),
    );
  });

  it('a member that makes no name leaves the list open', () => {
    expect(
      readBureau('对东盟、非洲和美国进出口分别为×亿元、×亿元和×亿元。').every((r) => r.includes('unknown-words')),
    ).toBe(true);
    expect(readBureau('城镇、外来居民人均可支配收入分别为×元和×元。')[0]).toContain('unknown-words');
    expect(readBureau('一般公共预算收入、结余分别为×亿元和×亿元。')[0]).toContain('unknown-words');
    expect(readBureau('农村第一、二、三产业增加值分别为×亿元、×亿元和×亿元。')[0]).toContain('unknown-words');
  });

  it('one word names a set in its order, and its structure is all of its shares', () => {
    expect(readBureau('三次产业增加值分别增长×%、×%和×%。')).toEqual(['growth(gdp1)', 'growth(gdp2)', 'growth(gdp3)']);
    expect(readBureau('三次产业结构为×∶×∶×。')).toEqual(['share(gdp1/gdp)', 'share(gdp2/gdp)', 'share(gdp3/gdp)']);
    expect(readBureau('三次产业结构由上年的×:×:×调整为×:×:×。').slice(3)).toEqual([
      'share(gdp1/gdp)',
      'share(gdp2/gdp)',
      'share(gdp3/gdp)',
    ]);
    expect(readBureau('第一、二产业结构为×∶×。')).toEqual(['share: share-of-what', 'share: share-of-what']);
    expect(readBureau('三次产业投资结构为×∶×∶×。').every((r) => r.includes(': '))).toBe(true);
  });

  it('what is done stands for how much of it, where one indicator measures it', () => {
    expect(readBureau('全市用电×亿千瓦时，同比增长×%。')).toEqual(['level(power)', 'growth(power)']);
    expect(readBureau('各项贷款较年初增加×亿元。')[0]).toContain('increase(loans');
    expect(readBureau('商品房销售×万平方米。')).toEqual(['level(house-area)']);
    expect(readBureau('商品房销售增长×%。')).toEqual(['growth(house-area) or growth(house-sale)']);
    expect(readBureau('最高用电×万千瓦。')[0]).toContain(': ');
  });

  it('风电、光伏合计发电: the name behind is what both are parts of, and no third', () => {
    expect(readBureau('风电、光伏合计发电×亿千瓦时。')).toEqual(['total(wind, 邯郸市, 2019; solar)']);
    expect(readBureau('风电、光伏合计用电×亿千瓦时。')).toEqual(['level: list-not-clear']);
  });

  it('a name may lack the end that the name before it has said', () => {
    expect(readBureau('高技术制造业增加值增长×%，快于规模以上工业×个百分点。')[1]).toBe(
      'difference(growth(hightech), industry)',
    );
    expect(readBureau('工业用电量×亿千瓦时，其中制造业×亿千瓦时，增长×%。').slice(1)).toEqual([
      'level(power-made)',
      'growth(power-made)',
    ]);
    expect(readBureau('工业用电量×亿千瓦时，其中制造业投资增长×%。')[1]).toContain('unknown-words');
    expect(readBureau('工业用电量×亿千瓦时。制造业增长×%。')[1]).toContain('unknown-words');
    expect(readBureau('工业用电量增长×%，其中农村制造业增长×%。')[1]).toContain('unknown-words');
  });

  it('months that follow each other, taken together, are one period', () => {
    expect(readBureau('7、8两个月，全市合计用电×亿千瓦时，同比增长×%。')).toEqual([
      'level(power, 邯郸市, 2019-07..08)',
      'growth(power, 邯郸市, 2019-07..08)',
    ]);
    expect(readBureau('今年7、9两个月，全市合计用电×亿千瓦时。')[0]).toContain(': ');
  });
});
