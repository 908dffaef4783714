import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/model/edit.js';
import { editsOf, planFill } from '../../../src/report/fill/plan-fill.js';
import { paragraphs } from '../../claims/reading.js';
import { reportOn } from '../postal-data.js';

/** 2019 against 2018: volume halves, revenue doubles. */
const returns = reportOn((indicator, _area, period) => ((indicator === 0) === (period % 2 === 0) ? '100.0' : '200.0'));
const filled = (text: string) => applyEdits(text, editsOf(planFill(paragraphs(text), returns)));

describe('a verb that would have to go the other way', () => {
  it('follows its figure where it stands by itself', () => {
    const both = ['快递业务量同比增长×%。', '快递业务收入同比增长×%。'].map(filled);
    expect(both.toSorted()).toEqual(['快递业务收入同比增长100.0%。', '快递业务量同比下降50.0%。'].toSorted());
  });

  it.each([
    '快递业务量同比稳步增长×%。',
    '快递业务量继续增长×%。',
    '但快递业务收入仍下降×%。',
    '快递业务收入由增转降下降×%。',
  ])('stays open where a word beside it leans its way: %s', (text) => {
    expect(filled(text)).toBe(text);
    const [slot] = planFill(paragraphs(text), returns).slots;
    expect(slot).toMatchObject({ status: 'open', reason: { code: 'leaning-contradicted' } });
  });

  it('is filled where the word beside it leans the way of the figure', () => {
    expect(filled('快递业务收入同比稳步增长×%。')).toBe('快递业务收入同比稳步增长100.0%。');
    expect(filled('但快递业务量仍下降×%。')).toBe('但快递业务量仍下降50.0%。');
  });
});
