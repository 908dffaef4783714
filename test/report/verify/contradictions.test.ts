import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Cube } from '../../../src/model/cube.js';
import { ObservationTable } from '../../../src/model/observation-table.js';
import { verifyDocument } from '../../../src/report/verify/verify-document.js';
import { handan, paragraphs } from '../../claims/reading.js';
import { Dice } from '../../faults/dice.js';
import { divided, type Months, Province } from '../../faults/province.js';
import { reportOn } from '../postal-data.js';

/* Reports without any data: only what the numbers say of one another. */
const context = {
  ...reportOn(() => '1.0'),
  measures: { ...reportOn(() => '1.0').measures, cube: new Cube(new ObservationTable()) },
};

/** Code and number of every contradiction, in order. */
function contradictionsIn(...texts: readonly string[]): readonly (readonly [string, string])[] {
  return verifyDocument(paragraphs(...texts), context)
    .numbers.filter((n) => n.verdict === 'inconsistent')
    .map((n) => [n.reasons[0]!.code, n.text]);
}

describe('numbers of one report that contradict one another', () => {
  it.each([
    ['said-differently', '快递业务量完成600.00万件。', '2019年，快递业务量完成601.00万件。', ['600.00', '601.00']],
    ['part-over-whole', '快递业务量完成600.00万件，其中同城快递业务量完成660.00万件。', '', ['660.00']],
    ['part-over-whole', '邯郸市快递业务量完成3.10亿件。全省快递业务量完成2.90亿件。', '', ['3.10']],
    ['part-over-whole', '9月份，快递业务量完成900.00万件。1—9月，快递业务量完成800.00万件。', '', ['900.00']],
    [
      'growth-outside-parts',
      '快递业务量同比增长11.1%，其中同城快递业务量增长9.4%、异地快递业务量增长9.4%、国际及港澳台快递业务量下降57.7%。',
      '',
      ['11.1'],
    ],
    [
      'shares-over-hundred',
      '同城、异地、国际及港澳台快递业务量分别占全部快递业务量的12.8%、86.4%和1.8%。',
      '',
      ['12.8'],
    ],
    [
      'shares-not-hundred',
      '同城、异地、国际及港澳台快递业务量分别占全部快递业务量的12.8%、85.4%和0.8%。',
      '',
      ['12.8'],
    ],
    [
      'parts-against-whole',
      '快递业务量完成600.00万件。同城、异地、国际及港澳台快递业务量分别完成66.00万件、510.00万件和14.00万件。',
      '',
      ['600.00'],
    ],
    [
      'share-against-levels',
      '快递业务量完成600.00万件，其中同城快递业务量完成66.00万件，占快递业务量的14.0%。',
      '',
      ['14.0'],
    ],
    [
      'difference-against-rates',
      '快递业务量同比增长20.0%，增速高于全省平均水平7.0个百分点。全省快递业务量同比增长15.0%。',
      '',
      ['7.0'],
    ],
    [
      'levels-make-other-growth',
      '2018年，快递业务量完成700.00万件。2019年，快递业务量完成600.00万件，同比增长16.7%。',
      '',
      ['16.7'],
    ],
    ['growth-against-multiple', '快递业务量同比增长80.0%。快递业务量是上年的2.80倍。', '', ['80.0']],
    [
      'increase-against-levels',
      '2018年，快递业务量完成500.00万件。2019年，快递业务量完成600.00万件，比上年增加200.00万件。',
      '',
      ['200.00'],
    ],
    [
      'multiple-against-levels',
      '2018年，快递业务量完成500.00万件。2019年，快递业务量完成600.00万件，是上年的2.20倍。',
      '',
      ['2.20'],
    ],
    ['average-against-total', '全年快递业务量完成36500.00万件，日均快递业务量200.00万件。', '', ['200.00']],
    [
      'price-against-levels',
      '快递业务量完成600.00万件，快递业务收入完成6000.00万元，单票平均价格9.00元。',
      '',
      ['9.00'],
    ],
    [
      'rank-change-against-ranks',
      '2018年，快递业务量居全省第5位。2019年，快递业务量居全省第3位，较上年前移1位。',
      '',
      ['1'],
    ],
    [
      'rank-against-values',
      '石家庄快递业务量完成900.00万件。保定快递业务量完成800.00万件。石家庄快递业务量居全省第2位。保定快递业务量居全省第1位。',
      '',
      ['1'],
    ],
  ] as const)('%s', (code, first, second, numbers) => {
    const found = contradictionsIn(first, second);
    expect(found).toEqual(numbers.map((text) => [code, text]));
  });

  it('two price bases in one sentence are compared, whatever the data say', () => {
    const text = '邮政行业业务总量（2020年不变单价）完成45.31亿元，比2018年（2010年不变单价）增长40.5%。';
    expect(contradictionsIn(text)).toEqual([['price-bases-differ', '40.5']]);
    expect(contradictionsIn(text.replace('2010年不变', '2020年不变'))).toEqual([]);
  });
});

