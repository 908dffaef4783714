import { type Figure, isFigure, type NoFigure } from '../model/figure.js';
import { precedingPeriod, shiftYears, type TimePeriod } from '../model/time-period.js';
import { label, type MeasureContext } from './context.js';
import { delivered, level } from './level.js';
import type { At, Base } from './query.js';

/** The period that a base names. */
export function basePeriod(p: TimePeriod, base: Base): TimePeriod {
  if (base === 'last-year') return shiftYears(p, -1);
  return base === 'preceding' ? precedingPeriod(p) : base.timePeriod;
}

/**
 * The level to compare with. For 同比 a delivered 上年同期 (revised, 可比口径) comes before last year's own return. A plan is
 * compared with the actual of the year before.
 */
export function baseLevel(at: At, base: Base, context: MeasureContext): Figure | NoFigure {
  if (base === 'last-year' && at.scenario !== 'plan') {
    const given = delivered('base', at, context);
    if (given && isFigure(given)) {
      const notes = [...given.derivation.notes, { code: 'base-delivered', args: { what: label(at, context) } }];
      return { ...given, derivation: { ...given.derivation, notes } };
    }
  }
  return level({ ...at, timePeriod: basePeriod(at.timePeriod, base), scenario: 'actual' }, context);
}
