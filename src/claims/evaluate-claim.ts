import type { MeasureContext } from '../measures/context.js';
import { evaluate } from '../measures/evaluate.js';
import { turnInsteadOf } from '../measures/growth.js';
import { inUnit } from '../measures/operand.js';
import type { Query } from '../measures/query.js';
import { settleAreas } from '../measures/ranked-area.js';
import { type Figure, isFigure, type NoFigure } from '../model/figure.js';
import { compare, rational, sign } from '../model/rational.js';
import type { Claim, Reading } from './claim.js';
import { sameFigure } from './same-figure.js';
import { cannotSay } from './wording/cannot-say.js';

/** A reading with its answer. */
export interface Answer {
  readonly reading: Reading;
  readonly figure: Figure | NoFigure;
}

/** Asks the data every reading of a claim. A share over 100 % is no share: the words were about something else. */
export function answersOf(claim: Claim, context: MeasureContext): readonly Answer[] {
  return claim.readings.map((asked) => {
    const query = settleAreas(asked.query, context, (q) => evaluate(q, context));
    if ('reason' in query) return { reading: asked, figure: query };
    const reading = {
      ...asked,
      query,
      ...(asked.query === query ? {} : { refArea: firstArea(query) ?? asked.refArea }),
    };
    const figure = evaluate(query, context);
    const turn = query.kind === 'growth' && isFigure(figure) ? turnInsteadOf(query, figure, context) : undefined;
    if (turn) return { reading, figure: turn };
    const over = claim.kind === 'share' && isFigure(figure) && compare(figure.value, rational(100n)) > 0;
    return { reading, figure: over ? cannotSay('share-over-hundred') : figure };
  });
}

/** The region of a question whose regions have been settled. */
const firstArea = (query: Query): string | undefined =>
  'refArea' in query ? query.refArea : 'part' in query ? query.part.refArea : undefined;

/** What the data say of a claim: one figure, none, or several that differ. */
export type Outcome =
  | { readonly kind: 'figure'; readonly figure: Figure; readonly answers: readonly Answer[] }
  | { readonly kind: 'none'; readonly why: NoFigure; readonly answers: readonly Answer[] }
  | { readonly kind: 'ambiguous'; readonly answers: readonly Answer[] };

/**
 * One figure where all readings give the same; ambiguous where two differ, or where one of several has no figure: the
 * sentence might mean that one.
 */
export function outcomeOf(claim: Claim, context: MeasureContext): Outcome {
  const answers = answersOf(claim, context);
  const first = answers[0];
  if (!first)
    return {
      kind: 'none',
      why: cannotSay(claim.problem?.code ?? 'not-understood', claim.problem?.args ?? {}),
      answers,
    };
  const figures = answers.map((a) => a.figure);
  if (figures.every((f) => !isFigure(f))) return { kind: 'none', why: first.figure as NoFigure, answers };
  if (figures.every((f) => isFigure(f) && sameFigure(f, first.figure)))
    return (
      contradictsReach(claim, first.figure as Figure, context) ??
      contradictsFall(claim, context) ??
      contradictsRates(claim, context) ??
      contradictsEnd(claim, first.figure as Figure) ?? {
        kind: 'figure',
        figure: first.figure as Figure,
        answers,
      }
    );
  return { kind: 'ambiguous', answers };
}

/** 降幅居全省第×位 of what rose: there is no such rank. */
function contradictsFall({ only, readings }: Claim, context: MeasureContext): Outcome | undefined {
  if (only === undefined) return undefined;
  const rose = readings.some(({ query }) => {
    const figure = query.kind === 'rank' ? evaluate(query.of, context) : undefined;
    return !figure || !isFigure(figure) || sign(figure.value) >= 0;
  });
  return rose ? { kind: 'none', why: cannotSay('rank-of-declines'), answers: [] } : undefined;
}

/** 降幅收窄 of two rates of which one rose would be false, whichever way the difference goes. */
function contradictsRates({ rates, readings, sign: word }: Claim, context: MeasureContext): Outcome | undefined {
  const query = readings[0]?.query;
  if (!rates || query?.kind !== 'rate-difference') return undefined;
  const both = [query.of, query.from].map((q) => evaluate(q, context));
  const holds = both.every((f) => isFigure(f) && (rates === 'falling' ? sign(f.value) < 0 : sign(f.value) >= 0));
  if (holds) return undefined;
  return { kind: 'none', why: cannotSay('rates-of-other-sign', { word: word?.text ?? '' }), answers: [] };
}

/** 连续×个月: where the returns begin before the run is seen to begin, it may be longer. */
function contradictsEnd({ kind }: Claim, { value, derivation }: Figure): Outcome | undefined {
  const open = kind === 'run' && derivation.notes.some((n) => n.code === 'run-may-be-longer');
  const short = kind === 'run' && compare(value, rational(2n)) < 0;
  return open || short
    ? { kind: 'none', why: { reason: open ? 'run-may-be-longer' : 'no-run', args: {} }, answers: [] }
    : undefined;
}

/** 由5291增长到5000 would be false: both figures are right and the word is not. */
function contradictsReach({ reach }: Claim, now: Figure, context: MeasureContext): Outcome | undefined {
  if (!reach) return undefined;
  const then = evaluate(reach.from.query, context);
  const same = isFigure(then) ? inUnit(then, now.unit) : then;
  if (!isFigure(same) || compare(now.value, same.value) === reach.sign) return undefined;
  return { kind: 'none', why: cannotSay('reach-contradicted', { word: reach.word }), answers: [] };
}
