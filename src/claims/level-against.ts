import type { ClaimKind } from './claim.js';
import { type Built, type ClaimSource, refuse } from './claim-source.js';
import { fittingUnit } from './entity.js';
import { over } from './over-cells.js';
import type { ReadingContext } from './reading-context.js';

/**
 * 比芜湖少×万件, 与第二位的×仅差×万件, 是第二名的×倍: a level against that of another region, neither within the other. 差 and 相差 say how much
 * the other has more, and have no word for less: there the slot stays open.
 */
export function levelAgainst(source: ClaimSource, context: ReadingContext): Built {
  const { match, entity, other, unit, comparator, saidBase } = source;
  const kind: ClaimKind = match.pattern.measure === 'multiple' ? 'multiple' : 'increase';
  const { catalogue, refAreas } = context.dictionary.vocabulary;
  if (typeof other !== 'string' || other.startsWith('group:') || (comparator && saidBase) || source.scenario === 'plan')
    return refuse(kind, 'compared-with-what');
  const flows = entity!.candidates.filter((id) => ['flow', 'stock'].includes(catalogue.get(id)?.kind ?? ''));
  const ids = kind === 'increase' && unit ? fittingUnit({ ...entity!, candidates: flows }, unit, catalogue) : flows;
  if (ids.length === 0) return refuse(kind, 'unit-of-another-kind', { words: entity!.words, unit: unit?.text ?? '' });
  const [gap] = match.captured['gap'] ?? [];
  if (gap && !gap.text.includes('差')) return refuse(kind, 'compared-with-what');
  return over(source, ids, context, kind, (at) => {
    const apart = !refAreas.isWithin(at.refArea, other) && !refAreas.isWithin(other, at.refArea);
    if (at.refArea === other || !apart || at.refArea.startsWith('group:'))
      return { code: 'compared-with-itself', args: {} };
    const [own, theirs] = [{ kind: 'level', ...at } as const, { kind: 'level', ...at, refArea: other } as const];
    if (kind === 'multiple') return { kind: 'ratio', of: own, to: theirs };
    return gap
      ? { kind: 'rate-difference', of: theirs, from: own }
      : { kind: 'rate-difference', of: own, from: theirs };
  });
}
