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

it('降幅收窄 is said where both rates fell and the later fell less; of two rates of different signs it is not said', () => {
  // 2019 against 2018, and September alike: the year fell by half, September by a quarter.
  const data = reportOn((_i, _a, p) => ['50.0', '100.0', '75.0', '100.0', '80.0', '100.0'][p]!);
  const words = (text: string) =>
    planFill(paragraphs(text), data).slots.map((s) => [s.text ?? s.reason?.code, s.edits.map((e) => e.text).join(' ')]);
  expect(words('2019年9月，快递业务量同比下降×%，降幅比1—9月扩大×个百分点。')).toEqual([
    ['25.0', '25.0'],
    ['5.0', '5.0'],
  ]);
  expect(words('2019年1—9月，快递业务量同比下降×%，降幅比9月扩大×个百分点。')).toEqual([
    ['20.0', '20.0'],
    ['5.0', '收窄 5.0'],
  ]);
});
