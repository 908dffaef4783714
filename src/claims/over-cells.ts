import type { At, Query } from '../measures/query.js';
import type { ClaimKind, Problem, Reading } from './claim.js';
import { type Built, type ClaimSource, cellsOf, reading } from './claim-source.js';
import type { ReadingContext } from './reading-context.js';

/** Puts one question to every cell that a claim may speak of; the first that cannot be put says why. */
export function over(
  source: ClaimSource,
  ids: readonly string[],
  context: ReadingContext,
  kind: ClaimKind,
  ask: (at: At) => Query | Problem,
): Built {
  const readings: Reading[] = [];
  for (const at of cellsOf(source, ids, context)) {
    const query = ask(at);
    if ('code' in query) return { kind, readings: [], problem: query };
    readings.push(reading(query, at));
  }
  return { kind, readings };
}
