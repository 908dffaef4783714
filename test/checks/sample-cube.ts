import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCatalogueText } from '../../src/catalogue/load-catalogue.js';
import { Cube } from '../../src/model/cube.js';
import { parseDecimal } from '../../src/model/decimal.js';
import type { ObservedMeasure } from '../../src/model/observation.js';
import { ObservationTable } from '../../src/model/observation-table.js';
import { parseTimePeriod } from '../../src/model/time-period-text.js';
import { refAreas } from './clean-return.js';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => {
  const loaded = parseCatalogueText(readFileSync(join(root, path), 'utf8'), path);
  if (loaded.kind === 'invalid') throw new Error(JSON.stringify(loaded.problems));
  return loaded.catalogue;
};
export const postal = read('src/catalogue/postal.yaml');
export const tourism = read('fixtures/catalogues/commerce-tourism.yaml');

/**
 * A cube from lines of `地区 时期 指标 数值单位 [measure] [file]`, as a person would note them down: 河北省 2024年 快递业务量
 * 95.4亿件; … is not reported yet, — is none. The row of a cell is the number of its line.
 */
export function cubeOf(lines: string, catalogue = postal): Cube {
  const table = new ObservationTable();
  for (const [index, line] of lines.trim().split('\n').entries()) {
    const [area = '', period = '', indicator = '', figure = '', measure = 'level', file = 'a.csv'] = line
      .trim()
      .split(/\s+/);
    const [, number = '', unit = ''] = /^(-?[\d.]+|…|—)(.*)$/u.exec(figure) ?? [];
    const timePeriod = parseTimePeriod(period);
    if (!timePeriod) throw new Error(`no period: ${line}`);
    table.add({
      measure: measure as ObservedMeasure,
      indicator: catalogue.named(indicator)?.id ?? indicator,
      refArea: refAreas.named(area)[0]?.code ?? area,
      timePeriod,
      accumulation: timePeriod.months > 1 ? 'year-to-date' : 'period',
      scenario: 'actual',
      obsValue: parseDecimal(number),
      unitMeasure: unit,
      obsStatus: number === '…' ? 'L' : number === '—' ? 'N' : 'A',
      source: { file, row: index + 1, column: 4 },
    });
  }
  return new Cube(table);
}
