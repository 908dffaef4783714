import type { Claim, Reading } from '../../claims/claim.js';
import type { Holds } from '../../claims/token.js';
import { inClaimUnit } from '../../claims/wording/displayed.js';
import { evaluate } from '../../measures/evaluate.js';
import { formatExact, inUnit } from '../../measures/operand.js';
import type { At, Query } from '../../measures/query.js';
import { formatDecimal, toRational } from '../../model/decimal.js';
import type { Edit } from '../../model/edit.js';
import { type Figure, isFigure, type NoFigure } from '../../model/figure.js';
import { absolute, compare, equals, ONE, type Rational, rational, sign } from '../../model/rational.js';
import { round } from '../../model/rounding.js';
import type { ReportContext } from '../report-context.js';
import type { Judged } from './judged.js';
import type { Said } from './verified-number.js';

/** What one reading of the words makes of them. */
interface Judgement {
  readonly holds: boolean | undefined;
  readonly figure?: Figure;
  /** What should stand there. */
  readonly expected?: string;
  readonly said?: Said;
}

/**
 * Words that claim something: right where one of their meanings is true of every subject, flipped where for one subject none of
 * them is. Where a meaning that might make them true cannot be had, nobody can vouch for them.
 */
export function judgeStatement(claim: Claim, holds: Holds, context: ReportContext): Judged {
  const subjects = [claim.readings, ...(claim.others ?? [])];
  const judged = subjects.map((readings) => kindest(readings, claim, holds, context));
  const worst = judged.find((j) => j.holds === false) ?? judged.find((j) => j.holds === undefined) ?? judged[0]!;
  // The subject for which they fail comes first.
  const at = judged.indexOf(worst);
  const ordered = [subjects[at]!, ...subjects.filter((_, i) => i !== at)];
  const answers = ordered.flat().map((reading) => ({ reading, figure: evaluate(reading.query, context.measures) }));
  const verdict = worst.holds === undefined ? 'unanswered' : worst.holds ? 'right' : 'flipped';
  return {
    kind: claim.kind,
    claim,
    verdict,
    answers,
    ...(worst.figure ? { figure: worst.figure } : {}),
    ...(verdict === 'flipped' && worst.expected !== undefined ? { expected: worst.expected } : {}),
    reasons: worst.said ? [worst.said] : [],
    edits: verdict === 'flipped' && judged.length === 1 ? turned(claim, holds, worst.figure) : [],
  };
}

function kindest(readings: readonly Reading[], claim: Claim, holds: Holds, context: ReportContext): Judgement {
  const all = readings.map((reading) => judgeOne(reading, claim, holds, context));
  return (
    all.find((j) => j.holds) ??
    all.find((j) => j.holds === undefined && j.said?.code !== 'base-missing') ??
    all.find((j) => j.holds === false) ??
    all[0] ?? { holds: undefined }
  );
}

function judgeOne({ query }: Reading, claim: Claim, holds: Holds, context: ReportContext): Judgement {
  const { measures } = context;
  if (holds === 'turned-up' || holds === 'turned-down')
    return turnedRound(query, holds === 'turned-up' ? 1 : -1, context);
  if (holds === 'profit' || holds === 'loss') return acrossZero(query, holds === 'profit' ? 1 : -1, context);
  const figure = evaluate(query, measures);
  if (!isFigure(figure)) return unknown(figure);
  if (holds === 'record' || holds === 'record-of-months')
    return overPeak(query, figure, figure.value, holds === 'record' ? 'any' : 'same-months', context);
  if (typeof holds === 'object' && holds.kind === 'first-past') {
    const mark = inMark(figure, claim, toRational(holds.mark));
    return mark ? overPeak(query, figure, mark, 'any', context) : { holds: undefined };
  }
  const expected = conclusionOf(figure, claim, context);
  return { holds: isTrue(figure, claim, holds, context), figure, expected };
}

const unknown = ({ reason, args }: NoFigure): Judgement => ({ holds: undefined, said: { code: reason, args } });

