import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Columns } from '../../src/checks/columns.js';
import { linkSeries } from '../../src/checks/series-links.js';
import { Cube } from '../../src/model/cube.js';
import { ObservationTable } from '../../src/model/observation-table.js';

/** A few crowded series: gaps, blanks, cells delivered twice, plans, units that do not convert. */
const observation = fc.record({
  indicator: fc.constantFrom('a', 'b'),
  refArea: fc.constantFrom('x', 'y', 'z'),
  year: fc.integer({ min: 2022, max: 2024 }),
  month: fc.integer({ min: 0, max: 11 }),
  months: fc.constantFrom(1, 2, 3, 6, 12, 24),
  scenario: fc.constantFrom('actual' as const, 'plan' as const),
  unit: fc.constantFrom('万件', '亿件', '元'),
  value: fc.option(fc.integer({ min: 0, max: 99 }), { nil: undefined }),
});

describe('neighbours in time', () => {
  it('are those that the cube finds', () => {
    fc.assert(
      fc.property(fc.array(observation, { maxLength: 120 }), (list) => {
        const table = new ObservationTable();
        for (const [row, o] of list.entries())
          table.add({
            measure: 'level',
            indicator: o.indicator,
            refArea: o.refArea,
            timePeriod: { end: o.year * 12 + o.month, months: o.months },
            accumulation: 'period',
            scenario: o.scenario,
            obsValue: o.value === undefined ? undefined : { digits: BigInt(o.value), decimals: 0 },
            unitMeasure: o.unit,
            obsStatus: 'A',
            source: { file: 'a.csv', row, column: 1 },
          });
        const columns = new Columns(new Cube(table));
        const links = linkSeries(columns);
        for (const row of list.keys()) {
          const [end, months] = [table.periodEnd[row]!, table.periodMonths[row]!];
          if (!columns.hasValue(row) || !columns.isLatest(row) || months > 12) continue;
          const yearToDate = months > 1 && months === (end % 12) + 1;
          expect(links.lastYear[row]).toBe(columns.levelAt(row, end - 12, months));
          expect(links.preceding[row]).toBe(
            yearToDate ? columns.levelAt(row, end - 1, months - 1) : columns.levelAt(row, end - months, months),
          );
          expect(links.ownMonth[row]).toBe(months > 1 ? columns.levelAt(row, end, 1) : -1);
        }
      }),
    );
  });
});
