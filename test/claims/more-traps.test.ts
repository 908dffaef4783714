import { describe, expect, it } from 'vitest';
import { readBureau } from './bureau.js';
import { notate } from './notation.js';
import { areas, claimsIn } from './reading.js';

const read = (text: string) => claimsIn(text).map((c) => notate(c, areas).replaceAll(', 邯郸市, 2019)', ')'));

describe('wordings near to those that are read', () => {
  it('a contribution or a pull without its whole needs one just said', () => {
    expect(read('快递业务收入增长×%，快递业务拉动×个百分点。')[1]).toMatch(/: /u);
    expect(read('石家庄邮政行业业务收入增长×%，邯郸快递业务收入拉动×个百分点。')[1]).toMatch(/: /u);
    expect(
      read(
        '同城、异地、国际及港澳台快递业务量对快递业务量增长的贡献率分别为×%、×%和×%，分别拉动增长×、×和×个百分点。',
      ).slice(3),
    ).toEqual([
      'pull(express-volume-same-city/express-volume)',
      'pull(express-volume-intercity/express-volume)',
      'pull(express-volume-international/express-volume)',
    ]);
  });

  it('新增 of a stock is what came, and no increase; behind a base it is one', () => {
    expect(readBureau('经营主体×万户，全年新增×万户。')[1]).toBe('increase: base-unknown');
    expect(readBureau('各项贷款余额×亿元，较年初新增×亿元。')[1]).toBe('increase(loans, 邯郸市, 2019-12)');
    expect(read('快递业务量×万件，新增网点×个。')[1]).toMatch(/: /u);
  });

  it('当月增速 is compared only where the figure is of a month', () => {
    expect(read('2019年9月，快递业务量同比增长×%，高于全省当月增速×个百分点。')[1]).toBe(
      'difference(growth(express-volume, 邯郸市, 2019-09), 河北省)',
    );
    expect(read('2019年1—9月，快递业务量同比增长×%，高于全省当月增速×个百分点。')[1]).toBe(
      'difference: base-of-no-meaning',
    );
  });

  it('a period that is only told of sets the scene, and one that is narrowed does not', () => {
    expect(read('四季度是传统旺季，快递业务量×万件。')).toEqual(['level(express-volume, 邯郸市, 2019-Q4)']);
    expect(read('四季度旺季，快递业务量×万件。')[0]).toMatch(/: /u);
    expect(read('旺季期间，9月、10月快递业务量分别×万件、×万件。')).toEqual([
      'level(express-volume, 邯郸市, 2019-09)',
      'level(express-volume, 邯郸市, 2019-10)',
    ]);
    expect(read('旺季期间，快递业务量×万件。')[0]).toMatch(/: /u);
  });

  it('a remark ends at its colon, and may still narrow what follows', () => {
    expect(read('“增量不增收”矛盾突出：快递业务量增速比业务收入增速高×个百分点。')[0]).toMatch(/^difference\(growth/u);
    expect(read('农村市场：快递业务量×万件。')[0]).toMatch(/: /u);
    expect(read('剔除重复件后：快递业务量×万件。')[0]).toMatch(/: /u);
  });

  it('what the own region is compared with, or stands out among, is not spoken of next', () => {
    expect(read('主要指标增速好于全国、全省，快递业务量增长×%。')).toEqual(['growth(express-volume)']);
    expect(read('石家庄、全省快递业务量增长×%。')[0]).toMatch(/: /u);
    expect(read('快递业务量×万件，为全省完成率最低的市；同比下降×%。')[1]).toBe('growth(express-volume)');
    expect(read('石家庄是全省增速最快的市，快递业务量增长×%。')[0]).not.toBe('growth(express-volume)');
  });

  it('the end of a name stands for the one name of the sentence that has it', () => {
    expect(read('邮政行业业务收入增长×%，业务总量增长×%，收入增速低于业务总量×个百分点。')[2]).toBe(
      'difference(growth(industry-revenue), industry-output)',
    );
    expect(read('快递业务量×万件，税收收入增长×%。')[1]).toMatch(/: /u);
    expect(read('快递业务收入增长×%，邮政行业业务收入增长×%，收入增速居全省第×位。')[2]).toMatch(/: /u);
    expect(read('快递业务量增长×%，收入增长×%。')[1]).toMatch(/: /u);
  });

  it('量、收 are two measures only in front of what is said of both', () => {
    expect(
      read('快递业务量×万件，增长×%；业务收入×亿元，增长×%，量、收增幅分别较全国平均水平高×个和×个百分点。').slice(4),
    ).toEqual(['difference(growth(express-volume), 全国)', 'difference(growth(express-revenue), 全国)']);
    expect(read('快递业务量×万件，量收缩×%。')[1]).toMatch(/: /u);
  });

  it('a price goes on being spoken of in its sentence alone', () => {
    expect(read('快递业务量×万件。快递单票收入×元，同比减少×元。').slice(1)).toEqual([
      'unit-price(express-revenue/express-volume)',
      'difference(unit-price(express-revenue/express-volume), 2018)',
    ]);
    expect(read('快递单票收入×元。同比减少×元。')[1]).toMatch(/: /u);
  });
});

describe('regions that a text compares with', () => {
  it('one that is known by its place takes the ranking just said, or that of the indicator in force', () => {
    expect(read('快递业务量增速居全省第×位，比居首的×低×个百分点。').slice(1)).toEqual([
      'placed(rank(growth(express-volume), 河北省), 1)',
      'difference(growth(express-volume), #1 by rank(growth(express-volume), 河北省))',
    ]);
    expect(read('快递业务量×万件，与第二位的×仅差×万件。')[2]).toBe(
      'difference(level(express-volume, #2 by rank(level(express-volume, 石家庄市, 2019), 河北省), 2019), 邯郸市)',
    );
  });

  it('a place among others, of another kind, or of a subject that is not there stays open', () => {
    expect(
      read('快递业务量居全省第×位，比第一名的×低×个百分点。')
        .slice(1)
        .every((r) => r.includes(': ')),
    ).toBe(true);
    expect(read('快递业务量、业务收入居全省第×位、第×位，比第一名的×低×个百分点。').slice(2).join()).toMatch(/: /u);
    expect(read('北京市快递业务量×万件，与第二位的×仅差×万件。')[2]).toMatch(/: /u);
    expect(read('快递业务量×万件，与去年第二位的×相差×万件。')[2]).toMatch(/: /u);
    expect(read('快递业务量×万件，比第一季度的×低×万件。')[2]).toMatch(/: /u);
  });

  it('与石家庄相比 holds what follows against that region, and nothing against the region around', () => {
    expect(read('与石家庄相比，快递业务量少×万件，增速低×个百分点。')).toEqual([
      'difference(level(express-volume), 石家庄市)',
      'difference(growth(express-volume), 石家庄市)',
    ]);
    expect(read('与全省相比，增速快×个百分点。')[0]).toMatch(/: /u);
    expect(read('与全省相比，快递业务量少×万件。')[0]).toBe('increase: compared-with-itself');
    expect(read('与石家庄农村相比，快递业务量少×万件。')[0]).toMatch(/: /u);
    expect(read('与石家庄相比，快递业务量少×万件。业务量多×万件。')[1]).toMatch(/: /u);
    expect(read('与石家庄相比，快递业务量比上年少×万件。')[0]).toBe('increase(express-volume)');
  });

  it('的有×个 counts members only where the own region has some that reports speak of', () => {
    expect(read('快递业务量增速高于全省的有×个。')[0]).toMatch(/: /u);
  });
});
