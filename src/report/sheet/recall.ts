import type { Claim } from '../../claims/claim.js';
import type { Document } from '../../model/document.js';
import { samePeriod } from '../../model/time-period.js';
import { formatPeriodInChinese, parseTimePeriod } from '../../model/time-period-text.js';
import type { ReportContext } from '../report-context.js';
import { describeQuery } from '../reporters/describe-query.js';
import { parseAnswer } from './answer-text.js';
import type { RecalledAnswer } from './given-answer.js';
import { moveQuery } from './relative-query.js';
import type { RememberedAnswer } from './remembered.js';
import { type Spot, Surroundings } from './slot-context.js';

/** A slot as far as an earlier answer has to know it. */
interface Asked extends Spot {
  readonly claim: Claim | undefined;
  readonly name?: string | undefined;
}

/**
 * The answers of earlier editions, by the number of the slot that they belong to now. A chosen reading and a name hold in
 * any edition; a figure only for the period that it was given for. A slot with two answers takes the later one.
 */
export function recallAnswers(
  document: Document,
  asked: readonly Asked[],
  context: ReportContext,
): ReadonlyMap<number, RecalledAnswer> {
  const found = new Map<number, RecalledAnswer>();
  const answers = context.answers ?? [];
  if (answers.length === 0) return found;
  const surroundings = new Surroundings(document, asked);
  for (const answer of answers) {
    const index = spotOf(answer, surroundings);
    const spot = index === undefined ? undefined : asked[index];
    const recalled = spot && (chosenReading(answer, spot, context) ?? givenValue(answer, spot, document, context));
    if (recalled) found.set(index! + 1, recalled);
  }
  return found;
}

/** Index of the one place that an answer belongs to. */
export function spotOf({ before, after, nth, of }: RememberedAnswer, surroundings: Surroundings): number | undefined {
  const spots = surroundings.spotsIn({ before, after });
  return spots.length === (of ?? 1) ? spots[(nth ?? 1) - 1] : undefined;
}

function chosenReading({ reading, period }: RememberedAnswer, { claim }: Asked, context: ReportContext) {
  if (reading === undefined || !claim) return undefined;
  const then = period === undefined ? undefined : parseTimePeriod(period);
  const now = context.reading.period;
  const meanings = claim.readings.map(({ query }) =>
    describeQuery(then && now ? moveQuery(query, now, then) : query, context.measures, 'zh'),
  );
  const index = meanings.indexOf(reading);
  if (index < 0) return undefined;
  return { text: '', agrees: index, from: { kind: 'remembered' } } as const;
}

function givenValue(answer: RememberedAnswer, asked: Asked, document: Document, context: ReportContext) {
  const { value, word, period } = answer;
  if (value === undefined || !holdsNow(period, asked, context)) return undefined;
  const { text } = document.blocks[asked.block]!;
  const kind = asked.name !== undefined ? 'name' : (asked.claim?.kind ?? 'none');
  const target = { kind, claim: asked.claim, before: text.slice(0, asked.start), after: text.slice(asked.end) };
  const typed = parseAnswer((word ?? '') + value, target);
  if (typed.kind !== 'answer') return undefined;
  return {
    text: typed.text,
    from: { kind: 'remembered' },
    ...(typed.verb === undefined ? {} : { verb: typed.verb }),
    ...(answer['instead-of'] === undefined ? {} : { insteadOf: answer['instead-of'] }),
  } as const;
}

/** A name holds in any edition, a figure only for the period that it was given for. */
const holdsNow = (period: string | undefined, { claim, name }: Asked, context: ReportContext): boolean =>
  name !== undefined || claim?.kind === 'name' || holdsFor(period, context);

/** Whether an answer was given for the project's period. */
export function holdsFor(period: string | undefined, { reading }: ReportContext): boolean {
  const then = period === undefined ? undefined : parseTimePeriod(period);
  return then && reading.period ? samePeriod(then, reading.period) : then === undefined && reading.period === undefined;
}

/** How the project's period is written beside an answer. */
export const periodOfAnswers = ({ reading }: ReportContext): string | undefined =>
  reading.period && formatPeriodInChinese(reading.period);
