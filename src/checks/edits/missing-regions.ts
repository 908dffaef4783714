import { OBS_STATUSES } from '../../model/observation.js';
import type { PeerGroup, PeerGroups } from '../peer-groups.js';
import type { Survey } from '../survey.js';

/** A member is missing, not absent by design, where at least this share of the members was delivered. */
const NEARLY_ALL = 0.75;
/** Blank for want of a figure: missing, or not reported yet. Others (none, not applicable) are answers. */
const UNANSWERED = new Set([OBS_STATUSES.indexOf('M'), OBS_STATUSES.indexOf('L')]);

/**
 * Members of a peer set that a return leaves out, and cells left blank, where (nearly) all others have a figure. Members
 * that are missing from the same tables make one finding.
 */
export function checkMissingRegions(survey: Survey, groups: PeerGroups, expected: ReadonlySet<string>): void {
  const { columns } = survey;
  const { table } = columns;
  const missing = survey.open({ id: 'region-missing', code: 'region-missing', severity: 'soft', folds: false });
  const required = survey.open({ id: 'region-required', code: 'region-missing', severity: 'hard', folds: false });
  const blank = survey.open({ id: 'figure-blank', code: 'figure-blank', severity: 'soft' });
  const absences = new Map<
    string,
    { readonly names: readonly string[]; readonly groups: PeerGroup[]; hard: boolean }
  >();
  for (const group of groups) {
    const parent = survey.parents[group.parent] ?? '';
    const own = survey.membersOf(parent)?.all ?? [];
    const isExpected = expected.size > 0 && own.some((a) => expected.has(a.code));
    const wanted = isExpected ? own.filter((a) => expected.has(a.code)) : own;
    const given = new Set<string>();
    const empty: number[] = [];
    for (const row of group.rows) {
      if (columns.hasValue(row) || !UNANSWERED.has(table.status[row]!))
        given.add(table.refAreas.text(table.refArea[row]!));
      else empty.push(row);
    }
    const answered = wanted.filter((a) => given.has(a.code)).length;
    if (answered < 3 || answered < wanted.length * (isExpected ? 0.5 : NEARLY_ALL)) continue;
    missing.evaluate(group.end);
    required.evaluate(group.end);
    blank.evaluate(group.end);
    for (const row of empty)
      blank.violate(group.end, () => ({ rows: [row], args: { what: survey.describe(row) }, found: '' }));
    const blanks = new Set(empty.map((row) => table.refAreas.text(table.refArea[row]!)));
    const absent = wanted.filter((a) => !given.has(a.code) && !blanks.has(a.code));
    if (absent.length === 0) continue;
    const key = absent.map((a) => a.code).join(' ');
    const held = absences.get(key);
    if (held) held.groups.push(group);
    else absences.set(key, { names: absent.map((a) => a.name), groups: [group], hard: isExpected });
  }
  for (const { names, groups: where, hard } of absences.values()) {
    const [first] = where as [PeerGroup];
    const tally = hard ? required : missing;
    tally.violate(first.end, () => ({
      rows: where.slice(0, 100).map((g) => g.rows[0]!),
      args: { missing: names, where: where.slice(0, 5).map((g) => title(survey, g)), count: where.length },
      expected: names.join('、'),
    }));
  }
}

const title = (survey: Survey, { rows, indicator }: PeerGroup): string =>
  `${survey.periodName(rows[0]!)}${survey.indicatorName(indicator)}`;
