import type { Claim } from '../../claims/claim.js';
import type { Answer } from '../../claims/evaluate-claim.js';
import { isTrueApproximation } from '../../claims/wording/approximate.js';
import { decimalsFor } from '../../claims/wording/decimals.js';
import { inClaimUnit } from '../../claims/wording/displayed.js';
import type { MeasureContext } from '../../measures/context.js';
import { evaluate } from '../../measures/evaluate.js';
import { type Decimal, formatDecimal, toRational } from '../../model/decimal.js';
import { type Figure, isFigure } from '../../model/figure.js';
import { absolute, equals, multiply, negate, powerOfTen, type Rational, sign } from '../../model/rational.js';
import { displayedInterval, meets, round } from '../../model/rounding.js';
import type { ReportContext } from '../report-context.js';

/** What is to be said of a number that is written, against one figure. */
export type WrittenVerdict = 'right' | 'rounded' | 'truncated' | 'flipped' | 'unit-lost' | 'wrong';

export interface Comparison {
  readonly verdict: WrittenVerdict;
  /** As it should read: the number, with the verb in front where the verb is wrong. */
  readonly expected: string;
  /** Code of what seems to have happened: double-sign, ten-thousandfold, … */
  readonly cause?: string;
}

/** Compares a written number with the figure of one reading. */
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
  const expected = expectedText(claim, own.value, decimals, context);
  const value = toRational(written);
  if (claim.approximator && claim.kind !== 'rank') {
    const holds = isTrueApproximation(absolute(signed), absolute(value), claim.approximator.class);
    return { verdict: holds ? 'rounded' : 'wrong', expected };
  }
  const agreed = agreement(written, signed, decimals, context) ?? byRounding(claim, written, figure, answer, context);
  if (agreed) return { verdict: agreed, expected };
  return { ...mistake(claim, written, signed, context), expected };
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
  return equals(toRational(round(exact, written.decimals, 'truncate')), value) ? 'truncated' : undefined;
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
  const again = other && evaluate(query, other);
  if (!again || !isFigure(again) || equals(again.value, figure.value)) return undefined;
  const own = inClaimUnit(again, claim);
  if ('reason' in own) return undefined;
  const signed = claim.sign?.sign === -1 ? negate(own.value) : own.value;
  return equals(toRational(round(signed, written.decimals, context.wording.rounding)), toRational(written))
    ? 'rounded'
    : undefined;
}

/** What kind of mistake it is. */
function mistake(
  claim: Claim,
  written: Decimal,
  signed: Rational,
  context: ReportContext,
): { verdict: WrittenVerdict; cause?: string } {
  const same = (x: Rational) =>
    equals(toRational(round(x, written.decimals, context.wording.rounding)), toRational(written));
  if (signed.num !== 0n && same(negate(signed))) {
    const doubled = claim.sign?.sign === -1 && written.digits < 0n;
    return doubled ? { verdict: 'wrong', cause: 'double-sign' } : { verdict: 'flipped' };
  }
  for (const [power, cause] of [
    [4, 'ten-thousandfold'],
    [8, 'hundred-millionfold'],
  ] as const)
    if (same(multiply(signed, powerOfTen(-power))) && written.digits !== 0n) return { verdict: 'unit-lost', cause };
  for (const power of [4, 8, -1, 1, -2, 2])
    if (written.digits !== 0n && same(multiply(signed, powerOfTen(power))))
      return { verdict: 'wrong', cause: 'decimal-shifted' };
  return sign(signed) !== 0 && claim.sign && sign(signed) === -sign(toRational(written))
    ? { verdict: 'flipped' }
    : { verdict: 'wrong' };
}

/** The number as it should be written, with its verb where the verb must change. */
function expectedText(claim: Claim, value: Rational, decimals: number, context: ReportContext): string {
  const magnitude = claim.sign ? absolute(value) : value;
  const text = formatDecimal(round(magnitude, decimals, context.wording.rounding));
  const flipped = claim.sign && sign(value) !== 0 && sign(value) !== claim.sign.sign;
  return flipped ? `${claim.sign!.partner}${text}` : text;
}
