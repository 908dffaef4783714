import { type Figure, isFigure, type NoFigure } from '../model/figure.js';
import {
  isHalf,
  isMonth,
  isQuarter,
  isYear,
  precedingPeriod,
  shiftYears,
  type TimePeriod,
} from '../model/time-period.js';
import { indicatorOf, label, type MeasureContext, memberCodes } from './context.js';
import { delivered, groupTotal, level } from './level.js';
import { noFigure } from './operand.js';
import type { At, Base } from './query.js';

/** The period that a base names. */
export function basePeriod(p: TimePeriod, base: Base): TimePeriod {
  if (base === 'last-year') return shiftYears(p, -1);
  return base === 'preceding' ? precedingPeriod(p) : base.timePeriod;
}

/** 环比 is for months, quarters, halves and years; of a 累计 it has no meaning. */
export const hasPreceding = (p: TimePeriod): boolean => isMonth(p) || isQuarter(p) || isHalf(p) || isYear(p);

/** Why a period may not be set against its base, if it may not: 累计 against the period before, nine months against twelve. */
export function baseWithoutMeaning(at: At, base: Base, context: MeasureContext): NoFigure | undefined {
  if (base === 'preceding' && !hasPreceding(at.timePeriod))
    return noFigure('year-to-date-on-period', { what: label(at, context) });
  const flow = (indicatorOf(at.indicator, context)?.kind ?? 'flow') === 'flow';
  if (typeof base === 'object' && flow && base.timePeriod.months !== at.timePeriod.months)
    return noFigure('lengths-differ', {
      what: label(at, context),
      base: label({ ...at, timePeriod: base.timePeriod }, context),
    });
  return undefined;
}

/** The 上年同期 that came with the return (revised, 可比口径), where it did. */
export function deliveredBase(at: At, base: Base, context: MeasureContext): Figure | undefined {
  if (base !== 'last-year' || at.scenario === 'plan') return undefined;
  const given = delivered('base', at, context);
  return given && isFigure(given) ? given : undefined;
}

/**
 * The level to compare with. For 同比 a delivered 上年同期 comes before last year's own return. A plan is compared with the
 * actual of the year before, a group with the bases of its members.
 */
export function baseLevel(at: At, base: Base, context: MeasureContext): Figure | NoFigure {
  const given = deliveredBase(at, base, context);
  if (given) {
    const notes = [...given.derivation.notes, { code: 'base-delivered', args: { what: label(at, context) } }];
    return { ...given, derivation: { ...given.derivation, notes } };
  }
  const then: At = { ...at, timePeriod: basePeriod(at.timePeriod, base), scenario: 'actual' };
  const members = memberCodes(at.refArea, context);
  if (!members) return level(then, context);
  return groupTotal(then, members, context, ({ refArea }) => baseLevel({ ...at, refArea }, base, context));
}

/** As `baseLevel`, with a base that was never delivered told as what it is to the question. */
export function comparedLevel(at: At, base: Base, context: MeasureContext): Figure | NoFigure {
  const then = baseLevel(at, base, context);
  if (isFigure(then) || then.reason !== 'not-delivered') return then;
  return noFigure('base-missing', { what: label(at, context), base: then.args['what'] ?? '' });
}
