import { type Decimal, parseDecimal, toRational } from '../../model/decimal.js';
import { multiply, type Rational, rational } from '../../model/rational.js';
import type { Comparison } from '../relation.js';
import { COMPARISONS } from './qualifiers.js';

/** One term as written: coefficient × name（words）, or a number with a unit. */
export type WrittenTerm =
  | {
      readonly kind: 'cell';
      readonly coefficient: Rational;
      /** Whether the coefficient was written: 0.5 × … may bridge two units. */
      readonly scaled: boolean;
      readonly name: string;
      readonly words: readonly string[];
    }
  | { readonly kind: 'constant'; readonly value: Rational; readonly unit: string | undefined };

/** Sides with a comparison between each two of them: 0 分 ≤ 快递服务满意度 ≤ 100 分. */
export interface Expression {
  readonly sides: readonly (readonly WrittenTerm[])[];
  readonly comparisons: readonly Comparison[];
}

/** Where a rule could not be read on: the rest of its text. */
export interface SyntaxProblem {
  readonly at: string;
}

const NUMBER = /^\d+(?:\.\d+)?/u;
const UNIT = /^[^\s+\-−×*=≥≤<>()]+/u;
const OPERATOR = /[+\-−×*()]/u;

/**
 * Reads a rule: sides of terms joined by + and −, compared by =, ≥, ≤, >, < or their words. Full-width signs count as
 * half-width ones. A name runs to the next sign; what stands in brackets behind it qualifies it.
 */
export function parseExpression(text: string): Expression | SyntaxProblem {
  const reader = new Reader(text.normalize('NFKC').trim());
  const sides: (readonly WrittenTerm[])[] = [];
  const comparisons: Comparison[] = [];
  for (;;) {
    const side = reader.side();
    if (!side) return { at: reader.rest };
    sides.push(side);
    if (reader.rest === '') break;
    const comparison = reader.comparison();
    if (!comparison) return { at: reader.rest };
    comparisons.push(comparison);
  }
  return comparisons.length === 0 ? { at: '' } : { sides, comparisons };
}

export const isExpression = (x: Expression | SyntaxProblem): x is Expression => 'sides' in x;

class Reader {
  rest: string;

  constructor(text: string) {
    this.rest = text;
  }

  side(): readonly WrittenTerm[] | undefined {
    const terms: WrittenTerm[] = [];
    for (let first = true; ; first = false) {
      const mark = /^[+\-−]/u.exec(this.rest)?.[0];
      if (mark === undefined && !first) return terms;
      if (mark !== undefined) this.skip(1);
      const term = this.term(mark === undefined || mark === '+' ? 1n : -1n);
      if (!term) return undefined;
      terms.push(term);
    }
  }

  comparison(): Comparison | undefined {
    const found = COMPARISONS.find(([word]) => this.rest.startsWith(word));
    if (found) this.skip(found[0].length);
    return found?.[1];
  }

  term(sign: bigint): WrittenTerm | undefined {
    const number = NUMBER.exec(this.rest)?.[0];
    let coefficient = rational(sign);
    if (number !== undefined) {
      this.skip(number.length);
      coefficient = multiply(coefficient, toRational(parseDecimal(number) as Decimal));
      if (!/^[×*]/u.test(this.rest)) return this.constant(coefficient);
      this.skip(1);
    }
    const name = this.name();
    if (name === '') return undefined;
    const words = this.words();
    return words && { kind: 'cell', coefficient, scaled: number !== undefined, name, words };
  }

  constant(value: Rational): WrittenTerm {
    const next = COMPARISONS.some(([word]) => this.rest.startsWith(word));
    const unit = next ? undefined : UNIT.exec(this.rest)?.[0];
    if (unit !== undefined) this.skip(unit.length);
    return { kind: 'constant', value, unit };
  }

  /** Up to the next sign or comparison. A comparison in words ends a name only where text is left before it. */
  name(): string {
    let length = 0;
    while (length < this.rest.length && !OPERATOR.test(this.rest[length]!)) {
      if (COMPARISONS.some(([word]) => this.rest.startsWith(word, length))) break;
      length += 1;
    }
    const name = this.rest.slice(0, length).replace(/\s+/gu, '');
    this.skip(length);
    return name;
  }

  words(): readonly string[] | undefined {
    if (!this.rest.startsWith('(')) return [];
    const close = this.rest.indexOf(')');
    if (close < 0) return undefined;
    const inside = this.rest.slice(1, close);
    this.skip(close + 1);
    return inside
      .split(/[,、;]/u)
      .map((word) => word.trim())
      .filter((word) => word !== '');
  }

  skip(length: number): void {
    this.rest = this.rest.slice(length).trimStart();
  }
}
