import type { At } from '../measures/query.js';
import type { Built, ClaimSource } from './claim-source.js';
import type { ReadingContext } from './reading-context.js';
import { shareReadings } from './share-reading.js';
import { has } from './token.js';

/**
 * 胶东地区用电量×，风电发电量占全省发电量的×%: a part that is named anew, of a whole whose region is named, may be that region's own
 * and not that of the clause before. Both stay possible.
 */
export function sharesOfRegion(source: ClaimSource, context: ReadingContext): Built {
  const carried = shareReadings(source, context);
  const refArea = otherRegion(source, context);
  if (refArea === undefined || carried.kind !== 'share') return carried;
  const own = (at: At): At => ({ ...at, refArea });
  const moved = shareReadings(
    { ...source, area: [refArea], ...(source.total ? { total: source.total.map(own) } : {}) },
    context,
  );
  return moved.readings.length === 0 ? carried : { ...carried, readings: [...moved.readings, ...carried.readings] };
}

function otherRegion({ match, scene, area, areas }: ClaimSource, { dictionary }: ReadingContext): string | undefined {
  const whole = match.captured['whole'] ?? [];
  const [named, ...more] = whole.filter((t) => has(t, 'area', 'wide-area')).flatMap((t) => t.areas ?? []);
  const [own, ...others] = area;
  const fresh = scene.entities !== undefined && scene.areas === undefined && areas.explicit;
  const one = named !== undefined && more.length === 0 && own !== undefined && others.length === 0;
  const differs = own !== named && own !== dictionary.vocabulary.home && whole.some((t) => has(t, 'term'));
  return fresh && one && differs ? named : undefined;
}
