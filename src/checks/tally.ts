import type { MessageArgument, Severity } from '../model/diagnostic.js';
import type { FindingCode } from './diagnostics.js';

/** One edit rule at work: what its findings are called and how grave they are. */
export interface Edit {
  /** Id of the rule; findings of one rule fold together. */
  readonly id: string;
  readonly code: FindingCode;
  readonly severity: Severity;
  /** The rule in its author's words, for rules that have some. */
  readonly label?: string;
  /** Whether the same departure all over a year is one finding. Not where every case needs an answer of its own. */
  readonly folds?: boolean;
}

/** One place where a rule is broken. */
export interface Violation {
  /** Rows of the cells involved; the one that the finding is placed at first. */
  readonly rows: readonly number[];
  readonly args: Readonly<Record<string, MessageArgument>>;
  readonly found?: string;
  readonly expected?: string;
  readonly distance?: string;
  /** Which way it departs, where a rule knows several: only departures in the same way are a pattern. */
  readonly way?: string;
  /** How bad it is, to put the worst first; any scale of one rule's own. */
  readonly weight?: number;
}

/** More than this many broken places of one rule are counted and no longer listed one by one. */
const LISTED = 10_000;

/** What one edit rule has seen, year by year: how often it was evaluated, and where it is broken. */
export class Tally {
  readonly edit: Edit;
  readonly #evaluated = new Map<number, number>();
  readonly #violations = new Map<number, Violation[]>();
  #listed = 0;
  #year = Number.NaN;
  #count = 0;
  unlisted = 0;

  constructor(edit: Edit) {
    this.edit = edit;
  }

  /** Counts evaluations in the year in which a period ends (`end` as in TimePeriod). */
  evaluate(end: number, count = 1): void {
    const year = Math.floor(end / 12);
    if (year !== this.#year) {
      this.#flush();
      this.#year = year;
    }
    this.#count += count;
  }

  violate(end: number, violation: () => Violation): void {
    if (this.#listed >= LISTED) {
      this.unlisted += 1;
      return;
    }
    this.#listed += 1;
    const year = Math.floor(end / 12);
    const list = this.#violations.get(year);
    if (list) list.push(violation());
    else this.#violations.set(year, [violation()]);
  }

  evaluatedIn(year: number): number {
    this.#flush();
    return this.#evaluated.get(year) ?? 0;
  }

  get evaluatedAtAll(): number {
    this.#flush();
    return [...this.#evaluated.values()].reduce((a, b) => a + b, 0);
  }

  /** Broken places by year, those of a year in order of delivery. */
  byYear(): readonly (readonly [number, readonly Violation[]])[] {
    const first = ({ rows }: Violation) => rows[0] ?? 0;
    for (const list of this.#violations.values()) list.sort((a, b) => first(a) - first(b));
    return [...this.#violations].sort((a, b) => a[0] - b[0]);
  }

  #flush(): void {
    if (this.#count > 0) this.#evaluated.set(this.#year, (this.#evaluated.get(this.#year) ?? 0) + this.#count);
    this.#count = 0;
  }
}
