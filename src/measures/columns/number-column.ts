/** What a column says of a cell: nothing to show, a number, or that only `evaluate` can tell. */
export const NOTHING = 0;
export const NUMBER = 1;
export const ASK = 2;

/** One column of a table for the cells of a frame: decimals in typed arrays, no object for a cell. */
export class NumberColumn {
  readonly kind: Uint8Array;
  /** The digits of the decimal, a whole number below 2^53. */
  readonly digits: Float64Array;
  readonly decimals: Uint8Array;

  constructor(capacity: number) {
    this.kind = new Uint8Array(capacity);
    this.digits = new Float64Array(capacity);
    this.decimals = new Uint8Array(capacity);
  }

  set(slot: number, digits: number, decimals: number): void {
    this.kind[slot] = NUMBER;
    this.digits[slot] = digits;
    this.decimals[slot] = decimals;
  }

  /** The first `count` cells say the same: nothing, or ask. */
  fill(kind: number, count: number): void {
    this.kind.fill(kind, 0, count);
  }
}

/** A column of ranks: how many were ranked, and whether others share the place. */
export class RankColumn extends NumberColumn {
  readonly peers: Int32Array;
  readonly tied: Uint8Array;

  constructor(capacity: number) {
    super(capacity);
    this.peers = new Int32Array(capacity);
    this.tied = new Uint8Array(capacity);
  }
}
