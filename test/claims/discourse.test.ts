import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/claims/read-document.js';
import type { Block } from '../../src/model/document.js';
import { notate } from './notation.js';
import { areas, claimsIn, handan } from './reading.js';

const read = (text: string) => claimsIn(text).map((c) => notate(c, areas));
const readBlocks = (...blocks: readonly (readonly [Block['kind'], string])[]) =>
  readDocument(
    {
      format: 'txt',
      blocks: blocks.map(([kind, text], i) => ({
        kind,
        text,
        place: { line: i + 1, column: 1 },
        ...(kind === 'heading' ? { level: 1 } : {}),
      })),
    },
    handan,
  ).map((c) => notate(c, areas));

describe('what carries from the words before', () => {
  it('分别 goes back to the parts that 其中 has said, where they are as many', () => {
    const parts = '快递业务量×万件，其中，同城×万件，异地×万件，';
    expect(read(`${parts}分别增长×%、×%。`).slice(3)).toEqual([
      'growth(express-volume-same-city, 邯郸市, 2019)',
      'growth(express-volume-intercity, 邯郸市, 2019)',
    ]);
    expect(read(`${parts}分别增长×%、×%、×%。`).slice(3)).toEqual([
      'growth(express-volume, 邯郸市, 2019)',
      'growth(express-volume-same-city, 邯郸市, 2019)',
      'growth(express-volume-intercity, 邯郸市, 2019)',
    ]);
    expect(read('快递业务量×万件，同城×万件，异地×万件，分别增长×%、×%。').at(-1)).toBe('growth: list-count-differs');
  });

  it('a bare 业务收入 in the opening sentence is that of the industry, after 其中快递业务量 that of express', () => {
    expect(read('业务收入完成×亿元。其中，快递业务量完成×万件；业务收入完成×亿元。')).toEqual([
      'level(industry-revenue, 邯郸市, 2019)',
      'level(express-volume, 邯郸市, 2019)',
      'level(express-revenue, 邯郸市, 2019)',
    ]);
  });

  it('the scope of a subject ends at the full stop: a bare 业务收入 after it is not decided', () => {
    const [, revenue] = read('快递业务量完成×万件。业务收入完成×亿元。');
    expect(revenue).toContain('level(industry-revenue, 邯郸市, 2019) or ');
  });

  it('分别 goes through indicators, segments and regions in their order', () => {
    expect(read('快递业务量和业务收入分别完成×万件和×亿元，同比分别增长×%和×%。')).toEqual([
      'level(express-volume, 邯郸市, 2019)',
      'level(express-revenue, 邯郸市, 2019)',
      'growth(express-volume, 邯郸市, 2019)',
      'growth(express-revenue, 邯郸市, 2019)',
    ]);
    expect(read('石家庄、保定两市快递业务量分别完成×万件、×万件。')).toEqual([
      'level(express-volume, 石家庄市, 2019)',
      'level(express-volume, 保定市, 2019)',
    ]);
    expect(read('同城、异地、国际及港澳台快递业务量分别完成×万件、×万件和×万件。')).toEqual([
      'level(express-volume-same-city, 邯郸市, 2019)',
      'level(express-volume-intercity, 邯郸市, 2019)',
      'level(express-volume-international, 邯郸市, 2019)',
    ]);
  });

  it('a 分别 whose counts do not match, a list with one number, and regions and indicators in turn are not read', () => {
    expect(read('快递业务量和业务收入分别完成×万件。')).toEqual(['level: list-with-one-number']);
    expect(read('快递业务量和业务收入分别增长×%、×%和×%。')).toEqual(Array(3).fill('growth: list-count-differs'));
    expect(read('石家庄快递业务量和保定快递业务量分别完成×万件和×万件。')).toEqual(Array(2).fill('level: mixed-list'));
  });

  it('a region within a slogan of the title is not what the figures are about', () => {
    const own = ['level(express-volume, 邯郸市, 2019)'];
    for (const title of ['勇挑重担　加快建设石家庄枢纽', '对标石家庄，争创一流', '携手京津，邯郸邮政行业开新局'])
      expect(readBlocks(['title', title], ['paragraph', '快递业务量完成×万件。'])).toEqual(own);
  });

  it('a neighbour, or a group of its own region, at the head of a title may be a slogan too: both stay possible', () => {
    expect(readBlocks(['title', '石家庄邮政枢纽'], ['paragraph', '快递业务量完成×万件。'])).toEqual([
      'level(express-volume, 邯郸市, 2019) or level(express-volume, 石家庄市, 2019)',
    ]);
    expect(readBlocks(['title', '石家庄邮政枢纽'], ['paragraph', '全市快递业务量完成×万件。'])).toEqual([
      'level(express-volume, 邯郸市, 2019)',
    ]);
  });

  it('headings go from part to part of the region of a title', () => {
    expect(
      readBlocks(
        ['title', '河北省2019年邮政行业运行情况'],
        ['heading', '（一）石家庄市'],
        ['paragraph', '快递业务量完成×万件。'],
        ['heading', '（二）保定市'],
        ['paragraph', '快递业务量完成×万件。'],
      ),
    ).toEqual(['level(express-volume, 石家庄市, 2019)', 'level(express-volume, 保定市, 2019)']);
  });

  it('headings set the period and turn what follows into plans', () => {
    expect(
      readBlocks(
        ['heading', '一、2019年工作回顾'],
        ['paragraph', '快递业务量完成×万件，增长×%。'],
        ['heading', '二、2020年工作安排'],
        ['paragraph', '快递业务量完成×万件，增长×%。'],
      ),
    ).toEqual([
      'level(express-volume, 邯郸市, 2019)',
      'growth(express-volume, 邯郸市, 2019)',
      'level(express-volume, 邯郸市, plan 2020)',
      'growth(express-volume, 邯郸市, plan 2020)',
    ]);
  });

  it('plans end where they were fulfilled: what came of them is not the plan', () => {
    expect(read('圆满完成年度目标，快递业务量完成×万件。')).toEqual(['level(express-volume, 邯郸市, 2019)']);
    expect(read('快递业务量目标为×万件，实际完成×万件。')).toEqual([
      'level(express-volume, 邯郸市, plan 2019)',
      'level(express-volume, 邯郸市, 2019)',
    ]);
    expect(readBlocks(['heading', '三、目标完成进度'], ['paragraph', '快递业务量完成×万件。'])).toEqual([
      'level(express-volume, 邯郸市, 2019)',
    ]);
    const either = 'level(express-volume, 邯郸市, plan 2019) or level(express-volume, 邯郸市, 2019)';
    expect(read('快递业务量计划×万件，完成×万件。')[1]).toBe(either);
    expect(readBlocks(['heading', '三、重点任务'], ['paragraph', '快递业务量完成×万件。'])).toEqual([either]);
  });

  it('与1—8月持平 and 从…看 say what they compare and look at, and no more', () => {
    expect(read('2019年1-9月，快递业务量增速与1-8月持平；快递业务收入完成×亿元。')).toEqual([
      'level(express-revenue, 邯郸市, 2019-01..09)',
    ]);
    expect(read('从石家庄看，快递业务量完成×万件。')).toEqual(['level(express-volume, 石家庄市, 2019)']);
  });

  it('a paragraph may go on in the period of the one before it, or begin anew in that of its headings', () => {
    const either = 'level(express-revenue, 邯郸市, 2019) or level(express-revenue, 邯郸市, 2019-S1)';
    const first = ['paragraph', '上半年，快递业务量完成×万件。'] as const;
    const next = ['paragraph', '快递业务收入完成×亿元。'] as const;
    expect(readBlocks(first, next)[1]).toBe(either);
    expect(readBlocks(first, ['paragraph', '各级各部门协同发力。'], next)[1]).toBe(either);
    expect(readBlocks(first, ['heading', '二、2019年全年情况'], next)[1]).toBe('level(express-revenue, 邯郸市, 2019)');
    expect(readBlocks(['title', '2019年上半年情况'], first, next)[1]).toBe('level(express-revenue, 邯郸市, 2019-S1)');
  });

  it('a bare 业务量 opens a text on the industry, not one that has spoken of express before', () => {
    const bare = ['paragraph', '石家庄市业务量×亿件。'] as const;
    const industry = 'level(delivery-volume, 石家庄市, 2019)';
    expect(readBlocks(bare)).toEqual([industry]);
    expect(readBlocks(['title', '快递跑出加速度'], bare)[0]).toContain(`${industry} or level(express-volume`);
    expect(readBlocks(['paragraph', '快递业务量完成×万件。'], bare)[1]).toContain(
      `${industry} or level(express-volume`,
    );
    expect(readBlocks(['paragraph', '快递业务量完成×万件。'], ['heading', '二、邮政业'], bare)[1]).toBe(industry);
  });

  it('a month after a quarter of a year that is not known may be of either year too', () => {
    expect(read('今年一季度，快递业务量增长×%；4月份，快递业务量增长×%。')[1]).toBe(
      'growth(express-volume, 邯郸市, 2019-04) or growth(express-volume, 邯郸市, 2020-04)',
    );
  });

  it('从全国看 may be of the country or of the place that one has in it', () => {
    expect(read('从全国看，快递业务量完成×亿件，居全国第×位。')[0]).toBe(
      'level(express-volume, 邯郸市, 2019) or level(express-volume, 全国, 2019)',
    );
  });

  it('a period of one sentence ends with it', () => {
    expect(
      read('2019年1-9月，快递业务量累计完成×万件。其中8月份，快递业务量完成×万件。快递业务收入完成×亿元。'),
    ).toEqual([
      'level(express-volume, 邯郸市, 2019-01..09)',
      'level(express-volume, 邯郸市, 2019-08)',
      'level(express-revenue, 邯郸市, 2019-01..09)',
    ]);
  });

  it('the period behind 由 is that of its own number; 提高到 is where it has got to', () => {
    expect(read('快递业务量由上年的×万件增长到×万件，增长×%。')).toEqual([
      'level(express-volume, 邯郸市, 2018)',
      'level(express-volume, 邯郸市, 2019)',
      'growth(express-volume, 邯郸市, 2019)',
    ]);
  });

  it('a clause without a number moves the region too; a region behind a rank does not', () => {
    expect(read('石家庄市快递业务量比重基本持平，快递业务收入完成×亿元。')).toEqual([
      'level(express-revenue, 石家庄市, 2019)',
    ]);
    expect(read('快递业务量完成×万件，稳居全省前列，快递业务收入完成×亿元。')[1]).toBe(
      'level(express-revenue, 邯郸市, 2019)',
    );
  });

  it('比上年度 compares the same months, 比上半年 that half', () => {
    expect(read('2019年9月，快递业务量比上年度增长×%。')).toEqual(['growth(express-volume, 邯郸市, 2019-09)']);
    expect(read('前三季度，快递业务量同比增长×%，增速比上半年加快×个百分点。')[1]).toBe(
      'difference(growth(express-volume, 邯郸市, 2019-01..09), 2019-S1)',
    );
  });

  it('a list of periods: what stands for each, and nothing where one number stands for several', () => {
    expect(read('2018年四季度、2019年一季度快递业务量分别完成×万件、×万件，同比分别增长×%、×%。')).toEqual([
      'level(express-volume, 邯郸市, 2018-Q4)',
      'level(express-volume, 邯郸市, 2019-Q1)',
      'growth(express-volume, 邯郸市, 2018-Q4)',
      'growth(express-volume, 邯郸市, 2019-Q1)',
    ]);
    expect(read('2019年，7、8、9月份快递业务量分别完成×、×和×万件。')).toEqual(
      ['07', '08', '09'].map((m) => `level(express-volume, 邯郸市, 2019-${m})`),
    );
    expect(read('一至四季度，快递业务量分别增长×%、×%、×%、×%。')).toEqual(
      ['Q1', 'Q2', 'Q3', 'Q4'].map((q) => `growth(express-volume, 邯郸市, 2019-${q})`),
    );
    expect(read('9月、10月快递业务量完成×万件。')).toEqual(['level: several-periods']);
    expect(read('1、9月份快递业务量完成×万件。')[1]).toBe('level(express-volume, 邯郸市, 2019-09)');
    expect(read('9月、10月快递业务量和业务收入分别增长×%、×%。')).toEqual(Array(2).fill('growth: several-periods'));
    expect(read('2016—2019年，快递业务量完成×亿件。')).toEqual(['level: several-periods']);
  });

  it('members of a whole share its percent; a total is read as one', () => {
    expect(read('快递业务量比重：同城×%、异地×%、国际及港澳台×%。')).toEqual(
      ['same-city', 'intercity', 'international'].map((s) => `share(express-volume-${s}/express-volume, 邯郸市, 2019)`),
    );
    expect(read('石家庄、保定快递业务量合计完成×亿件，占全省的×%，同比增长×%。').slice(1)).toEqual([
      'share(total(express-volume, 石家庄市, 2019; express-volume, 保定市, 2019)/level(express-volume, 河北省, 2019))',
      'growth(total(express-volume, 石家庄市, 2019; express-volume, 保定市, 2019), total(express-volume, 石家庄市, 2018; express-volume, 保定市, 2018))',
    ]);
    expect(read('快递业务量占全省的比重由上年的×%提高到×%，提升×个百分点。')[2]).toBe(
      'difference(share(express-volume, 邯郸市/河北省, 2019), 2018)',
    );
  });

  it('a region named in the sentence before may still be meant: both are possible', () => {
    const [, next] = read('石家庄市快递业务量完成×万件。快递业务收入完成×亿元。');
    expect(next).toBe('level(express-revenue, 邯郸市, 2019) or level(express-revenue, 石家庄市, 2019)');
  });
});

