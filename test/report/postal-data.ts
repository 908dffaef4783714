import type { MeasureOptions } from '../../src/measures/context.js';
import { Cube } from '../../src/model/cube.js';
import { parseDecimal } from '../../src/model/decimal.js';
import { ObservationTable } from '../../src/model/observation-table.js';
import { month, type TimePeriod, year, yearToDate } from '../../src/model/time-period.js';
import type { ReportContext } from '../../src/report/report-context.js';
import { areas, handan } from '../claims/reading.js';

export const CITIES = areas.members('130000').map((a) => a.code);
export const INDICATORS = [
  ['express-volume', '万件'],
  ['express-volume-same-city', '万件'],
  ['express-volume-intercity', '万件'],
  ['express-volume-international', '万件'],
  ['express-revenue', '万元'],
  ['industry-revenue', '万元'],
] as const;
export const PERIODS: readonly TimePeriod[] = [
  year(2019),
  year(2018),
  month(2019, 9),
  month(2018, 9),
  yearToDate(2019, 9),
  yearToDate(2018, 9),
];

const DECIMALS: Record<string, number> = { 亿元: 2, 万元: 2, 亿件: 2, 万件: 2, 元: 2, '%': 1, 百分点: 1, 位: 0, 倍: 2 };
export const options: MeasureOptions = {
  rounding: 'half-up',
  ties: 'as-delivered',
  incompletePeers: 'withhold',
  shares: 'as-rounded',
  difference: 'published',
  decimals: (unit) => DECIMALS[unit] ?? 2,
};

/** A report on Handan whose returns hold what `given` says for every city, the province and every period. Invented. */
export function reportOn(
  given: (indicator: number, area: number, period: number) => string,
  changed: Partial<MeasureOptions> = {},
  periods: readonly TimePeriod[] = PERIODS,
): ReportContext {
  const table = new ObservationTable();
  for (const [i, [indicator, unitMeasure]] of INDICATORS.entries())
    for (const [a, refArea] of [...CITIES, '130000', '000000'].entries())
      for (const [p, timePeriod] of periods.entries())
        table.add({
          measure: 'level',
          indicator,
          refArea,
          timePeriod,
          accumulation: 'period',
          scenario: 'actual',
          obsValue: parseDecimal(given(i, a, p)),
          unitMeasure,
          obsStatus: 'A',
          source: { file: 'returns.csv', row: table.length + 2, column: 5 },
        });
  const measures = {
    cube: new Cube(table),
    catalogue: handan.dictionary.vocabulary.catalogue,
    refAreas: areas,
    groups: handan.dictionary.vocabulary.groups,
    options: { ...options, ...changed },
  };
  return {
    reading: handan,
    measures,
    wording: { rounding: 'half-up', decimals: options.decimals, trimZeros: false, keepWords: false },
    names: {},
    facts: [],
  };
}
