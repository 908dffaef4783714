import type { Place } from '../../model/diagnostic.js';
import type { PeriodPhrase } from '../../model/time-period-text.js';
import { parseUnit } from '../../model/unit.js';
import type { Findings } from '../diagnostics.js';
import type { ContextPiece } from './context.js';

/** Whether two periods cannot both be meant: another year, or other months where both name months. */
function differ(a: PeriodPhrase, b: PeriodPhrase): boolean {
  if (a.year !== undefined && b.year !== undefined && a.year !== b.year) return true;
  return !a.wholeYear && !b.wholeYear && a.to !== b.to;
}

/** Reports where title, sheet name and file name contradict each other on the period: the nearest was taken. */
export function reportPeriods(pieces: readonly ContextPiece[], place: Place, findings: Findings): void {
  const dated = pieces.filter((p) => p.period !== undefined);
  const [nearest] = dated;
  const other = dated.find(
    (p) => p.source !== nearest?.source && nearest?.period && p.period && differ(p.period, nearest.period),
  );
  if (nearest && other)
    findings.add('context-contradiction', place, {
      outer: other.text.trim(),
      inner: nearest.text.trim(),
      what: '时期 period',
    });
}

/** Reports a unit in the name of a file or sheet that the figures are not in: the name says 万元, the table 亿元. */
export function reportUnits(
  pieces: readonly ContextPiece[],
  used: ReadonlySet<string>,
  place: Place,
  findings: Findings,
): void {
  for (const piece of pieces) {
    if (piece.source !== 'file-name' && piece.source !== 'sheet-name') continue;
    for (const text of piece.units) {
      const unit = parseUnit(text);
      const same = [...used].map(parseUnit).filter((u) => u !== undefined && u.base === unit?.base);
      const [first] = same;
      if (first && unit && same.every((u) => u?.exponent !== unit.exponent))
        findings.add('context-contradiction', place, {
          outer: piece.text,
          inner: first.text,
          what: `单位 unit ${text}`,
        });
    }
  }
}