describe('no rounding is a contradiction', () => {
  it.each([
    '快递业务量完成6.00亿件。2019年，快递业务量完成60012.34万件。',
    '快递业务量完成600.00万件，其中同城快递业务量完成66.00万件，占快递业务量的11.0%。',
    '快递业务量同比增长20.0%，增速高于全省平均水平4.9个百分点。全省快递业务量同比增长15.0%。',
    '同城、异地、国际及港澳台快递业务量分别占全部快递业务量的12.8%、86.4%和0.9%。',
    '快递业务量完成600万件，其中同城快递业务量完成0.06亿件。',
    // 可比口径: the levels alone would make 32.6 %.
    '2018年，快递业务量完成1320.7亿件。2019年，快递业务量完成1750.8亿件，同比增长21.5%。',
  ])('%s', (text) => expect(contradictionsIn(text)).toEqual([]));

  it('in any report that is printed from one set of figures', () => {
    const year: Months = { year: 2024, from: 1, to: 12 };
    const decimals = fc.integer({ min: 0, max: 3 });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        fc.array(decimals, { minLength: 14, maxLength: 14 }),
        (seed, places) => {
          const province = new Province(new Dice(seed));
          const at = (name: Parameters<Province['level']>[0], y = 2024) =>
            province.level(name, province.home, { ...year, year: y });
          let next = 0;
          const shown = (n: bigint, d: bigint) => divided(n, d, places[next++ % places.length]!).text;
          const grown = (name: Parameters<Province['level']>[0]) => {
            const [now, then] = [at(name), at(name, 2023)];
            return `${now < then ? '下降' : '增长'}${shown((now - then) * 100n, then)}%`;
          };
          const parts = (['same-city', 'intercity', 'international'] as const).map((name) => at(name));
          const list = (texts: readonly string[], unit: string) =>
            `${texts[0]}${unit}、${texts[1]}${unit}和${texts[2]}${unit}`;
          const report = [
            `2023年，快递业务量完成${shown(at('volume', 2023), 100n)}万件。`,
            `2024年，快递业务量完成${shown(at('volume'), 1_000_000n)}亿件，同比${grown('volume')}，是上年的${shown(at('volume'), at('volume', 2023))}倍。`,
            `同城、异地、国际及港澳台快递业务量分别完成${list(
              parts.map((p) => shown(p, 100n)),
              '万件',
            )}。`,
            `同城、异地、国际及港澳台快递业务量分别占全部快递业务量的${list(
              parts.map((p) => shown(p * 100n, at('volume'))),
              '%',
            )}。`,
            `同城快递业务量同比${grown('same-city')}。异地快递业务量同比${grown('intercity')}。国际及港澳台快递业务量同比${grown('international')}。`,
            `快递业务收入完成${shown(at('revenue'), 1_000_000n)}亿元，单票平均价格${shown(at('revenue'), at('volume'))}元。`,
            `2024年，日均快递业务量${shown(at('volume'), 36_600n)}万件。`,
          ];
          const found = verifyDocument(paragraphs(...report), {
            ...context,
            reading: { ...handan, period: { end: 2024 * 12 + 11, months: 12 } },
          }).numbers.filter((n) => n.verdict === 'inconsistent');
          expect(found.map((n) => `${n.before}【${n.text}】 ${n.reasons[0]!.code}`)).toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  });
});
