import type { At, Query } from '../../measures/query.js';
import { toRational } from '../../model/decimal.js';
import { add, multiply, powerOfTen, type Rational, rational, subtract } from '../../model/rational.js';
import type { Interval } from '../../model/rounding.js';
import type { Judged } from './judge-claim.js';

/** A figure that the report itself says: every value that rounds to what is written, in the base unit, with its sign. */
export interface SaidValue {
  readonly judged: Judged;
  readonly query: Query;
  readonly interval: Interval;
}

/** What a report says, by question. */
export class SaidValues {
  readonly #byQuestion = new Map<string, SaidValue[]>();
  readonly all: readonly SaidValue[];

  constructor(judged: readonly Judged[]) {
    this.all = judged.flatMap((own) => said(own) ?? []);
    for (const one of this.all) {
      const key = keyOf(one.query);
      const group = this.#byQuestion.get(key);
      if (group) group.push(one);
      else this.#byQuestion.set(key, [one]);
    }
  }

  /** The first saying of a figure. */
  get(query: Query): SaidValue | undefined {
    return this.#byQuestion.get(keyOf(query))?.[0];
  }

  level(at: At): SaidValue | undefined {
    return this.get({ kind: 'level', ...at });
  }

  /** Sayings of one figure, for each figure that is said more than once. */
  *repeated(): Generator<readonly SaidValue[]> {
    for (const group of this.#byQuestion.values()) if (group.length > 1) yield group;
  }
}

/** Only a claim of one meaning says something; 近 and 超 say too little. */
function said(judged: Judged): SaidValue | undefined {
  const { claim } = judged;
  const { value } = claim.number;
  const [reading] = claim.readings;
  if (value.kind !== 'written' || !reading || claim.readings.length > 1 || claim.approximator) return undefined;
  const scale = powerOfTen(claim.unit?.exponent ?? 0);
  // A growth in 倍 is one in %.
  const times = claim.kind === 'growth' && claim.unit?.base === '倍' ? rational(100n) : rational(1n);
  const sign = rational(claim.sign?.sign ?? 1);
  const worth = (x: Rational) => multiply(multiply(x, scale), times);
  const centre = multiply(worth(value.rough?.value ?? toRational(value.value)), sign);
  const exact = claim.kind === 'rank' || claim.kind === 'rank-change';
  const rounding = value.rough?.within ?? multiply(powerOfTen(-value.value.decimals), rational(1n, 2n));
  const half = exact ? rational(0n) : worth(rounding);
  return { judged, query: reading.query, interval: { low: subtract(centre, half), high: add(centre, half) } };
}

const cellKey = ({ indicator, refArea, timePeriod: { end, months }, scenario = 'actual' }: At): string =>
  `${indicator}|${refArea}|${end}/${months}|${scenario}`;

/** One key for one question, in whatever order its parts were put together. */
function keyOf(query: Query): string {
  const parts = (value: unknown): string => {
    if (Array.isArray(value)) return value.map(parts).join(';');
    if (typeof value !== 'object' || value === null) return String(value);
    const record = value as Record<string, unknown>;
    const cell = 'indicator' in value && 'refArea' in value ? cellKey(value as unknown as At) : '';
    const others = Object.keys(record)
      .filter((key) => cell === '' || !['indicator', 'refArea', 'timePeriod', 'scenario'].includes(key))
      .sort();
    return `{${cell},${others.map((key) => `${key}=${parts(record[key])}`).join(',')}}`;
  };
  return parts(query);
}
