import { add, divide, multiply, ONE, type Rational, rational, sign, subtract } from '../../model/rational.js';
import { type Interval, meets } from '../../model/rounding.js';
import { ACTUAL, type Columns, GROWTH, LEVEL, measureCode } from '../columns.js';
import { formatExact, formatIn, formatRate } from '../figure-text.js';
import type { Slices } from '../slices.js';
import type { Survey } from '../survey.js';
import type { Tally, Violation } from '../tally.js';

const ON_PERIOD = measureCode('growth-on-period');
const BASE = measureCode('base');
const HUNDRED = rational(100n);

/**
 * Published growth against the levels of the two periods. Every figure stands for all that rounds to it, so a rate is
 * wrong only if no rounding of the levels reaches it. Comparable-basis growth departs in whole years: one folded finding.
 */
export function checkGrowth(survey: Survey): void {
  const tally = survey.open({ id: 'growth-against-levels', code: 'growth-against-levels', severity: 'soft' });
  const bases = survey.open({ id: 'base-against-last-year', code: 'base-against-last-year', severity: 'soft' });
  const { slices, indicators } = survey;
  for (let slice = 0; slice < slices.size; slice++) {
    const kind = indicators[slices.indicator[slice]!]?.kind;
    if (kind === 'rate' || kind === 'index') continue;
    const measure = slices.measure[slice]!;
    if (measure === BASE) checkBases(survey, slice, bases);
    else if (measure === GROWTH) checkRates(survey, slice, 12, tally);
    else if (measure === ON_PERIOD) checkRates(survey, slice, slices.months[slice]!, tally);
  }
}

/** A delivered 上年同期 against what last year itself delivered. */
function checkBases(survey: Survey, slice: number, tally: Tally): void {
  const { columns, slices } = survey;
  const end = slices.end[slice]!;
  const [scenario, indicator, months] = [slices.scenario[slice]!, slices.indicator[slice]!, slices.months[slice]!];
  const lastYear = slices.find(LEVEL, scenario, indicator, end - 12, months);
  for (let cell = slices.start[slice]!; cell < slices.start[slice + 1]!; cell++) {
    if (!slices.hasValue(cell)) continue;
    const other = slices.peerAt(lastYear, slices.areaOf(cell), cell);
    if (other < 0) continue;
    const [row, then] = [slices.rows[cell]!, slices.rows[other]!];
    tally.evaluate(end);
    if (!overlap(columns, row, then)) tally.violate(end, () => describeBase(survey, row, then));
  }
}

/** Published rates against levels so many months apart. The 上年同期 that came with the level is its base where there is one. */
function checkRates(survey: Survey, slice: number, back: number, tally: Tally): void {
  if (crossesPriceBase(survey, slice, back)) return;
  const { columns, slices } = survey;
  const [end, months] = [slices.end[slice]!, slices.months[slice]!];
  const [scenario, indicator] = [slices.scenario[slice]!, slices.indicator[slice]!];
  const levels = slices.find(LEVEL, scenario, indicator, end, months);
  // A plan grows over what was done, not over the plan before.
  const before = slices.find(LEVEL, ACTUAL, indicator, end - back, months);
  const given = slices.measure[slice] === GROWTH ? slices.find(BASE, scenario, indicator, end, months) : -1;
  for (let cell = slices.start[slice]!; cell < slices.start[slice + 1]!; cell++) {
    if (!slices.hasValue(cell)) continue;
    const area = slices.areaOf(cell);
    const level = slices.cellAt(levels, area);
    if (level < 0 || !slices.hasValue(level)) continue;
    const own = slices.peerAt(given, area, level);
    const base = own >= 0 ? own : slices.peerAt(before, area, level);
    if (base < 0) continue;
    tally.evaluate(end);
    if (clearlyConsistent(slices, cell, level, base)) continue;
    const [row, now, then] = [slices.rows[cell]!, slices.rows[level]!, slices.rows[base]!];
    const range = rateInterval(columns, now, then);
    if (range && !meets(range, shown(columns, row)))
      tally.violate(end, () => describeGrowth(survey, [row, now, then], range));
  }
}

/** Whether a new price base began between the two periods: levels then do not compare, and published growth stands alone. */
function crossesPriceBase({ slices, indicators }: Survey, slice: number, back: number): boolean {
  const bases = indicators[slices.indicator[slice]!]?.priceBases ?? [];
  const to = Math.floor(slices.end[slice]! / 12);
  const from = Math.floor((slices.end[slice]! - back) / 12);
  return bases.some((y) => from < y && y <= to);
}

/** The road of the many: the rate of the figures as they stand rounds to the published one, with room to spare. */
function clearlyConsistent(slices: Slices, growth: number, now: number, then: number): boolean {
  const { values } = slices;
  const base = values[then]!;
  if (!(base > slices.half(then))) return false;
  const rate = (values[now]! / base - 1) * 100;
  return Math.abs(rate - values[growth]!) < slices.half(growth) * 0.999;
}

/** All rates, in %, that two rounded levels allow. Undefined where the base may be zero or negative. */
function rateInterval(columns: Columns, now: number, then: number): Interval | undefined {
  const [v, dv] = [columns.exactValue(now), columns.exactHalf(now)];
  const [b, db] = [columns.exactValue(then), columns.exactHalf(then)];
  const [lowBase, highBase] = [subtract(b, db), add(b, db)];
  if (sign(lowBase) <= 0) return undefined;
  const [low, high] = [subtract(v, dv), add(v, dv)];
  const rate = (x: Rational, over: Rational) => multiply(subtract(divide(x, over), ONE), HUNDRED);
  return { low: rate(low, sign(low) < 0 ? lowBase : highBase), high: rate(high, sign(high) < 0 ? highBase : lowBase) };
}

const shown = (columns: Columns, row: number): Interval => ({
  low: subtract(columns.exactValue(row), columns.exactHalf(row)),
  high: add(columns.exactValue(row), columns.exactHalf(row)),
});

const overlap = (columns: Columns, a: number, b: number): boolean => meets(shown(columns, a), shown(columns, b));

function describeGrowth(survey: Survey, rows: readonly [number, number, number], range: Interval): Violation {
  const { columns } = survey;
  const value = columns.exactValue(rows[0]);
  const below = sign(subtract(range.low, value)) > 0;
  const distance = below ? subtract(range.low, value) : subtract(value, range.high);
  const found = formatExact(value);
  const expected = `${formatRate(range.low)}–${formatRate(range.high)}`;
  return {
    rows,
    args: { what: survey.describe(rows[0]), found, expected, distance: formatRate(distance), unit: '%' },
    found,
    expected,
    distance: formatRate(distance),
    way: below ? 'below' : 'above',
    weight: Number(distance.num) / Number(distance.den),
  };
}

function describeBase(survey: Survey, row: number, then: number): Violation {
  const { columns } = survey;
  const unit = columns.unitOf(row);
  const [a, b] = [columns.exactValue(row), columns.exactValue(then)];
  const distance = sign(subtract(a, b)) < 0 ? subtract(b, a) : subtract(a, b);
  const [found, expected] = [formatIn(a, unit), formatIn(b, unit)];
  return {
    rows: [row, then],
    args: { what: survey.describe(row), found, expected, distance: formatIn(distance, unit), unit: unit?.text ?? '' },
    found,
    expected,
    distance: formatIn(distance, unit),
    weight: Number(distance.num) / Number(distance.den),
  };
}
