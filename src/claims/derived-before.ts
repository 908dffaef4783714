import type { Claim, Problem, Reading } from './claim.js';
import type { Built } from './claim-source.js';
import type { PatternMatch } from './pattern.js';
import type { Scene } from './scene.js';
import type { Token } from './token.js';

/** After a price or a daily average, 同比增长 is of that and not of the indicator. */
export const isOfDerived = (built: readonly Built[]): boolean =>
  built.some((b) => b.kind === 'unit-price' || b.kind === 'average');

/** A price, or a change of one. */
const isOfPrice = ({ kind, readings }: Claim): boolean =>
  kind === 'unit-price' ||
  readings.every(
    ({ query }) => (query.kind === 'growth-of' || query.kind === 'rate-difference') && query.of.kind === 'unit-price',
  );

/** 快递平均单价×元，其中东部×元: a plain number of 元 for another region is its price. */
export function priceElsewhere(
  { pattern }: PatternMatch,
  scene: Scene,
  unit: Token | undefined,
  claims: readonly Claim[],
): boolean {
  const last = claims.findLast((c) => c.problem === undefined);
  const only = scene.areas !== undefined && !scene.entities && !scene.period && !scene.total;
  return pattern.id === 'level' && only && unit?.unit?.text === '元' && last !== undefined && isOfPrice(last);
}

export const asPrice = (match: PatternMatch): PatternMatch => ({
  ...match,
  pattern: { ...match.pattern, measure: 'unit-price' },
});

/** What a change that names nothing is of, right after a price or an average. */
export function derivedBefore(
  doubt: Problem | undefined,
  { pattern }: PatternMatch,
  scene: Scene,
  claims: readonly Claim[],
): readonly Reading[] | undefined {
  const change =
    (pattern.of === undefined || pattern.of === 'of-derived') &&
    (pattern.measure === 'growth' || pattern.measure === 'increase');
  if (doubt?.code !== 'of-derived-measure' || !change || scene.entities || scene.areas || scene.period)
    return undefined;
  const last = claims.findLast((c) => c.kind === 'unit-price' || c.kind === 'average');
  return last && last.readings.length > 0 ? last.readings : undefined;
}
