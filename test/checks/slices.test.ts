import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Columns } from '../../src/checks/columns.js';
import { Slices } from '../../src/checks/slices.js';
import { Cube } from '../../src/model/cube.js';
import { ObservationTable } from '../../src/model/observation-table.js';

/** A few crowded series: gaps, blanks, cells delivered twice, plans, units that do not convert; and regions that make slices sparse. */
const observation = fc.record({
  indicator: fc.constantFrom('a', 'b'),
  refArea: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom('x', 'y', 'z') },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 60 }).map((n) => `r${n}`) },
  ),
  year: fc.integer({ min: 2022, max: 2024 }),
  month: fc.integer({ min: 0, max: 11 }),
  months: fc.constantFrom(1, 2, 3, 6, 12, 24),
  scenario: fc.constantFrom('actual' as const, 'plan' as const),
  unit: fc.constantFrom('万件', '亿件', '元'),
  value: fc.option(fc.integer({ min: 0, max: 99 }), { nil: undefined }),
});

describe('slices', () => {
  it('hold the row of each cell that stands (the first figure of a file), its figure, and every repeat', () => {
    fc.assert(
      fc.property(fc.array(observation, { maxLength: 160, size: 'max' }), (list) => {
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
            source: { file: 'a.csv', row: row + 1, column: 1 },
          });
        const cube = new Cube(table);
        const slices = new Slices(new Columns(table), cube);
        const scale: Record<string, number> = { 万件: 1e4, 亿件: 1e8, 元: 1 };
        for (const [row, o] of list.entries()) {
          const slice = slices.find(
            0,
            table.scenario[row]!,
            table.indicator[row]!,
            table.periodEnd[row]!,
            table.periodMonths[row]!,
          );
          const same = (other: (typeof list)[number]) =>
            (['indicator', 'refArea', 'year', 'month', 'months', 'scenario'] as const).every((k) => other[k] === o[k]);
          const figure = list.findIndex((other) => same(other) && other.value !== undefined);
          const stands = figure >= 0 ? figure : list.findLastIndex(same);
          const cell = slices.cellAt(slice, table.refArea[row]!);
          expect(slices.rows[cell]).toBe(stands);
          const { value, unit } = list[stands]!;
          expect(slices.values[cell]).toBe(value === undefined ? Number.NaN : value * scale[unit]!);
        }
        const cells = new Set(list.map((o) => JSON.stringify({ ...o, value: 0, unit: '' })));
        expect(slices.repeats.length / 2).toBe(list.length - cells.size);
        expect([...slices.rows].filter((row) => row >= 0).length).toBe(cells.size);
      }),
    );
  });
});
