import type { Claim } from '../../claims/claim.js';
import type { Answer } from '../../claims/evaluate-claim.js';
import type { RoughNumber } from '../../claims/token.js';
import { isTrueApproximation, isTrueRoughly } from '../../claims/wording/approximate.js';
import { decimalsFor } from '../../claims/wording/decimals.js';
import { inClaimUnit } from '../../claims/wording/displayed.js';
import type { MeasureContext } from '../../measures/context.js';
import { evaluate } from '../../measures/evaluate.js';
import type { Query } from '../../measures/query.js';
import { type Decimal, toRational } from '../../model/decimal.js';
import { type Figure, isFigure } from '../../model/figure.js';
import { absolute, equals, negate, ONE, type Rational, sign, subtract } from '../../model/rational.js';
import { displayedInterval, meets, round } from '../../model/rounding.js';
import type { ReportContext } from '../report-context.js';
import type { Comparison, WrittenVerdict } from './comparison.js';
import { scaleLost } from './slips.js';

/** Compares a written number with the figure of one reading. Undefined where the two do not measure the same thing. */
export function compareWritten(
  claim: Claim,
  written: Decimal,
  figure: Figure,
  answer: Answer,
  context: ReportContext,
): Comparison | undefined {
  const own = inClaimUnit(figure, claim);
  if ('reason' in own) return undefined;
  const signed = claim.sign?.sign === -1 ? negate(own.value) : own.value;
  const decimals = decimalsFor(claim, figure, own.unit, context.wording.decimals);
  const { value: said } = claim.number;
  if (said.kind === 'written' && said.rough) return compareRough(claim, said.rough, signed);
  if (claim.approximator && claim.kind !== 'rank') {
    const holds = isTrueApproximation(absolute(signed), magnitudeOf(written), claim.approximator.class);
    if (holds && sign(signed) >= 0) return { verdict: 'rounded' };
    return sign(signed) < 0 ? { verdict: 'flipped' } : mistake(claim, written, signed, decimals, context);
  }
  const agreed = agreement(written, signed, decimals, context) ?? byRounding(claim, written, figure, answer, context);
  return agreed ? { verdict: agreed } : mistake(claim, written, signed, decimals, context);
}

const magnitudeOf = ({ digits, decimals }: Decimal): Decimal => ({ digits: digits < 0n ? -digits : digits, decimals });

/** 近三成, 三分之一, 过半: true of a range. Of a value on the other side of zero the conclusion is turned round. */
function compareRough(claim: Claim, rough: RoughNumber, signed: Rational): Comparison {
  if (isTrueRoughly(signed, rough, claim.approximator?.class))
    return { verdict: equals(signed, rough.value) ? 'right' : 'rounded' };
  const turned = sign(signed) < 0 || (claim.approximator && isTrueRoughly(negate(signed), rough, undefined));
  return { verdict: turned ? 'flipped' : 'wrong' };
}

/** Equal at its own decimals: as it would be printed, rounded further, or cut off. */
function agreement(
  written: Decimal,
  exact: Rational,
  decimals: number,
  context: ReportContext,
): WrittenVerdict | undefined {
  const value = toRational(written);
  if (equals(toRational(round(exact, written.decimals, context.wording.rounding)), value)) {
    const printed = toRational(round(exact, decimals, context.wording.rounding));
    return written.decimals >= decimals || equals(printed, value) ? 'right' : 'rounded';
  }
  const cut = round(exact, written.decimals, 'truncate');
  return cut.digits !== 0n && equals(toRational(cut), value) ? 'truncated' : undefined;
}

/** Wrong only if no rounding of what it was made from reaches it. */
function byRounding(
  claim: Claim,
  written: Decimal,
  figure: Figure,
  answer: Answer,
  context: ReportContext,
): 'rounded' | undefined {
  const shown = displayedInterval(written);
  const directed = claim.sign?.sign === -1 ? { low: negate(shown.high), high: negate(shown.low) } : shown;
  if (figure.interval && claim.unit?.base !== '倍' && meets(figure.interval, directed)) return 'rounded';
  return otherPractice(claim, written, figure, answer, context);
}

/** Shares that were made to add to 100, or differences taken the other way: both are real practices. */
function otherPractice(
  claim: Claim,
  written: Decimal,
  figure: Figure,
  answer: Answer,
  context: ReportContext,
): 'rounded' | undefined {
  const { query } = answer.reading;
  const { options } = context.measures;
  const other: MeasureContext | undefined =
    query.kind === 'share'
      ? {
          ...context.measures,
          options: { ...options, shares: options.shares === 'as-rounded' ? 'sum-to-100' : 'as-rounded' },
        }
      : query.kind === 'rate-difference' || query.kind === 'ahead-of-time'
        ? {
            ...context.measures,
            options: { ...options, difference: options.difference === 'exact' ? 'published' : 'exact' },
          }
        : undefined;
  if (isDifferenceAsShown(claim, written, query, context)) return 'rounded';
  const again = other && evaluate(query, other);
  if (!again || !isFigure(again) || equals(again.value, figure.value)) return undefined;
  const own = inClaimUnit(again, claim);
  if ('reason' in own) return undefined;
  const signed = claim.sign?.sign === -1 ? negate(own.value) : own.value;
  return equals(toRational(round(signed, written.decimals, context.wording.rounding)), toRational(written))
    ? 'rounded'
    : undefined;
}

/** 比重由53.4%降至50.4%，回落3.0个百分点: the difference of the two shares that a reader sees. */
function isDifferenceAsShown(
  claim: Claim,
  written: Decimal,
  query: Query,
  { measures, wording }: ReportContext,
): boolean {
  if (query.kind !== 'rate-difference' || query.of.kind !== 'share') return false;
  const [of, from] = [query.of, query.from].map((q) => evaluate(q, measures));
  if (!of || !from || !isFigure(of) || !isFigure(from)) return false;
  const seen = (f: Figure) => toRational(round(f.value, written.decimals, wording.rounding));
  const difference = subtract(seen(of), seen(from));
  return equals(claim.sign?.sign === -1 ? negate(difference) : difference, toRational(written));
}

/** The conclusion is turned round, the scale of the unit is lost, or the number is plainly wrong. */
function mistake(
  claim: Claim,
  written: Decimal,
  signed: Rational,
  decimals: number,
  context: ReportContext,
): Comparison {
  const value = toRational(written);
  const same = (x: Rational) => equals(toRational(round(x, written.decimals, context.wording.rounding)), value);
  if (claim.sign?.sign === -1 && written.digits < 0n && same(negate(signed)))
    return { verdict: 'wrong', cause: { code: 'double-sign', args: {} } };
  if (signed.num !== 0n && same(negate(signed))) return { verdict: 'flipped' };
  const scale = scaleLost(claim, written, signed, decimals, context.wording.rounding);
  if (scale) return scale;
  const opposite = sign(signed) !== 0 && claim.sign && sign(signed) === -sign(value);
  const first = claim.kind === 'rank' && equals(value, ONE);
  return { verdict: opposite || first ? 'flipped' : 'wrong' };
}
