import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from '../../src/catalogue/catalogue.js';
import { parseDecimal } from '../../src/model/decimal.js';
import type { ObservedMeasure } from '../../src/model/observation.js';
import { ObservationTable } from '../../src/model/observation-table.js';
import type { RefAreaTable } from '../../src/model/ref-area.js';
import { type TimePeriod, timePeriod } from '../../src/model/time-period.js';

/** Folder of the published tables; absent in a user's checkout. */
export const published = join(import.meta.dirname, '../../../shared/data/postal');
export const hasPublished = existsSync(published);
export const publishedFiles = (): readonly string[] => readdirSync(published).filter((f) => f.endsWith('.csv'));

/** Period of a row: `2024-01..12`, `2024-03`, or the month of a bulletin with what the column accumulates. */
function periodOf(text: string): TimePeriod {
  const [, year = '', from = '', to = from] = /^(\d{4})-(\d{2})(?:\.\.(\d{2}))?$/.exec(text) ?? [];
  return timePeriod(Number(year), Number(from), Number(to === undefined ? from : to));
}

/** Reads published tables without the program's own reader, so that these tests stand alone. */
export function readPublished(
  files: readonly string[],
  catalogue: Catalogue,
  refAreas: RefAreaTable,
  table = new ObservationTable(),
): ObservationTable {
  for (const file of files) {
    const [head = '', ...lines] = readFileSync(join(published, file), 'utf8').trim().split(/\r?\n/);
    const columns = head.split(',');
    lines.forEach((line, index) => {
      const cells = line.split(',');
      const of = (name: string) => cells[columns.indexOf(name)] ?? '';
      const add = (column: string, measure: ObservedMeasure, timePeriodOfCell: TimePeriod, yearToDate: boolean) => {
        const obsValue = parseDecimal(of(column));
        if (!obsValue) return;
        table.add({
          measure,
          indicator: catalogue.named(of('indicator'))?.id ?? of('indicator'),
          refArea: refAreas.named(of('region') || '全国')[0]?.code ?? of('region'),
          timePeriod: timePeriodOfCell,
          accumulation: yearToDate ? 'year-to-date' : 'period',
          scenario: 'actual',
          obsValue,
          unitMeasure: measure === 'level' ? of('unit') : '%',
          obsStatus: 'A',
          source: { file, row: index + 2, column: columns.indexOf(column) + 1 },
        });
      };
      const text = of('period') || of('bulletin');
      const whole = periodOf(text);
      if (columns.includes('value')) {
        add('value', 'level', whole, whole.months > 1);
        add('yoy_published', 'growth', whole, whole.months > 1);
        return;
      }
      const yearToDate = { end: whole.end, months: (whole.end % 12) + 1 };
      add('ytd', 'level', yearToDate, true);
      add('ytd_yoy', 'growth', yearToDate, true);
      add('month', 'level', whole, false);
      add('month_yoy', 'growth', whole, false);
    });
  }
  return table;
}
