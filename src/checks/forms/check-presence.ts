import type { MessageArgument } from '../../model/diagnostic.js';
import type { TimePeriod } from '../../model/time-period.js';
import { formatPeriodInChinese } from '../../model/time-period-text.js';
import { ACTUAL, LEVEL } from '../columns.js';
import type { Finding, FindingCode } from '../diagnostics.js';
import type { Survey } from '../survey.js';
import { type RequiredPeriod, requiredPeriods } from './form-periods.js';
import type { FormScope } from './form-scope.js';

/** What a form requires to be there: indicators, periods, regions. One finding for each table that is not whole. */
export function checkPresence(survey: Survey, scope: FormScope): readonly Finding[] {
  const { table } = survey.columns;
  const files = [...scope.sources].flatMap((on, id) => (on === 1 ? [table.sourceName(id).file] : []));
  const say = (code: FindingCode, args: Record<string, MessageArgument>): Finding => ({
    id: `form:${scope.form.id}:${code}:${JSON.stringify(args)}`.slice(0, 200),
    code,
    severity: 'hard',
    verdict: 'violated',
    rule: `form:${scope.form.id}`,
    place: files[0] === undefined ? {} : { file: files[0] },
    args: { form: scope.title, ...args },
    cells: [],
  });
  const findings: Finding[] = scope.unknown.map((u) => say('form-unknown-name', { ...u }));
  for (const { wanted, id } of scope.indicators) {
    const indicator = table.indicators.find(id);
    const name = survey.catalogue?.get(id)?.name ?? id;
    const delivered = indicator < 0 ? [] : periodsOf(survey, scope, indicator);
    if (!wanted.required) continue;
    if (delivered.length === 0) {
      findings.push(say('form-indicator-missing', { what: name }));
      continue;
    }
    const isStock = survey.indicators[indicator]?.kind === 'stock';
    const { periods, unreadable } = requiredPeriods(scope.content, wanted, isStock, delivered);
    findings.push(...unreadable.map((text) => say('form-unknown-name', { name: text })));
    const required = periods.length > 0 ? periods : distinct(delivered);
    const absent = required.filter((p) => !delivered.some((d) => d.end === p.end && p.runs.includes(d.months)));
    if (absent.length > 0) findings.push(say('form-period-missing', { what: name, missing: absent.map(periodText) }));
    for (const period of required) {
      if (absent.includes(period)) continue;
      const missing = scope.areas.filter((code) => !answered(survey, indicator, code, period));
      if (missing.length > 0)
        findings.push(
          say('form-region-missing', {
            what: `${periodText(period)}${name}`,
            missing: missing.map((code) => survey.refAreas.get(code)?.name ?? code),
          }),
        );
    }
  }
  return findings;
}

/** Periods of an indicator in the form's files. */
function periodsOf(survey: Survey, scope: FormScope, indicator: number): readonly TimePeriod[] {
  const { table } = survey.columns;
  const seen = new Map<number, TimePeriod>();
  for (const row of survey.rowsOf(indicator))
    if (scope.sources[table.source[row]!] === 1 && table.measure[row] === LEVEL && table.scenario[row] === ACTUAL)
      seen.set(table.periodEnd[row]! * 64 + table.periodMonths[row]!, table.periodAt(row));
  return [...seen.values()];
}

const distinct = (periods: readonly TimePeriod[]): readonly RequiredPeriod[] =>
  periods.map((p) => ({ end: p.end, runs: [p.months], all: true }));

/** Whether the runs of months that a period asks for are there, with a figure or with a reason for none. */
function answered(
  { columns, slices }: Survey,
  indicator: number,
  code: string,
  { end, runs, all }: RequiredPeriod,
): boolean {
  const { table } = columns;
  const area = table.refAreas.find(code);
  const has = (months: number) => {
    const cell = slices.cellAt(slices.find(LEVEL, ACTUAL, indicator, end, months), area);
    const row = slices.rows[cell] ?? -1;
    return row >= 0 && (columns.hasValue(row) || 'KNSC'.includes(table.statusAt(row)));
  };
  return all ? runs.every(has) : runs.some(has);
}

const periodText = ({ end, runs }: RequiredPeriod): string => formatPeriodInChinese({ end, months: runs[0] ?? 1 });
