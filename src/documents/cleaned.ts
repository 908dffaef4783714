/** A copy of a document without what fill put into it for the eyes of those who check. */
export interface CleanCopy {
  readonly bytes: Uint8Array;
  /** What was taken out. All zero: the bytes are as they were. */
  readonly removed: CleanCount;
  /** Comments and tracked changes of other people, which stay. */
  readonly kept: { readonly comments: number; readonly changes: number };
}

export interface CleanCount {
  readonly comments: number;
  /** Tracked changes that were accepted. */
  readonly changes: number;
  readonly highlights: number;
  /** Provenance of figures. */
  readonly records: number;
}

/** For formats that carry none of it. */
export const nothingToClean = (bytes: Uint8Array): CleanCopy => ({
  bytes: bytes.slice(),
  removed: { comments: 0, changes: 0, highlights: 0, records: 0 },
  kept: { comments: 0, changes: 0 },
});
