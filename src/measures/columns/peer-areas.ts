import type { MeasureContext } from '../context.js';
import type { PeerGroup } from '../query.js';

/** A peer group by the ids of its members in the observations. */
export interface PeerAreas {
  readonly members: Int32Array;
  /** How many are nowhere in the data. */
  readonly absent: number;
}

const UNKNOWN = -2;
/** Among nobody. */
export const NO_PEERS = -1;

/** Among whom each area is ranked, looked up once for each. */
export class PeerGroups {
  readonly #context: MeasureContext;
  readonly #peersOf: (refArea: string) => PeerGroup | undefined;
  readonly #groupOf: Int32Array;
  readonly #numbers = new Map<string, number>();
  readonly groups: PeerAreas[] = [];

  constructor(context: MeasureContext, peersOf: (refArea: string) => PeerGroup | undefined) {
    this.#context = context;
    this.#peersOf = peersOf;
    this.#groupOf = new Int32Array(context.cube.observations.refAreas.size).fill(UNKNOWN);
  }

  /** Number of an area's group, or `NO_PEERS`. */
  of(area: number): number {
    const known = this.#groupOf[area]!;
    if (known !== UNKNOWN) return known;
    const peers = this.#peersOf(this.#context.cube.observations.refAreas.text(area));
    const number = peers ? this.#numberOf(peers) : NO_PEERS;
    this.#groupOf[area] = number;
    return number;
  }

  #numberOf({ codes }: PeerGroup): number {
    const key = codes.join(' ');
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const ids = [...new Set(codes)].map((code) => this.#context.cube.observations.refAreas.find(code));
    const members = Int32Array.from(ids.filter((id) => id >= 0));
    this.#numbers.set(key, this.groups.length);
    return this.groups.push({ members, absent: ids.length - members.length }) - 1;
  }
}
