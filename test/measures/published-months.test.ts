import { describe, expect, it } from 'vitest';
import { month } from '../../src/model/time-period.js';
import { hasPublished } from '../checks/published-tables.js';
import { ask, contextOf, linesOf, tenths, text } from './published-data.js';

describe.skipIf(!hasPublished)(
  'the express volume of the nation since 2023, month by month (from ../shared, skipped where it is not)',
  () => {
    it('8 of 32 months differ by 0.1 from the difference of their year-to-dates: three roundings may make up 0.15', async () => {
      const file = 'national-express-monthly.csv';
      const derived = await contextOf([file], (row, o) => o.periodMonths[row] !== 1 || o.periodEnd[row]! % 12 === 0);
      const given = new Map(linesOf(file).map((line) => [line['period']!, line['value']!]));
      const differences: number[] = [];
      for (const [period, published] of given) {
        const [, year, m] = /^(\d{4})-(\d{2})$/.exec(period) ?? [];
        const before = `${year}-01..${String(Number(m) - 1).padStart(2, '0')}`;
        if (year === undefined || !given.has(`${year}-01..${m}`) || !given.has(before)) continue;
        const cell = { indicator: 'express-volume', refArea: '000000', timePeriod: month(Number(year), Number(m)) };
        const figure = ask({ kind: 'level', ...cell }, derived);
        expect(figure.derivation.notes.map((n) => n.code)).toEqual(['differenced']);
        expect(tenths(text(figure))).toBe(tenths(given.get(`${year}-01..${m}`)!) - tenths(given.get(before)!));
        differences.push(Math.abs(tenths(text(figure)) - tenths(published)));
      }
      expect([0, 1].map((d) => differences.filter((x) => x === d).length)).toEqual([24, 8]);
      expect(differences).toHaveLength(32);
    });
  },
);
