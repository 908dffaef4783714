import { formatDecimal } from '../../model/decimal.js';
import { NOT_REPORTED_YET } from '../../model/observation.js';
import { absolute, add, compare, subtract } from '../../model/rational.js';
import type { Columns } from '../columns.js';
import { formatIn } from '../figure-text.js';
import type { Survey } from '../survey.js';
import type { Violation } from '../tally.js';

/**
 * One cell delivered more than once: in one file with different figures (hard) or the same (soft); in two files with
 * different figures it is a revision; a mark (…, —) behind a figure takes it back. Two roundings of one figure (1320.7亿件 and 13207193.6万件) do not differ.
 */
export function checkDuplicates(survey: Survey): void {
  const { columns, slices } = survey;
  const { table } = columns;
  const conflict = survey.open({ id: 'duplicate', code: 'duplicate-conflict', severity: 'hard', folds: false });
  const equal = survey.open({ id: 'duplicate-equal', code: 'duplicate-equal', severity: 'soft' });
  const revision = survey.open({ id: 'delivered-again', code: 'delivered-again', severity: 'info' });
  const withdrawn = survey.open({ id: 'figure-withdrawn', code: 'figure-withdrawn', severity: 'soft' });
  for (let k = 0; k < slices.repeats.length; k += 2) {
    const [row, before] = [slices.repeats[k]!, slices.repeats[k + 1]!];
    const end = table.periodEnd[row]!;
    const sameFile = fileOf(columns, row) === fileOf(columns, before);
    // The month of January and its year-to-date are one cell, and so are 一季度 and 1—3月.
    const twoNames = table.yearToDate[row] !== table.yearToDate[before];
    const agree = consistent(columns, row, before);
    if (!sameFile && columns.hasValue(before) && isMark(columns, row)) {
      withdrawn.evaluate(end);
      withdrawn.violate(end, () => describe(survey, row, before));
      continue;
    }
    const tally = sameFile ? (agree ? equal : conflict) : revision;
    if (tally === equal && twoNames) continue;
    tally.evaluate(end);
    if (tally === revision && agree) continue;
    tally.violate(end, () => describe(survey, row, before));
  }
}

const fileOf = ({ table }: Columns, row: number): string => table.sourceName(table.source[row]!).file;

/** A mark that says what became of a figure (…, —, -), unlike a blank. */
const isMark = (columns: Columns, row: number): boolean =>
  !columns.hasValue(row) && !NOT_REPORTED_YET.has(columns.table.status[row]!);

/** Whether one true figure can stand behind both. Two blanks agree; a blank and a figure do not contradict each other. */
function consistent(columns: Columns, a: number, b: number): boolean {
  const { table } = columns;
  if (table.scaled[a] === table.scaled[b] && table.decimals[a] === table.decimals[b] && table.unit[a] === table.unit[b])
    return true;
  if (!columns.hasValue(a) || !columns.hasValue(b)) return true;
  if (!columns.alike(a, b)) return false;
  // 12.30 and 12.3 of one column are one figure; 12.34 and 12.3 of two tables may be.
  const apart = absolute(subtract(columns.exactValue(a), columns.exactValue(b)));
  return compare(apart, add(columns.exactHalf(a), columns.exactHalf(b))) <= 0;
}

function describe(survey: Survey, row: number, before: number): Violation {
  const { columns } = survey;
  const { table } = columns;
  const text = (at: number) => {
    const value = table.valueAt(at);
    return value ? formatDecimal(value) : '';
  };
  const comparable = columns.hasValue(row) && columns.hasValue(before) && columns.alike(row, before);
  const apart = comparable ? absolute(subtract(columns.exactValue(row), columns.exactValue(before))) : undefined;
  const distance = apart && formatIn(apart, columns.unitOf(row));
  return {
    rows: [row, before],
    args: {
      what: survey.describe(row),
      found: `${text(row)}${table.units.text(table.unit[row]!)}`,
      expected: `${text(before)}${table.units.text(table.unit[before]!)}`,
      unit: table.units.text(table.unit[row]!),
    },
    found: text(row),
    expected: text(before),
    ...(distance === undefined ? {} : { distance }),
  };
}
