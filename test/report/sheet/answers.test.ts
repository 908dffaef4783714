import { describe, expect, it } from 'vitest';
import { year } from '../../../src/model/time-period.js';
import { planFill } from '../../../src/report/fill/plan-fill.js';
import type { ReportContext } from '../../../src/report/report-context.js';
import { formatAnswers, parseAnswersText } from '../../../src/report/sheet/answers-file.js';
import { verifyDocument } from '../../../src/report/verify/verify-document.js';
import { paragraphs } from '../../claims/reading.js';
import { reportOn } from '../postal-data.js';
import { broughtBack, completed, rowsFor, textOf } from './sheets.js';

/** Every city grows from 1000 to 1250, but for Handan (the first is not it), whose revenue falls from 1000 to 900. */
const context = reportOn((indicator, _, period) =>
  period % 2 === 1 ? '1000.00' : indicator === 4 ? '900.00' : '1250.00',
);

/** What a sentence reads with an answer typed for its first open or named slot, and what is said of it. */
async function typed(sentence: string, answer: string, no = 1, using: ReportContext = context) {
  const document = paragraphs(sentence);
  const { plan, diagnostics } = await broughtBack(
    document,
    using,
    completed(rowsFor(document, using), { [no]: answer }),
  );
  return [textOf(document, plan), ...diagnostics.map((d) => d.code)];
}

describe('an answer is taken as it is typed', () => {
  it.each([
    ['开展检查×次。', '12', '开展检查12次。'],
    ['开展检查×次。', ' １２ ', '开展检查12次。'],
    ['罚款×万元。', '1,234.50', '罚款1234.50万元。'],
    ['罚款×万元。', '12.0万元', '罚款12.0万元。'],
    ['罚款×万元。', '１２．５ 万元', '罚款12.5万元。'],
    ['举办培训×期。', '三', '举办培训三期。'],
    ['居全省第×。', '第3', '居全省第3。'],
    ['×主任作报告。', '王', '王主任作报告。'],
    ['×主任作报告。', '王主任', '王主任作报告。'],
    ['《×晚报》刊发。', '《燕赵晚报》', '《燕赵晚报》刊发。'],
    ['×月召开会议。', '3月', '3月召开会议。'],
    ['申诉率下降×%。', '5.9', '申诉率下降5.9%。'],
    ['申诉率下降×%。', '5.9%', '申诉率下降5.9%。'],
  ])('%s with %s', async (sentence, answer, expected) => {
    expect(await typed(sentence, answer)).toEqual([expected]);
  });

  it.each([['', '×', '  ', '＿＿']])('%s leaves the slot open', async (answer) => {
    expect(await typed('开展检查×次。', answer)).toEqual(['开展检查×次。']);
  });
});

describe('an answer of the wrong type is refused, with its row', () => {
  it.each([
    ['开展检查×次。', '王局长', 'sheet-not-a-number'],
    ['开展检查×次。', '2024-01-02', 'sheet-not-a-number'],
    ['开展检查×次。', '1 2', 'sheet-not-a-number'],
    ['开展检查×次。', '12人', 'sheet-other-unit'],
    ['罚款×万元。', '12元', 'sheet-other-unit'],
    ['罚款×万元。', '12亿元', 'sheet-other-unit'],
    ['完成×万件。', '12.5%', 'sheet-other-unit'],
    ['×主任作报告。', '12', 'sheet-number-for-name'],
    ['×主任作报告。', '王\n主任', 'sheet-text-unfit'],
    ['居全省第×位。', '0', 'sheet-rank-unfit'],
    ['居全省第×位。', '2.5', 'sheet-rank-unfit'],
    ['×月召开会议。', '13', 'sheet-date-unfit'],
    ['×月召开会议。', '2020年1月5日', 'sheet-date-unfit'],
    ['申诉率下降×%。', '-5.9', 'sheet-sign-in-word'],
    ['开展检查×次。', '—', 'sheet-no-answer'],
  ])('%s with %s: %s', async (sentence, answer, code) => {
    expect(await typed(sentence, answer)).toEqual([sentence, code]);
  });

  it('names the row of the file', async () => {
    const document = paragraphs('开展检查×次，处罚×起。');
    const { diagnostics } = await broughtBack(document, context, completed(rowsFor(document, context), { 2: '很多' }));
    expect(diagnostics[0]).toMatchObject({ place: { file: 'sheet.csv', line: 3 }, args: { row: 3, found: '很多' } });
  });

  it('refuses two answers for one place, and takes the same one twice', async () => {
    const document = paragraphs('开展检查×次。');
    const rows = completed(rowsFor(document, context), { 1: '11' });
    const other = await broughtBack(document, context, [...rows, ...rows.map((r) => ({ ...r, answer: '12' }))]);
    expect(other.diagnostics.map((d) => d.code)).toEqual(['sheet-answered-twice', 'sheet-answered-twice']);
    expect((await broughtBack(document, context, [...rows, ...rows])).plan.slots[0]!.text).toBe('11');
  });

  it('refuses a row that was answered when the place meant another year', async () => {
    const document = paragraphs('快递业务量完成×万件。');
    const rows = completed(rowsFor(document, { ...context, reading: { ...context.reading, period: year(2018) } }), {
      1: '7',
    });
    const { plan, diagnostics } = await broughtBack(document, context, rows);
    expect([plan.slots[0]!.text, diagnostics.map((d) => d.code)]).toEqual(['1250.00', ['sheet-meaning-changed']]);
  });
});

