import { add, divide, multiply, ONE, type Rational, rational, sign, subtract } from '../../model/rational.js';
import { type Interval, meets } from '../../model/rounding.js';
import { type Columns, GROWTH, LEVEL, measureCode } from '../columns.js';
import { formatExact, formatIn, formatRate } from '../figure-text.js';
import type { Survey } from '../survey.js';
import type { Violation } from '../tally.js';

const ON_PERIOD = measureCode('growth-on-period');
const BASE = measureCode('base');
const HUNDRED = rational(100n);

/**
 * Published growth against the levels of the two periods. Every figure stands for all that rounds to it, so a rate is
 * wrong only if no rounding of the levels reaches it. Comparable-basis growth departs in whole years: one folded finding.
 */
export function checkGrowth(survey: Survey): void {
  const { columns, indicators } = survey;
  const { table } = columns;
  const tally = survey.open({ id: 'growth-against-levels', code: 'growth-against-levels', severity: 'soft' });
  const bases = survey.open({ id: 'base-against-last-year', code: 'base-against-last-year', severity: 'soft' });
  const skip = Uint8Array.from(indicators, (i) => (i?.kind === 'rate' || i?.kind === 'index' ? 1 : 0));
  for (let row = 0; row < table.length; row++) {
    const measure = table.measure[row]!;
    if (measure === LEVEL || skip[table.indicator[row]!] === 1 || !columns.hasValue(row)) continue;
    const [end, months] = [table.periodEnd[row]!, table.periodMonths[row]!];
    if (measure === BASE) {
      const then = columns.levelAt(row, end - 12, months);
      if (then < 0) continue;
      bases.evaluate(end);
      if (!overlap(columns, row, then)) bases.violate(end, () => describeBase(survey, row, then));
      continue;
    }
    if (measure !== GROWTH && measure !== ON_PERIOD) continue;
    const now = withScenario(survey, row, LEVEL, end);
    if (now < 0 || crossesPriceBase(survey, row, measure === GROWTH ? 12 : months)) continue;
    const given = measure === GROWTH ? withScenario(survey, row, BASE, end) : -1;
    const then = given >= 0 ? given : columns.levelAt(now, end - (measure === GROWTH ? 12 : months), months);
    if (then < 0 || columns.baseOf(then) !== columns.baseOf(now)) continue;
    tally.evaluate(end);
    if (clearlyConsistent(columns, row, now, then)) continue;
    const range = rateInterval(columns, now, then);
    if (range && !meets(range, shown(columns, row)))
      tally.violate(end, () => describeGrowth(survey, [row, now, then], range));
  }
}

function withScenario({ columns }: Survey, row: number, measure: number, end: number): number {
  const { table, cube } = columns;
  const [indicator, area] = [table.indicator[row]!, table.refArea[row]!];
  const found = cube.findRow(measure, table.scenario[row]!, indicator, area, end, table.periodMonths[row]!);
  return found >= 0 && columns.hasValue(found) ? found : -1;
}

/** Whether a new price base began between the two periods: levels then do not compare, and published growth stands alone. */
function crossesPriceBase({ columns, indicators }: Survey, row: number, back: number): boolean {
  const { table } = columns;
  const bases = indicators[table.indicator[row]!]?.priceBases ?? [];
  const to = Math.floor(table.periodEnd[row]! / 12);
  const from = Math.floor((table.periodEnd[row]! - back) / 12);
  return bases.some((y) => from < y && y <= to);
}

/** The road of the many: the rate of the figures as they stand rounds to the published one, with room to spare. */
function clearlyConsistent(columns: Columns, growth: number, now: number, then: number): boolean {
  const base = columns.value(then);
  if (!(base > columns.half(then))) return false;
  const rate = (columns.value(now) / base - 1) * 100;
  return Math.abs(rate - columns.value(growth)) < columns.half(growth) * 0.999;
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
