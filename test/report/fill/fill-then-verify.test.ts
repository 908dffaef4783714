import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyEdits } from '../../../src/model/edit.js';
import { editsOf, planFill } from '../../../src/report/fill/plan-fill.js';
import { FAILING, verifyDocument } from '../../../src/report/verify/verify-document.js';
import { paragraphs } from '../../claims/reading.js';
import { reportOn } from '../postal-data.js';

const NAME = fc.constantFrom('快递业务量', '同城快递业务量', '异地快递业务量', '国际及港澳台快递业务量');
const MONEY = fc.constantFrom('快递业务收入', '邮政行业业务收入');
const PERIOD = fc.constantFrom('', '2019年，', '2019年9月，', '2019年1—9月，', '全年');
const AREA = fc.constantFrom('', '全市', '邯郸市', '石家庄市', '全省');
const UNIT = fc.constantFrom('万件', '亿件', '件');
const LEVEL = fc.constantFrom(
  '完成×',
  '累计完成×',
  '达到×',
  '实现×',
  '×',
  '突破×',
  '为×',
  '完成近×',
  '完成超×',
  '完成约×',
);
const GROWTH = fc.constantFrom(
  '同比增长×%',
  '比上年同期下降×%',
  '增幅为×%',
  '增速为×%',
  '增长×%，增幅居全省第×位',
  '增长×%，高于全省平均水平×个百分点',
);
const REST = fc.constantFrom('', '，居全省第×位', '，占全省的×%', '，日均×万件', '，比上年增加×万件', '，是上年的×倍');

const sentence = fc.oneof(
  fc.tuple(PERIOD, AREA, NAME, LEVEL, UNIT, REST).map(([p, a, n, l, u, r]) => `${p}${a}${n}${l}${u}${r}。`),
  fc.tuple(PERIOD, AREA, MONEY, GROWTH).map(([p, a, n, g]) => `${p}${a}${n}完成×亿元，${g}。`),
  fc.tuple(PERIOD, NAME, NAME).map(([p, a, b]) => `${p}${a}和${b}分别完成×万件和×亿件，同比分别增长×%和×%。`),
  fc
    .tuple(PERIOD, NAME)
    .map(([p, n]) => `${p}石家庄、唐山、邯郸三市${n}分别完成×万件、×万件和×万件，同比分别下降×%、×%和×%。`),
  PERIOD.map(
    (p) =>
      `${p}同城、异地、国际及港澳台快递业务量分别占全部快递业务量的×%、×%和×%。与去年同期相比，同城快递业务量的比重上升×个百分点。`,
  ),
);

/** Small values make ties, zero changes and falls frequent. */
const value = fc
  .oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 100, max: 999_999 }))
  .map((n) => `${n}.${n % 10}`);

it('what fill wrote, verify never finds fault with', () => {
  fc.assert(
    fc.property(
      fc.array(sentence, { minLength: 1, maxLength: 3 }),
      fc.array(value, { minLength: 30, maxLength: 30 }),
      (texts, values) => {
        const context = reportOn((i, a, p) => values[(i * 7 + a * 5 + p * 11) % values.length]!);
        const template = paragraphs(...texts);
        const plan = planFill(template, context);
        const edits = editsOf(plan);
        const filled = paragraphs(
          ...template.blocks.map((b, i) =>
            applyEdits(
              b.text,
              edits.filter((e) => e.block === i),
            ),
          ),
        );
        const faults = verifyDocument(filled, context).numbers.filter((n) => FAILING.includes(n.verdict));
        const shown = faults.map((n) => `${n.before}【${n.text}】${n.after}: ${n.verdict}, expected ${n.expected}`);
        expect(shown).toEqual([]);
        const minus = filled.blocks.filter(
          (b) => /(?:增长|下降|增加|减少|高于|低于|上升|提高)-/.test(b.text) || /-0(?:\.0+)?%/.test(b.text),
        );
        expect(minus).toEqual([]);
      },
    ),
    { numRuns: 400 },
  );
});

it('a changed digit is found, at its place', () => {
  fc.assert(
    fc.property(
      NAME,
      fc.array(value, { minLength: 30, maxLength: 30 }),
      fc.integer({ min: 0, max: 3 }),
      (name, values, at) => {
        const context = reportOn((i, a, p) => values[(i * 7 + a * 5 + p * 11) % values.length]!);
        const template = paragraphs(`2019年，${name}累计完成×万件。`);
        const [edit] = editsOf(planFill(template, context));
        const digit = edit!.text[at % edit!.text.length]!;
        fc.pre(/\d/.test(digit));
        const other = String((Number(digit) + 1) % 10);
        const position = at % edit!.text.length;
        const wrong = edit!.text.slice(0, position) + other + edit!.text.slice(position + 1);
        const report = paragraphs(applyEdits(template.blocks[0]!.text, [{ ...edit!, text: wrong }]));
        const faults = verifyDocument(report, context).numbers.filter((n) => FAILING.includes(n.verdict));
        expect(faults.map((n) => [n.start, n.expected])).toEqual([[edit!.start, edit!.text]]);
      },
    ),
    { numRuns: 200 },
  );
});
