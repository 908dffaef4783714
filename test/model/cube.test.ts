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

/** The same, each from a file of its own, so that a later one is a later delivery. */
const deliveries = (observations: readonly Observation[]): Cube =>
  cubeOf(observations.map((o, i) => ({ ...o, source: { ...o.source, file: `${i}.csv` } })));

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

  it('knows the cell of every figure, however the cells follow each other', () => {
    const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 1, max: 4 })), { maxLength: 60 });
    fc.assert(
      fc.property(steps, fc.nat(60), fc.nat(60), (list, cut, times) => {
        let row = 1;
        const cells = list.map(([down, column]) => {
          row += down;
          return { row, column };
        });
        const table = new ObservationTable();
        const put = (cell: { row: number; column: number }) =>
          table.add(observation({ source: { file: 'a.csv', ...cell } }));
        for (const cell of cells) put(cell);
        const mark = table.mark();
        for (const cell of cells.slice(0, times)) put(cell);
        table.rewind(mark);
        const more = cells.slice(cut);
        for (const cell of more) put(cell);
        const found = [...table].map(({ source }) => ({ row: source.row, column: source.column }));
        expect(found).toEqual([...cells, ...more]);
      }),
    );
  });

  it('forgets what came after a mark: rows, names and sources', () => {
    const table = new ObservationTable();
    table.add(observation({}));
    const mark = table.mark();
    const large = { digits: 10n ** 30n, decimals: 0 };
    table.add(
      observation({
        indicator: 'other',
        refArea: '140000',
        unitMeasure: '亿件',
        obsValue: large,
        source: { file: 'b.csv', row: 9, column: 9 },
      }),
    );
    table.rewind(mark);
    expect([...table]).toEqual([observation({})]);
    expect([table.indicators.find('other'), table.refAreas.find('140000'), table.units.find('亿件')]).toEqual([
      -1, -1, -1,
    ]);
    expect(table.sourceCount).toBe(1);
    table.add(observation({ refArea: '150000', obsValue: undefined, obsStatus: 'M' }));
    expect(table.at(1).refArea).toBe('150000');
    expect(table.valueAt(1)).toBeUndefined();
  });

  it('keeps what it holds when room is made for more', () => {
    const table = new ObservationTable();
    table.add(observation({}));
    table.reserve(100_000);
    expect([...table]).toEqual([observation({})]);
    expect(table.scaled.length).toBeGreaterThanOrEqual(100_001);
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
    const cube = deliveries(['1', '2', '3'].map((v) => observation({ obsValue: parseDecimal(v) })));
    const latest = cube.find({ indicator: 'volume', refArea: '130000', timePeriod: year(2024) });
    expect([latest, cube.earlier(latest), cube.earlier(1), cube.earlier(0)]).toEqual([2, 1, 0, -1]);
  });

  it('lets the first of the figures stand that one file gives of a cell; a blank yields', () => {
    const table = new ObservationTable();
    const give = (value: string | undefined, file: string) =>
      table.add(
        observation({
          obsValue: value === undefined ? undefined : parseDecimal(value),
          source: { file, row: 2, column: 3 },
        }),
      );
    const [, , first, second, third, fourth] = [
      give('1', 'a.csv'),
      give('2', 'a.csv'),
      give(undefined, 'b.csv'),
      give('3', 'b.csv'),
      give('4', 'b.csv'),
      give(undefined, 'b.csv'),
    ];
    const cube = new Cube(table);
    expect(cube.find({ indicator: 'volume', refArea: '130000', timePeriod: year(2024) })).toBe(second);
    expect([1, first, second, third, fourth].map((row) => cube.earlier(row!))).toEqual([0, 0, first, second, second]);
  });

  it('says −1 for what was never delivered', () => {
    const cube = cubeOf([observation({})]);
    expect(cube.find({ indicator: 'volume', refArea: '130000', timePeriod: year(2023) })).toBe(-1);
    expect(cube.find({ indicator: 'other', refArea: '130000', timePeriod: year(2024) })).toBe(-1);
    expect(cubeOf([]).find({ indicator: 'volume', refArea: '130000', timePeriod: year(2024) })).toBe(-1);
  });

  it('finds cells that lie far apart, and those of a block, alike', () => {
    for (const areas of [40, 20_000]) {
      const table = new ObservationTable();
      for (let area = 0; area < areas; area++) table.refAreas.intern(`${area}`);
      const cells = Array.from({ length: 3000 }, (_, i) => ({
        refArea: `${(i * 7919) % areas}`,
        timePeriod: month(2000 + (i % 20), (i % 12) + 1),
      }));
      for (const [i, cell] of cells.entries())
        table.add(observation({ ...cell, source: { file: `${i}.csv`, row: 2, column: 3 } }));
      const cube = new Cube(table);
      const key = (c: (typeof cells)[number]) => `${c.refArea} ${c.timePeriod.end}`;
      const last = new Map<string, number>();
      cells.forEach((cell, row) => {
        expect(cube.earlier(row)).toBe(last.get(key(cell)) ?? -1);
        last.set(key(cell), row);
      });
      for (const cell of cells) {
        const row = last.get(key(cell))!;
        expect(cube.find({ ...cell, indicator: 'volume' })).toBe(row);
        expect(cube.rowIn(cube.sliceOf[row]!, table.refArea[row]!)).toBe(row);
      }
      expect(cube.find({ indicator: 'volume', refArea: '1', timePeriod: year(1990) })).toBe(-1);
      expect(cube.rowIn(cube.sliceOf[0]!, areas)).toBe(-1);
      const everywhere = Int32Array.from({ length: 40 }, (_, area) => area);
      const rows = new Int32Array(40);
      for (let slice = -1; slice < cube.slices.length; slice++) {
        cube.rowsIn(slice, everywhere, 40, rows);
        expect([...rows]).toEqual(Array.from(everywhere, (area) => cube.rowIn(slice, area)));
      }
    }
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
        const cube = deliveries(
          cells.map(({ end, months, ...c }) => observation({ ...c, timePeriod: { end, months } })),
        );
        for (const c of cells) expect(cube.find({ ...c, timePeriod: c })).toBe(last.get(key(c)));
        for (let row = 0; row < cells.length; row++) {
          const before = cells.findLastIndex((c, i) => i < row && key(c) === key(cells[row]!));
          expect(cube.earlier(row)).toBe(before);
        }
      }),
    );
  });
});
