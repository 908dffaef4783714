import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Cube } from '../../src/model/cube.js';
import { parseDecimal } from '../../src/model/decimal.js';
import { MEASURES, type Observation, SCENARIOS } from '../../src/model/observation.js';
import { ObservationTable } from '../../src/model/observation-table.js';
import { month, year, yearToDate } from '../../src/model/time-period.js';

const observation = (some: Partial<Observation>): Observation => ({
  measure: 'level',
  indicator: 'volume',
  refArea: '130000',
  timePeriod: year(2024),
  accumulation: 'period',
  scenario: 'actual',
  obsValue: parseDecimal('1.0'),
  unitMeasure: '万件',
  obsStatus: 'A',
  source: { file: 'a.csv', row: 2, column: 3 },
  ...some,
});

function cubeOf(observations: readonly Observation[]): Cube {
  const table = new ObservationTable();
  for (const o of observations) table.add(o);
  return new Cube(table);
}

describe('a table of observations', () => {
  it('gives back what was put in, over its growth', () => {
    const given = Array.from({ length: 3000 }, (_, i) =>
      observation({
        refArea: `${i}`,
        obsValue: i % 7 === 0 ? undefined : { digits: BigInt(i * 31 - 40_000), decimals: i % 5 },
        obsStatus: i % 7 === 0 ? 'L' : 'A',
        unitMeasure: `单位${i % 40}`,
        timePeriod: month(2000 + (i % 20), (i % 12) + 1),
        source: { file: `f${i % 3}`, ...(i % 2 === 0 ? { sheet: '表' } : {}), row: i + 1, column: 70 },
      }),
    );
    expect([...cubeOf(given).observations]).toEqual(given);
  });

  it('keeps integers beyond 2^53 exactly', () => {
    for (const digits of [9007199254740991n, 9007199254740993n, -9007199254740993n, 10n ** 60n]) {
      const cube = cubeOf([observation({ obsValue: { digits, decimals: 2 } })]);
      expect(cube.observations.valueAt(0)).toEqual({ digits, decimals: 2 });
    }
  });

  it('refuses to number more units than it can', () => {
    const table = new ObservationTable();
    expect(() => {
      for (let i = 0; i <= 65_536; i++) table.add(observation({ unitMeasure: `u${i}` }));
    }).toThrow(RangeError);
  });
});

describe('the cube', () => {
  it('keeps measures, scenarios, regions, indicators and periods apart', () => {
    const cells = MEASURES.flatMap((measure) =>
      SCENARIOS.flatMap((scenario) =>
        ['volume', 'revenue'].flatMap((indicator) =>
          ['130000', '140000'].flatMap((refArea) =>
            [year(2024), month(2024, 12), yearToDate(2024, 11), year(2023)].map((timePeriod) => ({
              measure,
              scenario,
              indicator,
              refArea,
              timePeriod,
            })),
          ),
        ),
      ),
    );
    const cube = cubeOf(cells.map((c) => observation(c)));
    cells.forEach((cell, row) => {
      expect(cube.find(cell)).toBe(row);
      expect(cube.earlier(row)).toBe(-1);
    });
  });

  it('finds the latest delivery first and walks back through the earlier ones', () => {
    const cube = cubeOf(['1', '2', '3'].map((v) => observation({ obsValue: parseDecimal(v) })));
    const latest = cube.find({ indicator: 'volume', refArea: '130000', timePeriod: year(2024) });
    expect([latest, cube.earlier(latest), cube.earlier(1), cube.earlier(0)]).toEqual([2, 1, 0, -1]);
  });

  it('says −1 for what was never delivered', () => {
    const cube = cubeOf([observation({})]);
    expect(cube.find({ indicator: 'volume', refArea: '130000', timePeriod: year(2023) })).toBe(-1);
    expect(cube.find({ indicator: 'other', refArea: '130000', timePeriod: year(2024) })).toBe(-1);
    expect(cubeOf([]).find({ indicator: 'volume', refArea: '130000', timePeriod: year(2024) })).toBe(-1);
  });

  it('agrees with a map of texts', () => {
    const cell = fc.record({
      refArea: fc.constantFrom('a', 'b', 'c', 'd'),
      indicator: fc.constantFrom('x', 'y'),
      end: fc.integer({ min: 24_288, max: 24_300 }),
      months: fc.integer({ min: 1, max: 12 }),
    });
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 200 }), (cells) => {
        const key = (c: (typeof cells)[number]) => JSON.stringify(c);
        const last = new Map(cells.map((c, row) => [key(c), row]));
        const cube = cubeOf(cells.map(({ end, months, ...c }) => observation({ ...c, timePeriod: { end, months } })));
        for (const c of cells) expect(cube.find({ ...c, timePeriod: c })).toBe(last.get(key(c)));
        for (let row = 0; row < cells.length; row++) {
          const before = cells.findLastIndex((c, i) => i < row && key(c) === key(cells[row]!));
          expect(cube.earlier(row)).toBe(before);
        }
      }),
    );
  });
});
