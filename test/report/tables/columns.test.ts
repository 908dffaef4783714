import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FRAME_MEASURES } from '../../../src/measures/columns/frame-measures.js';
import { ASK } from '../../../src/measures/columns/number-column.js';
import type { MeasureContext, MeasureOptions } from '../../../src/measures/context.js';
import type { AnalysisColumnName } from '../../../src/report/tables/analysis-columns.js';
import { analysisCsv } from '../../../src/report/tables/analysis-csv.js';
import { analysisJson, JSON_COLUMNS } from '../../../src/report/tables/analysis-json.js';
import { AnalysisRows, type AnalysisTableSpec } from '../../../src/report/tables/analysis-rows.js';
import { analysisTable } from '../../../src/report/tables/analysis-table.js';
import { formatCsvTable } from '../../../src/report/tables/format-csv.js';
import { formatMarkdownTable } from '../../../src/report/tables/format-markdown.js';
import { CITIES, dataOf } from '../../measures/data.js';

const INDICATORS = [
  'volume',
  'revenue',
  'profit',
  'constant-price',
  'outlets',
  'on-time',
  'complaints',
  'secret',
  '外来指标',
];
const AREAS = ['10', '11', '12', '13', '14', '19', '别处'];
const PERIODS = ['2022', '2023', '2024', '2023-03', '2024-03', '2024-02', '2023-01..03', '2024-01..03', '2024-01..02'];

const value = fc.oneof(
  // Few numbers, so that ties and exact halves of the last decimal are frequent.
  fc.constantFrom('0', '0.0', '2000', '2001', '2002', '1999', '-5', '8', '80.00', '7.9', '12.5', '12.50', '—'),
  fc.tuple(fc.integer({ min: -300, max: 100_000 }), fc.nat(3)).map(([n, d]) => decimal(n, d)),
  fc.constantFrom('9007199254740993', '90071992547409.91', '123456789012345678.9', '0.00000000000001'),
);
const decimal = (n: number, d: number): string => {
  const digits = String(Math.abs(n)).padStart(d + 1, '0');
  return (n < 0 ? '-' : '') + (d === 0 ? digits : `${digits.slice(0, -d)}.${digits.slice(-d)}`);
};
const unit = fc.oneof(
  { arbitrary: fc.constant('件'), weight: 8 },
  { arbitrary: fc.constantFrom('万件', '亿件', '元'), weight: 1 },
);
const level = fc
  .tuple(fc.constantFrom(...INDICATORS), fc.constantFrom(...AREAS), fc.constantFrom(...PERIODS), value, unit)
  .map((cells) => cells.join(' '));
const status = fc
  .tuple(level, fc.constantFrom('', '', '', '', 'E', 'P', 'L', 'O', 'M', 'C', 'plan', 'base'))
  .map((c) => c.join(' '));
const other = fc
  .tuple(
    fc.constantFrom('volume', 'revenue', 'outlets'),
    fc.constantFrom(...AREAS),
    fc.constantFrom(...PERIODS),
    fc.constantFrom('3.0', '-2.5', '0.05', '0.15', '3', '—'),
    fc.constantFrom('% growth', '% growth', '% growth P', '% growth C', '位 rank', '位 growth-rank'),
  )
  .map((cells) => cells.join(' '));
/** Plain tables, so that most groups are whole, with something odd here and there. */
const plain = fc
  .tuple(fc.constantFrom(...INDICATORS), fc.array(value, { minLength: 12, maxLength: 12 }))
  .map(([id, values]) =>
    ['11', '12', '13', '14'].flatMap((area, i) =>
      ['2022', '2023', '2024'].map((period, j) => `${id} ${area} ${period} ${values[3 * i + j]} 件`),
    ),
  );
const table = fc
  .tuple(
    fc.array(plain, { maxLength: 3 }),
    fc.array(fc.oneof({ arbitrary: status, weight: 4 }, { arbitrary: other, weight: 1 }), {
      minLength: 1,
      maxLength: 25,
    }),
  )
  .map(([whole, odd]) => [...whole.flat(), ...odd].join('\n'));
const options: fc.Arbitrary<Partial<MeasureOptions>> = fc.record({
  ties: fc.constantFrom('as-delivered', 'as-displayed'),
  incompletePeers: fc.constantFrom('withhold', 'rank'),
  rounding: fc.constantFrom('half-up', 'half-even'),
  decimals: fc.constantFrom(0, 1, 2).map((n) => (u: string) => (u === '%' ? n : 2)),
});

const COLUMNS = ['code', ...FRAME_MEASURES, 'last-year', 'increase'] as const satisfies readonly AnalysisColumnName[];

/** The same rows with every cell answered by `evaluate`. */
function asked(spec: AnalysisTableSpec): AnalysisRows {
  const rows = new AnalysisRows(spec);
  const { measures } = rows;
  const load = measures.load.bind(measures);
  measures.load = (frame) => {
    load(frame);
    for (const name of FRAME_MEASURES) measures.column(name).fill(ASK, measures.levels.count);
  };
  return rows;
}

const csvOf = (rows: AnalysisRows) => {
  const decoder = new TextDecoder();
  return Array.from(analysisCsv(rows, 'zh'), (chunk) => decoder.decode(chunk, { stream: true })).join('');
};
const jsonOf = (rows: AnalysisRows) => [...analysisJson(rows, 'level')].join('');
const markdownOf = (rows: AnalysisRows) => formatMarkdownTable(analysisTable(rows, 'zh'));

const specOf = (context: MeasureContext, more: Partial<AnalysisTableSpec> = {}): AnalysisTableSpec => ({
  context,
  peers: undefined,
  selection: {},
  columns: COLUMNS,
  remarks: false,
  ...more,
});

describe('a table of growth and rank', () => {
  it.each([
    ['csv', csvOf, {}],
    ['json', jsonOf, { columns: JSON_COLUMNS }],
    ['markdown with its notes', markdownOf, { remarks: true }],
  ] as const)('as %s says of every cell what evaluate says', (_, format, more) => {
    let plainCells = 0;
    fc.assert(
      fc.property(
        table,
        options,
        fc.constantFrom(undefined, CITIES, { name: '两市', codes: ['11', '19', '13'] }),
        fc.constantFrom(undefined, 'level' as const, 'growth' as const),
        (text, changed, peers, rankedBy) => {
          const spec = specOf(dataOf(text, changed), { ...more, peers, rankedBy });
          const rows = new AnalysisRows(spec);
          for (const { measures } of rows.frames())
            for (const name of FRAME_MEASURES) {
              const { kind } = measures.column(name);
              plainCells += kind.subarray(0, measures.levels.count).filter((k) => k !== ASK).length;
            }
          expect(format(new AnalysisRows(spec))).toBe(format(asked(spec)));
        },
      ),
      { numRuns: 120 },
    );
    expect(plainCells).toBeGreaterThan(4000);
  });

  it('as csv is what the table of the same rows is as csv', () => {
    fc.assert(
      fc.property(table, (text) => {
        const spec = specOf(dataOf(text));
        expect(csvOf(new AnalysisRows(spec))).toBe(formatCsvTable(analysisTable(new AnalysisRows(spec), 'zh')));
      }),
      { numRuns: 50 },
    );
  });
});
