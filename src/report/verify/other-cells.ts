import type { Reading } from '../../claims/claim.js';
import { label } from '../../measures/context.js';
import type { At, Query } from '../../measures/query.js';
import { isMonth, isYear, lastMonth, samePeriod, shiftYears, type TimePeriod } from '../../model/time-period.js';
import type { ReportContext } from '../report-context.js';
import type { Cause, CauseCode } from './cause.js';

/** The same question with one thing changed, and what it would mean if the number answered that. */
export interface OtherCell {
  readonly cause: Cause;
  readonly query: Query;
  /** Few things stand so near to what was meant: three digits that agree are enough. */
  readonly near: boolean;
}

/** What else the report speaks of: what a hand may have slipped to. */
export interface Neighbourhood {
  readonly indicators: ReadonlySet<string>;
  readonly areas: ReadonlySet<string>;
}

/** Questions that the writer may have answered instead, the likeliest first. */
export function* otherCells(reading: Reading, near: Neighbourhood, context: ReportContext): Generator<OtherCell> {
  const { query, indicator, refArea, timePeriod } = reading;
  const cause = (code: CauseCode, at: Partial<At>): Cause => ({
    code,
    args: { what: label({ indicator, refArea, timePeriod, ...at }, context.measures) },
  });
  for (const [code, to] of otherPeriods(timePeriod)) {
    const moved = movedInTime(query, timePeriod, to);
    yield { cause: cause(code, { timePeriod: to }), query: moved, near: true };
  }
  yield* otherMeasures(query, cause);
  const { catalogue, refAreas } = context.measures;
  const ids = catalogue.indicators.map((i) => i.id).filter((id) => id !== indicator);
  const change = (id: string): OtherCell => ({
    cause: cause('other-indicator', { indicator: id }),
    query: mapCells(query, (at) => (at.indicator === indicator ? { ...at, indicator: id } : at)),
    near: near.indicators.has(id),
  });
  for (const id of nearFirst(ids, near.indicators)) yield change(id);
  const parent = refAreas.get(refArea)?.parent;
  const siblings = parent === undefined ? [] : refAreas.members(parent).map((a) => a.code);
  const areas = [...near.areas, ...context.reading.peers.codes, ...siblings, ...(parent === undefined ? [] : [parent])];
  const others = [...new Set(areas)].filter((code) => code !== refArea);
  for (const code of nearFirst(others, near.areas))
    yield {
      cause: cause('other-region', { refArea: code }),
      query: mapCells(query, (at) => (at.refArea === refArea ? { ...at, refArea: code } : at)),
      near: near.areas.has(code),
    };
}

const nearFirst = (all: readonly string[], near: ReadonlySet<string>): readonly string[] => [
  ...all.filter((x) => near.has(x)),
  ...all.filter((x) => !near.has(x)),
];

/** Last year's edition, the other of month and year-to-date, the edition before, the whole year. */
function* otherPeriods(p: TimePeriod): Generator<readonly [CauseCode, TimePeriod]> {
  yield ['last-year', shiftYears(p, -1)];
  const month = lastMonth(p);
  if (isMonth(p) && month > 1) yield ['total-for-month', { end: p.end, months: month }];
  if (p.months > 1) yield ['month-for-total', { end: p.end, months: 1 }];
  const quarter: TimePeriod = { end: p.end, months: 3 };
  if (month % 3 === 0 && p.months > 3) yield ['month-for-total', quarter];
  if (p.months < month && !isMonth(p)) yield ['total-for-month', { end: p.end, months: month }];
  const before: TimePeriod = isMonth(p)
    ? { end: p.end - 1, months: 1 }
    : { end: p.end - 1, months: Math.max(1, p.months - 1) };
  if (month > 1) yield ['other-period', before];
  if (p.months === 3) yield ['other-period', { end: p.end - 3, months: 3 }];
  for (const end of [3, 6, 9, 12])
    if (end !== month && p.months === month) yield ['other-period', { end: p.end - month + end, months: end }];
  if (!isYear(p)) yield ['last-year', { end: p.end - month, months: 12 }];
}

/** The question with its own period, and those that follow from it, moved. */
function movedInTime(query: Query, from: TimePeriod, to: TimePeriod): Query {
  const back = (p: TimePeriod): TimePeriod =>
    samePeriod(p, from)
      ? to
      : samePeriod(p, shiftYears(from, -1))
        ? shiftYears(to, -1)
        : { end: p.end + to.end - from.end, months: p.months };
  return mapCells(query, (at) => (at.scenario === 'plan' ? at : { ...at, timePeriod: back(at.timePeriod) }));
}

/** Another measure of the same cell: 环比 for 同比, the increase for the level, the plan for what came of it. */
function* otherMeasures(query: Query, cause: (code: CauseCode, at: Partial<At>) => Cause): Generator<OtherCell> {
  const one = (code: CauseCode, other: Query): OtherCell => ({ cause: cause(code, {}), query: other, near: true });
  if (query.kind === 'growth' && query.base === 'last-year') yield one('other-base', { ...query, base: 'preceding' });
  if (query.kind === 'growth' && query.base === 'preceding') yield one('other-base', { ...query, base: 'last-year' });
  if (query.kind === 'level' && query.scenario !== 'plan') {
    yield one('plan-for-actual', { ...query, scenario: 'plan' });
    yield one('other-measure', { ...query, kind: 'increase', base: 'last-year' });
  }
  if (query.kind === 'increase') {
    const { base: _, ...at } = query;
    yield one('other-measure', { ...at, kind: 'level' });
  }
  if (query.kind === 'rate-difference') yield one('other-measure', query.of);
}

/** A question about other cells: each cell of it changed. */
function mapCells(query: Query, change: (at: At) => At): Query {
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    const parts = Object.fromEntries(Object.entries(value).map(([key, part]) => [key, walk(part)]));
    return isCell(value) ? { ...parts, ...change(value) } : parts;
  };
  return walk(query) as Query;
}

const isCell = (value: object): value is At => 'indicator' in value && 'refArea' in value && 'timePeriod' in value;
