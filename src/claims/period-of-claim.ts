import type { PatternMatch } from './pattern.js';
import type { ReadingContext } from './reading-context.js';
import { periodScope } from './scene.js';
import type { PeriodScope } from './scope.js';
import { type ComparatorBase, has } from './token.js';

/** 由上年的×提高到×: the first number is of the period behind 由. */
export function periodOfClaim(
  { pattern, captured }: PatternMatch,
  carried: PeriodScope,
  context: ReadingContext,
): PeriodScope {
  const base = pattern.of === 'at-base' ? captured['base']?.find((t) => has(t, 'period')) : undefined;
  // 2022、2023两年…，完成2023年计划的×%: the year of the plan is that of what was done.
  const planned = carried.list ? captured['year']?.find((t) => has(t, 'period')) : undefined;
  const own = base ?? planned;
  return own ? periodScope(own, carried, context) : carried;
}

/** 是上年的×倍: the period itself is the base. */
export function periodAsBase(match: PatternMatch): ComparatorBase | undefined {
  const { measure, of } = match.pattern;
  const itself = measure === 'multiple' || of === 'difference' || (measure === 'growth' && of === undefined);
  const phrase = itself ? match.captured['base']?.[0]?.period : undefined;
  return phrase && { kind: 'named', phrase, samePeriod: measure === 'multiple' };
}