describe('an answer beside the data', () => {
  it('that says the same changes nothing', async () => {
    expect(await typed('快递业务量完成×万件。', '1250.00')).toEqual(['快递业务量完成1250.00万件。']);
  });

  it('with fewer digits is printed as typed', async () => {
    expect(await typed('快递业务量完成×万件。', '1250')).toEqual(['快递业务量完成1250万件。']);
  });

  it('that differs is used, and told with both values', async () => {
    expect(await typed('快递业务量完成×万件。', '1249.5')).toEqual(['快递业务量完成1249.5万件。', 'sheet-overrides']);
  });

  it('keeps the verb of the data where the number agrees', async () => {
    expect(await typed('快递业务收入同比增长×%。', '10.0')).toEqual(['快递业务收入同比下降10.0%。']);
  });

  it('needs its verb where the data change it', async () => {
    expect(await typed('快递业务收入同比增长×%。', '10.2')).toEqual([
      '快递业务收入同比下降10.0%。',
      'sheet-sign-unsaid',
    ]);
    expect(await typed('快递业务收入同比增长×%。', '下降10.2')).toEqual([
      '快递业务收入同比下降10.2%。',
      'sheet-overrides',
    ]);
    expect(await typed('快递业务收入同比增长×%。', '增长10.2')).toEqual([
      '快递业务收入同比增长10.2%。',
      'sheet-overrides',
    ]);
  });
});

describe('remembered answers', () => {
  const open = paragraphs('开展检查×次，处罚×起。', '×主任作报告。');
  const remember = async () => {
    const { remembered } = await broughtBack(
      open,
      context,
      completed(rowsFor(open, context), { 1: '11', 2: '22', 3: '王' }),
    );
    const file = formatAnswers('# 我们的决定\naccepted: []\n', remembered.answers);
    const parsed = parseAnswersText(file, 'decisions.yaml');
    if (parsed.kind === 'invalid') throw new Error('the file of answers is not valid');
    return { file, answers: parsed.value.answers };
  };

  it('are kept beside what else the file says', async () => {
    expect((await remember()).file).toMatch(/^# 我们的决定\naccepted: \[\]\nanswers:\n/);
  });

  it('fill the same template again, wherever the paragraph has gone, and count as facts in its report', async () => {
    const { answers } = await remember();
    const again = paragraphs('前言。', ...open.blocks.map((b) => b.text).reverse());
    const plan = planFill(again, { ...context, answers });
    expect(textOf(again, plan)).toBe('前言。\n王主任作报告。\n开展检查11次，处罚22起。');
    const { numbers } = verifyDocument(paragraphs(textOf(again, plan)), { ...context, answers });
    expect(numbers.map((n) => [n.text, n.verdict])).toEqual([
      ['11', 'fact'],
      ['22', 'fact'],
    ]);
    const wrong = verifyDocument(paragraphs('开展检查12次，处罚22起。'), { ...context, answers });
    expect(wrong.numbers[0]).toMatchObject({ verdict: 'wrong', expected: '11' });
  });

  it('keep names in the next edition, and no figure of last year', async () => {
    const { answers } = await remember();
    const next = { ...context, answers, reading: { ...context.reading, period: year(2020) } };
    expect(planFill(open, next).slots.map((s) => s.text)).toEqual([undefined, undefined, '王']);
  });

  it('keep the reading that was chosen, in any year', async () => {
    const document = paragraphs('9月份，快递业务量累计完成×万件。');
    // The month and the year to date of 2019 are told from each other, and from those of 2018.
    const data = reportOn((_, __, period) => String(1000 + period));
    expect(planFill(document, data).slots[0]!.status).toBe('ambiguous');
    const chosen = await broughtBack(document, data, completed(rowsFor(document, data), { 1: '1004' }));
    const { answers } = chosen.remembered;
    expect(answers.map((a) => a.reading)).toEqual(['邯郸市2019年1—9月快递业务量']);
    expect(planFill(document, { ...data, answers }).slots[0]).toMatchObject({ status: 'filled', text: '1004.00' });
    const dated = { ...data, answers, reading: { ...data.reading, period: year(2018) } };
    expect(planFill(document, dated).slots[0]).toMatchObject({ status: 'filled', text: '1005.00' });
  });
});
