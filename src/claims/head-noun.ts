import type { Catalogue } from '../catalogue/catalogue.js';
import type { Problem } from './claim.js';
import type { Entity } from './scope.js';
import { has, type Token } from './token.js';

/**
 * 风电、光伏合计发电×: the name behind 合计 or 分别, without a joint to the list, is what all of its members are parts of, and no
 * further member. Where it is not, the list is not clear.
 */
export function withoutHead(
  tokens: readonly Token[],
  entities: readonly Entity[],
  catalogue: Catalogue,
): readonly Entity[] | Problem {
  const at = tokens.findIndex((t) => has(t, 'total', 'respectively'));
  const behind = at < 0 ? [] : tokens.slice(at + 1);
  const named = behind.filter((t) => has(t, 'term')).length;
  const listed = tokens.slice(0, Math.max(at, 0)).some((t) => has(t, 'term'));
  if (named === 0 || !listed || entities.length < 2 || behind.some((t) => has(t, 'conjunction', 'of-which')))
    return entities;
  const members = entities.slice(0, -1);
  const whole = entities[entities.length - 1]!.candidates;
  const parts = members.every(
    ({ candidates: [id, ...others] }) =>
      others.length === 0 &&
      catalogue.data.partitions.some((p) => whole.includes(p.whole) && id !== undefined && p.parts.includes(id)),
  );
  return parts ? members : { code: 'list-not-clear', args: { words: entities.map((e) => e.words).join('、') } };
}
