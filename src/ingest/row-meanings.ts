import { grown } from '../model/grown.js';
import type { DeliveredPeriod } from './period-text.js';
import type { RowMeaning } from './tidy.js';

const NONE = -1;
const START = 64;
/** Texts of a column that take part: three of their numbers make one exact key. */
const MOST_TEXTS = 1 << 17;

/**
 * What the rows of a tidy file mean beside the region, by the numbers of their texts of period, indicator and unit. As with
 * texts, the meaning that followed the last one before is tried first. A period means the same beside any indicator, so that two
 * rows that were read, one of a period and one of an indicator with its unit, say what a third means.
 */
export class RowMeanings {
  readonly #meanings: RowMeaning[] = [];
  readonly #numbers = new Map<number, number>();
  readonly #periods = new Map<number, DeliveredPeriod>();
  readonly #indicators = new Map<number, Omit<RowMeaning, 'period'>>();
  #period = new Int32Array(0);
  #indicator = new Int32Array(0);
  #unit = new Int32Array(0);
  /** The meaning last seen after each meaning, plus one. */
  #next = new Int32Array(0);
  #last = 0;

  constructor() {
    this.#grow(START);
  }

  /** Number of the meaning of such a row, or −1 where none is known. */
  find(period: number, indicator: number, unit: number): number {
    if ((period | indicator | unit) >= MOST_TEXTS) return NONE;
    const guess = this.#next[this.#last]! - 1;
    if (
      guess !== NONE &&
      this.#indicator[guess] === indicator &&
      this.#period[guess] === period &&
      this.#unit[guess] === unit
    ) {
      this.#last = guess;
      return guess;
    }
    const found = this.#numbers.get(key(period, indicator, unit)) ?? this.#combine(period, indicator, unit);
    if (found === NONE) return NONE;
    this.#next[this.#last] = found + 1;
    this.#last = found;
    return found;
  }

  at(number: number): RowMeaning {
    return this.#meanings[number]!;
  }

  /** Remembers what a row that was read means. */
  learn(period: number, indicator: number, unit: number, meaning: RowMeaning): void {
    if (period >= MOST_TEXTS || indicator >= MOST_TEXTS || unit >= MOST_TEXTS) return;
    this.#periods.set(period, meaning.period);
    this.#indicators.set(key(0, indicator, unit), { named: meaning.named, unit: meaning.unit });
  }

  #combine(period: number, indicator: number, unit: number): number {
    const delivered = this.#periods.get(period);
    const named = this.#indicators.get(key(0, indicator, unit));
    if (delivered === undefined || named === undefined) return NONE;
    const number = this.#meanings.length;
    if (number === this.#period.length) this.#grow(2 * number);
    this.#meanings.push({ period: delivered, ...named });
    this.#period[number] = period;
    this.#indicator[number] = indicator;
    this.#unit[number] = unit;
    this.#numbers.set(key(period, indicator, unit), number);
    return number;
  }

  #grow(size: number): void {
    this.#period = grown(new Int32Array(size), this.#period);
    this.#indicator = grown(new Int32Array(size), this.#indicator);
    this.#unit = grown(new Int32Array(size), this.#unit);
    this.#next = grown(new Int32Array(size), this.#next);
  }
}

const key = (period: number, indicator: number, unit: number): number =>
  (period * MOST_TEXTS + indicator) * MOST_TEXTS + unit;
