import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openDocument } from '../../../src/documents/open-document.js';
import type { OpenDocument } from '../../../src/documents/opened.js';
import { openZip } from '../../../src/opc/zip-reader.js';
import { rewriteZip } from '../../../src/opc/zip-writer.js';
import { editsOf, planFill } from '../../../src/report/fill/plan-fill.js';
import { recordsOfPlan } from '../../../src/report/record/records-of-plan.js';
import type { ReportContext } from '../../../src/report/report-context.js';
import { FAILING, type VerifiedNumber, verifyDocument } from '../../../src/report/verify/verify-document.js';
import { docx, p, wordRuns } from '../../documents/docx-builder.js';
import { reportOn } from '../postal-data.js';

const open = (bytes: Uint8Array) => openDocument('讲话.docx', bytes);
const data = (base: number) => reportOn((i, a, q) => `${base + i * 31 + a * 17 - q * 5}.0`);
const context = data(900);

/** A draft filled from the data, with its records in it. */
async function draft(lines: readonly string[], from: ReportContext = context): Promise<OpenDocument> {
  const opened = await open(docx({ body: lines.map((line) => p(wordRuns(line))).join('') }));
  const plan = planFill(opened.document, from);
  const provenance = recordsOfPlan(plan, opened.document, from.measures, 'zh');
  return open(opened.write(editsOf(plan), { mode: 'mark', provenance }));
}

/** What a person does to the draft: the first `from` of the text becomes `to`. */
function edited(opened: OpenDocument, from: string, to: string): Promise<OpenDocument> {
  const block = opened.document.blocks.findIndex((b) => b.text.includes(from));
  const start = opened.document.blocks[block]!.text.indexOf(from);
  return open(opened.write([{ block, start, end: start + from.length, text: to, kind: 'word' }]));
}

const judged = (opened: OpenDocument, now = context) => verifyDocument(opened.document, now, opened);
const told = ({ text, verdict, reasons, remarks = [] }: VerifiedNumber) => [
  text,
  verdict,
  ...[...reasons, ...remarks].map((said) => said.code),
];
const claimed = (opened: OpenDocument, now = context) =>
  judged(opened, now)
    .numbers.filter((n) => n.filled)
    .map(told);

const VOLUME = '2019年，全市快递业务量累计完成×万件。';

describe('a filled number', () => {
  it('is what it was while nobody has touched it, and the record says nothing', async () => {
    const report = await draft([VOLUME]);
    expect(claimed(report)).toEqual([[report.provenance[0]!.written, 'right']]);
    expect(judged(report).records).toEqual({ same: 1, changed: 0, gone: 0 });
  });

  it('changed by hand is told as such, with what was filled; the sentence judges it', async () => {
    const report = await draft([VOLUME]);
    const { written } = report.provenance[0]!;
    const later = await edited(report, written, `9${written}`);
    expect(claimed(later)).toEqual([[`9${written}`, 'wrong', 'digit-added', 'record-changed']]);
    expect(judged(later).numbers.find((n) => n.filled)).toMatchObject({
      expected: written,
      filled: { text: written, state: 'changed', origin: 'data', meaning: '邯郸市2019年快递业务量' },
    });
    expect(judged(later).records).toEqual({ same: 0, changed: 1, gone: 0 });
  });

  it('whose data were revised since says from what to what', async () => {
    const report = await draft([VOLUME]);
    const number = judged(report, data(1900)).numbers.find((n) => n.filled)!;
    expect(told(number)).toEqual([report.provenance[0]!.written, 'wrong', 'record-revised']);
    const { then, now } = number.remarks![0]!.args;
    expect(Number.parseInt(String(now), 10) - Number.parseInt(String(then), 10)).toBe(1000);
  });

  it('in a sentence that now speaks of another figure: the sentence decides, and the difference is told', async () => {
    const report = await edited(await draft([VOLUME]), '快递业务量', '同城快递业务量');
    expect(claimed(report).map((n) => n.slice(1))).toEqual([['wrong', 'other-indicator', 'record-other-meaning']]);
  });
});

