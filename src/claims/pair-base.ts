import { samePeriod, type TimePeriod } from '../model/time-period.js';
import type { ClaimSource } from './claim-source.js';

/** 由上年的×%提高到×%，提升×个百分点: the change is between the two just said. */
export function pairBase(earlier: ClaimSource['earlier']): TimePeriod | undefined {
  const [then, now] = [earlier[earlier.length - 2]?.readings, earlier[earlier.length - 1]?.readings];
  const [a, b] = [then?.[0], now?.[0]];
  if (!a || !b || then?.length !== 1 || now?.length !== 1) return undefined;
  const alike = a.query.kind === b.query.kind && a.indicator === b.indicator && a.refArea === b.refArea;
  return alike && !samePeriod(a.timePeriod, b.timePeriod) && a.timePeriod.end < b.timePeriod.end
    ? a.timePeriod
    : undefined;
}
