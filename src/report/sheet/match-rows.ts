import { normaliseContext } from './context-text.js';
import type { ReadRow } from './sheet-row.js';
import type { Surroundings } from './slot-context.js';

/** The spot that a row belongs to, by index; or why it cannot be told. */
export type RowMatch =
  | { readonly kind: 'spot'; readonly row: ReadRow; readonly index: number }
  | { readonly kind: 'none'; readonly row: ReadRow }
  | { readonly kind: 'several'; readonly row: ReadRow; readonly count: number };

/** 第2处，共3处; 2 of 3. */
const ALIKE = /(\d+)\s*(?:处，共|of)\s*(\d+)/u;

/**
 * Finds the slot of every row by the words around it. Words that stand at several places count only where the sheet says
 * which of how many was meant and there are still as many; else the order of the rows tells, where there are as many
 * rows as places. A row whose words are nowhere, or at more places than before, is matched to nothing.
 */
export function matchRows(rows: readonly ReadRow[], surroundings: Surroundings): readonly RowMatch[] {
  const key = ({ before, after }: ReadRow) => `${normaliseContext(before)}\n${normaliseContext(after)}`;
  const alike = new Map<string, ReadRow[]>();
  for (const row of rows) alike.set(key(row), [...(alike.get(key(row)) ?? []), row]);
  for (const group of alike.values()) group.sort((a, b) => serial(a) - serial(b) || a.row - b.row);
  return rows.map((row) => {
    const spots = surroundings.spotsIn(row);
    const said = ALIKE.exec(row.place);
    const [nth, of] = said ? [Number(said[1]), Number(said[2])] : orderIn(alike.get(key(row))!, row, spots.length);
    const index = spots.length === of ? spots[nth - 1] : undefined;
    if (index !== undefined) return { kind: 'spot', row, index };
    return spots.length > 1 ? { kind: 'several', row, count: spots.length } : { kind: 'none', row };
  });
}

/** Place of a row among the rows of its words. One slot takes every such row: whether they agree is seen later. */
function orderIn(group: readonly ReadRow[], row: ReadRow, spots: number): readonly [number, number] {
  return spots === 1 ? [1, 1] : [group.indexOf(row) + 1, group.length];
}

/** Number of a row in the plan that the sheet was made from; rows without one come last. */
function serial({ no }: ReadRow): number {
  const plain = no.normalize('NFKC').trim();
  return /^\d+(?:\.0+)?$/.test(plain) ? Number(plain) : Number.MAX_SAFE_INTEGER;
}
