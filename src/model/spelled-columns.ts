import type { SliceIndex } from './slice-index.js';

/** What the slice of each row says, row by row. */
export interface SpelledColumns {
  readonly length: number;
  readonly measure: Uint8Array;
  readonly scenario: Uint8Array;
  readonly indicator: Int32Array;
  readonly periodEnd: Int32Array;
  readonly periodMonths: Uint16Array;
}

/** Rows by their slices. */
interface Rows {
  readonly length: number;
  readonly slice: Int32Array;
  readonly slices: SliceIndex;
}

export function spellOut({ length, slice, slices }: Rows): SpelledColumns {
  const spell = <T extends { [at: number]: number }>(column: T, said: { readonly [slice: number]: number }): T => {
    for (let row = 0; row < length; row++) column[row] = said[slice[row]!]!;
    return column;
  };
  return {
    length,
    measure: spell(new Uint8Array(length), slices.measure),
    scenario: spell(new Uint8Array(length), slices.scenario),
    indicator: spell(new Int32Array(length), slices.indicator),
    periodEnd: spell(new Int32Array(length), slices.periodEnd),
    periodMonths: spell(new Uint16Array(length), slices.periodMonths),
  };
}
