import { type Decimal, formatDecimal, toRational } from '../model/decimal.js';
import type { Figure, FigureNote, NoFigure } from '../model/figure.js';
import { isFigure } from '../model/figure.js';
import { cellAddress, NOT_REPORTED_YET, OBS_STATUSES, type ObservedMeasure } from '../model/observation.js';
import { subtract, sum } from '../model/rational.js';
import { closingMonth, lastMonth, type TimePeriod } from '../model/time-period.js';
import { areaName, indicatorOf, label, type MeasureContext, memberCodes } from './context.js';
import { computed, inUnit, type MeasureNote, noFigure, operand } from './operand.js';
import type { At } from './query.js';

/** A delivered cell as a figure: undefined where nothing was delivered, a reason where the cell holds no figure. */
export function delivered(measure: ObservedMeasure, at: At, context: MeasureContext): Figure | NoFigure | undefined {
  const { cube } = context;
  const stock = indicatorOf(at.indicator, context)?.kind === 'stock';
  const { observations } = cube;
  let row = cube.find({
    measure,
    indicator: at.indicator,
    refArea: at.refArea,
    timePeriod: stock ? closingMonth(at.timePeriod) : at.timePeriod,
    scenario: at.scenario ?? 'actual',
  });
  if (row < 0) return undefined;
  // A later blank (not reported yet) takes nothing back of what an earlier return delivered.
  while (NOT_REPORTED_YET.has(observations.status[row]!) && cube.earlier(row) >= 0) row = cube.earlier(row);
  const status = OBS_STATUSES[observations.status[row]!]!;
  const what = measure === 'level' ? label(at, context) : `${label(at, context)} ${measure}`;
  if (status === 'C' || indicatorOf(at.indicator, context)?.confidential) return noFigure('confidential', { what });
  const value: Decimal | undefined = observations.valueAt(row);
  if (value === undefined) return noFigure('cell-without-figure', { what, status, ...takenBack(row, context) });
  const notes: FigureNote[] = [];
  if (status === 'E' || status === 'P')
    notes.push({ code: status === 'E' ? 'estimate' : 'provisional', args: { what } });
  const text = formatDecimal(value);
  const unit = observations.units.text(observations.unit[row]!);
  return {
    value: toRational(value),
    unit,
    decimals: value.decimals,
    derivation: {
      kind: 'delivered',
      formula: text,
      terms: [{ label: what, value: text, unit, source: observations.sourceAt(row) }],
      notes,
    },
  };
}

/** The figure that the cell held before a later delivery marked it as without one, with its place. */
function takenBack(row: number, { cube }: MeasureContext): { readonly earlier?: string } {
  const { observations } = cube;
  const before = cube.earlier(row);
  const value = before < 0 ? undefined : observations.valueAt(before);
  if (value === undefined) return {};
  const { file, sheet, row: line, column } = observations.sourceAt(before);
  const place = [file, sheet, cellAddress(line, column)].filter((part) => part !== undefined).join(' ');
  return { earlier: `${formatDecimal(value)}${observations.units.text(observations.unit[before]!)} (${place})` };
}

/**
 * The level of a cell. Delivered if it was; else, for flows, 累计 differenced (1—3月 less 1—2月), or delivered parts
 * summed (three months of a quarter); else the sum over a named group. What is computed says so.
 */
export function level(at: At, context: MeasureContext): Figure | NoFigure {
  const members = memberCodes(at.refArea, context);
  if (members) return groupTotal(at, members, context, (member) => level(member, context));
  const given = delivered('level', at, context);
  if (given) return given;
  const kind = indicatorOf(at.indicator, context)?.kind ?? 'flow';
  if (kind === 'flow' && (at.scenario ?? 'actual') === 'actual') {
    const difference = differenced(at, context);
    const derived = difference && isFigure(difference) ? difference : (summed(at, context) ?? difference);
    if (derived) return derived;
  }
  return noFigure('not-delivered', { what: label(at, context) });
}