describe('a sentence that cannot be read any more', () => {
  const UNREAD = ['快递业务量', '小件揽投量'] as const;

  it('does not make a number right, though it agrees with the record', async () => {
    const report = await edited(await draft([VOLUME]), ...UNREAD);
    const [number] = claimed(report);
    expect([number![1], number!.at(-1)]).toEqual(['unanswered', 'record-agrees']);
  });

  it('does not hide that its number, as it was filled, is not that of the data any more', async () => {
    const report = await edited(await draft([VOLUME]), ...UNREAD);
    const [number] = claimed(report, data(1900));
    expect(number!.slice(1)).toEqual(['wrong', 'record-differs', 'record-revised']);
  });

  it('nor that a number was changed where the words around it stand as they were', async () => {
    const report = await draft(['全市快递业务量累计完成×万件。']);
    const { written } = report.provenance[0]!;
    // The project no longer says which period is meant where the text names none.
    const timeless = { ...context, reading: { ...context.reading, period: undefined } };
    expect(claimed(report, timeless)).toEqual([[written, 'unanswered', 'period-unknown', 'record-agrees']]);
    const later = await edited(report, written, `9${written}`);
    expect(claimed(later, timeless)).toEqual([[`9${written}`, 'wrong', 'record-differs', 'record-changed']]);
    expect(judged(later, timeless).numbers.find((n) => n.filled)?.expected).toBe(written);
  });

  it('leaves it to people where words and number were both changed', async () => {
    const report = await draft([VOLUME]);
    const { written } = report.provenance[0]!;
    const later = await edited(await edited(report, ...UNREAD), written, `9${written}`);
    const [number] = claimed(later);
    expect([number![1], number!.at(-1)]).toEqual(['unanswered', 'record-rewritten']);
  });
});

describe('a record whose anchor is gone', () => {
  const without = async (opened: OpenDocument): Promise<OpenDocument> => {
    const zip = openZip(opened.write([]));
    const xml = new TextDecoder().decode(zip.read('word/document.xml')).replace(/<w:bookmark[^>]*>/g, '');
    return open(rewriteZip(zip, new Map([['word/document.xml', new TextEncoder().encode(xml)]])));
  };

  it('finds its number by the words around it', async () => {
    const report = await draft(['2019年，全市快递业务量累计完成×万件，同比增长×%。']);
    const [first] = report.provenance;
    const later = await without(await edited(report, first!.written, '7.5'));
    expect(later.lost.length).toBe(2);
    expect(claimed(later).map((n) => n[0])).toContain('7.5');
    expect(judged(later).records).toEqual({ same: 1, changed: 1, gone: 0 });
  });

  it('is counted as gone where two places could be its own', async () => {
    const report = await without(await draft([VOLUME, VOLUME]));
    expect(judged(report).records).toEqual({ same: 0, changed: 0, gone: 2 });
  });
});

it('a spoiled record is as none, whatever is in it', async () => {
  const report = await draft([VOLUME]);
  const zip = openZip(report.write([]));
  const part = zip.names.find((n) => /customXml\/item\d\.xml/.test(n))!;
  const xml = new TextDecoder().decode(zip.read(part));
  for (const spoil of [
    (x: string) => x.replace('&quot;', '').replace('"level', '"bevel'),
    (x: string) => x.replace(/<data name="value">[^<]*/, '<data name="value">1/0'),
    (x: string) => x.replace(/<data name="query">[^<]*/, `<data name="query">${'['.repeat(5000)}`),
    (x: string) => x.replace(/<data name="in">[^<]*/, '<data name="in">吨'),
    (x: string) => x.slice(0, x.length / 2),
  ]) {
    const bytes = rewriteZip(zip, new Map([[part, new TextEncoder().encode(spoil(xml))]]));
    const { numbers } = judged(await open(bytes));
    expect(numbers.filter((n) => n.kind === 'level').map((n) => n.verdict)).toEqual(['right']);
  }
});

const WORDS = ['快递业务量', '同城', '累计', '增长', '全市', '2019年', '万件', '同比', '居全省第'];
const OTHERS = ['', '小件', '邢台市', '2018年', '下降', '亿件', '农村', '收入'];

it('no record makes a number right that its sentence calls wrong or cannot vouch for', async () => {
  const report = await draft([
    '2019年，全市快递业务量累计完成×万件，同比增长×%，居全省第×位。',
    '其中，同城快递业务量完成×万件，同比增长×%。',
  ]);
  const written = report.provenance.map((e) => e.written);
  const change = fc.oneof(
    fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...OTHERS)),
    fc.tuple(fc.constantFrom(...written), fc.constantFrom('1.0', '999.0', '3', ...written)),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), fc.boolean(), async (changes, revised) => {
      let later = report;
      for (const [from, to] of changes)
        if (later.document.blocks.some((b) => b.text.includes(from))) later = await edited(later, from, to);
      const now = revised ? data(1900) : context;
      const alone = new Map(verifyDocument(later.document, now).numbers.map((n) => [`${n.block}:${n.start}`, n]));
      for (const number of judged(later, now).numbers) {
        const bare = alone.get(`${number.block}:${number.start}`);
        if (bare && FAILING.includes(bare.verdict)) expect(FAILING).toContain(number.verdict);
        if (bare && bare.answers.length === 0 && bare.verdict !== 'fact')
          expect([...FAILING, bare.verdict]).toContain(number.verdict);
      }
    }),
    { numRuns: 60 },
  );
});
