import type { Catalogue } from '../catalogue/catalogue.js';
import type { RefAreaTable } from '../model/ref-area.js';

/** What the words of a text may mean, for one project. */
export interface Vocabulary {
  readonly catalogue: Catalogue;
  readonly refAreas: RefAreaTable;
  /** Code of the region for whom the report speaks. */
  readonly home: string;
  readonly groups: Readonly<Record<string, readonly string[]>>;
}
