import { expect, it } from 'vitest';
import { applyEdits } from '../../../src/model/edit.js';
import { editsOf, planFill } from '../../../src/report/fill/plan-fill.js';
import { paragraphs } from '../../claims/reading.js';
import { reportOn } from '../postal-data.js';

/** 2019 against 2018: volume falls by a hair that rounds to zero, revenue by half. */
const returns = reportOn((indicator, _area, period) =>
  indicator === 0 ? (period % 2 === 0 ? '99999.0' : '100000.0') : period % 2 === 0 ? '100.0' : '200.0',
);

it('a member of a 分别 list that rounds to zero stays open, and those behind it get a verb of their own', () => {
  const text = '快递业务量和快递业务收入分别增长×%和×%。';
  expect(applyEdits(text, editsOf(planFill(paragraphs(text), returns)))).toBe(
    '快递业务量和快递业务收入分别增长×%和下降50.0%。',
  );
});
