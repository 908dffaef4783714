import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseRegions } from '../../src/catalogue/regions.js';
import type { Observation, ObservedMeasure } from '../../src/model/observation.js';
import { ObservationTable } from '../../src/model/observation-table.js';
import { type TimePeriod, timePeriod } from '../../src/model/time-period.js';

export const refAreas = parseRegions(
  readFileSync(join(import.meta.dirname, '../../src/catalogue/regions.csv'), 'utf8'),
);
export const PROVINCE = '130000';
export const CITIES = refAreas.members(PROVINCE).map((a) => a.code);

const SEGMENTS = ['express-volume-same-city', 'express-volume-intercity', 'express-volume-international'] as const;
const WHOLE = 'express-volume';

/** An invented return: a plain number generator with a seed (mulberry32). */
export function random(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Half up, on whole numbers. */
const roundHalfUp = (value: number, unit: number): number => Math.floor((2 * value + unit) / (2 * unit));

const rounded = (num: number, den: number): number => {
  const magnitude = Math.floor((2 * Math.abs(num) + den) / (2 * den));
  return num < 0 ? -magnitude : magnitude;
};

/**
 * A clean return of one province and its cities, two years, month and year-to-date, with published growth and ranks: true
 * figures in pieces, each rounded on its own, so that every sum is off by whatever rounding does.
 *
 * @param place pieces to one unit of the last decimal: 100 is 万件 with two decimals.
 */
export function cleanReturn(seed: number, place = 100): Observation[] {
  const next = random(seed);
  const list: Observation[] = [];
  const decimals = 4 - Math.log10(place);
  const add = (
    measure: ObservedMeasure,
    indicator: string,
    refArea: string,
    timePeriod_: TimePeriod,
    digits: number,
  ) => {
    const level = measure === 'level';
    list.push({
      measure,
      indicator,
      refArea,
      timePeriod: timePeriod_,
      accumulation: timePeriod_.months > 1 ? 'year-to-date' : 'period',
      scenario: 'actual',
      obsValue: { digits: BigInt(digits), decimals: level ? decimals : measure === 'rank' ? 0 : 1 },
      unitMeasure: level ? '万件' : measure === 'rank' ? '位' : '%',
      obsStatus: 'A',
      source: { file: 'return.csv', row: list.length + 2, column: 5 },
    });
  };
  const month = new Map<string, number>();
  const of = (indicator: string, area: string, year: number, m: number) =>
    month.get(`${indicator} ${area} ${year} ${m}`) ?? 0;
  const put = (indicator: string, area: string, year: number, m: number, value: number) =>
    month.set(`${indicator} ${area} ${year} ${m}`, of(indicator, area, year, m) + value);
  for (const city of CITIES)
    for (const segment of SEGMENTS) {
      const size = 2_000_000 + next() * 30_000_000;
      for (const year of [2023, 2024])
        for (let m = 1; m <= 12; m++) {
          const growth = year === 2024 ? 1.02 + 0.3 * next() : 1;
          const base = year === 2024 ? of(segment, city, 2023, m) : size * (0.8 + 0.4 * next());
          const value = Math.round(base * growth);
          for (const area of [city, PROVINCE])
            for (const indicator of [segment, WHOLE]) put(indicator, area, year, m, value);
        }
    }
  for (const year of [2023, 2024])
    for (let m = 1; m <= 12; m++)
      for (const period of m === 1 ? [timePeriod(year, 1, 1)] : [timePeriod(year, m, m), timePeriod(year, 1, m)])
        for (const indicator of [WHOLE, ...SEGMENTS]) {
          const total = (area: string, y: number) => {
            let sum = 0;
            for (let k = m - period.months + 1; k <= m; k++) sum += of(indicator, area, y, k);
            return sum;
          };
          for (const area of [PROVINCE, ...CITIES]) {
            const value = total(area, year);
            add('level', indicator, area, period, roundHalfUp(value, place));
            if (year === 2023) continue;
            add('growth', indicator, area, period, rounded(1000 * (value - total(area, 2023)), total(area, 2023)));
            if (area !== PROVINCE)
              add('rank', indicator, area, period, 1 + CITIES.filter((c) => total(c, year) > value).length);
          }
        }
  return list;
}

export function tableOf(observations: readonly Observation[]): ObservationTable {
  const table = new ObservationTable();
  for (const o of observations) table.add(o);
  return table;
}
