import type { MeasureContext } from '../context.js';
import type { PeerGroup } from '../query.js';

/** A peer group by the ids of its members in the observations. */
export interface PeerAreas {
  readonly members: Int32Array;
  /** How many are nowhere in the data. */
  readonly absent: number;
}

/** Among nobody. */
export const NO_PEERS = -1;

/** Among whom each area of the data is ranked. */
export class PeerGroups {
  /** Number of the group by area id, or `NO_PEERS`. */
  readonly groupOf: Int32Array;
  readonly groups: readonly PeerAreas[];

  constructor({ cube }: MeasureContext, peersOf: (refArea: string) => PeerGroup | undefined) {
    const { refAreas } = cube.observations;
    const groups: PeerAreas[] = [];
    const numbers = new Map<string, number>();
    this.groups = groups;
    this.groupOf = Int32Array.from(refAreas.texts(), (code) => {
      const peers = peersOf(code);
      if (peers === undefined) return NO_PEERS;
      const key = peers.codes.join(' ');
      const known = numbers.get(key);
      if (known !== undefined) return known;
      const ids = [...new Set(peers.codes)].map((peer) => refAreas.find(peer));
      const members = Int32Array.from(ids.filter((id) => id >= 0));
      numbers.set(key, groups.length);
      return groups.push({ members, absent: ids.length - members.length }) - 1;
    });
  }
}
