import { describe, expect, it } from 'vitest';
import { parseCatalogueText } from '../../src/catalogue/load-catalogue.js';
import { dictionary } from '../../src/claims/dictionary.js';
import { notate } from './notation.js';
import { areas, claimsIn, handan } from './reading.js';

const read = (text: string) => claimsIn(text).map((c) => notate(c, areas));

/** Foreign trade, where the parts of one whole are named by firm and by direction. */
const trade = (() => {
  const parsed = parseCatalogueText(
    `id: trade
name: 外贸
subjects: [{ name: 外贸, opening: true }]
indicators:
  - { id: total, name: 进出口总值, aliases: [进出口], subject: 外贸, unit: 亿元, kind: flow }
  - { id: exports, name: 出口, unit: 亿元, kind: flow }
  - { id: imports, name: 进口, unit: 亿元, kind: flow }
  - { id: private, name: 民营企业进出口, aliases: [民营企业], unit: 亿元, kind: flow }
  - { id: state, name: 国有企业进出口, aliases: [国有企业], unit: 亿元, kind: flow }
partitions:
  - { whole: total, by: 流向, parts: [exports, imports] }
  - { whole: total, by: 企业, parts: [private, state] }
`,
    'trade.yaml',
  );
  if (parsed.kind !== 'valid') throw new Error(JSON.stringify(parsed));
  const { vocabulary } = handan.dictionary;
  return { ...handan, dictionary: dictionary({ ...vocabulary, catalogue: parsed.catalogue }) };
})();
const readTrade = (text: string) => claimsIn(text, trade).map((c) => notate(c, areas));

