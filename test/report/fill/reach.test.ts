import { expect, it } from 'vitest';
import { planFill } from '../../../src/report/fill/plan-fill.js';
import { paragraphs } from '../../claims/reading.js';
import { reportOn } from '../postal-data.js';

/** 2018 is the second period of the invented returns: the year fell from 200 to 100. */
const falling = reportOn((_i, _a, p) => (p % 2 === 0 ? '100.0' : '200.0'));

it('增长到 is not filled where the figure fell, 减少到 is', () => {
  const slots = planFill(
    paragraphs('快递业务量由上年的×万件增长到×万件。', '快递业务量由上年的×万件减少到×万件。'),
    falling,
  ).slots;
  expect(slots.map((s) => s.text ?? s.reason?.code)).toEqual(['200.00', 'reach-contradicted', '200.00', '100.00']);
});
