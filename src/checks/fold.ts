import type { MessageArgument, Place } from '../model/diagnostic.js';
import { cellAddress } from '../model/observation.js';
import type { ObservationTable } from '../model/observation-table.js';
import type { Finding } from './diagnostics.js';
import { fingerprint } from './fingerprint.js';
import type { Tally, Violation } from './tally.js';

/** Departures in the same way: at least this many in a year, and at least this share of all that the rule looked at. */
const MANY = 5;
const SHARE = 0.5;
/** Cells named by one folded finding. */
const NAMED = 1000;

/** What a rule saw, as findings: one for each broken place, one for a pattern that repeats all over a year. */
export function foldTally(tally: Tally, table: ObservationTable): readonly Finding[] {
  const findings: Finding[] = [];
  const repeated: { readonly year: number; readonly list: readonly Violation[]; readonly evaluated: number }[] = [];
  for (const [year, all] of tally.byYear()) {
    const evaluated = tally.evaluatedIn(year);
    for (const way of new Set(all.map((v) => v.way))) {
      const list = all.filter((v) => v.way === way);
      if (tally.edit.folds !== false && list.length >= MANY && list.length >= evaluated * SHARE)
        repeated.push({ year, list, evaluated });
      else findings.push(...list.map((v) => single(tally, v, table)));
    }
  }
  if (repeated.length > 0) findings.push(folded(tally, repeated, table));
  if (tally.unlisted > 0) findings.push(overflow(tally));
  return findings;
}

function single(tally: Tally, violation: Violation, table: ObservationTable): Finding {
  const { edit } = tally;
  const { rows, args, found, expected, distance } = violation;
  return {
    id: fingerprint(edit.id, rows, table),
    code: edit.code,
    severity: edit.severity,
    verdict: 'violated',
    rule: edit.id,
    place: placeOfRow(rows[0], table),
    args: { ...(edit.label === undefined ? {} : { rule: edit.label }), ...args },
    cells: rows.slice(0, NAMED).map((row) => table.sourceAt(row)),
    ...(found === undefined ? {} : { found }),
    ...(expected === undefined ? {} : { expected }),
    ...(distance === undefined ? {} : { distance }),
  };
}

/** One finding for all: it shows the worst case and names every cell. */
function folded(
  tally: Tally,
  years: readonly { readonly year: number; readonly list: readonly Violation[]; readonly evaluated: number }[],
  table: ObservationTable,
): Finding {
  const all = years.flatMap((y) => y.list).sort((a, b) => (b.weight ?? 0) - (a.weight ?? 0));
  const worst = single(tally, all[0]!, table);
  const rows = all.flatMap((v) => v.rows[0] ?? []);
  const args: Record<string, MessageArgument> = {
    ...worst.args,
    repeated: all.length,
    evaluated: years.reduce((n, y) => n + y.evaluated, 0),
    years: years.map((y) => String(y.year)),
  };
  return {
    ...worst,
    id: fingerprint(tally.edit.id, rows, table, 'repeated'),
    args,
    cells: rows.slice(0, NAMED).map((row) => table.sourceAt(row)),
  };
}

function overflow({ edit, unlisted }: Tally): Finding {
  return {
    id: `${edit.id}+${unlisted}`,
    code: 'more-findings',
    severity: edit.severity,
    verdict: 'violated',
    rule: edit.id,
    place: {},
    args: { rule: edit.label ?? edit.id, count: unlisted },
    cells: [],
  };
}

/** Where a row was read. */
export function placeOfRow(row: number | undefined, table: ObservationTable): Place {
  if (row === undefined) return {};
  const { file, sheet, row: line, column } = table.sourceAt(row);
  return { file, ...(sheet === undefined ? {} : { sheet }), cell: cellAddress(line, column) };
}
