import type { Claim } from '../../claims/claim.js';
import { type Answer, answersOf } from '../../claims/evaluate-claim.js';
import { readDocument } from '../../claims/read-document.js';
import { formatDecimal, toRational } from '../../model/decimal.js';
import { type Document, placeInBlock } from '../../model/document.js';
import type { Edit } from '../../model/edit.js';
import { type Figure, isFigure } from '../../model/figure.js';
import { equals } from '../../model/rational.js';
import { factOf } from '../fill/facts.js';
import type { ReportContext } from '../report-context.js';
import { type Confirmation, confirmedNumbers } from '../sheet/confirmed.js';
import { type Comparison, compareWritten, type WrittenVerdict } from './compare-written.js';
import { contradictions } from './contradictions.js';
import { holdToRecords, type RecordCount } from './hold-to-records.js';
import { NO_RECORDS } from './match-records.js';
import { numbersWithoutClaim } from './other-numbers.js';
import type { Verdict, VerifiedNumber } from './verified-number.js';

export type { Said, Verdict, VerifiedNumber } from './verified-number.js';

export interface Verification {
  readonly numbers: readonly VerifiedNumber[];
  /** (all − unanswered − no-claim) ÷ (all − no-claim), exact; undefined where the report has no claim. */
  readonly coverage: { readonly answered: number; readonly claims: number };
  readonly summary: Readonly<Record<Verdict, number>>;
  /** Only where the file carries records of its filling. */
  readonly records?: RecordCount;
}

/** Verdicts that fail a report. */
export const FAILING: readonly Verdict[] = ['wrong', 'flipped', 'unit-lost', 'inconsistent'];

type Judged = Pick<
  VerifiedNumber,
  'kind' | 'verdict' | 'expected' | 'claim' | 'figure' | 'answers' | 'reason' | 'edits'
>;

/** Checks every number of a report against the data. A number that nobody can vouch for says so. */
export function verifyDocument(document: Document, context: ReportContext, carried = NO_RECORDS): Verification {
  const claims = readDocument(document, context.reading).filter((c) => c.number.value.kind === 'written');
  const against = contradictions(claims);
  const confirmed = confirmedNumbers(document, claims, context);
  const found: Omit<VerifiedNumber, 'no'>[] = claims.map((claim) => {
    const judged = judge(claim, context, confirmed.get(claim));
    const other = against.get(claim);
    const inconsistent = other !== undefined && judged.verdict === 'unanswered';
    const block = document.blocks[claim.block]!;
    return {
      ...located(claim.number, claim.block, document),
      place: placeInBlock(block, claim.number.start),
      ...judged,
      ...(inconsistent
        ? { verdict: 'inconsistent' as const, reason: { code: 'said-differently', args: { other } } }
        : {}),
    };
  });
  for (const n of numbersWithoutClaim(document, claims, context.reading))
    found.push({
      ...located(n, n.block, document),
      place: placeInBlock(document.blocks[n.block]!, n.start),
      kind: 'none',
      verdict: n.verdict,
      answers: [],
      edits: [],
      ...(n.reason ? { reason: n.reason } : {}),
    });
  const held = holdToRecords(document, found, carried, context, (claim) => judge(claim, context, undefined));
  const numbers = [...held.numbers].sort((a, b) => a.block - b.block || a.start - b.start);
  const verification = summarise(numbers.map((n, i) => ({ no: i + 1, ...n })));
  return held.count ? { ...verification, records: held.count } : verification;
}

function located(span: { start: number; end: number }, block: number, { blocks }: Document) {
  const { text } = blocks[block]!;
  return {
    block,
    start: span.start,
    end: span.end,
    text: text.slice(span.start, span.end),
    before: text.slice(Math.max(0, span.start - 24), span.start),
    after: text.slice(span.end, span.end + 12),
  };
}

function summarise(numbers: readonly VerifiedNumber[]): Verification {
  const summary: Record<Verdict, number> = {
    right: 0,
    rounded: 0,
    truncated: 0,
    wrong: 0,
    flipped: 0,
    'unit-lost': 0,
    inconsistent: 0,
    unanswered: 0,
    fact: 0,
    'no-claim': 0,
  };
  for (const n of numbers) summary[n.verdict] += 1;
  const claims = numbers.length - summary['no-claim'];
  return { numbers, coverage: { answered: claims - summary.unanswered, claims }, summary };
}

