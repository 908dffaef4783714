import type { Query } from '../measures/query.js';
import type { ClaimKind, Reading } from './claim.js';
import { type Built, type ClaimSource, refuse } from './claim-source.js';
import { over } from './over-cells.js';
import { planClaim } from './plan-reading.js';
import type { ReadingContext } from './reading-context.js';

/**
 * A number in % that names no measure of its own has that of the number before it: 占年度计划×万件的×%, 比重回落×个百分点，为×%,
 * 快递业务量完成年度计划的×%，快递业务收入完成×%.
 */
export function byMeasureBefore(source: ClaimSource, context: ReadingContext): Built | undefined {
  const { scene, earlier } = source;
  const last = earlier[earlier.length - 1];
  if (source.listedBy === 'growth' && !scene.areas && !scene.period && !scene.entities)
    return over(source, source.entity!.candidates, context, 'growth', (at) => ({
      kind: 'growth',
      ...at,
      base: 'last-year',
    }));
  if (!last || scene.areas || scene.period) return undefined;
  if (scene.entities)
    return last.kind === 'completion' || last.kind === 'ahead-of-time'
      ? planClaim(source, 'completion', context)
      : undefined;
  if (last.pattern === 'plan-level') return planClaim(source, 'completion', context);
  return last.kind === 'difference' ? whatChanged(last.readings) : undefined;
}

/** 回落×个百分点，为×%: what has changed by so much. */
function whatChanged(readings: readonly Reading[]): Built | undefined {
  const now = readings.flatMap((r): readonly Reading[] =>
    r.query.kind === 'rate-difference' && (r.query.of.kind === 'share' || r.query.of.kind === 'growth')
      ? [{ ...r, query: r.query.of }]
      : [],
  );
  const kind: ClaimKind | undefined = now[0]?.query.kind === 'share' ? 'share' : 'growth';
  return now.length > 0 && now.length === readings.length ? { kind, readings: now } : undefined;
}

/** Figures that have a mean: what is said per head, of a price or as a rate of growth. */
const HAS_MEAN: readonly Query['kind'][] = ['per-capita', 'unit-price', 'growth'];

/** 不足全省平均水平（×件）: the same figure of the area around. */
export function meanOfOther({ earlier, other }: ClaimSource): Built {
  const last = earlier[earlier.length - 1];
  const readings = (last?.readings ?? []).flatMap((r): readonly Reading[] => elsewhere(r, other));
  return last && readings.length > 0 ? { kind: last.kind, readings } : refuse('level', 'compared-with-what');
}

/** 相当于全省平均水平的×%, 是全国平均的×倍: the figure just said over that of the area around. */
export function ratioToMean({ earlier, other, unit }: ClaimSource): Built {
  const last = earlier[earlier.length - 1];
  const readings = (last?.readings ?? []).flatMap((r): readonly Reading[] =>
    elsewhere(r, other).map((mean) => ({ ...r, query: { kind: 'ratio', of: r.query, to: mean.query } })),
  );
  const kind = unit?.base === '倍' ? 'multiple' : 'share';
  return readings.length > 0 ? { kind, readings } : refuse(kind, 'compared-with-what');
}

/** 比全省平均低×元: the price or figure per head just said, against that of the area around. */
export function differenceToMean({ earlier, other }: ClaimSource): Built {
  const last = earlier.findLast((c) => c.kind === 'average' || c.kind === 'unit-price');
  const readings = (last?.readings ?? []).flatMap((r): readonly Reading[] =>
    elsewhere(r, other).map((mean) => ({ ...r, query: { kind: 'rate-difference', of: r.query, from: mean.query } })),
  );
  return readings.length > 0 ? { kind: 'increase', readings } : refuse('increase', 'compared-with-what');
}

function elsewhere(r: Reading, other: ClaimSource['other']): readonly Reading[] {
  if (typeof other !== 'string' || other === r.refArea || !HAS_MEAN.includes(r.query.kind)) return [];
  const { query } = r;
  const moved = <T extends object>(at: T): T => ({ ...at, refArea: other });
  if (query.kind === 'growth') return [{ ...r, refArea: other, query: moved(query) }];
  if (query.kind === 'per-capita')
    return [
      { ...r, refArea: other, query: { ...query, of: moved(query.of), population: query.population.map(moved) } },
    ];
  if (query.kind === 'unit-price')
    return [{ ...r, refArea: other, query: { ...query, revenue: moved(query.revenue), volume: moved(query.volume) } }];
  return [];
}

/** 年均增长×%，比全省年均增速高×个百分点: the mean growth just said, against that of another area. */
export function meanGrowthAgainst({ earlier, other }: ClaimSource): Built {
  const last = earlier[earlier.length - 1];
  const readings = (last?.readings ?? []).flatMap((r): readonly Reading[] =>
    r.query.kind === 'average-growth' && typeof other === 'string' && other !== r.refArea
      ? [{ ...r, query: { kind: 'rate-difference', of: r.query, from: { ...r.query, refArea: other } } }]
      : [],
  );
  return readings.length > 0 ? { kind: 'difference', readings } : refuse('difference', 'compared-with-what');
}
