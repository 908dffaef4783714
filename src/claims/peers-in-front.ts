import type { PatternMatch } from './pattern.js';
import { peersOf } from './rank-reading.js';
import type { ReadingContext } from './reading-context.js';
import type { AreaScope } from './scope.js';
import { has } from './token.js';

/**
 * 居全省第×位，沿海地区第×位: a region or a group that the one in force belongs to, alone in front of a rank, names its peers. Whom
 * the next sentence speaks of does not change.
 */
export function withPeersInFront(match: PatternMatch, areas: AreaScope, context: ReadingContext): PatternMatch {
  const [only, ...others] = match.scene;
  const { captured, pattern } = match;
  const alone = only && others.length === 0 && has(only, 'area') && !only.list && only.areas?.length === 1;
  if (pattern.measure !== 'rank' || pattern.of !== undefined || !alone || captured['peers']?.length) return match;
  const peers = peersOf(only, context);
  const among = areas.list.length > 0 && areas.list.every((a) => peers?.codes.includes(a));
  return among ? { ...match, scene: [], captured: { ...captured, peers: [only] } } : match;
}
