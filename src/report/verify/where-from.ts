import type { Claim, Reading } from '../../claims/claim.js';
import { inClaimUnit } from '../../claims/wording/displayed.js';
import { label } from '../../measures/context.js';
import { evaluate } from '../../measures/evaluate.js';
import { computedGrowth, publishedGrowth } from '../../measures/growth.js';
import type { Query } from '../../measures/query.js';
import { type Decimal, formatDecimal, toRational } from '../../model/decimal.js';
import { type Figure, isFigure, type NoFigure } from '../../model/figure.js';
import { equals, negate, type Rational } from '../../model/rational.js';
import { round } from '../../model/rounding.js';
import type { ReportContext } from '../report-context.js';
import type { Cause } from './cause.js';
import { type Neighbourhood, otherCells } from './other-cells.js';
import { significant, slipOf } from './slips.js';

/** So many digits must agree before a figure far from what was meant is named; near it, one less. */
const ENOUGH = 4;
const MOST = 2;

/**
 * Where a wrong number seems to come from: the one or two likeliest. A figure is named only where it prints exactly as what
 * is written, with enough digits that this is no accident; a rank never has enough.
 */
export function whereFrom(
  claim: Claim,
  written: Decimal,
  { reading, figure }: { readonly reading: Reading; readonly figure: Figure },
  near: Neighbourhood,
  context: ReportContext,
): readonly Cause[] {
  const { value } = claim.number;
  if (value.kind === 'written' && value.rough) return [];
  if (claim.approximator || claim.kind === 'rank' || claim.kind === 'rank-change' || written.digits === 0n) return [];
  const { rounding } = context.wording;
  const signed = (of: Figure): Rational | undefined => {
    const own = inClaimUnit(of, claim);
    if ('reason' in own) return undefined;
    return claim.sign?.sign === -1 ? negate(own.value) : own.value;
  };
  const own = signed(figure);
  // The same magnitude with the other verb needs no other story.
  if (own && equals(toRational(round(negate(own), written.decimals, rounding)), toRational(written))) return [];
  const slip = own && slipOf(claim, written, own, rounding);
  const digits = significant(formatDecimal(written));
  const isWritten = (other: Figure | NoFigure | undefined): boolean => {
    const value = other && isFigure(other) ? signed(other) : undefined;
    if (value === undefined) return false;
    const printed = toRational(round(value, written.decimals, rounding));
    return equals(printed, toRational(written)) || equals(negate(printed), toRational(written));
  };
  const found: Cause[] = [];
  const growth = otherGrowth(reading.query, figure, context);
  if (growth && digits >= ENOUGH - 1 && isWritten(growth.figure)) found.push(growth.cause);
  for (const { cause, query, near: isNear } of otherCells(reading, near, context)) {
    if (found.length >= MOST) break;
    const enough = digits >= (isNear ? ENOUGH - 1 : ENOUGH);
    if (enough && isWritten(evaluate(query, context.measures))) found.push(cause);
  }
  // Of few digits a slip of the hand is the likelier story, of many a slip of the eye.
  const all = slip === undefined ? found : digits > ENOUGH ? [...found, slip] : [slip, ...found];
  return all.slice(0, MOST);
}

/** Growth as it was published where the computed one counts, and the other way round. */
function otherGrowth(
  query: Query,
  figure: Figure,
  { measures }: ReportContext,
): { readonly figure: Figure | NoFigure | undefined; readonly cause: Cause } | undefined {
  if (query.kind !== 'growth') return undefined;
  const what = label(query, measures);
  return figure.derivation.kind === 'delivered'
    ? { figure: computedGrowth(query, measures), cause: { code: 'computed-for-published', args: { what } } }
    : { figure: publishedGrowth(query, measures), cause: { code: 'published-for-computed', args: { what } } };
}
