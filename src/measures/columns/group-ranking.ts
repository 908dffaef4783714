import type { FrameLevels } from './frame-levels.js';
import { ASK, NOTHING, NUMBER, type NumberColumn, type RankColumn } from './number-column.js';
import { NO_PEERS, type PeerGroups } from './peer-areas.js';

/** How the peers of one frame are ranked. */
export interface RankingRule {
  readonly withhold: boolean;
  readonly lowerFirst: boolean;
  /** Whether an area without a slot may still have a value, by `evaluate`. */
  readonly elsewhere: (area: number) => boolean;
  /**
   * Puts `slots[0, count)` in falling order by what is compared, which it leaves in `keys`. False where a double cannot tell
   * them all apart, or where they may not be compared.
   */
  readonly sort: (slots: Int32Array, count: number, keys: Float64Array) => boolean;
}

/** Competition ranks (1, 2, 2, 4) of the numbers of a column, peer group by peer group. */
export class GroupRanking {
  readonly #groups: PeerGroups;
  /** Of each group its members, in the order of the last ranking. */
  readonly #orders: readonly Int32Array[];
  readonly #lastFrame: Int32Array;
  readonly #slots: Int32Array;
  readonly #without: Int32Array;
  readonly #keys: Float64Array;
  #frame = 0;

  constructor(groups: PeerGroups) {
    const capacity = groups.groupOf.length;
    this.#groups = groups;
    this.#orders = groups.groups.map(({ members }) => members.slice());
    this.#lastFrame = new Int32Array(groups.groups.length);
    this.#slots = new Int32Array(capacity);
    this.#without = new Int32Array(capacity);
    this.#keys = new Float64Array(capacity);
  }

  rank(levels: FrameLevels, column: NumberColumn, ranks: RankColumn, rule: RankingRule): void {
    const { groupOf } = this.#groups;
    this.#frame++;
    ranks.fill(NOTHING, levels.count);
    for (let slot = 0; slot < levels.count; slot++) {
      const group = groupOf[levels.areas[slot]!]!;
      if (group === NO_PEERS || this.#lastFrame[group] === this.#frame) continue;
      this.#lastFrame[group] = this.#frame;
      this.#rankGroup(group, levels, column, ranks, rule);
    }
  }

  #rankGroup(group: number, levels: FrameLevels, { kind }: NumberColumn, ranks: RankColumn, rule: RankingRule): void {
    const order = this.#orders[group]!;
    const slots = this.#slots;
    let count = 0;
    let without = 0;
    let ask = false;
    for (let i = 0; i < order.length; i++) {
      const area = order[i]!;
      const slot = levels.slotOf(area);
      if (slot >= 0 && kind[slot] === NUMBER) slots[count++] = slot;
      else {
        this.#without[without++] = area;
        ask ||= slot >= 0 ? kind[slot] === ASK : rule.elsewhere(area);
      }
    }
    if (ask || !rule.sort(slots, count, this.#keys)) {
      for (let i = 0; i < order.length; i++) {
        const slot = levels.slotOf(order[i]!);
        if (slot >= 0 && this.#groups.groupOf[order[i]!] === group) ranks.kind[slot] = ASK;
      }
      return;
    }
    for (let i = 0; i < count; i++) order[i] = levels.areas[slots[i]!]!;
    for (let i = 0; i < without; i++) order[count + i] = this.#without[i]!;
    const missing = without + this.#groups.groups[group]!.absent;
    if (missing === 0 || !rule.withhold) this.#assign(group, count, levels, ranks, rule.lowerFirst);
  }

  /** Equals stand side by side: those before them are ahead, or those behind where the lowest is first. */
  #assign(group: number, count: number, levels: FrameLevels, ranks: RankColumn, lowerFirst: boolean): void {
    const { groupOf } = this.#groups;
    for (let from = 0; from < count; ) {
      let to = from + 1;
      while (to < count && this.#keys[to] === this.#keys[from]) to++;
      const rank = 1 + (lowerFirst ? count - to : from);
      for (let i = from; i < to; i++) {
        const slot = this.#slots[i]!;
        if (groupOf[levels.areas[slot]!] !== group) continue;
        ranks.set(slot, rank, 0);
        ranks.peers[slot] = count;
        ranks.tied[slot] = to - from > 1 ? 1 : 0;
      }
      from = to;
    }
  }
}
