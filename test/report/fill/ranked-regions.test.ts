import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/model/edit.js';
import { editsOf, planFill } from '../../../src/report/fill/plan-fill.js';
import { areas, paragraphs } from '../../claims/reading.js';
import { CITIES, reportOn } from '../postal-data.js';

/** City k of the table has 100 + 10k in 2019 against 150 in 2018: the last is the first, the sixth is flat, the others fell or rose. */
const now = (area: number) => 100 + 10 * area;
const returns = reportOn((_i, area, period) =>
  area < CITIES.length ? (period === 0 ? `${now(area)}.0` : '150.0') : period === 0 ? '1650.0' : '1600.0',
);
const filled = (text: string, data = returns) => applyEdits(text, editsOf(planFill(paragraphs(text), data)));
const reasons = (text: string, data = returns) => planFill(paragraphs(text), data).slots.map((s) => s.reason?.code);

/** The cities from the first to the last place, and their growth, by counting. */
const order = CITIES.map((code, i) => ({ name: areas.get(code)!.shortName, value: now(i) })).reverse();
const growth = (value: number) => ((value / 150 - 1) * 100).toFixed(1).replace('-', '');
const [first, second, third] = order as [(typeof order)[0], (typeof order)[0], (typeof order)[0]];
const last = order[order.length - 1]!;

describe('regions that only the data know', () => {
  it('names by rank, and what is said of those named', () => {
    expect(filled('快递业务量居全省前三位的依次是×、×和×，合计占全省的×%。')).toBe(
      `快递业务量居全省前三位的依次是${first.name}、${second.name}和${third.name}，合计占全省的${(((first.value + second.value + third.value) / 1650) * 100).toFixed(1)}%。`,
    );
    expect(filled('快递业务量居全省前两位的是×市、×市，分别完成×万件和×万件，同比分别增长×%和×%。')).toBe(
      `快递业务量居全省前两位的是${first.name}市、${second.name}市，分别完成${first.value}.00万件和${second.value}.00万件，同比分别增长${growth(first.value)}%和${growth(second.value)}%。`,
    );
  });

  it('the one at an end of the list, and its figure', () => {
    expect(filled('全省快递业务量增速最快的是×，达×%；增速最低的是×，为×%。')).toBe(
      `全省快递业务量增速最快的是${first.name}，达${growth(first.value)}%；增速最低的是${last.name}，为-${growth(last.value)}%。`,
    );
  });

  it('figures in brackets behind names that the text gives', () => {
    expect(filled(`快递业务量增速前两名：${first.name}（×%）、${second.name}（×%）。`)).toBe(
      `快递业务量增速前两名：${first.name}（${growth(first.value)}%）、${second.name}（${growth(second.value)}%）。`,
    );
  });

  it('stays open where the text has put somebody else in a place, and where a place is shared', () => {
    expect(reasons(`快递业务量居全省前三位的依次是${third.name}、×和×。`)).toEqual([
      'name-in-another-place',
      'name-in-another-place',
    ]);
    const tied = reportOn((_i, area) => (area < 2 ? '300.0' : `${now(area)}.0`));
    expect(reasons('快递业务量居全省前三位的依次是×、×和×。', tied)).toEqual([
      'place-is-tied',
      'place-is-tied',
      undefined,
    ]);
    expect(reasons('快递业务量居全省前三位的依次是×和×。')).not.toContain(undefined);
  });
});

describe('how many pass a mark', () => {
  const above = order.filter((c) => c.value > 150).length;
  const below = order.filter((c) => c.value < 150).length;
  it.each([
    ['全省共有×个市快递业务量同比增长。', above],
    ['全省有×个设区市快递业务量负增长。', below],
    ['快递业务量增速高于全省的有×个市。', order.filter((c) => c.value / 150 > 1650 / 1600).length],
    ['全省×个市快递业务量实现两位数增长。', order.filter((c) => c.value >= 165).length],
    ['快递业务量超过170万件的市有×个。', order.filter((c) => c.value > 170).length],
    ['快递业务量增速在20%以上的市有×个。', order.filter((c) => c.value >= 180).length],
  ])('%s', (text, count) => {
    expect(filled(text)).toBe(text.replace('×', String(count)));
  });

  it('is not said where rounding decides, of counties that no return holds, or across words that no table knows', () => {
    const close = reportOn((_i, area, period) => (period === 0 && area === 0 ? '150.01' : '150.0'));
    expect(reasons('全省有×个市快递业务量同比增长。', close)).toEqual(['count-depends-on-rounding']);
    for (const text of [
      '全省有×个县快递业务量负增长。',
      '全省有×个市农村快递业务量负增长。',
      '全省有×个市快递业务量完成较好。',
    ])
      expect(filled(text)).toBe(text);
  });
});
