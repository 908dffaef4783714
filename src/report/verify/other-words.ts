import type { Claim } from '../../claims/claim.js';
import { answersOf } from '../../claims/evaluate-claim.js';
import type { Reread } from '../../claims/read-document.js';
import type { Document } from '../../model/document.js';
import { isFigure } from '../../model/figure.js';
import { parseUnit } from '../../model/unit.js';
import type { ReportContext } from '../report-context.js';
import type { Cause, CauseCode } from './cause.js';
import { compareWritten } from './compare-written.js';
import { type Judged, unitCorrected } from './judge-claim.js';
import { significant } from './slips.js';
import type { Said } from './verified-number.js';

/** A unit that may have stood there, and what it would mean. */
interface OtherUnit {
  readonly text: string;
  readonly code: CauseCode;
}

/**
 * A number that nobody can vouch for as it stands, but that is right once its unit is another: 同比增长15.2个百分点, 高于全省3.1%.
 * The block is read again with that one word changed, by the same grammar, against the same data.
 */
export function rightInOtherUnit(
  judged: Judged,
  document: Document,
  reread: Reread,
  context: ReportContext,
): Judged | undefined {
  const { claim } = judged;
  const { unitSpan, number, block } = claim;
  const own = document.blocks[block]!;
  if (judged.verdict !== 'unanswered' || !unitSpan || own.kind === 'cell') return undefined;
  if (own.text.length > LONGEST || significant(number.text) < (isRefused(judged.reasons[0]) ? 1 : 2)) return undefined;
  for (const { text, code } of otherUnits(unitSpan.text, judged.reasons[0], context)) {
    const changed = own.text.slice(0, unitSpan.start) + text + own.text.slice(unitSpan.end);
    const again = reread(block, changed).find((c) => c.number.start === number.start);
    const found = again && rightAnswer(again, context);
    if (!found) continue;
    const cause: Cause = { code, args: { found: unitSpan.text, unit: text } };
    return { ...judged, ...found, claim, verdict: 'unit-lost', reasons: [cause], ...unitCorrected(claim, text) };
  }
  return undefined;
}

/** A text without paragraphs is not read again for each of its numbers. */
const LONGEST = 5000;

/** Reasons that say that words and unit do not go together: then one digit that agrees is enough. */
const REFUSED = [
  'pattern-unknown',
  'points-of-what',
  'base-unknown',
  'unit-of-another-kind',
  'units-differ',
  'no-cue-for-percent',
  'no-indicator',
  'compared-with-what',
  'average-only-of-levels',
  'share-of-what',
];
const isRefused = (reason: Said | undefined): boolean => reason !== undefined && REFUSED.includes(reason.code);

function otherUnits(unit: string, reason: Said | undefined, { measures }: ReportContext): readonly OtherUnit[] {
  if (/^个?(?:百分)?点$/u.test(unit)) return [{ text: '%', code: 'points-for-percent' }];
  if (/^[%％]$/u.test(unit)) return [{ text: '个百分点', code: 'percent-for-points' }];
  if (reason?.code !== 'unit-of-another-kind' && reason?.code !== 'units-differ') return [];
  const own = parseUnit(unit);
  if (!own) return [];
  const scale = own.text.slice(0, own.text.length - own.base.length);
  const bases = measures.catalogue.indicators.map((i) => parseUnit(i.unit)?.base ?? '');
  return [...new Set(bases)]
    .filter((base) => base !== '' && base !== own.base)
    .map((base) => ({ text: scale + base, code: 'other-unit' as const }));
}

function rightAnswer(claim: Claim, context: ReportContext): Pick<Judged, 'kind' | 'answers' | 'figure'> | undefined {
  const { value } = claim.number;
  if (value.kind !== 'written') return undefined;
  for (const answer of answersOf(claim, context.measures)) {
    const { figure } = answer;
    const verdict = isFigure(figure) && compareWritten(claim, value.value, figure, answer, context)?.verdict;
    if (isFigure(figure) && (verdict === 'right' || verdict === 'rounded'))
      return { kind: claim.kind, answers: [answer], figure };
  }
  return undefined;
}
