import { formatDecimal } from '../../model/decimal.js';
import { LEVEL } from '../columns.js';
import type { Survey } from '../survey.js';
import type { Violation } from '../tally.js';

/** A level of a flow, a stock or a score below zero, where the catalogue does not say that it may be. */
export function checkNegativeLevels(survey: Survey): void {
  const { slices, indicators } = survey;
  const tally = survey.open({ id: 'negative-level', code: 'negative-level', severity: 'hard' });
  for (let slice = 0; slice < slices.size; slice++) {
    const indicator = indicators[slices.indicator[slice]!];
    if (slices.measure[slice] !== LEVEL || !indicator || indicator.signed) continue;
    if (indicator.kind === 'rate' || indicator.kind === 'index') continue;
    const end = slices.end[slice]!;
    let evaluated = 0;
    for (let cell = slices.start[slice]!; cell < slices.start[slice + 1]!; cell++) {
      if (slices.hasValue(cell)) evaluated += 1;
      if (slices.values[cell]! < 0) tally.violate(end, () => describe(survey, slices.rows[cell]!));
    }
    tally.evaluate(end, evaluated);
  }
}

function describe(survey: Survey, row: number): Violation {
  const { table } = survey.columns;
  const value = table.valueAt(row);
  const found = value ? formatDecimal(value) : '';
  const args = { what: survey.describe(row), found, unit: table.units.text(table.unit[row]!) };
  return { rows: [row], args, found, expected: '≥ 0', distance: found.replace('-', '') };
}
