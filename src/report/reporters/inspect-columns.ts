import type { ReturnReading, TableReading } from '../../ingest/reading.js';
import { columnLetters } from '../../model/observation.js';
import { formatPeriodInChinese, formatTimePeriod } from '../../model/time-period-text.js';
import { speak } from '../messages/speak.js';
import type { InspectContext } from './inspect-json.js';

const COLUMNS_SHOWN = 12;
/** Figures of a table that are looked at: its first rows hold every column. */
const SAMPLE = 4000;

interface Said {
  readonly refArea: string;
  readonly indicator: string;
  readonly period: string;
  readonly measure: string;
  readonly scenario: string;
  readonly unit: string;
}
/** What all figures of a column share; a field that differs between them is absent. */
type Shared = { -readonly [K in keyof Said]?: Said[K] };

function sharedByColumn({ table }: ReturnReading, { from, to }: TableReading['observations'], lang: string) {
  const columns = new Map<number, Shared>();
  for (let row = from; row < Math.min(to, from + SAMPLE); row++) {
    const o = table.at(row);
    const period = lang === 'zh' ? formatPeriodInChinese(o.timePeriod) : formatTimePeriod(o.timePeriod, o.accumulation);
    const { refArea, indicator, measure, scenario, unitMeasure: unit } = o;
    const said: Said = { refArea, indicator, period, measure, scenario, unit };
    const shared = columns.get(o.source.column);
    if (shared === undefined) columns.set(o.source.column, { ...said });
    else for (const key of Object.keys(said) as (keyof Said)[]) if (shared[key] !== said[key]) delete shared[key];
  }
  return columns;
}

/** One line a column of figures: what they are, as far as not the rows say it. */
export function columnLines(reading: ReturnReading, table: TableReading, context: InspectContext): string[] {
  if (table.layout === 'tidy') return [];
  const { lang, catalogue, refAreas } = context;
  const word = (code: string) => speak({ code, args: {} }, lang);
  const columns = [...sharedByColumn(reading, table.observations, lang)].sort(([a], [b]) => a - b);
  const lines = columns
    .slice(0, COLUMNS_SHOWN)
    .map(([column, { refArea, indicator, period, measure, scenario, unit }]) => {
      const what = [
        refArea !== undefined && !table.rows.includes('region') ? (refAreas.get(refArea)?.name ?? refArea) : '',
        indicator !== undefined && !table.rows.includes('indicator')
          ? (catalogue?.get(indicator)?.name ?? indicator)
          : '',
        period !== undefined && !table.rows.includes('period') ? period : '',
        measure !== undefined && measure !== 'level' ? word(`observed-${measure}`) : '',
        scenario === 'plan' ? word('observed-plan') : '',
        unit ?? '',
      ].filter((text) => text !== '');
      return speak({ code: 'inspect-column', args: { column: columnLetters(column), what: what.join(' ') } }, lang);
    });
  const more = columns.length - lines.length;
  return more > 0 ? [...lines, speak({ code: 'inspect-more-columns', args: { count: more } }, lang)] : lines;
}
