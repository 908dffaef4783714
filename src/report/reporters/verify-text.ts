import type { Document } from '../../model/document.js';
import { isFigure } from '../../model/figure.js';
import { describePlace } from '../messages/place-text.js';
import { speak } from '../messages/speak.js';
import { FAILING, type Verdict, type Verification, type VerifiedNumber } from '../verify/verify-document.js';
import { describeQuery } from './describe-query.js';
import type { TextContext } from './plan-text.js';
import { formatProof } from './proof-text.js';
import { formatSentence } from './sentence-text.js';
import { coverageOf } from './verify-json.js';

/** Verdicts that nobody needs to look at. */
const QUIET: readonly Verdict[] = ['right', 'rounded', 'fact', 'no-claim'];

const toneOf = (verdict: Verdict) => (FAILING.includes(verdict) ? 'bad' : QUIET.includes(verdict) ? 'strong' : 'warn');

/** A verification for people: each number that is wrong, or that nobody can vouch for, in its sentence; then the count. */
export function formatVerification(verification: Verification, document: Document, context: TextContext): string {
  const { lang, paint } = context;
  const lines: string[] = [];
  document.blocks.forEach((block, index) => {
    const shown = verification.numbers.filter(
      (n) => n.block === index && (!QUIET.includes(n.verdict) || n.remarks?.length),
    );
    if (shown.length === 0) return;
    const { column: _, ...place } = shown[0]!.place;
    const highlights = shown.map((n) => ({ ...n, tone: toneOf(n.verdict) }) as const);
    lines.push(`${paint(describePlace(place, lang), 'quiet')}  ${formatSentence(block.text, highlights, paint)}`);
    for (const number of shown) lines.push(...formatNumber(number, context));
    lines.push('');
  });
  return [...lines, ...formatRecordCount(verification, context), formatVerifySummary([verification], context)].join(
    '\n',
  );
}

/** 随文记录：填数 12 处，原样 11，改过 1 */
function formatRecordCount({ records }: Verification, { lang }: TextContext): readonly string[] {
  if (!records) return [];
  const { same, changed, gone } = records;
  const counts = Object.entries({ same, changed, gone }).filter(([, count]) => count > 0);
  return [
    speak({ code: 'records-summary', args: { total: same + changed + gone, ...Object.fromEntries(counts) } }, lang),
  ];
}

/** 核对 12 个数：正确 10，错误 2；覆盖率 100.0%。 */
export function formatVerifySummary(
  verifications: readonly Verification[],
  { lang }: Pick<TextContext, 'lang'>,
): string {
  const counts = new Map<Verdict, number>();
  for (const { summary } of verifications)
    for (const [verdict, count] of Object.entries(summary) as [Verdict, number][])
      if (count > 0) counts.set(verdict, (counts.get(verdict) ?? 0) + count);
  const parts = [...counts].map(
    ([verdict, count]) => `${speak({ code: `verdict-${verdict}`, args: {} }, lang)} ${count}`,
  );
  const coverage = coverageOf(verifications);
  const total = verifications.reduce((sum, v) => sum + v.numbers.length, 0);
  return speak(
    {
      code: 'verify-summary',
      args: { total, parts, ...(coverage === null ? {} : { coverage: formatShare(coverage) }) },
    },
    lang,
  );
}

/** A share with one decimal, cut off and not rounded up: 99.96 % is not yet all. */
const formatShare = (share: number): string => `${Math.floor(share * 1000) / 10}%`;

function formatNumber(number: VerifiedNumber, { measures, lang, paint }: TextContext): readonly string[] {
  const indent = '      ';
  const meanings = [...new Set(number.answers.map((a) => describeQuery(a.reading.query, measures, lang)))];
  const verdict = paint(speak({ code: `verdict-${number.verdict}`, args: {} }, lang), toneOf(number.verdict));
  const expected =
    number.expected === undefined ? '' : speak({ code: 'should-read', args: { expected: number.expected } }, lang);
  const lines = [
    `  #${number.no} ${verdict} ${number.text}${expected}  ${meanings[0] ?? number.claim?.label ?? ''}`.trimEnd(),
  ];
  if (number.figure && isFigure(number.figure))
    lines.push(`${indent}= ${formatProof(number.figure, measures, lang, number.claim?.unit)}`);
  for (const said of [...number.reasons, ...(number.remarks ?? [])]) lines.push(`${indent}· ${speak(said, lang)}`);
  return lines;
}
