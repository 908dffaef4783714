import { parseDecimal, toRational } from '../model/decimal.js';
import { type Figure, isFigure, type NoFigure } from '../model/figure.js';
import { compare, type Rational, rational } from '../model/rational.js';
import { round } from '../model/rounding.js';
import { areaName, type Evaluate, type MeasureContext } from './context.js';
import { formatExact, inUnit, noFigure } from './operand.js';
import type { CountQuery, Mark } from './query.js';
import { ranking } from './rank.js';
import { cellOf } from './rankable.js';

/**
 * How many of the peers pass a mark. Counted on the exact figures and on those that a reader sees; where the two differ, the
 * sentence would be true or false by rounding, and there is no count.
 */
export function count(query: CountQuery, context: MeasureContext, evaluate: Evaluate): Figure | NoFigure {
  const { of, peers, than, except = [] } = query;
  const { areas, missing } = ranking({ kind: 'rank', of, peers }, context, evaluate);
  if (missing.length > 0 && context.options.incompletePeers === 'withhold')
    return noFigure('peers-missing', {
      peers: peers.name,
      missing: missing.map((m) => areaName(m.refArea, context)),
      reason: missing[0]!.why.reason,
    });
  const first = areas[0]?.figure;
  if (!first) return noFigure('nothing-to-add');
  const mark = markOf(query.mark, first.unit, evaluate);
  if (!isFigure(mark)) return mark;
  const shown = (value: Rational): Rational =>
    toRational(round(value, context.options.decimals(first.unit, cellOf(of).indicator), context.options.rounding));
  const passes = (value: Rational, bound: Rational): boolean => {
    const sign = compare(value, bound);
    return than === 'above' ? sign > 0 : than === 'below' ? sign < 0 : sign >= 0;
  };
  const counted = areas.filter((a) => !except.includes(a.refArea));
  const unsure = counted.filter(
    ({ figure }) => passes(figure.value, mark.value) !== passes(shown(figure.value), shown(mark.value)),
  );
  if (unsure.length > 0)
    return noFigure('count-depends-on-rounding', {
      mark: formatExact(shown(mark.value)),
      names: unsure.map((a) => areaName(a.refArea, context)),
    });
  const found = counted.filter(({ figure }) => passes(figure.value, mark.value));
  return {
    value: rational(found.length),
    unit: '个',
    derivation: {
      kind: 'computed',
      formula: `${found.map((a) => areaName(a.refArea, context)).join('、')} → ${found.length}`,
      terms: found.flatMap((a) => a.figure.derivation.terms).slice(0, MOST_TERMS),
      notes: [{ code: 'counted-among', args: { peers: peers.name, count: counted.length } }],
    },
  };
}

/** Enough for a proof that people read. */
const MOST_TERMS = 40;

function markOf(mark: Mark, unit: string, evaluate: Evaluate): Figure | NoFigure {
  const found = mark.kind === 'mark' ? constant(mark.value, mark.unit) : evaluate(mark);
  return isFigure(found) ? inUnit(found, unit) : found;
}

function constant(value: string, unit: string): Figure | NoFigure {
  const number = parseDecimal(value);
  if (!number) return noFigure('nothing-to-add');
  return {
    value: toRational(number),
    unit,
    derivation: { kind: 'computed', formula: value, terms: [], notes: [] },
  };
}