function judge(claim: Claim, context: ReportContext, answer: Confirmation | undefined): Judged {
  const { value } = claim.number;
  if (value.kind !== 'written') throw new TypeError('only a written number can be judged');
  const base = { kind: claim.kind, claim, edits: [] };
  if (answer) {
    const expected = answer.same ? {} : { expected: answer.text, edits: replace(claim, answer.text) };
    return { ...base, verdict: answer.same ? 'fact' : 'wrong', answers: [], ...expected };
  }
  const fact = factOf(claim, context.facts);
  if (fact) {
    const same = fact.value !== undefined && equals(toRational(fact.value), toRational(value.value));
    return {
      ...base,
      verdict: same ? 'fact' : 'wrong',
      answers: [],
      ...(same ? {} : { expected: fact.text, edits: replace(claim, fact.text) }),
    };
  }
  if (claim.readings.length === 0) {
    const verdict = claim.kind === 'none' ? 'no-claim' : 'unanswered';
    return { ...base, verdict, answers: [], ...(claim.problem ? { reason: claim.problem } : {}) };
  }
  const answers = answersOf(claim, context.measures);
  const compared = answers.map((answer) => {
    const { figure } = answer;
    const comparison = isFigure(figure) ? compareWritten(claim, value.value, figure, answer, context) : undefined;
    return { answer, comparison };
  });
  const best = bestOf(compared);
  if (!best) {
    const none = answers.find((a) => !isFigure(a.figure))?.figure;
    const found = answers.flatMap((a) => (isFigure(a.figure) ? [a.figure.unit] : []))[0] ?? '';
    const reason =
      none && !isFigure(none)
        ? { code: none.reason, args: none.args }
        : { code: 'units-differ', args: { found, expected: claim.unit?.text ?? '' } };
    return { ...base, verdict: 'unanswered', answers, reason };
  }
  const { comparison, figure } = best;
  const plainUnit = isPlainPoints(claim);
  if (plainUnit && ['right', 'rounded', 'truncated'].includes(comparison.verdict))
    return {
      ...base,
      verdict: 'unit-lost',
      answers,
      figure,
      expected: `${formatDecimal(value.value)}个百分点`,
      reason: { code: 'measure-word-lost', args: {} },
    };
  const fails = FAILING.includes(comparison.verdict);
  return {
    ...base,
    verdict: comparison.verdict,
    answers,
    figure,
    ...(fails ? { expected: comparison.expected, edits: replace(claim, comparison.expected) } : {}),
    ...(comparison.cause ? { reason: { code: comparison.cause, args: {} } } : {}),
  };
}

/** 8.4百分点: the 个 is lost. */
const isPlainPoints = (claim: Claim): boolean => claim.unitSpan?.text === '百分点';

const ORDER: readonly WrittenVerdict[] = ['right', 'rounded', 'truncated', 'unit-lost', 'flipped', 'wrong'];

/**
 * The kindest reading: a number is right if one of its meanings makes it so, and wrong only if every meaning has a figure
 * and none agrees.
 */
function bestOf(
  compared: readonly { readonly answer: Answer; readonly comparison: Comparison | undefined }[],
): { readonly comparison: Comparison; readonly figure: Figure } | undefined {
  const known = compared.flatMap(({ answer, comparison }) =>
    comparison && isFigure(answer.figure) ? [{ comparison, figure: answer.figure }] : [],
  );
  const sorted = known.sort((a, b) => ORDER.indexOf(a.comparison.verdict) - ORDER.indexOf(b.comparison.verdict));
  const first = sorted[0];
  if (!first) return undefined;
  const agrees = ORDER.indexOf(first.comparison.verdict) <= 2;
  return agrees || known.length === compared.length ? first : undefined;
}

/** Writes the right figure, changing the verb where it is the verb that is wrong. */
function replace(claim: Claim, expected: string): readonly Edit[] {
  const { number, block, sign } = claim;
  const verb = sign && expected.startsWith(sign.partner) ? sign : undefined;
  const text = verb ? expected.slice(verb.partner.length) : expected;
  const own: Edit = { block, start: number.start, end: number.end, text, kind: 'fill' };
  if (!verb || claim.list) return [own];
  return [own, { block, start: verb.start, end: verb.end, text: verb.partner, kind: 'word' }];
}
