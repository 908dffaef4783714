import type { Claim } from '../../claims/claim.js';
import { readDocument, rereader } from '../../claims/read-document.js';
import { isSilent } from '../../claims/statement.js';
import { type Document, placeInBlock } from '../../model/document.js';
import type { ReportContext } from '../report-context.js';
import { confirmedNumbers } from '../sheet/confirmed.js';
import { contradictions } from './contradictions.js';
import { holdToRecords, type RecordCount } from './hold-to-records.js';
import { FAILING, judgeClaim } from './judge-claim.js';
import { withListVerbs } from './list-verbs.js';
import { NO_RECORDS } from './match-records.js';
import type { Neighbourhood } from './other-cells.js';
import { numbersWithoutClaim } from './other-numbers.js';
import { rightInOtherUnit } from './other-words.js';
import { comparedAcrossPrices } from './price-bases.js';
import { withRanges } from './ranges.js';
import type { Verdict, VerifiedNumber } from './verified-number.js';
import { withWords } from './with-words.js';

export type { Said, Verdict, VerifiedNumber } from './verified-number.js';
export { FAILING };

export interface Verification {
  readonly numbers: readonly VerifiedNumber[];
  /** (all − unanswered − no-claim) ÷ (all − no-claim), exact; undefined where the report has no claim. */
  readonly coverage: { readonly answered: number; readonly claims: number };
  readonly summary: Readonly<Record<Verdict, number>>;
  /** Only where the file carries records of its filling. */
  readonly records?: RecordCount;
}

/**
 * Checks every number of a report against the data. A number that nobody can vouch for says so.
 *
 *   Document ──> Claim[]          claims: the grammar that fills also reads what is written
 *            ──> Judged           judge-claim: against answers of people, facts, the data; where a wrong one comes from
 *            ──> other units      other-words: right, had the unit been another
 *            ──> contradictions   between the numbers of the report themselves, data or not
 *            ──> numbers without a claim, so that every number is accounted for
 *            ──> records              hold-to-records: what the file itself carries of the numbers that fill wrote
 *            ──> words                with-words: a wrong number is marked with the words that are wrong with it
 */
export function verifyDocument(document: Document, context: ReportContext, carried = NO_RECORDS): Verification {
  const claims = readDocument(document, context.reading).filter((c) => isWritten(c, document));
  const confirmed = confirmedNumbers(document, claims, context);
  const near = neighbourhoodOf(claims);
  const reread = rereader(document, context.reading);
  const single = claims.flatMap((claim) => {
    const own = judgeClaim(claim, context, confirmed.get(claim), near);
    const words = claim.number.value.kind === 'words';
    if (words && own.verdict === 'unanswered' && isSilent(claim.pattern ?? '')) return [];
    return [rightInOtherUnit(own, document, reread, context) ?? own];
  });
  const judged = withRanges(withListVerbs(single, context), document, reread, context);
  const against = new Map([...contradictions(judged, context), ...comparedAcrossPrices(document, claims)]);
  const found: Omit<VerifiedNumber, 'no'>[] = judged.map((own) => {
    const { claim } = own;
    const contradiction = against.get(claim);
    const block = document.blocks[claim.block]!;
    return {
      ...located(claim.number, claim.block, document),
      place: placeInBlock(block, claim.number.start),
      ...own,
      ...(contradiction ? { verdict: 'inconsistent' as const, reasons: [contradiction] } : {}),
    };
  });
  for (const n of numbersWithoutClaim(document, claims, context.reading))
    found.push({
      ...located(n, n.block, document),
      place: placeInBlock(document.blocks[n.block]!, n.start),
      kind: 'none',
      verdict: n.verdict,
      answers: [],
      edits: [],
      reasons: n.reason ? [n.reason] : [],
    });
  const held = holdToRecords(document, found, carried, context, (claim) => judgeClaim(claim, context, undefined, near));
  const numbers = held.numbers
    .map((n) => withWords(n, document))
    .sort((a, b) => a.block - b.block || a.start - b.start);
  const verification = summarise(numbers.map((n, i) => ({ no: i + 1, ...n })));
  return held.count ? { ...verification, records: held.count } : verification;
}

/** A number that is written out, and is no factor: 2×10吨 is a size. */
function isWritten({ number, block }: Claim, { blocks }: Document): boolean {
  const { text } = blocks[block]!;
  const factor = /^\s*[×✕*]\s*\d/u.test(text.slice(number.end)) || /\d\s*[×✕*]\s*$/u.test(text.slice(0, number.start));
  return number.value.kind !== 'slot' && !factor;
}

/** All that a report speaks of. */
function neighbourhoodOf(claims: readonly Claim[]): Neighbourhood {
  const readings = claims.flatMap((c) => c.readings);
  return { indicators: new Set(readings.map((r) => r.indicator)), areas: new Set(readings.map((r) => r.refArea)) };
}

function located(span: { start: number; end: number }, block: number, { blocks }: Document) {
  const { text } = blocks[block]!;
  return {
    block,
    start: span.start,
    end: span.end,
    text: text.slice(span.start, span.end),
    before: text.slice(Math.max(0, span.start - 24), span.start),
    after: text.slice(span.end, span.end + 12),
  };
}

function summarise(numbers: readonly VerifiedNumber[]): Verification {
  const summary: Record<Verdict, number> = {
    right: 0,
    rounded: 0,
    truncated: 0,
    wrong: 0,
    flipped: 0,
    'unit-lost': 0,
    inconsistent: 0,
    unanswered: 0,
    fact: 0,
    'no-claim': 0,
  };
  for (const n of numbers) summary[n.verdict] += 1;
  const claims = numbers.length - summary['no-claim'];
  return { numbers, coverage: { answered: claims - summary.unanswered, claims }, summary };
}
