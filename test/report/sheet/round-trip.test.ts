import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SHEET_KEYS, type SheetRow } from '../../../src/report/sheet/sheet-row.js';
import { paragraphs } from '../../claims/reading.js';
import { reportOn } from '../postal-data.js';
import { broughtBack, completed, type Encoding, read, rowsFor, savedAs, textOf } from './sheets.js';

const context = reportOn(() => '1200.50');

/** Sentences that nothing in the returns fills. Every value below is told from every other. */
const SENTENCE = fc.constantFrom(
  '开展执法检查×次，处罚×起。',
  '举办培训班×期，参训×人。',
  '检查企业×家次，下达整改通知书×份；立案×起。',
  '新建网点×个。',
  '走访慰问×名快递员，发放物资折合×万元。',
  '发布信息×条、简报×期。',
);
const HEADING = fc.constantFrom('一、工作开展情况', '二、存在的问题', '（一）丛台区', '（二）复兴区', '三、下步打算');
const PARAGRAPH = fc.oneof(
  HEADING,
  fc.array(SENTENCE, { minLength: 1, maxLength: 4 }).map((sentences) => sentences.join('')),
);
const TEMPLATE = fc.array(PARAGRAPH, { minLength: 1, maxLength: 8 });
const ENCODING = fc.constantFrom<Encoding>('utf8', 'utf8-bom', 'gbk', 'utf16-tab');

const answerOf = (no: number): string => String(1000 + 7 * no);
const fillInOrder = (texts: readonly string[], skip: ReadonlySet<number> = new Set()): string => {
  let no = 0;
  return texts.join('\n').replace(/×/gu, (glyph) => {
    no += 1;
    return skip.has(no) ? glyph : answerOf(no);
  });
};
const answersFor = (rows: readonly SheetRow[], blank: ReadonlySet<number>) =>
  Object.fromEntries(rows.filter((r) => !blank.has(Number(r.no))).map((r) => [Number(r.no), answerOf(Number(r.no))]));

it('uses each answer at its slot, in whatever order and encoding the sheet comes back', async () => {
  await fc.assert(
    fc.asyncProperty(
      TEMPLATE,
      ENCODING,
      fc.infiniteStream(fc.integer({ min: 0, max: 1e6 })),
      fc.array(fc.integer({ min: 1, max: 30 })),
      async (texts, encoding, dice, blanks) => {
        const document = paragraphs(...texts);
        const rows = rowsFor(document, context);
        const blank = new Set(blanks);
        const shuffled = completed(rows, answersFor(rows, blank))
          .map((row) => ({ row, at: dice.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ row }) => row);
        const { plan, diagnostics } = await broughtBack(document, context, shuffled, encoding);
        expect(diagnostics).toEqual([]);
        expect(textOf(document, plan)).toBe(fillInOrder(texts, blank));
      },
    ),
    { numRuns: 150 },
  );
});

/** Paragraphs that speak of different things, each with two or three slots. */
const TOPICS =
  '安全 消防 交通 环保 质量 计量 价格 治超 禁毒 扫黄 打假 防汛 防疫 普法 培训 助农 用工 仓储 车辆 网点'.split(' ');
const about = (topic: string): string =>
  `组织${topic}检查×次，涉及企业×家。${topic.length > 1 && TOPICS.indexOf(topic) % 2 === 0 ? `其中，${topic}问题×个。` : ''}`;

