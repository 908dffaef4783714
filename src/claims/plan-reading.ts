import { isYear, type TimePeriod } from '../model/time-period.js';
import { type Built, type ClaimSource, refuse } from './claim-source.js';
import { fittingUnit } from './entity.js';
import { over } from './over-cells.js';
import type { ReadingContext } from './reading-context.js';

const yearOfPlan = ({ end }: TimePeriod): TimePeriod => ({ end: end - (end % 12) + 11, months: 12 });

/** Actual against the plan of its whole year. */
export function planClaim(source: ClaimSource, kind: 'completion' | 'ahead-of-time', context: ReadingContext): Built {
  return over({ ...source, scenario: 'actual' }, source.entity!.candidates, context, kind, (at) => ({
    kind,
    actual: at,
    plan: { ...at, timePeriod: yearOfPlan(at.timePeriod), scenario: 'plan' },
  }));
}

/** 占年度计划×万件: the plan of the year itself. */
export function planLevel(source: ClaimSource, context: ReadingContext): Built {
  const { entity, unit } = source;
  const ids = unit ? fittingUnit(entity!, unit, context.dictionary.vocabulary.catalogue) : [];
  if (ids.length === 0)
    return refuse('level', 'unit-of-another-kind', { words: entity!.words, unit: unit?.text ?? '' });
  return over({ ...source, scenario: 'actual' }, ids, context, 'level', (at) => ({
    kind: 'level',
    ...at,
    timePeriod: isYear(at.timePeriod) ? at.timePeriod : yearOfPlan(at.timePeriod),
    scenario: 'plan',
  }));
}
