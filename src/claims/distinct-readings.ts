import type { Reading } from './claim.js';

/** Each meaning once, in its first place. */
export function distinctReadings(readings: readonly Reading[]): readonly Reading[] {
  return readings.filter((r, i) => readings.findIndex((q) => JSON.stringify(q) === JSON.stringify(r)) === i);
}
