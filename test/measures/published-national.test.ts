import { describe, expect, it } from 'vitest';
import type { At } from '../../src/measures/query.js';
import type { ObservationTable } from '../../src/model/observation-table.js';
import { month, yearToDate } from '../../src/model/time-period.js';
import { hasPublished } from '../checks/published-tables.js';
import { ask, contextOf, linesOf, nationalTable, text } from './published-data.js';

describe.skipIf(!hasPublished)(
  'the national table of 2024, month by month (from ../shared, skipped where it is not)',
  () => {
    const months = Array.from({ length: 11 }, (_, i) => i + 2);
    const halfOf = (unit: string) => (unit.startsWith('亿') ? 0.05 : 0.05 / 10_000);
    const inYi = (line: Record<string, string>, column: string) =>
      Number(line[column]) / (line['unit']!.startsWith('万') && line['unit'] !== '万元' ? 10_000 : 1);

    it('the month is the difference of the year-to-dates: 75 of 99 to the decimal, the other 24 by rounding', async () => {
      const monthOnly = (row: number, o: ObservationTable) =>
        o.measureAt(row) === 'level' && o.periodMonths[row] === 1 && o.periodEnd[row]! % 12 > 0;
      const derived = await contextOf(['national-2024.csv'], (row, o) => !monthOnly(row, o));
      const lines = linesOf('national-2024.csv');
      const tally = { same: 0, rounding: 0, beyond: 0 };
      for (const m of months)
        for (const line of lines.filter((l) => l['bulletin'] === `2024-${String(m).padStart(2, '0')}`)) {
          const before = lines.find(
            (l) => l['indicator'] === line['indicator'] && l['bulletin'] === `2024-${String(m - 1).padStart(2, '0')}`,
          );
          if (!before) continue;
          const indicator = derived.catalogue.named(line['indicator']!)!.id;
          const figure = ask({ kind: 'level', indicator, refArea: '000000', timePeriod: month(2024, m) }, derived);
          expect(figure.derivation.notes.map((n) => n.code)).toEqual(['differenced']);
          const earlier = before[m === 2 ? 'month' : 'ytd']!;
          const byHand = inYi(line, 'ytd') - inYi({ ...before, value: earlier }, 'value');
          expect(Number(text(figure, 6)) / (line['unit'] === '万件' ? 10_000 : 1)).toBeCloseTo(byHand, 8);
          const most = 2 * halfOf(line['unit']!) + halfOf(before['unit']!);
          if (text(figure) === line['month']) tally.same++;
          else if (Math.abs(byHand - inYi(line, 'month')) <= most + 1e-9) tally.rounding++;
          else tally.beyond++;
        }
      expect(tally).toEqual({ same: 75, rounding: 24, beyond: 0 });
    });

    it('the parts make up their totals within half a unit each', async () => {
      const national = await nationalTable();
      for (const [whole, ...parts] of [
        ['express-volume', 'express-volume-same-city', 'express-volume-intercity', 'express-volume-international'],
        ['delivery-volume', 'express-volume', 'universal-service-volume'],
      ] as const)
        for (const period of [1, ...months].flatMap((m) => [month(2024, m), yearToDate(2024, m)])) {
          const cell = (indicator: string): At => ({ indicator, refArea: '000000', timePeriod: period });
          const sum = ask({ kind: 'total', of: parts.map(cell) }, national);
          const total = ask({ kind: 'level', ...cell(whole!) }, national);
          const off = Math.abs(Number(text(sum, 4)) - Number(text(total, 4)));
          expect(off).toBeLessThanOrEqual(0.05 * (parts.length + 1) + 1e-9);
        }
    });
  },
);
