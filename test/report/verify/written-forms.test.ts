import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/model/edit.js';
import { verifyDocument } from '../../../src/report/verify/verify-document.js';
import { paragraphs } from '../../claims/reading.js';
import { INDICATORS, reportOn } from '../postal-data.js';

/* 快递业务量: 600.00万件 in 2019, 500.00 in 2018; everything else as the numbers of the data say. */
const context = reportOn((indicator, area, period) => {
  if (INDICATORS[indicator]![0] !== 'express-volume' || area !== 3) return `${100 + area}.00`;
  return ['600.00', '500.00'][period] ?? `${70 + period}.00`;
});
const judged = (text: string) =>
  verifyDocument(paragraphs(text), context).numbers.filter((n) => n.verdict !== 'no-claim');
const verdicts = (text: string) => judged(text).map((n) => [n.text, n.verdict]);

describe('however a number is written', () => {
  it.each([
    ['快递业务量完成６００.００万件。', '６００.００', 'right'],
    ['快递业务量完成6,000,000件。', '6,000,000', 'right'],
    ['快递业务量完成6 000 000件。', '6 000 000', 'right'],
    ['快递业务量完成六百万件。', '六百', 'right'],
    ['快递业务量完成6，000，000件。', '6，000，000', 'right'],
    ['快递业务量同比增长20.\n0%。', '20.\n0', 'right'],
    ['快递业务量同比↑20.0%。', '20.0', 'right'],
    ['快递业务量完成0.06亿件。', '0.06', 'right'],
    ['快递业务量完成近610万件。', '610', 'rounded'],
    ['快递业务量完成近600万件。', '600', 'wrong'],
    ['快递业务量完成超590万件。', '590', 'rounded'],
    ['快递业务量完成590余万件。', '590', 'rounded'],
    ['快递业务量完成五百八十余万件。', '五百八十', 'rounded'],
    ['快递业务量完成600万件以上。', '600', 'rounded'],
    ['快递业务量完成610万件以上。', '610', 'wrong'],
    ['快递业务量完成600万件左右。', '600', 'rounded'],
    ['快递业务量完成900万件左右。', '900', 'wrong'],
    ['快递业务量突破600万件大关。', '600', 'rounded'],
  ])('%s', (text, number, verdict) => expect(verdicts(text)).toEqual([[number, verdict]]));

  it.each([
    ['快递业务量同比增长15%至25%。', 'rounded'],
    ['快递业务量同比增长21%～25%。', 'wrong'],
    ['快递业务量完成550～650万件。', 'rounded'],
    ['快递业务量完成610—650万件。', 'wrong'],
    ['快递业务量完成五百至七百万件。', 'rounded'],
    ['快递业务量增速在15%到25%之间。', 'rounded'],
  ])('a range is one statement: %s', (text, verdict) =>
    expect(judged(text).map((n) => n.verdict)).toEqual([verdict, verdict]),
  );

  it('a figure in an aside is read like one in a clause', () =>
    expect(verdicts('快递业务量600.00万件（同比+20.0%），比上年多100.00万件。').slice(0, 2)).toEqual([
      ['600.00', 'right'],
      ['+20.0', 'right'],
    ]));

  it('factors of a size are no statistics', () => expect(verdicts('建成2×10吨自动化分拣线一条。')).toEqual([]));
});

describe('what a wrong number seems to come from', () => {
  const says = (text: string) => judged(text).map((n) => n.reasons.map((r) => r.code));

  it.each([
    ['2019年，快递业务量完成500.00万件。', ['last-year', 'one-digit']],
    ['2019年，快递业务量完成610.00万件。', ['one-digit']],
    ['2019年，快递业务量完成600.00件。', ['ten-thousandfold']],
    ['2019年，快递业务量完成600.00亿件。', ['ten-thousandfold']],
    ['2019年，快递业务量完成6000.00万件。', ['decimal-shifted']],
    ['2019年，快递业务量同比增长20.0个百分点。', ['points-for-percent']],
    ['2019年，快递业务量完成600.00万元。', ['other-unit']],
    // A rank has too few digits to tell where it is from.
    ['2019年，快递业务量居全省第7位。', []],
  ])('%s', (text, codes) => expect(says(text)).toEqual([codes]));

  it('is corrected where it is wrong: the unit where the unit is wrong, the number where the number is', () => {
    const corrected = (text: string) =>
      applyEdits(
        text,
        judged(text).flatMap((n) => n.edits),
      );
    expect(corrected('快递业务量完成600.00件。')).toBe('快递业务量完成600.00万件。');
    expect(corrected('快递业务量完成6000.00万件。')).toBe('快递业务量完成600.00万件。');
    expect(corrected('快递业务量同比下降20.0%。')).toBe('快递业务量同比增长20.0%。');
    expect(corrected('快递业务量居全省第七位。')).toBe('快递业务量居全省第一位。');
  });
});
