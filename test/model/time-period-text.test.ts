import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { half, month, quarter, timePeriod, year, yearToDate } from '../../src/model/time-period.js';
import {
  formatPeriodInChinese,
  formatTimePeriod,
  matchPeriodPhrase,
  parseTimePeriod,
} from '../../src/model/time-period-text.js';

describe('a period in Chinese', () => {
  it.each([
    ['2019年', year(2019)],
    ['2019', year(2019)],
    ['2019年度', year(2019)],
    ['2019年全年', year(2019)],
    ['2019全年度', year(2019)],
    ['二〇一九年', year(2019)],
    ['二零一九年度', year(2019)],
    ['２０１９年', year(2019)],
    ['2019年末', year(2019)],
    ['2019年年末', year(2019)],
    ['2019年底', year(2019)],
    ['2019年9月', month(2019, 9)],
    ['2019 年 9 月', month(2019, 9)],
    ['2019年09月份', month(2019, 9)],
    ['二○一九年十二月', month(2019, 12)],
    ['2019年9月末', month(2019, 9)],
    ['2019年1—9月', yearToDate(2019, 9)],
    ['2019年1-9月份', yearToDate(2019, 9)],
    ['2019年1月－9月', yearToDate(2019, 9)],
    ['2019年1～2月', yearToDate(2019, 2)],
    ['2019年一至九月', yearToDate(2019, 9)],
    ['2019年前9个月', yearToDate(2019, 9)],
    ['2019年前三季度', yearToDate(2019, 9)],
    ['2019年前3季度', yearToDate(2019, 9)],
    ['2019年一至三季度', yearToDate(2019, 9)],
    ['2019年1-3季度', yearToDate(2019, 9)],
    ['2019年2—3季度', timePeriod(2019, 4, 9)],
    ['2019年上半年', half(2019, 1)],
    ['2019年下半年', half(2019, 2)],
    ['2019年第三季度', quarter(2019, 3)],
    ['2019年三季度', quarter(2019, 3)],
    ['2019年3季度末', quarter(2019, 3)],
    ['截至2019年9月底', yearToDate(2019, 9)],
    ['截至2019年三季度末', yearToDate(2019, 9)],
  ])('%s', (text, period) => {
    expect(parseTimePeriod(text)).toEqual(period);
  });

  it('takes its year from the anchor, and shifts it where the text says so', () => {
    expect(parseTimePeriod('前三季度', 2024)).toEqual(yearToDate(2024, 9));
    expect(parseTimePeriod('截至9月底', 2024)).toEqual(yearToDate(2024, 9));
    expect(parseTimePeriod('去年12月', 2024)).toEqual(month(2023, 12));
    expect(parseTimePeriod('前年', 2024)).toEqual(year(2022));
    expect(parseTimePeriod('9月')).toBeUndefined();
  });
});

describe('a period in ISO and SDMX spelling', () => {
  it.each([
    ['2019-09', month(2019, 9)],
    ['2019-9', month(2019, 9)],
    ['2019/9', month(2019, 9)],
    ['2019-M09', month(2019, 9)],
    ['2019M09', month(2019, 9)],
    ['201909', month(2019, 9)],
    ['2019-Q3', quarter(2019, 3)],
    ['2019Q3', quarter(2019, 3)],
    ['2019年Q3', quarter(2019, 3)],
    ['2019-S1', half(2019, 1)],
    ['2019H2', half(2019, 2)],
    ['2019-A1', year(2019)],
    ['2024-01..12', year(2024)],
    ['2024-01..09', yearToDate(2024, 9)],
    ['2024-01/2024-09', yearToDate(2024, 9)],
  ])('%s', (text, period) => {
    expect(parseTimePeriod(text)).toEqual(period);
  });
});

describe('what is no period', () => {
  it.each([
    '2019年13月',
    '2019年0月',
    '1-2',
    '3-8',
    '2019-13',
    '2019-00',
    '2019-Q5',
    '2019-S3',
    '2019-W05',
    '2019.9',
    '20191-9月',
    '20190901',
    '2019-09-01',
    '2019年9月1日',
    '2019-2020',
    '2019-09..03',
    '2019年9-3月',
    '2019-01/2020-09',
    '2019年9月—2020年3月',
    '2019年第5季度',
    '2019年前四季度',
    '十三月',
    '19年9月',
    '上年同期',
    '四季如春',
    '110000',
    '',
    '—',
  ])('%s', (text) => {
    expect(parseTimePeriod(text, 2019)).toBeUndefined();
  });

  it('any text at all is read or refused, never an error', () => {
    const pieces = fc.constantFrom(
      '2019',
      '年',
      '1',
      '9',
      '12',
      '—',
      '-',
      '..',
      '/',
      '月',
      '季度',
      '前',
      'Q',
      '末',
      '十',
      '去年',
      '截至',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const period = parseTimePeriod(parts.join(''), 2020);
        expect(period === undefined || (period.months >= 1 && period.months <= 12)).toBe(true);
      }),
    );
  });
});

describe('a phrase inside a text', () => {
  it('is the longest that starts there', () => {
    expect(matchPeriodPhrase('2019年1—9月快递业务量')).toMatchObject({
      year: 2019,
      from: 1,
      to: 9,
      cumulative: true,
      length: 9,
    });
    expect(matchPeriodPhrase('2019年9月1日')).toMatchObject({ wholeYear: true, length: 5 });
    expect(matchPeriodPhrase('今年以来，')).toMatchObject({ relativeYear: 0, cumulative: true, length: 4 });
    expect(matchPeriodPhrase('三季末')).toMatchObject({ from: 7, to: 9, moment: true });
    expect(matchPeriodPhrase('四季青镇')).toBeUndefined();
  });
});

describe('writing a period', () => {
  const run = fc
    .tuple(fc.integer({ min: 1900, max: 2099 }), fc.integer({ min: 1, max: 12 }), fc.nat(11))
    .map(([y, from, longer]) => timePeriod(y, from, Math.min(12, from + longer)));

  it('reads back as the same period, in both spellings', () => {
    fc.assert(
      fc.property(run, (p) => {
        expect(parseTimePeriod(formatTimePeriod(p))).toEqual(p);
        expect(parseTimePeriod(formatPeriodInChinese(p))).toEqual(p);
      }),
    );
  });

  it('names a year-to-date by its last month', () => {
    expect(formatTimePeriod(yearToDate(2024, 9), 'year-to-date')).toBe('2024-09');
    expect(formatTimePeriod(year(2024), 'year-to-date')).toBe('2024-12');
    expect(formatTimePeriod(year(2024))).toBe('2024');
  });

  it('says both years of a run over the turn of the year', () => {
    const winter = { end: month(2024, 1).end, months: 2 };
    expect(formatPeriodInChinese(winter)).toBe('2023年12月—2024年1月');
    expect(formatTimePeriod(winter)).toBe('2023-12..2024-01');
  });
});
