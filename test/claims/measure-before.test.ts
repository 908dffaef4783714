import { describe, expect, it } from 'vitest';
import { notate } from './notation.js';
import { areas, claimsIn } from './reading.js';

const read = (text: string) => claimsIn(text).map((c) => notate(c, areas));

describe('a number that leans on the measure of the one before it', () => {
  it('为×% behind a change in 百分点 is what has changed', () => {
    expect(read('快递业务量占全省的比重比上年回落×个百分点，为×%。')[1]).toBe(
      'share(express-volume, 邯郸市/河北省, 2019)',
    );
    expect(read('快递业务量增长×%，增速比上年回落×个百分点，占全省的×%。')[2]).toBe(
      'share(express-volume, 邯郸市/河北省, 2019)',
    );
  });

  it('完成×% behind the completion of another plan is of its own plan', () => {
    expect(read('快递业务量完成年度计划的×%，快递业务收入完成×%。')[1]).toBe(
      'completion(express-revenue, 邯郸市, 2019)',
    );
    expect(read('快递业务量增长×%，快递业务收入完成×%。')[1]).toBe('none: no-cue-for-percent');
  });

  it('the price of another region is said in 元 alone', () => {
    expect(read('快递平均单价×元，其中石家庄×元。')[1]).toBe(
      'unit-price(express-revenue/express-volume, 石家庄市, 2019)',
    );
    expect(read('快递平均单价×元，其中石家庄×亿元。')[1]).toBe('level: of-derived-measure');
  });
});

describe('months, quarters and years of one sentence', () => {
  it('累计 behind figures of a month runs from January', () => {
    expect(read('2019年8月份，快递业务量×万件，同比增长×%，累计×万件，同比增长×%。').slice(2)).toEqual([
      'level(express-volume, 邯郸市, 2019-01..08)',
      'growth(express-volume, 邯郸市, 2019-01..08)',
    ]);
    expect(read('2019年8月份，快递业务量累计×万件。')).toEqual([
      'level(express-volume, 邯郸市, 2019-08) or level(express-volume, 邯郸市, 2019-01..08)',
    ]);
    expect(read('2019年8月份，快递业务量×万件，快递业务收入累计×亿元。')[1]).toBe(
      'level(express-revenue, 邯郸市, 2019-08) or level(express-revenue, 邯郸市, 2019-01..08)',
    );
  });

  it('单季 is the quarter named, or the last one of the run', () => {
    expect(read('2019年二季度，快递业务量单季完成×万件。')).toEqual(['level(express-volume, 邯郸市, 2019-Q2)']);
    expect(read('2019年上半年，快递业务量单季完成×万件。')).toEqual(['level(express-volume, 邯郸市, 2019-Q2)']);
  });

  it('a look back at last year leaves it open which year the next number is of', () => {
    expect(read('快递业务量×万件，上年×万件，增长×%。')[2]).toBe(
      'growth(express-volume, 邯郸市, 2019) or growth(express-volume, 邯郸市, 2018)',
    );
    expect(read('快递业务量增长×%，扭转了上年下降×%的局面，占全省的×%。')[2]).toBe(
      'share(express-volume, 邯郸市/河北省, 2019)',
    );
  });

  it('各季度 goes through four quarters, no more and no fewer', () => {
    expect(read('图1显示，快递业务量各季度同比增速依次为×%、×%、×%和×%。')).toEqual(
      ['Q1', 'Q2', 'Q3', 'Q4'].map((q) => `growth(express-volume, 邯郸市, 2019-${q})`),
    );
    expect(read('快递业务量各季度同比增速依次为×%、×%和×%。')[0]).toBe('growth: several-periods');
  });
});

describe('two comparisons in one clause', () => {
  it('the second of 高于全国×、全省× shares the verb of the first', () => {
    const [, first, second] = claimsIn('快递业务量增长×%，高于全国×个百分点、全省×个百分点。');
    expect(second?.sign?.start).toBe(first?.sign?.start);
    expect([first?.list, second?.list]).toEqual([
      { index: 0, length: 2 },
      { index: 1, length: 2 },
    ]);
  });

  it('a region tied with stands beside the subject and does not become it', () => {
    expect(read('快递业务量与邢台市并列全省第×位，同比增长×%。')[1]).toBe('growth(express-volume, 邯郸市, 2019)');
  });
});

describe('words without a figure', () => {
  it('praise leaves the sentence as it found it; what narrows does not', () => {
    expect(read('快递业务量完成×万件，增势强劲，同比增长×%。')[1]).toBe('growth(express-volume, 邯郸市, 2019)');
    expect(read('快递业务量完成×万件，农村市场活跃，同比增长×%。')[1]).toBe('growth: unknown-modifier');
  });

  it('the day of an occasion is not the period of the figures', () => {
    expect(read('市局×局长在×月×日的通气会上介绍，9月份快递业务量×万件，同比增长×%。').slice(-1)).toEqual([
      'growth(express-volume, 邯郸市, 2019-09)',
    ]);
    expect(read('快递业务量×万件，截至9月3日，同比增长×%。').slice(-1)).toEqual(['growth: period-mentioned']);
  });

  it('a number alone in brackets is that of the words before it', () => {
    expect(read('快递业务量占全省的半壁江山（×%），同比增长×%。')).toEqual([
      'share(express-volume, 邯郸市/河北省, 2019)',
      'growth(express-volume, 邯郸市, 2019)',
    ]);
  });
});