function isTrue(figure: Figure, claim: Claim, holds: Holds, context: ReportContext): boolean {
  const { value } = figure;
  if (typeof holds === 'object') return holds.kind === 'within' && compare(value, toRational(holds.places)) <= 0;
  switch (holds) {
    case 'first':
      return equals(value, ONE) && !figure.derivation.notes.some((n) => n.code === 'tied-with');
    case 'flat':
      return seen(figure, claim, context).num === 0n;
    case 'nearly-flat':
      return compare(absolute(value), ONE) <= 0;
    case 'two-digits':
      return compare(seen(figure, claim, context), rational(10n)) >= 0;
    default: {
      // What rounds to zero has neither risen nor fallen.
      const shown = seen(figure, claim, context);
      return sign(value) === claim.sign?.sign || (shown.num === 0n && claim.kind === 'growth');
    }
  }
}

/** The figure as a reader would see it. */
function seen(figure: Figure, claim: Claim, { wording }: ReportContext): Rational {
  const decimals = wording.decimals(figure.unit, claim.readings[0]?.indicator);
  return toRational(round(figure.value, decimals, wording.rounding));
}

/** 第3位; 下降2.0%: what the data say instead. */
function conclusionOf(figure: Figure, claim: Claim, context: ReportContext): string {
  if (figure.unit === '位') return `第${formatExact(figure.value)}位`;
  const decimals = context.wording.decimals(figure.unit, claim.readings[0]?.indicator);
  const text = formatDecimal(round(absolute(figure.value), decimals, context.wording.rounding));
  const unit = figure.unit === '百分点' ? '个百分点' : figure.unit;
  const word = claim.sign
    ? sign(figure.value) === claim.sign.sign
      ? claim.sign.text
      : claim.sign.partner
    : sign(figure.value) < 0
      ? '下降'
      : '增长';
  return `${word}${text}${unit}`;
}

/** 由负转正: below zero before, above it now. */
function turnedRound(query: Query, direction: 1 | -1, { measures }: ReportContext): Judgement {
  if (query.kind !== 'rate-difference') return { holds: undefined };
  const [now, then] = [evaluate(query.of, measures), evaluate(query.from, measures)];
  if (!isFigure(now)) return unknown(now);
  if (!isFigure(then)) return unknown({ reason: 'base-missing', args: { what: '' } });
  const holds = sign(now.value) === direction && sign(then.value) === -direction;
  return { holds, figure: now, ...(holds ? {} : { said: fromTo(then, now) }) };
}

/** 扭亏为盈: the figure itself below zero before, above it now. */
function acrossZero(query: Query, direction: 1 | -1, { measures }: ReportContext): Judgement {
  if (query.kind !== 'increase' || query.base === 'preceding') return { holds: undefined };
  const { base, kind: _, ...at } = query;
  const before = typeof base === 'object' ? base.timePeriod : { ...at.timePeriod, end: at.timePeriod.end - 12 };
  const now = evaluate({ ...at, kind: 'level' }, measures);
  const then = evaluate({ ...at, kind: 'level', timePeriod: before }, measures);
  if (!isFigure(now)) return unknown(now);
  if (!isFigure(then)) return unknown(then);
  const holds = sign(now.value) === direction && sign(then.value) === -direction;
  return { holds, figure: now, ...(holds ? {} : { said: fromTo(then, now) }) };
}

const shortText = ({ value, unit }: Figure): string => formatDecimal(round(value, 2)) + unit;

const fromTo = (then: Figure, now: Figure): Said => ({
  code: 'no-turn',
  args: { before: shortText(then), now: shortText(now) },
});

