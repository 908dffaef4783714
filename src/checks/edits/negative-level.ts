import { formatDecimal } from '../../model/decimal.js';
import { LEVEL } from '../columns.js';
import type { Survey } from '../survey.js';

/** A level of a flow, a stock or a score below zero, where the catalogue does not say that it may be. */
export function checkNegativeLevels(survey: Survey): void {
  const { columns, indicators } = survey;
  const { table } = columns;
  const tally = survey.open({ id: 'negative-level', code: 'negative-level', severity: 'hard' });
  const bound = Uint8Array.from(indicators, (i) => (i && !i.signed && i.kind !== 'rate' && i.kind !== 'index' ? 1 : 0));
  for (let row = 0; row < table.length; row++) {
    if (table.measure[row] !== LEVEL || bound[table.indicator[row]!] === 0) continue;
    tally.evaluate(table.periodEnd[row]!);
    if (!(table.scaled[row]! < 0)) continue;
    tally.violate(table.periodEnd[row]!, () => {
      const value = table.valueAt(row);
      const found = value ? formatDecimal(value) : '';
      const args = { what: survey.describe(row), found, unit: table.units.text(table.unit[row]!) };
      return { rows: [row], args, found, expected: '≥ 0', distance: found.replace('-', '') };
    });
  }
}
