import { type Built, type ClaimSource, refuse } from './claim-source.js';
import { planDifference } from './derived-reading.js';
import { fittingUnit } from './entity.js';
import { over } from './over-cells.js';
import { growthBase } from './periods.js';
import type { ReadingContext } from './reading-context.js';

/** 净增×, 比上年增加×; 是上年的×倍. */
export function changeClaim(source: ClaimSource, kind: 'increase' | 'multiple', context: ReadingContext): Built {
  // 增加×万件 without a word of what it is against: only a price or an average just said is compared with last year's.
  if (source.match.pattern.of === 'of-derived') return refuse(kind, 'base-unknown');
  const { catalogue } = context.dictionary.vocabulary;
  const all = source.entity!.candidates;
  const scored = (id: string) => ['score', 'index'].includes(catalogue.get(id)?.kind ?? 'flow');
  const ids =
    source.match.pattern.of === 'score'
      ? all.filter(scored)
      : kind === 'increase' && source.unit
        ? fittingUnit(source.entity!, source.unit, catalogue)
        : all;
  if (ids.length === 0)
    return refuse(kind, 'unit-of-another-kind', { words: source.entity!.words, unit: source.unit?.text ?? '' });
  if (source.comparator?.kind === 'plan')
    return kind === 'increase' ? planDifference(source, ids, kind, context) : refuse(kind, 'base-of-no-meaning');
  // 新增经营主体×户: those that came, whatever went; 较年初新增 is of the stock.
  const came = source.match.captured['verb']?.some((t) => t.text.startsWith('新增')) && !source.saidBase;
  if (came && ids.some((id) => catalogue.get(id)?.kind === 'stock')) return refuse(kind, 'base-unknown');
  return over(source, ids, context, kind, (at) => {
    const base = growthBase(source.comparator, at.timePeriod);
    return typeof base === 'object' && 'code' in base ? base : { kind, ...at, base };
  });
}
