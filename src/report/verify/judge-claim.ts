import type { Claim } from '../../claims/claim.js';
import { type Answer, answersOf } from '../../claims/evaluate-claim.js';
import { evaluate } from '../../measures/evaluate.js';
import { inUnit } from '../../measures/operand.js';
import { toRational } from '../../model/decimal.js';
import { type Figure, isFigure } from '../../model/figure.js';
import { compare, equals } from '../../model/rational.js';
import { factOf } from '../fill/facts.js';
import type { ReportContext } from '../report-context.js';
import type { Confirmation } from '../sheet/confirmed.js';
import { compareWritten } from './compare-written.js';
import type { Comparison, WrittenVerdict } from './comparison.js';
import { correctionOf } from './correction.js';
import { judgeRun, judgeStatement } from './judge-statement.js';
import type { Judged } from './judged.js';
import type { Neighbourhood } from './other-cells.js';
import type { Said, Verdict } from './verified-number.js';
import { whereFrom } from './where-from.js';

export type { Judged } from './judged.js';

/** Verdicts that fail a report. */
export const FAILING: readonly Verdict[] = ['wrong', 'flipped', 'unit-lost', 'inconsistent'];

/** One claim against what people have answered for, the facts, and the data. */
export function judgeClaim(
  claim: Claim,
  context: ReportContext,
  answer: Confirmation | undefined,
  near: Neighbourhood,
): Judged {
  const { value } = claim.number;
  if (value.kind === 'words') return judgeStatement(claim, value.holds, context);
  if (value.kind !== 'written') throw new TypeError('only a written number can be judged');
  const base = { kind: claim.kind, claim, answers: [], reasons: [], edits: [] };
  if (answer)
    return answer.same ? { ...base, verdict: 'fact' } : { ...base, verdict: 'wrong', ...instead(claim, answer.text) };
  const fact = factOf(claim, context.facts);
  if (fact) {
    const same = fact.value !== undefined && equals(toRational(fact.value), toRational(value.value));
    return same ? { ...base, verdict: 'fact' } : { ...base, verdict: 'wrong', ...instead(claim, fact.text) };
  }
  if (claim.readings.length === 0) {
    const { code, args } = claim.problem ?? { code: 'not-understood', args: {} };
    if (claim.unitSpan?.text === '百分点') return { ...base, ...measureWordLost(claim) };
    return { ...base, verdict: 'unanswered', reasons: [{ code, args }] };
  }
  if (claim.kind === 'run') return judgeRun(claim, toRational(value.value), context);
  const answers = answersOf(claim, context.measures);
  const compared = answers.map((a) => {
    const { figure } = a;
    const comparison = isFigure(figure) ? compareWritten(claim, value.value, figure, a, context) : undefined;
    return { answer: a, comparison };
  });
  const best = bestOf(compared);
  if (!best) return { ...base, verdict: 'unanswered', answers, reasons: [unansweredBecause(claim, answers)] };
  const {
    comparison,
    figure,
    answer: { reading },
  } = best;
  const agrees = AGREEING.includes(comparison.verdict);
  if (agrees && claim.unitSpan?.text === '百分点') return { ...base, ...measureWordLost(claim), answers, figure };
  if (comparison.verdict === 'truncated') {
    const right = correctionOf(claim, figure, context, undefined).expected;
    return { ...base, verdict: 'truncated', reasons: [{ code: 'cut-off', args: { right } }], answers, figure };
  }
  if (agrees) return { ...base, ...reached(claim, figure, context, comparison.verdict), answers, figure };
  const said = comparison.cause ? [comparison.cause] : [];
  const causes = said.length > 0 ? said : whereFrom(claim, value.value, { reading, figure }, near, context);
  const unit = comparison.unit === undefined ? undefined : unitCorrected(claim, comparison.unit);
  const corrected = unit ?? correctionOf(claim, figure, context, undefined);
  return { ...base, verdict: comparison.verdict, answers, figure, reasons: causes, ...corrected };
}

const AGREEING: readonly Verdict[] = ['right', 'rounded', 'truncated'];

/** A text that people gave, in the place of what is written. */
const instead = ({ number, block }: Claim, text: string): Pick<Judged, 'expected' | 'edits'> => ({
  expected: text,
  edits: [{ block, start: number.start, end: number.end, text, kind: 'fill' }],
});

/** 8.4百分点: the 个 is lost. */
function measureWordLost(claim: Claim): Pick<Judged, 'verdict' | 'expected' | 'reasons' | 'edits'> {
  return {
    verdict: 'unit-lost',
    reasons: [{ code: 'measure-word-lost', args: {} }],
    ...unitCorrected(claim, '个百分点'),
  };
}

/** The number stays and its unit changes. */
export function unitCorrected(claim: Claim, unit: string): Pick<Judged, 'edits'> & { readonly expected: string } {
  const { number, unitSpan, block } = claim;
  const at = unitSpan ?? { start: number.end, end: number.end };
  return { expected: number.text + unit, edits: [{ block, start: at.start, end: at.end, text: unit, kind: 'word' }] };
}

/** 由×增长到×: both numbers may be right and the word between them not. */
function reached(
  { reach }: Claim,
  now: Figure,
  context: ReportContext,
  verdict: Verdict,
): Pick<Judged, 'verdict' | 'reasons'> {
  if (!reach) return { verdict, reasons: [] };
  const then = evaluate(reach.from.query, context.measures);
  const same = isFigure(then) ? inUnit(then, now.unit) : then;
  if (!isFigure(same) || compare(now.value, same.value) === reach.sign) return { verdict, reasons: [] };
  return { verdict: 'flipped', reasons: [{ code: 'reach-turned', args: { word: reach.word } }] };
}

function unansweredBecause(claim: Claim, answers: readonly Answer[]): Said {
  const none = answers.find((a) => !isFigure(a.figure))?.figure;
  if (none && !isFigure(none)) return { code: none.reason, args: none.args };
  const found = answers.flatMap((a) => (isFigure(a.figure) ? [a.figure.unit] : []))[0] ?? '';
  return { code: 'units-differ', args: { found, expected: claim.unit?.text ?? '' } };
}

const ORDER: readonly WrittenVerdict[] = ['right', 'rounded', 'truncated', 'unit-lost', 'flipped', 'wrong'];

/**
 * The kindest reading: a number is right if one of its meanings makes it so, and wrong only if every meaning has a figure
 * and none agrees.
 */
function bestOf(
  compared: readonly { readonly answer: Answer; readonly comparison: Comparison | undefined }[],
): { readonly comparison: Comparison; readonly figure: Figure; readonly answer: Answer } | undefined {
  const known = compared.flatMap(({ answer, comparison }) =>
    comparison && isFigure(answer.figure) ? [{ comparison, figure: answer.figure, answer }] : [],
  );
  const sorted = known.sort((a, b) => ORDER.indexOf(a.comparison.verdict) - ORDER.indexOf(b.comparison.verdict));
  const first = sorted[0];
  if (!first) return undefined;
  const agrees = ORDER.indexOf(first.comparison.verdict) <= 2;
  return agrees || known.length === compared.length ? first : undefined;
}