describe('readings that once went wrong', () => {
  it('a name that only begins that of its indicator makes what follows a part of it', () => {
    expect(readTrade('民营企业活力不断释放，进出口×亿元，增长×%。')).toEqual([
      'level(private, 邯郸市, 2019)',
      'growth(private, 邯郸市, 2019)',
    ]);
    expect(readTrade('民营企业增长×%，出口增长×%；进口增长×%。')).toEqual([
      'growth(private, 邯郸市, 2019)',
      'growth: unknown-modifier',
      'growth(imports, 邯郸市, 2019)',
    ]);
    expect(readTrade('国有企业进出口×亿元，占全市的×%，高于全市平均增速×个百分点。')[2]).toBe(
      'difference: points-of-what',
    );
  });

  it('what an aside in brackets names ends with it', () => {
    expect(readTrade('邯郸市进出口增长×%（上年下降×%）；出口×亿元，进口增长×%。')).toEqual([
      'growth(total, 邯郸市, 2019)',
      'growth(total, 邯郸市, 2018)',
      'level(exports, 邯郸市, 2019)',
      'growth(imports, 邯郸市, 2019)',
    ]);
    expect(readTrade('进出口（其中出口×亿元）增长×%，占全省的×%。').slice(1)).toEqual([
      'growth(total, 邯郸市, 2019)',
      'share(total, 邯郸市/河北省, 2019)',
    ]);
  });

  it('a group behind a rank is whom it is ranked among, and does not become the subject', () => {
    expect(read('石家庄快递业务量居全省第×位、省会城市第×位；同比增长×%。')).toEqual([
      'rank(level(express-volume, 石家庄市, 2019), 河北省)',
      'rank(level(express-volume, 石家庄市, 2019), 省会城市)',
      'growth(express-volume, 石家庄市, 2019)',
    ]);
  });

  it('the base of a difference in 百分点 is not that of the next growth', () => {
    expect(read('2019年1—8月，快递业务量增速比1—7月加快×个百分点；8月当月增长×%。')).toEqual([
      'difference(growth(express-volume, 邯郸市, 2019-01..08), 2019-01..07)',
      'growth(express-volume, 邯郸市, 2019-08)',
    ]);
  });

  it('a bare 增长 after 环比 may be of last year all the same', () => {
    expect(read('2019年9月，快递业务量环比增长×%；快递业务收入增长×%。')[1]).toBe(
      'growth(express-revenue, 邯郸市, 2019-09) on preceding or growth(express-revenue, 邯郸市, 2019-09)',
    );
  });

  it('behind a total several numbers are of its members', () => {
    expect(read('石家庄、保定快递业务量合计×万件，同比分别增长×%和×%。')).toEqual([
      'total(express-volume, 石家庄市, 2019; express-volume, 保定市, 2019)',
      'growth(express-volume, 石家庄市, 2019)',
      'growth(express-volume, 保定市, 2019)',
    ]);
  });

  it('前移 without a base is from last year in a text of a whole year, else from the two places in front of it', () => {
    expect(read('2019年9月，快递业务量同比增长×%，居全省第×位，前移×位。')[2]).toBe('rank: base-unknown');
    expect(read('快递业务量环比增长×%，居全省第×位，前移×位。')[2]).toBe('rank: base-unknown');
    expect(read('快递业务量居全省第×位，前移×位。')[1]).toBe(
      'difference(rank(level(express-volume, 邯郸市, 2019), 河北省), 2018)',
    );
    expect(read('快递业务量由上年的全省第×位升至第×位，前移×位。')[2]).toBe(
      'difference(rank(level(express-volume, 邯郸市, 2019), 河北省), 2018)',
    );
  });

  it('a sentence that names nothing goes on about the one thing of the sentence before, and no fact does', () => {
    expect(read('快递业务量完成×万件，同比增长×%。增速居全省第×位。检查企业×家次。处理×万件。').slice(2)).toEqual([
      'rank(growth(express-volume, 邯郸市, 2019), 河北省)',
      'fact: unknown-words',
      'fact: unknown-words',
    ]);
    expect(read('快递业务量和业务收入分别完成×万件和×亿元。同比增长×%。')[2]).toBe('fact: no-indicator');
  });

  it('其中 gives a share its whole, but not to a month, nor to another region with a name of its own', () => {
    expect(read('邮政行业业务收入完成×亿元。其中快递业务收入占比×%，提高×个百分点。').slice(1)).toEqual([
      'share(express-revenue/industry-revenue, 邯郸市, 2019)',
      'difference(share(express-revenue/industry-revenue, 邯郸市, 2019), 2018)',
    ]);
    expect(read('全省快递业务收入×亿元，其中石家庄占×%。')[1]).toBe('share(express-revenue, 石家庄市/河北省, 2019)');
    expect(read('全省快递业务收入×亿元，其中石家庄快递业务收入占×%。')[1]).toBe('share: share-of-what');
    expect(read('其中9月份快递业务量占×%。')).toEqual(['share: share-of-what']);
  });

  it('the members of a region, rightly counted, are the region; some of them are not', () => {
    expect(read('快递业务量在全省11个设区市中居第×位。')).toEqual([
      'rank(level(express-volume, 邯郸市, 2019), 河北省)',
    ]);
    expect(read('全省3个市快递业务量×万件。')[1]).toBe('fact: pattern-unknown');
  });

  it('where it is looked at narrows only what it names: 从区域看 nothing, 从农村看 and 从城市看 everything', () => {
    expect(read('从区域看，快递业务量×万件。')).toEqual(['level(express-volume, 邯郸市, 2019)']);
    expect(read('从农村看，快递业务量×万件。')).toEqual(['level: restricted']);
    expect(read('从城市看，快递业务量×万件。')).toEqual(['level: restricted']);
  });

  it('三者 are the last three that were named, where they are parts of one whole', () => {
    const trio = '同城快递×万件，同比增长×%；异地快递×万件，同比增长×%；国际及港澳台快递×万件，同比增长×%。';
    expect(read(`${trio}三者占比分别为×%、×%和×%。`).slice(6)).toEqual([
      'share(express-volume-same-city/express-volume, 邯郸市, 2019)',
      'share(express-volume-intercity/express-volume, 邯郸市, 2019)',
      'share(express-volume-international/express-volume, 邯郸市, 2019)',
    ]);
    expect(read('快递业务量×万件，快递业务收入×亿元。两者占比分别为×%和×%。').slice(2)).toEqual([
      'share: list-not-clear',
      'share: list-not-clear',
    ]);
  });

  it('a total behind one of several that were named one by one is not of that one', () => {
    expect(read('快递业务量石家庄×万件（同比增长×%），保定×万件，合计占全省的×%。').at(-1)).toBe(
      'share: list-not-clear',
    );
    expect(read('同城快递业务量×万件，异地快递业务量×万件，合计×万件。').at(-1)).toBe('level: list-not-clear');
    expect(read('石家庄、保定快递业务量合计×万件，合计占全省的×%。').at(-1)).toContain('share(total(');
  });

  it('a verb does not turn against what is said beside it', () => {
    const word = (text: string) => claimsIn(text).map((c) => c.sign?.leaning ?? c.tone?.word);
    expect(word('快递业务量同比下降×%，降幅继续收窄。')[0]).toBe('降幅');
    expect(word('快递业务量同比下降×%。降幅为近年最大。')[0]).toBe('降幅');
    expect(word('快递业务量由升转降，同比下降×%。').at(-1)).toBeDefined();
    expect(word('快递业务量同比增长×%，创历史新高。')[0]).toBe('创历史新高');
    expect(word('快递业务量和业务收入双双增长，分别增长×%和×%。').slice(1)).toEqual(['增长', '增长']);
    expect(word('快递业务量、业务收入均实现增长，增速分别为×%和×%。').slice(1)).toEqual(['增长', '增长']);
    expect(word('业务收入回落，快递业务量同比下降×%；函件增长×%。').slice(-2)).toEqual([undefined, undefined]);
    expect(word('快递业务量保持增长，增速比上年加快×个百分点。').at(-1)).toBeUndefined();
    expect(word('快递业务量同比下降×%，降幅比上年扩大×个百分点。')[1]).toBeUndefined();
  });

  it('a region that a sentence without a figure began with may be the subject of the next one too', () => {
    expect(read('石家庄要当好龙头。快递业务量×万件。全市快递业务收入×亿元。')).toEqual([
      'level(express-volume, 邯郸市, 2019) or level(express-volume, 石家庄市, 2019)',
      'level(express-revenue, 邯郸市, 2019)',
    ]);
    expect(read('石家庄海关发布。快递业务量×万件。')).toEqual(['level(express-volume, 邯郸市, 2019)']);
    expect(read('要学习石家庄经验。快递业务量×万件。')).toEqual(['level(express-volume, 邯郸市, 2019)']);
  });

  it('regions that are counted and not named are those in force only where there are as many', () => {
    expect(read('三州快递业务量合计×万件，增长×%。')).toEqual(['level: area-mentioned', 'growth: area-mentioned']);
    expect(read('石家庄、保定快递业务量分别完成×万件和×万件，三市合计占全省的×%。').at(-1)).toBe(
      'share: area-mentioned',
    );
    expect(read('石家庄、保定快递业务量分别完成×万件和×万件，两市合计占全省的×%。').at(-1)).toContain('share(total(');
  });

  it('what others ask for is no figure of the returns', () => {
    expect(read('国家邮政局要求，今年全国快递业务量增长×%左右。')).toEqual(['growth: supposed']);
    expect(read('年初预计，全年快递业务量增长×%。')).toEqual(['growth: supposed']);
    expect(read('全面落实上级要求，快递业务量增长×%。')).toEqual(['growth(express-volume, 邯郸市, 2019)']);
  });

  it('其中 with a period may say a longer name in short', () => {
    expect(readTrade('民营企业进出口×亿元，增长×%；其中8月份进出口×亿元，增长×%。').slice(2)).toEqual([
      'level(total, 邯郸市, 2019-08) or level(private, 邯郸市, 2019-08)',
      'growth(total, 邯郸市, 2019-08) or growth(private, 邯郸市, 2019-08)',
    ]);
    expect(readTrade('民营企业进出口×亿元；其中，8月份进出口×亿元。')[1]).toBe(
      'level(total, 邯郸市, 2019-08) or level(private, 邯郸市, 2019-08)',
    );
    expect(readTrade('民营企业进出口×亿元；8月份进出口×亿元。')[1]).toBe('level(total, 邯郸市, 2019-08)');
    expect(readTrade('民营企业进出口×亿元；其中8月份出口×亿元。')[1]).toBe('level(exports, 邯郸市, 2019-08)');
  });

  it('the price of a part is not that of the whole', () => {
    expect(read('快递单票收入×元，其中同城快递单价×元。')).toEqual([
      'unit-price(express-revenue/express-volume, 邯郸市, 2019)',
      'unit-price(express-revenue-same-city/express-volume-same-city, 邯郸市, 2019)',
    ]);
    expect(read('同城快递业务量×万件，单票收入×元。')[1]).toBe(
      'unit-price(express-revenue-same-city/express-volume-same-city, 邯郸市, 2019) or unit-price(express-revenue/express-volume, 邯郸市, 2019)',
    );
  });

  it('其中 is of what was just said, also where that was not read', () => {
    expect(readTrade('进出口×亿元，其中出口占×%。').at(-1)).toBe('share(exports/total, 邯郸市, 2019)');
    expect(readTrade('外贸新增备案资金×亿元，其中出口占×%。').at(-1)).toBe('share: share-of-what');
    expect(readTrade('国有企业进出口×亿元，其中出口占×%。').at(-1)).toBe('share: share-of-what');
  });

  it('a holiday or ten days of a month are no month and no year', () => {
    for (const when of ['国庆假期', '“五一”', '春节黄金周', '暑期', '春运', '12月上旬', '12月中下旬', '双节假期']) {
      const [level] = read(`${when}，全市快递业务量×万件，同比增长×%。`);
      expect(level, when).toMatch(/: /u);
    }
  });

  it('a part of the whole of the own region may be of that region, whatever region was spoken of before', () => {
    const home = { ...handan, dictionary: dictionary({ ...handan.dictionary.vocabulary, home: '130000' }) };
    expect(
      claimsIn('石家庄快递业务量×万件，同城快递业务量占全省快递业务量的×%。', home).map((c) => notate(c, areas))[1],
    ).toBe(
      'share(express-volume-same-city/express-volume, 河北省, 2019) or share(express-volume-same-city/express-volume, 石家庄市/河北省, 2019)',
    );
  });

  it('a subject waits for its measure, and a second indicator ends it', () => {
    expect(read('全市邮政行业全年实现业务收入×亿元、业务总量×亿元。')).toEqual([
      'level(industry-revenue, 邯郸市, 2019)',
      'level(industry-output, 邯郸市, 2019)',
    ]);
    expect(read('快递业务和业务收入分别增长×%和×%。')[0]).not.toBe('growth(express-revenue, 邯郸市, 2019)');
  });

  it('变动 says no way, and 变化 alone no growth', () => {
    expect(read('快递业务量变动×%。')).toEqual(['growth(express-volume, 邯郸市, 2019)']);
    expect(read('快递业务量发生变化，×%。')[0]).not.toContain('growth(');
  });
});