it('puts an answer at its own slot or reports its row, whatever paragraphs come, go and move', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(TOPICS, { minLength: 4, maxLength: 12 }),
      fc.nat(3),
      fc.array(fc.tuple(fc.constantFrom('insert', 'delete', 'move'), fc.nat(20), fc.nat(20)), { maxLength: 6 }),
      async (topics, held, changes) => {
        const [later, first] = [topics.slice(0, held), topics.slice(held)];
        const rows = rowsFor(paragraphs(...first.map(about)), context);
        let no = 0;
        const own = (topic: string, answered: boolean) => ({
          text: about(topic),
          truth: [...about(topic).matchAll(/×/gu)].map(() => (answered ? answerOf(++no) : undefined)),
        });
        const edited = first.map((topic) => own(topic, true));
        for (const [kind, at, to] of changes) {
          const added = kind === 'insert' ? later.pop() : undefined;
          const [taken] = kind === 'insert' || edited.length === 0 ? [] : edited.splice(at % edited.length, 1);
          const put = added === undefined ? (kind === 'move' ? taken : undefined) : own(added, false);
          if (put) edited.splice(to % (edited.length + 1), 0, put);
        }
        const document = paragraphs(...edited.map(({ text }) => text));
        const answered = completed(rows, answersFor(rows, new Set()));
        const { plan, diagnostics } = await broughtBack(document, context, answered);
        const truth = edited.flatMap((paragraph) => paragraph.truth);
        const placed = plan.slots.map((s) => s.text);
        placed.forEach((text, i) => {
          if (text !== undefined) expect(text).toBe(truth[i]);
        });
        expect(placed.filter((text) => text !== undefined).length + diagnostics.length).toBe(rows.length);
        if (changes.every(([kind]) => kind === 'insert')) expect(diagnostics).toEqual([]);
      },
    ),
    { numRuns: 150 },
  );
});

it('does not mind an edit in another paragraph', async () => {
  const before = paragraphs('一、检查', '开展执法检查×次，处罚×起。', '二、培训', '举办培训班×期。');
  const rows = rowsFor(before, context);
  const after = paragraphs(
    '新的开头，共×页。',
    '一、检查',
    '开展执法检查×次，处罚×起。',
    '加一段。',
    '二、培训',
    '举办培训班×期。',
  );
  const { plan, diagnostics } = await broughtBack(after, context, completed(rows, { 1: '11', 2: '22', 3: '33' }));
  expect(diagnostics).toEqual([]);
  expect(plan.slots.map((s) => s.text)).toEqual([undefined, '11', '22', '33']);
});

it('tells sections of the same words apart by their headings, and reports the row of a section that was deleted', async () => {
  const before = paragraphs('（一）丛台区', '开展检查×次。', '（二）复兴区', '开展检查×次。');
  const rows = completed(rowsFor(before, context), { 1: '11', 2: '22' });
  const after = paragraphs('（二）复兴区', '开展检查×次。');
  const { plan, diagnostics } = await broughtBack(after, context, rows);
  expect(plan.slots.map((s) => s.text)).toEqual(['22']);
  expect(diagnostics.map((d) => [d.code, d.args['row']])).toEqual([['sheet-row-unmatched', 2]]);
});

it('takes places of the very same words in their order, and none when there are fewer than before', async () => {
  const same = (n: number) =>
    paragraphs(...Array.from({ length: n }, () => '开展检查×次，处罚企业共计×家，责令整改的共计×起。'.repeat(12)));
  const rows = rowsFor(same(2), context);
  expect(rows.some((row) => /第\d+处，共\d+处/u.test(row.place))).toBe(true);
  const answers = Object.fromEntries(rows.map((row) => [Number(row.no), answerOf(Number(row.no))]));
  const { plan } = await broughtBack(same(2), context, completed(rows, answers));
  expect(plan.slots.map((s) => s.text)).toEqual(rows.map((row) => answerOf(Number(row.no))));
  const fewer = await broughtBack(same(1), context, completed(rows, answers));
  const wrong = fewer.plan.slots.filter((s, i) => s.text !== undefined && s.text !== answerOf(i + 1));
  expect(wrong.every((s) => Number(s.text) > 1000 + 7 * 36)).toBe(true);
  expect(fewer.diagnostics.length).toBeGreaterThan(0);
});

it('finds the columns by name, in any order, below rows of other things', async () => {
  const document = paragraphs('开展检查×次。');
  const rows = completed(rowsFor(document, context), { 1: '11' });
  const bytes = savedAs(rows, 'utf8', [...SHEET_KEYS].reverse());
  const titled = new TextEncoder().encode(`关于填报的通知\r\n\r\n${new TextDecoder().decode(bytes)}`);
  const sheet = await read(titled);
  expect(sheet.rows.map(({ row, answer }) => [row, answer])).toEqual([[4, '11']]);
});
