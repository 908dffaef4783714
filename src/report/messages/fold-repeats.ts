import type { Diagnostic } from '../../model/diagnostic.js';

/** How many findings of one kind in one file are told one by one. */
const SHOWN = 3;

/** Findings of one kind and one file beyond the first few: how many, in the place of the first of them. */
export interface Repeats {
  readonly code: string;
  readonly file: string;
  readonly count: number;
}

/** Splits findings into those that are told and counts of those that say the same again of the same file. The order is kept. */
export function foldRepeats<T extends Diagnostic>(findings: readonly T[]): readonly (T | Repeats)[] {
  const keyOf = ({ code, severity, place }: T) => JSON.stringify([code, severity, place.file ?? '']);
  const totals = new Map<string, number>();
  for (const finding of findings) totals.set(keyOf(finding), (totals.get(keyOf(finding)) ?? 0) + 1);
  const seen = new Map<string, number>();
  return findings.flatMap((finding): readonly (T | Repeats)[] => {
    const key = keyOf(finding);
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    const total = totals.get(key)!;
    // One more is as short as saying so.
    if (nth <= SHOWN || total === SHOWN + 1) return [finding];
    return nth === SHOWN + 1 ? [{ code: finding.code, file: finding.place.file ?? '', count: total - SHOWN }] : [];
  });
}

export const isRepeats = <T extends Diagnostic>(item: T | Repeats): item is Repeats => 'count' in item;
