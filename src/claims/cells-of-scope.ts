import type { At } from '../measures/query.js';
import { periodsOf } from './periods.js';
import type { ReadingContext } from './reading-context.js';
import type { Scope } from './scope.js';

/** The one cell that a scope speaks of; undefined while its indicator or its period may be several. */
export function cellsOfScope(
  { entities, period, areas }: Scope,
  scene: { readonly cumulative: boolean; readonly currentMonth: boolean; readonly currentQuarter: boolean },
  { dictionary }: ReadingContext,
): At | undefined {
  const [entity, ...others] = entities;
  const [indicator, ...alternatives] = entity?.candidates ?? [];
  if (indicator === undefined || others.length > 0 || alternatives.length > 0) return undefined;
  const kind = dictionary.vocabulary.catalogue.get(indicator)?.kind ?? 'flow';
  const [timePeriod, ...more] = periodsOf(period, scene, kind);
  return timePeriod && more.length === 0
    ? { indicator, refArea: areas.list[0] ?? '', timePeriod, scenario: 'actual' }
    : undefined;
}