/** Month or quarter as the difference of two year-to-dates, both delivered. */
function differenced(at: At, context: MeasureContext): Figure | NoFigure | undefined {
  const p = at.timePeriod;
  if (p.months >= lastMonth(p)) return undefined;
  const whole: TimePeriod = { end: p.end, months: lastMonth(p) };
  const before: TimePeriod = { end: p.end - p.months, months: whole.months - p.months };
  const a = delivered('level', { ...at, timePeriod: whole }, context);
  const b = delivered('level', { ...at, timePeriod: before }, context);
  if (!a || !b) return undefined;
  if (!isFigure(a)) return a;
  if (!isFigure(b)) return b;
  const converted = inUnit(b, a.unit);
  if (!isFigure(converted)) return converted;
  const note: MeasureNote = { code: 'differenced', args: { what: label(at, context) } };
  return {
    ...computed(
      subtract(a.value, converted.value),
      a.unit,
      `${operand(a)} − ${operand(converted)}`,
      [a, converted],
      [note],
    ),
    ...coarsest([a, converted]),
  };
}

/** Consecutive delivered runs that make up the period: the longest last run first, so the fewest terms. */
function summed(at: At, context: MeasureContext): Figure | NoFigure | undefined {
  const parts = consecutive(at, context);
  if (!parts) return undefined;
  const first = parts[0]!;
  const same: Figure[] = [];
  for (const part of parts) {
    const converted = inUnit(part, first.unit);
    if (!isFigure(converted)) return converted;
    same.push(converted);
  }
  const note: MeasureNote = { code: 'summed', args: { what: label(at, context) } };
  const total = sum(same.map((f) => f.value));
  return { ...computed(total, first.unit, same.map(operand).join(' + '), same, [note]), ...coarsest(same) };
}

function consecutive(at: At, context: MeasureContext): Figure[] | undefined {
  const { end, months } = at.timePeriod;
  for (let length = months - 1; length >= 1; length--) {
    const last = delivered('level', { ...at, timePeriod: { end, months: length } }, context);
    if (!last || !isFigure(last)) continue;
    const restOf = { ...at, timePeriod: { end: end - length, months: months - length } };
    const whole = delivered('level', restOf, context);
    const rest = whole && isFigure(whole) ? [whole] : consecutive(restOf, context);
    if (rest) return [...rest, last];
  }
  return undefined;
}

/** Sum over the members of a group of what `figureOf` says of each; one missing member withholds it. */
export function groupTotal(
  at: At,
  members: readonly string[],
  context: MeasureContext,
  figureOf: (member: At) => Figure | NoFigure,
): Figure | NoFigure {
  const kind = indicatorOf(at.indicator, context)?.kind ?? 'flow';
  if (kind !== 'flow' && kind !== 'stock') return noFigure('not-additive', { what: label(at, context) });
  const figures: Figure[] = [];
  const missing: string[] = [];
  for (const code of members) {
    const figure = figureOf({ ...at, refArea: code });
    if (!isFigure(figure)) missing.push(areaName(code, context));
    else {
      const converted = figures[0] ? inUnit(figure, figures[0].unit) : figure;
      if (!isFigure(converted)) return converted;
      figures.push(converted);
    }
  }
  if (missing.length > 0) return noFigure('members-missing', { what: label(at, context), missing });
  if (figures.length === 0) return noFigure('nothing-to-add');
  const total = sum(figures.map((f) => f.value));
  return { ...computed(total, figures[0]!.unit, figures.map(operand).join(' + '), figures), ...coarsest(figures) };
}

/** A sum or difference is known no finer than its coarsest term. */
function coarsest(figures: readonly Figure[]): { decimals: number } | Record<string, never> {
  const known = figures.map((f) => f.decimals).filter((d) => d !== undefined);
  return known.length === figures.length ? { decimals: Math.min(...known) } : {};
}
