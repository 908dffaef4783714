import type { Catalogue } from '../../src/catalogue/catalogue.js';
import type { Indicator } from '../../src/catalogue/schema.js';
import { toRational } from '../../src/model/decimal.js';
import type { Observation } from '../../src/model/observation.js';
import {
  absolute,
  add,
  compare,
  divide,
  multiply,
  ONE,
  powerOfTen,
  type Rational,
  rational,
  sign,
  subtract,
  sum,
  ZERO,
} from '../../src/model/rational.js';
import type { RefAreaTable } from '../../src/model/ref-area.js';
import { parseUnit } from '../../src/model/unit.js';

/** A figure of the reference: exact, with all that rounds to it. */
interface Figure {
  readonly row: number;
  readonly o: Observation;
  readonly base: string;
  readonly value: Rational;
  readonly half: Rational;
}

/**
 * The edit rules once more, as plainly as they can be said: an object a cell, text keys, exact fractions, every rule a loop over all
 * cells. Slow, and independent of slices, floating point and the order of anything. Returns one line for each broken place: the
 * code of the finding, the row it stands at, and the other rows.
 */
export function plainCheck(list: readonly Observation[], catalogue: Catalogue, areas: RefAreaTable): Set<string> {
  const broken = new Set<string>();
  const cells = new Map<string, Figure | 'blank'>();
  const keyOf = (
    o: Observation,
    change: Partial<{
      indicator: string;
      refArea: string;
      measure: string;
      end: number;
      months: number;
      scenario: string;
    }> = {},
  ) =>
    [
      change.measure ?? o.measure,
      change.scenario ?? o.scenario,
      change.indicator ?? o.indicator,
      change.refArea ?? o.refArea,
      change.end ?? o.timePeriod.end,
      change.months ?? o.timePeriod.months,
    ].join(' ');
  list.forEach((o, row) => {
    const unit = parseUnit(o.unitMeasure);
    const scale = powerOfTen(unit?.exponent ?? 0);
    const counted = unit?.base === '件' && unit.exponent === 0 && o.obsValue?.decimals === 0;
    const half = counted ? ZERO : multiply(rational(1n, 2n), multiply(scale, powerOfTen(-(o.obsValue?.decimals ?? 0))));
    const value = o.obsValue && multiply(toRational(o.obsValue), scale);
    cells.set(keyOf(o), value ? { row, o, base: unit?.base ?? '', value, half } : 'blank');
  });
  const figures = [...cells.values()].filter((f) => f !== 'blank');
  const at = (f: Figure, change: Parameters<typeof keyOf>[1]): Figure | undefined => {
    const found = cells.get(keyOf(f.o, change));
    return found === undefined || found === 'blank' || found.base !== f.base ? undefined : found;
  };
  const all = (list: readonly (Figure | undefined)[]): readonly Figure[] | undefined =>
    list.length > 0 && list.every((f) => f !== undefined) ? (list as readonly Figure[]) : undefined;
  const report = (code: string, rows: readonly Figure[]) => broken.add(`${code} ${rows.map((f) => f.row).join(' ')}`);
  /** Whether total (=, ≥, ≤) Σ parts can hold for some true figures behind the rounded ones. */
  const holds = (total: Figure, how: '=' | '≥' | '≤', parts: readonly Figure[]): boolean => {
    const apart = subtract(total.value, sum(parts.map((p) => p.value)));
    const bound = sum([total, ...parts].map((p) => p.half));
    if (how === '=') return compare(absolute(apart), bound) <= 0;
    return how === '≥' ? compare(add(apart, bound), ZERO) >= 0 : compare(subtract(apart, bound), ZERO) <= 0;
  };
  const low = (f: Figure) => subtract(f.value, f.half);
  const high = (f: Figure) => add(f.value, f.half);
  const growthOutside = (whole: Figure, parts: readonly Figure[]): boolean =>
    parts.every((p) => compare(high(whole), low(p)) < 0) || parts.every((p) => compare(low(whole), high(p)) > 0);

  for (const f of figures) {
    const { o } = f;
    const indicator = catalogue.get(o.indicator) as Indicator;
    const { end, months } = o.timePeriod;
    const level = o.measure === 'level';
    const additive = indicator.kind === 'flow' || indicator.kind === 'stock';

    if (level && !indicator.signed && sign(f.value) < 0) report('negative-level', [f]);

    for (const { whole, parts: ids, exhaustive } of catalogue.data.partitions) {
      if (whole !== o.indicator || !additive || !(level || o.measure === 'growth')) continue;
      const parts = ids.flatMap((id) => at(f, { indicator: id }) ?? []);
      const complete = exhaustive && parts.length === ids.length;
      if (parts.length === 0) continue;
      if (!level) {
        if (complete && growthOutside(f, parts)) report('whole-growth-outside-parts', [f, ...parts]);
      } else if (complete) {
        if (!holds(f, '=', parts)) report('parts-differ-from-total', [f, ...parts]);
      } else if (!parts.some((p) => catalogue.get(p.o.indicator)?.signed) && !holds(f, '≥', parts))
        report('part-exceeds-whole', [f, ...parts]);
    }

    if (level && indicator.kind === 'flow' && months > 1 && months <= 12) {
      const yearToDate = months === (end % 12) + 1;
      if (yearToDate && !indicator.signed) {
        const earlier = Array.from({ length: months - 1 }, (_, k) =>
          at(f, { end: end - k - 1, months: months - k - 1 }),
        );
        const before = earlier.find((e) => e !== undefined);
        if (before && !holds(f, '≥', [before])) report('year-to-date-falls', [f, before]);
      }
      const check = (parts: readonly Figure[] | undefined): boolean => {
        if (parts && !holds(f, '=', parts)) report('periods-differ-from-total', [f, ...parts]);
        return parts !== undefined;
      };
      let byMonth = false;
      for (const last of [1, 3, 6])
        if (last < months && (last < 6 || months === 12)) {
          const pair = all([at(f, { end: end - last, months: months - last }), at(f, { months: last })]);
          if (check(pair) && last === 1) byMonth = true;
        }
      const every = (step: number) =>
        months / step >= 3 && months % step === 0
          ? all(Array.from({ length: months / step }, (_, k) => at(f, { end: end - k * step, months: step })))
          : undefined;
      if (!byMonth && !check(every(1)) && (end + 1) % 3 === 0) check(every(3));
    }

    if (additive && o.scenario === 'actual' && (level || o.measure === 'growth')) {
      const members = areas.members(o.refArea);
      const beside = areas.areas.filter((a) => a.parent === o.refArea && !members.includes(a));
      const inside = members.flatMap((a) => at(f, { refArea: a.code }) ?? []);
      const outside = beside.flatMap((a) => at(f, { refArea: a.code }) ?? []);
      const complete = inside.length === members.length;
      const delivered = members.some((a) => list.some((p) => p.refArea === a.code));
      if (delivered && !level && beside.length === 0 && complete && growthOutside(f, inside))
        report('whole-growth-outside-parts', [f, ...inside]);
      if (level && inside.length > 0) {
        const stands = (how: '=' | '≥' | '≤') =>
          holds(f, how, [...inside, ...outside]) || (outside.length > 0 && holds(f, how, inside));
        const rows = [f, ...inside, ...outside];
        if (complete && outside.length === beside.length) {
          if (!stands('=')) report('regions-differ-from-total', rows);
        } else if (!indicator.signed && !stands('≥')) report('regions-differ-from-total', rows);
        else if (complete && !stands('≤')) report('regions-below-total', rows);
      }
    }

    if (o.measure === 'base') {
      const then = at(f, { measure: 'level', end: end - 12 });
      if (then && (compare(low(f), high(then)) > 0 || compare(high(f), low(then)) < 0))
        report('base-against-last-year', [f, then]);
    }
    if (o.measure === 'growth' && additive) {
      const now = cells.get(keyOf(o, { measure: 'level' }));
      if (now === undefined || now === 'blank') continue;
      const then = at(now, { measure: 'base' }) ?? at(now, { end: end - 12, scenario: 'actual' });
      if (!then || sign(low(then)) <= 0) continue;
      const rate = (x: Rational, over: Rational) => multiply(subtract(divide(x, over), ONE), rational(100n));
      const ends = [low(now), high(now)].flatMap((x) => [rate(x, low(then)), rate(x, high(then))]);
      if (ends.every((r) => compare(r, low(f)) < 0) || ends.every((r) => compare(r, high(f)) > 0))
        report('growth-against-levels', [f, now, then]);
    }
    if (o.measure === 'rank' && o.scenario === 'actual') {
      const own = cells.get(keyOf(o, { measure: 'level' }));
      const parent = areas.get(o.refArea)?.parent;
      if (own === undefined || own === 'blank' || parent === undefined) continue;
      const members = areas.members(parent);
      if (!members.some((a) => a.code === o.refArea)) continue;
      const peers = members.flatMap((a) => {
        const peer = cells.get(keyOf(o, { measure: 'level', refArea: a.code }));
        return peer === undefined || peer === 'blank' ? [] : [peer];
      });
      // What rounds up to 4 is above all that rounds to 3, though their ends meet. Figures that nobody rounded may tie.
      const meets = sign(own.half) === 0 ? -1 : 0;
      const surely = peers.filter((p) => compare(low(p), high(own)) > -1 - meets);
      const possibly = peers.filter((p) => compare(high(p), low(own)) > meets).length;
      const place = Number(o.obsValue?.digits);
      if (
        place < 1 + surely.length ||
        (peers.length === members.length && place > Math.max(1 + surely.length, possibly))
      )
        report('rank-against-levels', [f, own]);
    }
  }
  return broken;
}
