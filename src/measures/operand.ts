import { formatDecimal, trimZeros } from '../model/decimal.js';
import type { Derivation, Figure, FigureNote, NoFigure } from '../model/figure.js';
import { multiply, type Rational, rational } from '../model/rational.js';
import { round } from '../model/rounding.js';
import { conversionFactor, parseUnit } from '../model/unit.js';
import type { FigureNoteCode, MeasureReason } from './diagnostics.js';

/** There is no figure, and why. */
export const noFigure = (reason: MeasureReason, args: NoFigure['args'] = {}): NoFigure => ({ reason, args });

/** A remark of this room. */
export type MeasureNote = FigureNote & { readonly code: FigureNoteCode };

/** A finite decimal in full; anything else to twelve places. Only for showing a formula, never for computing. */
export function formatExact(value: Rational): string {
  return formatDecimal(trimZeros(round(value, finiteDecimals(value.den) ?? 12)));
}

/** How many decimals 1/den needs; undefined where they do not end, or end beyond what anyone would read. */
function finiteDecimals(den: bigint): number | undefined {
  let power = 1n;
  for (let decimals = 0; decimals <= 40; decimals++) {
    if (power % den === 0n) return decimals;
    power *= 10n;
  }
  return undefined;
}

/** The formula of a figure as it stands inside a larger one: bare when it is a single number. */
export function operand(figure: Figure): string {
  const { formula } = figure.derivation;
  return /^\d+(?:\.\d+)?$/.test(formula) ? formula : `(${formula})`;
}

/** The same figure in another unit, exactly. A delivered figure keeps a plain decimal as its formula. */
export function inUnit(figure: Figure, unit: string): Figure | NoFigure {
  if (figure.unit === unit) return figure;
  const [from, to] = [parseUnit(figure.unit), parseUnit(unit)];
  const factor = from && to && conversionFactor(from, to);
  if (!factor) return noFigure('units-differ', { found: figure.unit, expected: unit });
  const value = multiply(figure.value, factor);
  const exponent = (from?.exponent ?? 0) - (to?.exponent ?? 0);
  const plain = /^-?\d+(?:\.\d+)?$/.test(figure.derivation.formula);
  if (exponent === 0) return { ...figure, unit };
  const step = exponent >= 0 ? `× ${10n ** BigInt(exponent)}` : `÷ ${10n ** BigInt(-exponent)}`;
  return {
    ...figure,
    value,
    unit,
    ...(figure.decimals === undefined ? {} : { decimals: figure.decimals - exponent }),
    derivation: {
      ...figure.derivation,
      formula: plain ? formatExact(value) : `(${figure.derivation.formula}) ${step}`,
    },
  };
}

/** Both figures in the first one's unit. */
export function alike(a: Figure, b: Figure): readonly [Figure, Figure] | NoFigure {
  const converted = inUnit(b, a.unit);
  return 'reason' in converted ? converted : [a, converted];
}

/** A figure computed from others: their terms and notes together. */
export function computed(
  value: Rational,
  unit: string,
  formula: string,
  from: readonly Figure[],
  notes: readonly MeasureNote[] = [],
): Figure {
  const terms = [...new Set(from.flatMap((f) => f.derivation.terms))];
  const inherited = [...notes, ...from.flatMap((f) => f.derivation.notes)];
  const unique = [...new Map(inherited.map((n) => [JSON.stringify(n), n])).values()];
  const derivation: Derivation = { kind: 'computed', formula, terms, notes: unique };
  return { value, unit, derivation };
}

export const HUNDRED = rational(100n);
