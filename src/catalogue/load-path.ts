import type { Place } from '../model/diagnostic.js';

/** The way to an entry of a definition: ['indicators', 3, 'unit']. */
export type DefinitionPath = readonly (string | number)[];

/** Where an entry stands in its file. */
export type PlaceOf = (path: DefinitionPath) => Place;

/** As people count: indicators[4].unit */
export const formatPath = (path: DefinitionPath): string =>
  path.map((step, i) => (typeof step === 'number' ? `[${step + 1}]` : i === 0 ? step : `.${step}`)).join('');
