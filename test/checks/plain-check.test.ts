import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCatalogueText } from '../../src/catalogue/load-catalogue.js';
import { parseRegions } from '../../src/catalogue/regions.js';
import { examine } from '../../src/checks/check.js';
import { breachesOf } from '../../src/checks/exchange.js';
import { Cube } from '../../src/model/cube.js';
import type { Observation, ObservedMeasure } from '../../src/model/observation.js';
import { type TimePeriod, timePeriod } from '../../src/model/time-period.js';
import { random, tableOf } from './clean-return.js';
import { plainCheck } from './plain-check.js';

const refAreas = parseRegions(`code,name,parent,level
100000,甲省,,province
200000,乙省,,province
100100,甲一市,100000,prefecture
100200,甲二市,100000,prefecture
100300,甲三市,100000,prefecture
100900,甲新区,100000,new-area
200100,乙一市,200000,prefecture
200200,乙二市,200000,prefecture`);
const loaded = parseCatalogueText(
  `id: t
name: 试
indicators:
  - { id: whole, name: 总量, unit: 件, kind: flow }
  - { id: one, name: 甲量, unit: 件, kind: flow }
  - { id: two, name: 乙量, unit: 件, kind: flow }
  - { id: some, name: 丙量, unit: 件, kind: flow }
  - { id: profit, name: 利润, unit: 件, kind: flow, signed: true }
  - { id: stock, name: 存量, unit: 件, kind: stock }
partitions:
  - { whole: whole, by: 类, parts: [one, two] }
  - { whole: whole, by: 重点, parts: [some, profit], exhaustive: false }
`,
  't.yaml',
);
if (loaded.kind === 'invalid') throw new Error(JSON.stringify(loaded.problems));
const { catalogue } = loaded;

const INDICATORS = ['whole', 'one', 'two', 'some', 'profit', 'stock'] as const;
const CITIES = ['100100', '100200', '100300', '100900', '200100', '200200'];
const above = (city: string) => [city, `${city.slice(0, 3)}000`, '000000'];
const UNITS = { 件: 0, 百件: 2, 万件: 4 } as const;

/** A return that almost adds up, in a few units and decimals: near every bound, on both sides of it. */
function almostClean(seed: number): Observation[] {
  const next = random(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  const [noise, kept] = [pick([0, 0.02, 0.1, 0.4]), pick([1, 0.9, 0.6])];
  const month = new Map<string, number>();
  const put = (area: string, indicator: string, m: number, value: number) => {
    const key = `${area} ${indicator} ${m}`;
    month.set(key, (month.get(key) ?? 0) + value);
  };
  for (const city of CITIES)
    for (let m = 0; m < 24; m++)
      for (const indicator of ['one', 'two', 'some', 'profit', 'stock']) {
        const value = Math.round((indicator === 'profit' ? next() - 0.5 : next()) * 30_000);
        for (const area of above(city)) {
          put(area, indicator, m, value);
          if (indicator === 'one' || indicator === 'two') put(area, 'whole', m, value);
        }
      }
  const list: Observation[] = [];
  const add = (
    measure: ObservedMeasure,
    indicator: string,
    refArea: string,
    period: TimePeriod,
    unit: string,
    digits: number,
    decimals: number,
  ) => {
    if (next() > kept) return;
    list.push({
      measure,
      indicator,
      refArea,
      timePeriod: period,
      accumulation: 'period',
      scenario: next() < 0.02 ? 'plan' : 'actual',
      obsValue: next() < 0.02 ? undefined : { digits: BigInt(digits), decimals },
      unitMeasure: unit,
      obsStatus: 'A',
      source: { file: next() < 0.9 ? 'a.csv' : 'b.csv', row: list.length + 2, column: 5 },
    });
  };
  for (const area of ['000000', '100000', '200000', ...CITIES])
    for (const indicator of INDICATORS)
      for (const year of [2023, 2024])
        for (const [from, to] of [
          [1, 1],
          [2, 2],
          [3, 3],
          [4, 4],
          [5, 5],
          [6, 6],
          [1, 2],
          [1, 3],
          [4, 6],
          [1, 6],
          [1, 12],
          [7, 12],
        ] as const) {
          if (indicator === 'stock' && from !== to) continue;
          const total = (y: number) => {
            let value = 0;
            for (let m = from; m <= to; m++) value += month.get(`${area} ${indicator} ${(y - 2023) * 12 + m - 1}`) ?? 0;
            return value;
          };
          const period = timePeriod(year, from, to);
          const [unit, exponent] = pick(Object.entries(UNITS));
          const decimals = Math.min(pick([0, 1, 2]), exponent);
          const step = 10 ** (exponent - decimals);
          const off = next() < noise ? pick([-3, -1, 1, 2, 4]) : 0;
          add('level', indicator, area, period, unit, Math.round(total(year) / step) + off, decimals);
          if (year === 2023) continue;
          const [now, then] = [total(2024), total(2023)];
          if (then > 0 && next() < 0.8)
            add(
              'growth',
              indicator,
              area,
              period,
              '%',
              Math.round((now / then - 1) * 1000) + (next() < noise ? pick([-5000, -9, -1, 1, 9, 5000]) : 0),
              1,
            );
          if (next() < 0.2) add('base', indicator, area, period, unit, Math.round(then / step) + off, decimals);
          if (next() < 0.2) add('rank', indicator, area, period, '位', pick([1, 2, 3]), 0);
        }
  return list;
}

/** Edits that the plain check knows. */
const KNOWN = new Set([
  'negative-level',
  'parts-differ-from-total',
  'part-exceeds-whole',
  'whole-growth-outside-parts',
  'year-to-date-falls',
  'periods-differ-from-total',
  'regions-differ-from-total',
  'regions-below-total',
  'base-against-last-year',
  'growth-against-levels',
  'rank-against-levels',
]);

describe('the edit rules over slices', () => {
  it('find exactly what the plain check finds', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 - 1 }), (seed) => {
        const list = almostClean(seed);
        const { survey } = examine(new Cube(tableOf(list)), { catalogue, refAreas });
        const found = breachesOf(survey)
          .filter(({ tally }) => KNOWN.has(tally.edit.code))
          .map(({ tally, violation }) => `${tally.edit.code} ${violation.rows.join(' ')}`);
        const expected = plainCheck(list, catalogue, refAreas);
        expect(new Set(found)).toEqual(expected);
        for (const line of expected) seen.set(line.split(' ')[0]!, (seen.get(line.split(' ')[0]!) ?? 0) + 1);
      }),
      { numRuns: 40 },
    );
    // The data must have tried every rule.
    expect([...KNOWN].filter((code) => !seen.has(code))).toEqual([]);
  });
});
