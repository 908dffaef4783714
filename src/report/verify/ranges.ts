import type { Claim } from '../../claims/claim.js';
import { answersOf } from '../../claims/evaluate-claim.js';
import type { Reread } from '../../claims/read-document.js';
import { inClaimUnit } from '../../claims/wording/displayed.js';
import { toRational } from '../../model/decimal.js';
import type { Document } from '../../model/document.js';
import { isFigure } from '../../model/figure.js';
import { compare, negate } from '../../model/rational.js';
import type { ReportContext } from '../report-context.js';
import { plainText } from './correction.js';
import type { Judged } from './judge-claim.js';

/** Between the ends of a range: 15%至25%, 500～700万件. */
const JOINT = /^(?:[—–~～-]{1,2}|[至到])$/u;

/**
 * Both ends of a range, which is one statement: read again as a sentence with one number, it holds where the figure lies
 * between the ends.
 */
export function withRanges(
  judged: readonly Judged[],
  { blocks }: Document,
  reread: Reread,
  context: ReportContext,
): readonly Judged[] {
  const changed = new Map<Judged, Judged>();
  judged.forEach((low, i) => {
    const high = judged[i + 1];
    if (!high || high.claim.block !== low.claim.block) return;
    const { text } = blocks[low.claim.block]!;
    const end = Math.max(low.claim.number.end, low.claim.unitSpan?.end ?? 0);
    if (!JOINT.test(text.slice(end, high.claim.number.start).trim())) return;
    const start = low.claim.number.start;
    const single = text.slice(0, start) + text.slice(high.claim.number.start);
    const claim = reread(low.claim.block, single).find((c) => c.number.start === start);
    const verdict = claim ? judgeRange(claim, low.claim, high.claim, context) : { verdict: 'unanswered' as const };
    for (const one of [low, high]) {
      const { expected: _, ...plain } = one;
      changed.set(one, { ...plain, reasons: [], edits: [], ...verdict });
    }
  });
  return judged.map((own) => changed.get(own) ?? own);
}

function judgeRange(
  claim: Claim,
  low: Claim,
  high: Claim,
  context: ReportContext,
): Partial<Judged> & Pick<Judged, 'verdict'> {
  const [from, to] = [low.number.value, high.number.value];
  const answers = answersOf(claim, context.measures);
  const [answer] = answers;
  const problem = claim.problem ?? { code: 'not-understood', args: {} };
  if (!answer || answers.length > 1 || from.kind !== 'written' || to.kind !== 'written')
    return { verdict: 'unanswered', reasons: [problem] };
  const { figure } = answer;
  if (!isFigure(figure))
    return { verdict: 'unanswered', answers, reasons: [{ code: figure.reason, args: figure.args }] };
  const own = inClaimUnit(figure, claim);
  if ('reason' in own) return { verdict: 'unanswered', answers, reasons: [{ code: own.reason, args: own.args }] };
  const value = claim.sign?.sign === -1 ? negate(own.value) : own.value;
  const within = compare(toRational(from.value), value) <= 0 && compare(value, toRational(to.value)) <= 0;
  const expected = plainText(claim, figure, context);
  return within
    ? { verdict: 'rounded', answers, figure }
    : { verdict: 'wrong', answers, figure, expected, reasons: [{ code: 'outside-range', args: { right: expected } }] };
}
