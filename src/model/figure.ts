import type { CellSource } from './observation.js';
import type { Rational } from './rational.js';
import type { Interval } from './rounding.js';

/** One delivered cell that a figure rests on. */
export interface Term {
  /** In words: 河北省 2024年 快递业务量. */
  readonly label: string;
  /** As delivered, exact: 95.4 */
  readonly value: string;
  readonly unit: string;
  readonly source: CellSource;
}

/** How a figure was made. */
export interface Derivation {
  /** Arithmetic on plain decimals that a person can check with a calculator: (95.4 ÷ 72.4 − 1) × 100. */
  readonly formula: string;
  readonly terms: readonly Term[];
  /** Whether it was delivered as such, or computed from deliveries. */
  readonly kind: 'delivered' | 'computed';
  /** Codes of remarks that a reader should know: published-growth-wins, differenced, tie… with their arguments. */
  readonly notes: readonly FigureNote[];
}

export interface FigureNote {
  readonly code: string;
  readonly args: Readonly<Record<string, string | number | readonly string[]>>;
}

/** An exact value with its unit and its proof. */
export interface Figure {
  readonly value: Rational;
  readonly unit: string;
  /** Decimals with which it was delivered, where it was; a computed figure has none of its own. */
  readonly decimals?: number;
  /** Every value that the displayed inputs allow, for a growth or a share computed from rounded levels. */
  readonly interval?: Interval;
  /** The figure is said as a name: who stands in that place. */
  readonly name?: { readonly full: string; readonly short: string };
  readonly derivation: Derivation;
}

/** Why there is no figure. `code` keys a message; nothing is ever put in its place. */
export interface NoFigure {
  readonly reason: string;
  readonly args: Readonly<Record<string, string | number | readonly string[]>>;
}

export const isFigure = (f: Figure | NoFigure): f is Figure => 'value' in f;
