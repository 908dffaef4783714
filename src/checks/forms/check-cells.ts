import type { FormIndicator } from '../../catalogue/form-content.js';
import { formatDecimal, parseDecimal, toRational, trimZeros } from '../../model/decimal.js';
import { compare, multiply, powerOfTen, type Rational } from '../../model/rational.js';
import { parseUnit } from '../../model/unit.js';
import { LEVEL } from '../columns.js';
import type { FindingCode } from '../diagnostics.js';
import type { Survey } from '../survey.js';
import type { FormScope } from './form-scope.js';

/** What a form says of single figures: unit, decimals, whole numbers, code list, range. */
export function checkFormCells(survey: Survey, scope: FormScope): void {
  const { columns } = survey;
  const { table } = columns;
  const open = (name: string, code: FindingCode) =>
    survey.open({ id: `form:${scope.form.id}:${name}`, code, severity: 'hard' });
  const units = open('unit', 'form-unit');
  const decimals = open('decimals', 'form-decimals');
  const wholes = open('whole', 'form-not-whole');
  const lists = open('codes', 'form-not-in-code-list');
  const ranges = open('range', 'form-out-of-range');
  for (const { wanted, id } of scope.indicators) {
    const number = table.indicators.find(id);
    if (number < 0) continue;
    const unit = parseUnit(wanted.unit ?? survey.catalogue?.get(id)?.unit ?? '');
    const codes = codeListOf(wanted);
    const [low, high] = [bound(wanted.min), bound(wanted.max)];
    for (const row of survey.rowsOf(number)) {
      if (scope.sources[table.source[row]!] === 0 || table.measure[row] !== LEVEL || !columns.hasValue(row)) continue;
      const end = table.periodEnd[row]!;
      const value = table.valueAt(row)!;
      const found = formatDecimal(value);
      const given = table.units.text(table.unit[row]!);
      const args = { what: survey.describe(row), form: scope.title, found, unit: given };
      if (wanted.unit !== undefined) {
        units.evaluate(end);
        const { text } = columns.unitOf(row) ?? {};
        if (text !== unit?.text)
          units.violate(end, () => ({ rows: [row], args: { ...args, found: given, expected: wanted.unit ?? '' } }));
      }
      if (wanted.decimals !== undefined) {
        decimals.evaluate(end);
        const count = value.decimals;
        if (count > wanted.decimals)
          decimals.violate(end, () => ({
            rows: [row],
            args: { ...args, count, expected: wanted.decimals ?? 0 },
            found,
          }));
      }
      if (wanted.type === 'whole') {
        wholes.evaluate(end);
        if (trimZeros(value).decimals > 0) wholes.violate(end, () => ({ rows: [row], args, found }));
      }
      if (codes) {
        lists.evaluate(end);
        if (!codes.values.some((code) => compare(code, toRational(value)) === 0))
          lists.violate(end, () => ({ rows: [row], args: { ...args, expected: codes.texts }, found }));
      }
      if (!low && !high) continue;
      ranges.evaluate(end);
      const exact = columns.exactValue(row);
      const scale = powerOfTen((unit ?? columns.unitOf(row))?.exponent ?? 0);
      const outside = (b: Rational | undefined, sign: number) => b && compare(exact, multiply(b, scale)) === sign;
      if (outside(low, -1) || outside(high, 1))
        ranges.violate(end, () => ({ rows: [row], args: { ...args, expected: rangeText(wanted, unit?.text) }, found }));
    }
  }
}

/** The codes of an indicator as numbers, and as people read them. */
function codeListOf({ codes }: FormIndicator) {
  if (codes === undefined) return undefined;
  const named = Array.isArray(codes) ? codes.map((code) => [String(code), ''] as const) : Object.entries(codes);
  return {
    values: named.flatMap(([code]) => bound(code) ?? []),
    texts: named.map(([code, name]) => (name === '' ? code : `${code} ${name}`)),
  };
}

function bound(value: number | string | undefined): Rational | undefined {
  const decimal = value === undefined ? undefined : parseDecimal(String(value));
  return decimal && toRational(decimal);
}

const rangeText = ({ min, max }: FormIndicator, unit = ''): string =>
  [...(min === undefined ? [] : [`≥ ${min}${unit}`]), ...(max === undefined ? [] : [`≤ ${max}${unit}`])].join(' ');
