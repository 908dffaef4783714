import type { PeerGroup } from '../measures/query.js';
import type { TimePeriod } from '../model/time-period.js';
import type { Dictionary } from './dictionary.js';

/** What a text is read against: the vocabulary, and what the project says where the text says nothing. */
export interface ReadingContext {
  readonly dictionary: Dictionary;
  /** The project's period, for a text that names none. */
  readonly period: TimePeriod | undefined;
  /** The peers of a rank for which the text names none. */
  readonly peers: PeerGroup;
  /** Region whose members the peers are, where they are those of a region: 全省 then means these peers. */
  readonly peersOf: string | undefined;
  readonly rankOf: 'growth' | 'level' | undefined;
  /** Year in which the text speaks (今年), where its title or date line says. */
  readonly year?: number | undefined;
}
