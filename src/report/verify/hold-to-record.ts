import type { Claim, Reading } from '../../claims/claim.js';
import { evaluate } from '../../measures/evaluate.js';
import { formatExact, inUnit } from '../../measures/operand.js';
import type { At, Query } from '../../measures/query.js';
import { type Decimal, parseDecimal } from '../../model/decimal.js';
import type { Edit } from '../../model/edit.js';
import { type Figure, isFigure, type NoFigure } from '../../model/figure.js';
import { equals, type Rational } from '../../model/rational.js';
import { parseUnit } from '../../model/unit.js';
import type { RecordedFigure } from '../record/fill-record.js';
import type { ReportContext } from '../report-context.js';
import { describeQuery } from '../reporters/describe-query.js';
import { compareWritten } from './compare-written.js';
import { plainText } from './correction.js';
import type { MatchedRecord } from './match-records.js';
import type { Said, VerifiedNumber } from './verified-number.js';

type Found = Omit<VerifiedNumber, 'no'>;

const AGREEING = ['right', 'rounded', 'truncated'];

/**
 * Holds a number to the record of its filling. The words of the text come first, always:
 *
 *   the sentence has one meaning       it decides; the record only tells that the number was changed, the data revised, or that
 *                                      the sentence meant something else when it was filled
 *   several, the record's among them   the record says which was meant
 *   several, all of them others        the sentence decides, and the difference is told
 *   none that can be read              the record accuses and never acquits: a number that is not what was meant is wrong while its
 *                                      words, or the number itself, are as they were filled; one that agrees stays unanswered
 */
export function holdToRecord(
  number: Found,
  { record, written, state }: MatchedRecord,
  sameWords: boolean,
  context: ReportContext,
  judge: (claim: Claim) => Partial<Found>,
): Found {
  const { figure, meaning, origin } = record;
  const remarks: Said[] = [];
  if (state === 'changed') remarks.push({ code: 'record-changed', args: { written } });
  const carried: Found = { ...number, filled: { text: written, state, origin, meaning } };
  if (!figure) {
    if (number.verdict === 'unanswered' && origin !== 'data')
      remarks.push({ code: `record-given-${origin}`, args: { written } });
    return { ...carried, remarks };
  }
  const now = evaluate(figure.query, context.measures);
  const revised = revisionOf(figure, now);
  remarks.push(...revised);
  // What nobody has touched since it was right is no slip of a hand.
  const held: Found = state === 'same' && revised.length > 0 && number.figure ? { ...carried, reasons: [] } : carried;
  if (number.verdict === 'fact') return { ...held, remarks };
  if (number.answers.length === 0)
    return withoutMeaning(held, { record, written, state }, figure, now, sameWords, context, remarks);
  const meant = describeQuery(figure.query, context.measures, 'zh');
  const mine = number.answers.filter((a) => describeQuery(a.reading.query, context.measures, 'zh') === meant);
  if (mine.length === 0) return { ...held, remarks: [...remarks, { code: 'record-other-meaning', args: { meaning } }] };
  const others = number.answers.some(({ figure: other }) => !isFigure(other) || !isFigure(now) || !same(other, now));
  if (!others || mine.length === number.answers.length || !number.claim) return { ...held, remarks };
  const judged = judge({ ...number.claim, readings: mine.map((a) => a.reading) });
  return { ...held, ...judged, remarks: [...remarks, { code: 'record-decides', args: { meaning } }] };
}

const same = (a: Figure, b: Figure): boolean => {
  const converted = inUnit(b, a.unit);
  return isFigure(converted) && equals(a.value, converted.value);
};

/** A value that does not end is cut off where nobody reads on. */
function shown(value: Rational, unit: string): string {
  const exact = formatExact(value);
  return `${exact.length <= 12 ? exact : `${exact.slice(0, 10)}…`}${unit}`;
}

