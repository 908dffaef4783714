/** Bounds that hold before anything is inflated. */
export interface ZipLimits {
  readonly maxEntries: number;
  /** Bytes of one entry, inflated. */
  readonly maxEntrySize: number;
  /** Bytes of all entries, inflated. */
  readonly maxTotalSize: number;
  /** An entry larger than `ratioFrom` may not be more than this many times its compressed size. */
  readonly maxRatio: number;
  readonly ratioFrom: number;
}

/**
 * Real workbooks of a million cells inflate to about 60 MB at ratios below 30; a page of equal styled cells can reach 150.
 * 400 keeps those and refuses what was made to burst (deflate's ceiling is 1032).
 */
export const ZIP_LIMITS: ZipLimits = {
  maxEntries: 20_000,
  maxEntrySize: 512 * 1024 * 1024,
  maxTotalSize: 1024 * 1024 * 1024,
  maxRatio: 400,
  ratioFrom: 1024 * 1024,
};
