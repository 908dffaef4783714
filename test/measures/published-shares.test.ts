import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { groupArea, type MeasureOptions } from '../../src/measures/context.js';
import type { At, Query } from '../../src/measures/query.js';
import { Cube } from '../../src/model/cube.js';
import { ObservationTable } from '../../src/model/observation-table.js';
import { type TimePeriod, yearToDate } from '../../src/model/time-period.js';
import { hasPublished, published } from '../checks/published-tables.js';
import { ask, growthOf, nationalTable, options, quarterTables, tenths, text } from './published-data.js';

describe.skipIf(!hasPublished)(
  'the shares that the bulletins of 2024 print (from ../shared, skipped where it is not)',
  () => {
    const TYPES = ['express-volume-same-city', 'express-volume-intercity', 'express-volume-international'];
    const REGIONS = ['东部', '中部', '西部'];
    const bulletins = () =>
      readFileSync(join(published, 'shares-2024.md'), 'utf8')
        .split(/^## /m)
        .filter((section) => /^2024-\d\d/.test(section))
        .map((section) => ({
          to: Number(section.slice(5, 7)),
          triple: (name: string) =>
            (new RegExp(`- ${name}: ([^;\n]*)`).exec(section)?.[1] ?? '')
              .replaceAll(/≈0[^/]*/g, '0.0 ')
              .split('/')
              .map((t) => t.trim().replace('+', '')),
        }));

    const typeShare = (indicator: string, timePeriod: TimePeriod): Query => ({
      kind: 'share',
      part: { indicator, refArea: '000000', timePeriod },
      whole: { indicator: 'express-volume', refArea: '000000', timePeriod },
    });
    const regionShare = (indicator: string, group: string, timePeriod: TimePeriod): Query => ({
      kind: 'share',
      part: { indicator, refArea: groupArea(group), timePeriod },
      whole: { indicator, refArea: '000000', timePeriod },
    });

    /** Printed shares beside the figures for them: by type of every month, by region of the quarters whose table we have. */
    async function pairs(shares: MeasureOptions['shares']) {
      const national = { ...(await nationalTable()), options: { ...options, shares } };
      const regional = { ...(await quarterTables()), options: { ...options, shares } };
      return bulletins().flatMap(({ to, triple }) => {
        const period = yearToDate(2024, to);
        const byType = triple('volume share by type').map((share, i) => ({
          coarse: false,
          share,
          figure: ask(typeShare(TYPES[i]!, period), national),
        }));
        if (to % 3 !== 0) return byType;
        const byRegion = (['volume', 'revenue'] as const).flatMap((what) =>
          triple(`${what} share by region`).map((share, i) => ({
            coarse: to > 8,
            share,
            figure: ask(regionShare(`express-${what}`, REGIONS[i]!, period), regional),
          })),
        );
        return [...byType, ...byRegion];
      });
    }

    it('48 of 48 by largest remainder, 44 by ordinary rounding, where the tables are in 万', async () => {
      const [adjusted, plain] = [await pairs('sum-to-100'), await pairs('as-rounded')];
      const fine = (all: typeof plain) => all.filter((p) => !p.coarse);
      const right = (all: typeof plain) => all.filter((p) => text(p.figure) === p.share).length;
      expect([fine(plain).length, right(fine(adjusted)), right(fine(plain))]).toEqual([48, 48, 44]);
    });

    it('the other 12, from provinces in 亿 at one decimal: 10 are the decimal, all are what those decimals or the sum allow', async () => {
      const coarse = (await pairs('as-rounded')).filter((p) => p.coarse);
      const adjusted = (await pairs('sum-to-100')).filter((p) => p.coarse);
      expect(coarse.filter((p) => text(p.figure) === p.share)).toHaveLength(10);
      const explained = coarse.map(({ figure, share }, i) => {
        const { low, high } = figure.interval!;
        const inside =
          Number(low.num) / Number(low.den) <= Number(share) + 0.05 &&
          Number(high.num) / Number(high.den) >= Number(share) - 0.05;
        return inside ? 'rounding' : text(adjusted[i]!.figure) === share ? 'sum' : 'nothing';
      });
      const count = (why: string) => explained.filter((e) => e === why).length;
      expect([count('rounding'), count('sum'), count('nothing')]).toEqual([11, 1, 0]);
    });

    it('the changes by type, on bases that the published growth implies: 23 of 36 to the decimal, all within 0.1', async () => {
      const national = await nationalTable();
      const { observations: given } = national.cube;
      const differences: number[] = [];
      for (const { to, triple } of bulletins()) {
        const table = new ObservationTable();
        for (const indicator of ['express-volume', ...TYPES]) {
          const cell: At = { indicator, refArea: '000000', timePeriod: yearToDate(2024, to) };
          const now = given.at(national.cube.find(cell));
          const [level, rate] = [ask({ kind: 'level', ...cell }, national), ask(growthOf(cell), national)];
          const base = Number(level.derivation.formula) / (1 + Number(rate.derivation.formula) / 100);
          table.add(now);
          const obsValue = { digits: BigInt(Math.round(base * 1e6)), decimals: 6 };
          table.add({ ...now, timePeriod: yearToDate(2023, to), obsValue });
        }
        for (const [i, share] of triple('change of volume share by type').entries()) {
          const [of, from] = [typeShare(TYPES[i]!, yearToDate(2024, to)), typeShare(TYPES[i]!, yearToDate(2023, to))];
          const changes = (['as-rounded', 'sum-to-100'] as const).map((shares) =>
            text(
              ask(
                { kind: 'rate-difference', of, from },
                { ...national, cube: new Cube(table), options: { ...options, shares } },
              ),
            ),
          );
          expect(changes[0]).toBe(changes[1]);
          differences.push(Math.abs(tenths(changes[0]!) - tenths(share)));
        }
      }
      expect([0, 1, 2].map((d) => differences.filter((x) => x === d).length)).toEqual([23, 13, 0]);
    });
  },
);
