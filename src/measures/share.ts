import { toRational } from '../model/decimal.js';
import type { Figure, NoFigure } from '../model/figure.js';
import { isFigure } from '../model/figure.js';
import { add, compare, divide, multiply, type Rational, rational, sign, subtract, sum } from '../model/rational.js';
import { round } from '../model/rounding.js';
import { label, type MeasureContext, memberCodes } from './context.js';
import { level } from './level.js';
import { alike, computed, HUNDRED, noFigure, operand } from './operand.js';
import type { At, ShareQuery } from './query.js';
import { ratioInterval } from './rate-interval.js';

/** Share in %: part ÷ whole × 100, from levels; under `sum-to-100` as the whole partition is printed. */
export function share(query: ShareQuery, context: MeasureContext): Figure | NoFigure {
  const exact = exactShare(query.part, query.whole, context);
  if (!isFigure(exact) || context.options.shares === 'as-rounded') return exact;
  return adjusted(query, exact, context) ?? exact;
}

export function exactShare(part: At, whole: At, context: MeasureContext): Figure | NoFigure {
  const a = level(part, context);
  if (!isFigure(a)) return a;
  const b = level(whole, context);
  if (!isFigure(b)) return b;
  const pair = alike(a, b);
  if (!('length' in pair)) return pair;
  if (sign(pair[1].value) <= 0)
    return noFigure('base-not-positive', { what: label(whole, context), base: pair[1].derivation.formula });
  const value = multiply(divide(pair[0].value, pair[1].value), HUNDRED);
  const interval = ratioInterval(pair[0], pair[1]);
  return {
    ...computed(value, '%', `${operand(pair[0])} ÷ ${operand(pair[1])} × 100`, pair),
    ...(interval ? { interval } : {}),
  };
}

/** The other parts of an exhaustive partition that this share belongs to: by type, or by region. */
function siblings({ part, whole }: ShareQuery, context: MeasureContext): readonly At[] | undefined {
  if (part.indicator !== whole.indicator && part.refArea === whole.refArea) {
    const partition = context.catalogue
      .partitionsOf(whole.indicator)
      .find((p) => p.exhaustive && p.parts.includes(part.indicator));
    return partition?.parts.map((indicator) => ({ ...part, indicator }));
  }
  if (part.indicator !== whole.indicator) return undefined;
  const mine = memberCodes(part.refArea, context);
  if (!mine) return undefined;
  const peers = context.refAreas.members(whole.refArea).map((a) => a.code);
  const groups = Object.keys(context.groups).map((name) => ({
    refArea: `group:${name}`,
    codes: context.groups[name]!,
  }));
  const disjoint = groups.filter((g) => g.refArea === part.refArea || !g.codes.some((c) => mine.includes(c)));
  const chosen = coverOf(peers, disjoint, part.refArea);
  return chosen?.map((refArea) => ({ ...part, refArea }));
}

/** Named groups that, with the given one, hold every peer exactly once. */
function coverOf(
  peers: readonly string[],
  groups: readonly { refArea: string; codes: readonly string[] }[],
  must: string,
): readonly string[] | undefined {
  const first = groups.find((g) => g.refArea === must)!;
  const search = (chosen: readonly string[], left: ReadonlySet<string>): readonly string[] | undefined => {
    if (left.size === 0) return chosen;
    const next = [...left][0]!;
    for (const g of groups) {
      if (!g.codes.includes(next) || !g.codes.every((c) => left.has(c))) continue;
      const found = search([...chosen, g.refArea], new Set([...left].filter((c) => !g.codes.includes(c))));
      if (found) return found;
    }
    return undefined;
  };
  if (!first.codes.every((c) => peers.includes(c))) return undefined;
  return search([must], new Set(peers.filter((c) => !first.codes.includes(c))));
}

/** Largest remainder: every share rounded down, the units left over given to the largest remainders. */
function adjusted(query: ShareQuery, exact: Figure, context: MeasureContext): Figure | undefined {
  const parts = siblings(query, context);
  if (!parts) return undefined;
  const decimals = context.options.decimals('%', query.part.indicator);
  const shares: { at: At; value: Rational }[] = [];
  for (const at of parts) {
    const figure = exactShare(at, query.whole, context);
    if (!isFigure(figure)) return undefined;
    shares.push({ at, value: figure.value });
  }
  const place = parts.findIndex((p) => p.indicator === query.part.indicator && p.refArea === query.part.refArea);
  const values = shares.map((s) => s.value);
  if (place < 0 || !makesUpHundred(values, decimals)) return undefined;
  const mine = largestRemainder(values, decimals)[place]!;
  const plain = toRational(round(exact.value, decimals, context.options.rounding));
  if (compare(mine, plain) === 0) return exact;
  const notes = [...exact.derivation.notes, { code: 'share-adjusted', args: { what: label(query.part, context) } }];
  return { ...exact, value: mine, derivation: { ...exact.derivation, notes } };
}

/** Whether the shares, none negative, are those of a whole but for rounding: what is left over goes round once at most. */
function makesUpHundred(shares: readonly Rational[], decimals: number): boolean {
  const left = subtract(HUNDRED, sum(shares.map((s) => toRational(round(s, decimals, 'truncate')))));
  const most = rational(shares.length, 10n ** BigInt(decimals));
  return shares.every((s) => sign(s) >= 0) && sign(left) >= 0 && compare(left, most) <= 0;
}

/**
 * Rounds shares in % so that they add up to 100 exactly (Hamilton's method). Equal remainders: the larger share first. The
 * shares must be those of a whole.
 */
export function largestRemainder(shares: readonly Rational[], decimals: number): readonly Rational[] {
  const unit = rational(1n, 10n ** BigInt(decimals));
  const floors = shares.map((s) => toRational(round(s, decimals, 'truncate')));
  const total = sum(floors);
  const left = Number(divide(subtract(HUNDRED, total), unit).num);
  const order = shares
    .map((s, i) => ({ i, remainder: subtract(s, floors[i]!), s }))
    .sort((a, b) => compare(b.remainder, a.remainder) || compare(b.s, a.s) || a.i - b.i);
  const up = new Set(order.slice(0, Math.max(0, left)).map((x) => x.i));
  return floors.map((f, i) => (up.has(i) ? add(f, unit) : f));
}