/** What has become of the figure since it was filled. */
export function revisionOf({ value, unit }: RecordedFigure, now: Figure | NoFigure): readonly Said[] {
  const then = shown(value, unit);
  if (!isFigure(now)) return [{ code: 'record-without-data', args: { then } }];
  const converted = inUnit(now, unit);
  if (isFigure(converted) && equals(converted.value, value)) return [];
  return [{ code: 'record-revised', args: { then, now: shown(now.value, now.unit) } }];
}

/** The sentence cannot be read: only the record says what the number was. */
function withoutMeaning(
  held: Found,
  { record, state }: MatchedRecord,
  figure: RecordedFigure,
  now: Figure | NoFigure,
  sameWords: boolean,
  context: ReportContext,
  remarks: readonly Said[],
): Found {
  const { meaning } = record;
  const value = writtenValue(held);
  const claim = recordedClaim(held, record, figure.query);
  if (!isFigure(now) || !value || !claim) return { ...held, remarks };
  const answer = { reading: claim.readings[0]!, figure: now };
  const comparison = compareWritten(claim, value, now, answer, context);
  if (comparison && AGREEING.includes(comparison.verdict))
    return { ...held, remarks: [...remarks, { code: 'record-agrees', args: { meaning } }] };
  if (!comparison || (!sameWords && state === 'changed'))
    return {
      ...held,
      remarks: [...remarks, { code: 'record-rewritten', args: { meaning, now: shown(now.value, now.unit) } }],
    };
  const { verdict } = comparison;
  const expected = plainText(claim, now, context);
  const { block, start, end } = held;
  const edits: Edit[] =
    sameWords && parseDecimal(expected) && !expected.startsWith('-')
      ? [{ block, start, end, text: expected, kind: 'fill' }]
      : [];
  return {
    ...held,
    verdict,
    expected,
    figure: now,
    answers: [answer],
    edits,
    reasons: [{ code: 'record-differs', args: { meaning } }],
    remarks,
  };
}

function writtenValue({ claim, text }: Found): Decimal | undefined {
  const value = claim?.number.value;
  return value?.kind === 'written' ? value.value : parseDecimal(text);
}

/** The claim that was filled, in the unit that stands there now; none where that unit counts something else. */
function recordedClaim(held: Found, record: MatchedRecord['record'], query: Query): Claim | undefined {
  const { claim, text, block, start, end } = held;
  const recorded = parseUnit(record.unit);
  const unit = claim?.unit ?? recorded;
  if (unit && recorded && unit.base !== recorded.base) return undefined;
  const sign = claim?.sign?.sign ?? record.sign;
  const approximator = claim?.approximator?.class ?? record.approximator;
  const number = { start, end, text, value: claim?.number.value ?? { kind: 'slot' as const, glyph: text } };
  return {
    kind: record.kind ?? 'level',
    block,
    number,
    readings: [readingOf(query)],
    unit,
    unitSpan: claim?.unitSpan,
    pattern: undefined,
    sign: sign && { sign, partner: '-', kind: 'verb', start, end: start, text: '' },
    comparator: undefined,
    approximator: approximator && { class: approximator, span: { start, end: start, text: '' } },
    rankWords: undefined,
    list: undefined,
    evidence: [],
    problem: claim?.problem,
    label: claim?.label ?? '',
  };
}

function readingOf(query: Query): Reading {
  const { indicator, refArea, timePeriod } = firstCell(query);
  return { query, indicator, refArea, timePeriod };
}

/** The cell that a query is first of all about. */
function firstCell(query: Query): At {
  switch (query.kind) {
    case 'rank':
    case 'rank-change':
    case 'rank-distance':
    case 'placed':
    case 'rate-difference':
    case 'growth-of':
    case 'run':
    case 'ratio':
      return firstCell(query.of);
    case 'share':
    case 'contribution':
    case 'pull':
      return query.part;
    case 'total':
      return query.of[0]!;
    case 'per-capita':
      return query.of;
    case 'unit-price':
      return query.revenue;
    case 'completion':
    case 'ahead-of-time':
      return query.actual;
    case 'count':
      return firstCell(query.of);
    default:
      return query;
  }
}
