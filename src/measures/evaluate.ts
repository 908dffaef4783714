import type { Figure, NoFigure } from '../model/figure.js';
import { average } from './average.js';
import { averageGrowth } from './average-growth.js';
import { aheadOfTime, completion } from './completion.js';
import type { MeasureContext } from './context.js';
import { contribution, pull } from './contribution.js';
import { count } from './count.js';
import { earlierPeak } from './earlier-peak.js';
import { growth } from './growth.js';
import { growthOf } from './growth-of.js';
import { increase, multiple } from './increase.js';
import { level } from './level.js';
import { perCapita } from './per-capita.js';
import { placed } from './placed.js';
import type { Query } from './query.js';
import { rank } from './rank.js';
import { rankChange } from './rank-change.js';
import { rankDistance } from './rank-distance.js';
import { rateDifference } from './rate-difference.js';
import { ratio } from './ratio.js';
import { run } from './run.js';
import { share } from './share.js';
import { total } from './total.js';
import { unitPrice } from './unit-price.js';

/** Answers any query: the one place where a question meets its measure. */
export function evaluate(query: Query, context: MeasureContext): Figure | NoFigure {
  const again = (q: Query) => evaluate(q, context);
  switch (query.kind) {
    case 'level':
      return level(query, context);
    case 'growth':
      return growth(query, context);
    case 'share':
      return share(query, context);
    case 'total':
      return total(query, context);
    case 'average':
      return average(query, context);
    case 'unit-price':
      return unitPrice(query, context);
    case 'per-capita':
      return perCapita(query, context);
    case 'rank':
      return rank(query, context, again);
    case 'increase':
      return increase(query, context);
    case 'multiple':
      return multiple(query, context);
    case 'average-growth':
      return averageGrowth(query, context);
    case 'rate-difference':
      return rateDifference(query, context, again);
    case 'growth-of':
      return growthOf(query, context, again);
    case 'ratio':
      return ratio(query, again);
    case 'placed':
      return placed(query, context, again);
    case 'count':
      return count(query, context, again);
    case 'rank-change':
      return rankChange(query, context, again);
    case 'rank-distance':
      return rankDistance(query, context, again);
    case 'completion':
      return completion(query, context);
    case 'ahead-of-time':
      return aheadOfTime(query, context);
    case 'earlier-peak':
      return earlierPeak(query, context);
    case 'run':
      return run(query, context, again);
    case 'contribution':
      return contribution(query, context);
    case 'pull':
      return pull(query, context);
  }
}
