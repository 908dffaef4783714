import type { Claim } from '../../claims/claim.js';
import { formatDecimal } from '../../model/decimal.js';
import {
  add,
  compare,
  divide,
  multiply,
  powerOfTen,
  type Rational,
  rational,
  sign,
  subtract,
} from '../../model/rational.js';
import { type Interval, meets, round } from '../../model/rounding.js';
import type { ReportContext } from '../report-context.js';
import { boundsBroken } from './bounds.js';
import type { Contradiction } from './contradiction.js';
import { derivedFrom } from './derived-values.js';
import { FAILING, type Judged } from './judge-claim.js';
import { type SaidValue, SaidValues } from './said-values.js';
import type { Said } from './verified-number.js';

/**
 * Numbers of a report that contradict one another, whatever the data: by claim, why. Every written number stands for all
 * values that round to it, so that no rounding is ever taken for a contradiction.
 *
 * Where the data say which of the numbers is wrong, that is enough; else the blame is put on the first of them that the
 * data do not vouch for, the conclusion before what it is drawn from.
 */
export function contradictions(judged: readonly Judged[], context: ReportContext): ReadonlyMap<Claim, Said> {
  const said = new SaidValues(judged);
  const found = new Map<Claim, Said>();
  for (const { code, between, expected } of allOf(said, context)) {
    if (between.some((s) => FAILING.includes(s.judged.verdict))) continue;
    const open = between.filter((s) => s.judged.verdict === 'unanswered' && !found.has(s.judged.claim));
    for (const one of code === 'said-differently' ? open : open.slice(0, 1)) {
      const others = between.filter((s) => s !== one).map((s) => textOf(s.judged.claim));
      const known = expected !== undefined && one === between[0] ? { expected } : {};
      found.set(one.judged.claim, { code, args: { others, ...known } });
    }
  }
  return found;
}

function* allOf(said: SaidValues, context: ReportContext): Generator<Contradiction> {
  for (const group of said.repeated())
    for (const one of group) {
      const other = group.find((s) => s !== one && !meets(s.interval, one.interval));
      if (other) yield { code: 'said-differently', between: [one, other] };
    }
  for (const one of said.all)
    for (const { code, interval, from, directionOnly } of derivedFrom(one.query, said, context.measures)) {
      const apart = directionOnly ? isOpposite(one.interval, interval) : !meets(asPractised(one), interval);
      if (apart) yield { code, between: [one, ...from], expected: rangeText(interval, one) };
    }
  yield* boundsBroken(said, context.measures);
}

/** Shares that were made to add to 100 are off by one in the last digit, and so are their changes. */
function asPractised({ query, interval, judged: { claim } }: SaidValue): Interval {
  const adjusted = query.kind === 'share' || (query.kind === 'rate-difference' && query.of.kind === 'share');
  const { value } = claim.number;
  if (!adjusted || value.kind !== 'written') return interval;
  const unit = powerOfTen(-value.value.decimals);
  return { low: subtract(interval.low, unit), high: add(interval.high, unit) };
}

const isOpposite = (a: Interval, b: Interval): boolean =>
  (sign(a.low) > 0 && sign(b.high) < 0) || (sign(a.high) < 0 && sign(b.low) > 0);

const textOf = ({ label, number, unitSpan }: Claim): string => label + number.text + (unitSpan?.text ?? '');

/** What the others make of a number, as it would be written: 19.9—20.1%. */
function rangeText({ low, high }: Interval, { judged: { claim } }: SaidValue): string {
  const { value } = claim.number;
  const decimals = value.kind === 'written' ? value.value.decimals : 0;
  const times = claim.kind === 'growth' && claim.unit?.base === '倍' ? rational(100n) : rational(1n);
  const scale = multiply(powerOfTen(claim.unit?.exponent ?? 0), times);
  const shown = (x: Rational) => formatDecimal(round(divide(x, scale), decimals));
  const unit = claim.unitSpan?.text ?? '';
  const [from, to] = [shown(low), shown(high)];
  return compare(low, high) === 0 || from === to ? from + unit : `${from}～${to}${unit}`;
}
