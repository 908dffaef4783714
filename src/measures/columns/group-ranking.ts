import type { AreasWithOthers } from './derivable-levels.js';
import { FallingOrder } from './falling-order.js';
import type { FrameLevels } from './frame-levels.js';
import { ASK, NOTHING, NUMBER, type RankColumn } from './number-column.js';
import { NO_PEERS, type PeerGroups } from './peer-areas.js';

/** What is ranked in one frame, and how. */
export interface RankingRule {
  readonly withhold: boolean;
  readonly lowerFirst: boolean;
  /** Of each slot: whether there is a number to rank. */
  readonly kind: Uint8Array;
  /** Of each slot what is compared; NaN where a double cannot hold it. */
  readonly keys: Float64Array;
  /** Keys that are equal may come from rates that differ in more digits than a double has: of each slot level and base. */
  readonly ratios: { readonly now: Float64Array; readonly before: Float64Array } | undefined;
  /** Of each slot the unit, where not all of the frame are in one: across units only `evaluate` compares. */
  readonly units: Int32Array | undefined;
  /** Whether a group without any number is for `evaluate`. */
  readonly emptyIsOdd: boolean;
  /** The areas that may still have a value where they have no slot, by `evaluate`. */
  readonly elsewhere: AreasWithOthers;
}

/** Competition ranks (1, 2, 2, 4) of the numbers of a frame, peer group by peer group. */
export class GroupRanking {
  readonly #groups: PeerGroups;
  /** Of each group its members, in the order of the last ranking. */
  readonly #orders: readonly Int32Array[];
  readonly #lastFrame: Int32Array;
  readonly #slots: Int32Array;
  readonly #without: Int32Array;
  readonly #keys: Float64Array;
  readonly #order: FallingOrder;
  #frame = 0;

  constructor(groups: PeerGroups) {
    const capacity = groups.groupOf.length;
    this.#groups = groups;
    this.#orders = groups.groups.map(({ members }) => members.slice());
    this.#lastFrame = new Int32Array(groups.groups.length);
    this.#slots = new Int32Array(capacity);
    this.#without = new Int32Array(capacity);
    this.#keys = new Float64Array(capacity);
    this.#order = new FallingOrder(capacity);
  }

  rank(levels: FrameLevels, ranks: RankColumn, rule: RankingRule): void {
    const { groupOf } = this.#groups;
    const { areas, count } = levels;
    this.#frame++;
    ranks.fill(NOTHING, count);
    for (let slot = 0; slot < count; slot++) {
      const group = groupOf[areas[slot]!]!;
      if (group === NO_PEERS || this.#lastFrame[group] === this.#frame) continue;
      this.#lastFrame[group] = this.#frame;
      this.#rankGroup(group, levels, ranks, rule);
    }
  }

  #rankGroup(group: number, levels: FrameLevels, ranks: RankColumn, rule: RankingRule): void {
    const order = this.#orders[group]!;
    const slots = this.#slots;
    const count = this.#gather(order, levels, rule);
    if (count < 0) {
      this.#leave(group, levels, ranks);
      return;
    }
    this.#order.sort(this.#keys, slots, count);
    if (rule.ratios !== undefined && !this.#equalsAreEqual(count, rule.ratios)) {
      this.#leave(group, levels, ranks);
      return;
    }
    const { areas } = levels;
    for (let i = 0; i < count; i++) order[i] = areas[slots[i]!]!;
    const without = order.length - count;
    for (let i = 0; i < without; i++) order[count + i] = this.#without[i]!;
    const missing = without + this.#groups.groups[group]!.absent;
    if (missing === 0 || !rule.withhold) this.#assign(group, count, levels, ranks, rule.lowerFirst);
  }

  /** Collects the members that have a number, and their keys; gives how many they are, or −1 where the group is not plain. */
  #gather(order: Int32Array, levels: FrameLevels, rule: RankingRule): number {
    const { kind, keys, units, elsewhere } = rule;
    let count = 0;
    let without = 0;
    for (let i = 0; i < order.length; i++) {
      const area = order[i]!;
      const slot = levels.slotOf(area);
      if (slot >= 0 && kind[slot] === NUMBER) {
        const key = keys[slot]!;
        if (Number.isNaN(key)) return -1;
        this.#keys[count] = key;
        this.#slots[count++] = slot;
      } else if (slot >= 0 ? kind[slot] === ASK : elsewhere.has(area)) return -1;
      else this.#without[without++] = area;
    }
    if (count === 0 && rule.emptyIsOdd) return -1;
    return units === undefined || this.#areOfOneUnit(count, units) ? count : -1;
  }

  #areOfOneUnit(count: number, units: Int32Array): boolean {
    for (let i = 1; i < count; i++) if (units[this.#slots[i]!] !== units[this.#slots[0]!]) return false;
    return true;
  }

  /** Whether rates that came out the same are the same, in all their digits. */
  #equalsAreEqual(count: number, { now, before }: NonNullable<RankingRule['ratios']>): boolean {
    for (let i = 1; i < count; i++) {
      if (this.#keys[i] !== this.#keys[i - 1]) continue;
      const [one, other] = [this.#slots[i - 1]!, this.#slots[i]!];
      if (BigInt(now[one]!) * BigInt(before[other]!) !== BigInt(now[other]!) * BigInt(before[one]!)) return false;
    }
    return true;
  }

  /** Leaves a group to `evaluate`. */
  #leave(group: number, levels: FrameLevels, ranks: RankColumn): void {
    for (const area of this.#orders[group]!) {
      const slot = levels.slotOf(area);
      if (slot >= 0 && this.#groups.groupOf[area] === group) ranks.kind[slot] = ASK;
    }
  }

  /** Equals stand side by side: those before them are ahead, or those behind where the lowest is first. */
  #assign(group: number, count: number, levels: FrameLevels, ranks: RankColumn, lowerFirst: boolean): void {
    const { groupOf } = this.#groups;
    const keys = this.#keys;
    const { areas } = levels;
    let rank = 0;
    for (let place = 0; place < count; place++) {
      const i = lowerFirst ? count - 1 - place : place;
      const key = keys[i]!;
      const asBefore = place > 0 && keys[lowerFirst ? i + 1 : i - 1] === key;
      const asBehind = place < count - 1 && keys[lowerFirst ? i - 1 : i + 1] === key;
      rank = asBefore ? rank : place + 1;
      const slot = this.#slots[i]!;
      if (groupOf[areas[slot]!] !== group) continue;
      ranks.kind[slot] = NUMBER;
      ranks.digits[slot] = rank;
      ranks.decimals[slot] = 0;
      ranks.peers[slot] = count;
      ranks.tied[slot] = asBefore || asBehind ? 1 : 0;
    }
  }
}
