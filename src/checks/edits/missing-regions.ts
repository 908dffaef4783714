import { OBS_STATUSES } from '../../model/observation.js';
import { ACTUAL, LEVEL } from '../columns.js';
import type { Family, Survey } from '../survey.js';

/** A member is missing, not absent by design, where at least this share of the members was delivered. */
const NEARLY_ALL = 0.75;
/** Of members that the project itself expects, this share is enough. */
const EXPECTED = 0.5;
/** Fewer answers than this are no set of peers. */
const ENOUGH = 3;
/** Blank for want of a figure: missing, not reported yet, or nothing said. Others (none, not applicable) are answers. */
const UNANSWERED = new Set([OBS_STATUSES.indexOf('M'), OBS_STATUSES.indexOf('L'), OBS_STATUSES.indexOf('O')]);

/** Tables (one row of each) that the same members are missing from. */
interface Absence {
  readonly names: readonly string[];
  readonly tables: number[];
  readonly required: boolean;
}

/** The members of a family that a table is to hold. */
interface Wanted {
  /** Interned ids, −1 for those never delivered at all; and the names, in the same order. */
  readonly areas: Int32Array;
  readonly names: readonly string[];
  readonly required: boolean;
}

/**
 * Members of a peer set that a return leaves out, and cells left blank, where (nearly) all others have a figure. Members
 * that are missing from the same tables make one finding.
 */
export function checkMissingRegions(survey: Survey, expected: ReadonlySet<string>): void {
  const { slices } = survey;
  const { table } = survey.columns;
  const missing = survey.open({ id: 'region-missing', code: 'region-missing', severity: 'soft', folds: false });
  const required = survey.open({ id: 'region-required', code: 'region-missing', severity: 'hard', folds: false });
  const blank = survey.open({ id: 'figure-blank', code: 'figure-blank', severity: 'soft' });
  const absences = new Map<string, Absence>();
  const families = survey.families.map((family) => wantedOf(survey, family, expected));
  const answers = (cell: number) => slices.hasValue(cell) || !UNANSWERED.has(table.status[slices.rows[cell]!]!);
  for (let slice = 0; slice < slices.size; slice++) {
    if (slices.measure[slice] !== LEVEL || slices.scenario[slice] !== ACTUAL) continue;
    const end = slices.end[slice]!;
    for (const [number, wanted] of families.entries()) {
      const { areas } = wanted;
      let answered = 0;
      let first = -1;
      for (let k = 0; k < areas.length; k++) {
        const cell = slices.cellAt(slice, areas[k]!);
        if (cell < 0 || !answers(cell)) continue;
        answered += 1;
        if (first < 0) first = slices.rows[cell]!;
      }
      if (answered < ENOUGH || answered < areas.length * (wanted.required ? EXPECTED : NEARLY_ALL)) continue;
      for (const tally of [missing, required, blank]) tally.evaluate(end);
      if (answered === areas.length) continue;
      const absent: number[] = [];
      for (const [k, area] of areas.entries()) {
        const cell = slices.cellAt(slice, area);
        const row = slices.rows[cell] ?? -1;
        if (row < 0) absent.push(k);
        else if (!answers(cell))
          blank.violate(end, () => ({ rows: [row], args: { what: survey.describe(row) }, found: '' }));
      }
      if (absent.length === 0) continue;
      const key = `${number} ${absent.join(' ')}`;
      const held = absences.get(key);
      if (held) held.tables.push(first);
      else {
        const names = absent.map((k) => wanted.names[k]!);
        absences.set(key, { names, tables: [first], required: wanted.required });
      }
    }
  }
  for (const { names, tables, required: isRequired } of absences.values())
    (isRequired ? required : missing).violate(table.periodEnd[tables[0]!]!, () => ({
      rows: tables.slice(0, 100),
      args: { missing: names, where: tables.slice(0, 5).map((row) => title(survey, row)), count: tables.length },
      expected: names.join('、'),
    }));
}

/** All members, or those that the project names where it names some of them. */
function wantedOf({ columns }: Survey, { all }: Family, expected: ReadonlySet<string>): Wanted {
  const named = all.filter((a) => expected.has(a.code));
  const wanted = named.length > 0 ? named : all;
  return {
    areas: Int32Array.from(wanted, (a) => columns.table.refAreas.find(a.code)),
    names: wanted.map((a) => a.name),
    required: named.length > 0,
  };
}

const title = (survey: Survey, row: number): string =>
  `${survey.periodName(row)}${survey.indicatorName(survey.columns.table.indicator[row]!)}`;
