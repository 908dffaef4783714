import type { Catalogue } from '../../catalogue/catalogue.js';
import type { MeasureOptions } from '../../measures/context.js';
import type { PeerGroup } from '../../measures/query.js';
import type { RefArea, RefAreaTable } from '../../model/ref-area.js';
import type { TimePeriod } from '../../model/time-period.js';
import type { ProjectSettings } from './schema.js';

/** A project whose names have found their meaning: what the rooms take their options from. */
export interface Project {
  readonly settings: ProjectSettings;
  readonly catalogue: Catalogue;
  readonly refAreas: RefAreaTable;
  /** For whom the report speaks. */
  readonly home: RefArea | undefined;
  /** Among whom ranks are taken; undefined where neither `peers` nor `region` says. */
  readonly peers: PeerGroup | undefined;
  /** The period of a text that names none. */
  readonly period: TimePeriod | undefined;
  /** Named groups of regions by codes: the catalogue's, then the project's own. */
  readonly groups: Readonly<Record<string, readonly string[]>>;
  readonly measures: MeasureOptions;
}