/** Higher than whatever was before, as far back as the returns go; the note says how far. */
function overPeak(
  query: Query,
  figure: Figure,
  bar: Rational,
  among: 'any' | 'same-months',
  { measures }: ReportContext,
): Judgement {
  if (query.kind !== 'level') return { holds: undefined };
  const { kind: _, ...at } = query as { kind: 'level' } & At;
  const peak = evaluate({ ...at, kind: 'earlier-peak', among }, measures);
  if (!isFigure(peak)) return unknown(peak);
  const same = inUnit(peak, figure.unit);
  if (!isFigure(same)) return unknown(same);
  const since = peak.derivation.notes.find((n) => n.code === 'earlier-since');
  if (compare(same.value, bar) >= 0) {
    const term = peak.derivation.terms[0];
    return {
      holds: false,
      figure,
      said: { code: 'not-the-first', args: { what: term?.label ?? '', value: shortText(same) } },
    };
  }
  // One year before is no history.
  const short = Number(since?.args['count'] ?? 0) < LEAST_HISTORY;
  return {
    holds: short ? undefined : true,
    figure,
    ...(since ? { said: { code: since.code, args: since.args } } : {}),
  };
}

/** Earlier periods that the returns must hold before anybody vouches for 首次 and 历史新高. */
const LEAST_HISTORY = 2;

/** A mark such as 100亿件 in the unit of the figure. */
function inMark(figure: Figure, claim: Claim, mark: Rational): Rational | undefined {
  const own = inClaimUnit(figure, claim);
  if ('reason' in own || own.value.num === 0n) return undefined;
  return rational(mark.num * figure.value.num * own.value.den, mark.den * figure.value.den * own.value.num);
}

/** 高于 becomes 低于 where the data say so and nothing else needs to change. */
function turned({ sign: word, block }: Claim, holds: Holds, figure: Figure | undefined): readonly Edit[] {
  if (holds !== 'sign' || word?.kind !== 'verb' || !figure || sign(figure.value) !== -word.sign) return [];
  return [{ block, start: word.start, end: word.end, text: word.partner, kind: 'word' }];
}

/**
 * 连续×个月: true of a run at least as long; longer than the returns reach nobody can vouch. Of several meanings of one subject the
 * one counts that makes it true, else the longest; of several subjects the shortest.
 */
export function judgeRun(claim: Claim, written: Rational, context: ReportContext): Judged {
  const subjects = [claim.readings, ...(claim.others ?? [])].map((readings) =>
    readings.map((reading) => ({ reading, figure: evaluate(reading.query, context.measures) })),
  );
  const base = { kind: claim.kind, claim, answers: subjects.flat(), edits: [] };
  const longest = subjects.map((own) => {
    const figures = own.flatMap(({ figure }) => (isFigure(figure) ? [figure] : []));
    return figures.find((f) => equals(f.value, written)) ?? figures.reduce<Figure | undefined>(longer, undefined);
  });
  const missing = base.answers.map((a) => a.figure).find((f) => !isFigure(f));
  const known = longest.flatMap((f) => (f ? [f] : []));
  const shortest =
    known.length < longest.length ? undefined : known.reduce((a, b) => (compare(b.value, a.value) < 0 ? b : a));
  if (!shortest)
    return {
      ...base,
      verdict: 'unanswered',
      reasons: missing && !isFigure(missing) ? [{ code: missing.reason, args: missing.args }] : [],
    };
  const open = shortest.derivation.notes.find((n) => n.code === 'run-may-be-longer');
  const order = compare(shortest.value, written);
  const own = { ...base, figure: shortest };
  if (order === 0)
    return { ...own, verdict: open ? 'rounded' : 'right', reasons: open ? [{ code: open.code, args: {} }] : [] };
  const count = formatExact(shortest.value);
  if (order > 0) return { ...own, verdict: 'rounded', reasons: [{ code: 'run-is-longer', args: { count } }] };
  if (open) return { ...own, verdict: 'unanswered', reasons: [{ code: open.code, args: {} }] };
  return { ...own, verdict: 'wrong', expected: count, reasons: [] };
}

const longer = (a: Figure | undefined, b: Figure): Figure => (a && compare(a.value, b.value) >= 0 ? a : b);