describe('what is never filled', () => {
  const refused = (text: string, ...why: readonly string[]) =>
    it(text, () => expect(claimsIn(text).map((c) => c.problem?.code ?? notate(c, areas))).toEqual(why));

  refused('农村快递业务量完成×万件，同比增长×%。', 'unknown-words', 'unknown-modifier');
  refused('从农村看，快递业务量完成×万件。', 'restricted');
  refused('剔除春节因素后，快递业务量增长×%。', 'restricted');
  refused('五年前，快递业务量只有×万件。', 'period-mentioned');
  refused('若下半年延续这一势头，全年快递业务量完成×万件，快递业务收入增长×%。', 'supposed', 'supposed');
  refused(
    '2019年一季度，快递业务量增长×%，预计上半年快递业务量增长×%。',
    'growth(express-volume, 邯郸市, 2019-Q1)',
    'supposed',
  );
  refused('快递业务量有望突破×万件。', 'supposed');
  refused('快递业务量（不含国际件）完成×万件。', 'note-not-understood');
  refused('开展执法检查×余家次。', 'unknown-words');
  refused('快递业务量完成×亿元。', 'unit-of-another-kind');
  refused('快递业务量为×%。', 'no-cue-for-percent');
  refused('截至9月底，上半年快递业务量完成×万件。', 'periods-clash');
  refused(
    '快递业务量日均×万件，同比增长×%。',
    'average(express-volume, 邯郸市, 2019)',
    'growth(average(express-volume, 邯郸市, 2019), 2018) or growth(express-volume, 邯郸市, 2019)',
  );
  refused(
    '快递平均单价×元，居全省第×位。',
    'unit-price(express-revenue/express-volume, 邯郸市, 2019)',
    'of-derived-measure',
  );
  refused('快递业务量超过×亿件的市有×个。', 'attributive', 'pattern-unknown');
  refused('快递业务量同比增长×%的县有×个。', 'attributive', 'pattern-unknown');
  refused('同比增长×%。', 'no-indicator');
  refused('快递业务量增速加快×个百分点。', 'base-unknown');

  it('7月份…累计完成 contradicts itself, and so does what leans on it', () => {
    expect(read('7月份，快递业务量累计完成×万件，同比增长×%。')).toEqual([
      'level(express-volume, 邯郸市, 2019-07) or level(express-volume, 邯郸市, 2019-01..07)',
      'growth(express-volume, 邯郸市, 2019-07) or growth(express-volume, 邯郸市, 2019-01..07)',
    ]);
  });

  it('a rank after a level and its growth is of either; the project may decide', () => {
    const text = '快递业务量完成×万件，同比增长×%，居全省第×位。';
    const either =
      'rank(growth(express-volume, 邯郸市, 2019), 河北省) or rank(level(express-volume, 邯郸市, 2019), 河北省)';
    expect(read(text)[2]).toBe(either);
    const decided = claimsIn(text, { ...handan, rankOf: 'growth' }).map((c) => notate(c, areas));
    expect(decided[2]).toBe('rank(growth(express-volume, 邯郸市, 2019), 河北省)');
  });

  it('names and dates are told apart from numbers', () => {
    const claims = claimsIn('×市邮政管理局×局长在×月×日的《×日报》上说，快递业务量完成×万件。');
    expect(claims.map((c) => c.kind)).toEqual(['name', 'name', 'date', 'date', 'name', 'level']);
    expect(claims[0]?.literal).toBe('邯郸');
  });
});
