import { parseCatalogue } from '../../src/catalogue/load-catalogue.js';
import type { MeasureContext, MeasureOptions } from '../../src/measures/context.js';
import { evaluate } from '../../src/measures/evaluate.js';
import type { At, PeerGroup, Query } from '../../src/measures/query.js';
import { Cube } from '../../src/model/cube.js';
import { formatDecimal, parseDecimal, trimZeros } from '../../src/model/decimal.js';
import { type Figure, isFigure, type NoFigure } from '../../src/model/figure.js';
import type { ObservedMeasure, ObsStatus, Scenario } from '../../src/model/observation.js';
import { ObservationTable } from '../../src/model/observation-table.js';
import { type RefArea, RefAreaTable } from '../../src/model/ref-area.js';
import { round } from '../../src/model/rounding.js';
import { parseTimePeriod } from '../../src/model/time-period-text.js';

const indicator = (id: string, kind: string, more: object = {}) => ({ id, name: id, unit: '件', kind, ...more });

const loaded = parseCatalogue({
  id: 'test',
  name: 'test',
  indicators: [
    indicator('volume', 'flow', { growth: 'published' }),
    indicator('near', 'flow'),
    indicator('far', 'flow'),
    indicator('abroad', 'flow'),
    indicator('revenue', 'flow', { unit: '元' }),
    indicator('profit', 'flow', { unit: '元', signed: true }),
    indicator('constant-price', 'flow', { unit: '元', priceBases: [2021] }),
    indicator('outlets', 'stock', { unit: '个' }),
    indicator('population', 'stock', { unit: '人' }),
    indicator('on-time', 'rate', { unit: '%' }),
    indicator('complaints', 'rate', { better: 'lower' }),
    indicator('concentration', 'index', { unit: '点' }),
    indicator('secret', 'flow', { confidential: true }),
  ],
  partitions: [{ whole: 'volume', by: 'type', parts: ['near', 'far', 'abroad'] }],
});
if (loaded.kind === 'invalid') throw new Error(JSON.stringify(loaded.problems));
const { catalogue } = loaded;

const area = (code: string, name: string, parent: string | undefined, level: string): RefArea => ({
  code,
  name,
  shortName: name,
  aliases: [],
  parent,
  level,
});
export const refAreas = new RefAreaTable([
  area('000000', '全国', undefined, 'country'),
  area('10', '甲省', '000000', 'province'),
  ...['子', '丑', '寅', '卯'].map((name, i) => area(`1${i + 1}`, `${name}市`, '10', 'prefecture')),
  area('19', '新区', '10', 'new-area'),
]);
export const CITIES: PeerGroup = { name: '甲省', codes: ['11', '12', '13', '14'] };

const DECIMALS: Record<string, number> = { '%': 1, 百分点: 1, 位: 0, 元: 2, 亿元: 2 };
export const options: MeasureOptions = {
  rounding: 'half-up',
  ties: 'as-delivered',
  incompletePeers: 'withhold',
  shares: 'as-rounded',
  difference: 'published',
  decimals: (unit) => DECIMALS[unit] ?? 2,
};

const STATUS: Record<string, ObsStatus> = { E: 'E', P: 'P', M: 'M', L: 'L', O: 'O', C: 'C' };

/**
 * A table written as people would jot it down, a cell a line: `indicator area period value [unit] [measure|plan|E|P|M|C]…`.
 * A value of `—` is a blank cell. A line that ends with `again` is of a later file.
 */
export function dataOf(text: string, changed: Partial<MeasureOptions> = {}): MeasureContext {
  const table = new ObservationTable();
  for (const [i, line] of text.trim().split('\n').entries()) {
    const [id = '', refArea = '', period = '', value = '', unitMeasure = '件', ...marks] = line.trim().split(/\s+/);
    const again = marks.at(-1) === 'again';
    if (again) marks.pop();
    const file = again ? 'later.csv' : 'table.csv';
    const scenario: Scenario = marks.includes('plan') ? 'plan' : 'actual';
    table.add({
      measure: (marks.find((m) => m !== 'plan' && STATUS[m] === undefined) ?? 'level') as ObservedMeasure,
      indicator: id,
      refArea,
      timePeriod: parseTimePeriod(period)!,
      accumulation: 'period',
      scenario,
      obsValue: value === '—' ? undefined : parseDecimal(value)!,
      unitMeasure,
      obsStatus: marks.map((m) => STATUS[m]).find((s) => s !== undefined) ?? (value === '—' ? 'M' : 'A'),
      source: { file, row: i + 2, column: 4 },
    });
  }
  return {
    cube: new Cube(table),
    catalogue,
    refAreas,
    groups: { 东: ['11', '12'], 西: ['13', '14'], 半: ['11'] },
    options: { ...options, ...changed },
  };
}

/** `volume 11 2024-01..09` as a cell to look at. */
export function at(text: string): At {
  const [id = '', refArea = '', period = ''] = text.split(' ');
  return { indicator: id, refArea, timePeriod: parseTimePeriod(period)! };
}

/** The figure rounded with its unit ("12.5 %"), or the reason why there is none. */
export function answer(query: Query, context: MeasureContext, decimals = 4): string {
  const found = evaluate(query, context);
  return isFigure(found) ? shown(found, decimals) : found.reason;
}

const shown = (figure: Figure, decimals: number): string =>
  `${formatDecimal(trimZeros(round(figure.value, decimals)))} ${figure.unit}`;

export function figureOf(query: Query, context: MeasureContext): Figure {
  const found = evaluate(query, context);
  if (!isFigure(found)) throw new Error(`no figure: ${found.reason} ${JSON.stringify(found.args)}`);
  return found;
}

export function refusalOf(query: Query, context: MeasureContext): NoFigure {
  const found = evaluate(query, context);
  if (isFigure(found)) throw new Error(`a figure: ${found.derivation.formula}`);
  return found;
}

export const notesOf = (query: Query, context: MeasureContext): readonly string[] =>
  figureOf(query, context).derivation.notes.map((n) => n.code);
