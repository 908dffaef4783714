import type { Document } from '../../src/model/document.js';
import {
  FAILING,
  type Verification,
  type VerifiedNumber,
  verifyDocument,
} from '../../src/report/verify/verify-document.js';
import type { CleanReport } from './clean-report.js';
import { FAULT_KINDS, type Fault, type FaultKind } from './plant.js';

/** What verify made of one fault. */
export interface Judgement {
  readonly fault: Fault;
  /** A finding anywhere in the report. */
  readonly found: boolean;
  /** At the very number. */
  readonly there: boolean;
  readonly named: boolean;
  readonly says: string;
}

/** Verdicts and causes that name a fault for what it is. */
const NAMES: Readonly<Record<FaultKind, readonly string[]>> = {
  digit: ['one-digit', 'digits-swapped'],
  sign: ['double-sign', 'flipped'],
  verb: ['flipped'],
  unit: ['unit-lost'],
  'ten-thousandfold': ['ten-thousandfold', 'decimal-shifted'],
  'points-or-percent': ['unit-lost'],
  region: ['other-region'],
  period: ['other-period'],
  indicator: ['other-indicator'],
  'month-or-total': ['month-for-total', 'total-for-month'],
  rank: ['wrong', 'flipped'],
  truncation: ['truncated'],
  stale: ['last-year'],
};

const isFinding = ({ verdict }: VerifiedNumber): boolean => FAILING.includes(verdict) || verdict === 'truncated';

/** The report with the fault in it. */
export const withFault = ({ report, block, start, end, text }: Fault): Document => ({
  ...report.document,
  blocks: report.document.blocks.map((b, i) =>
    i === block ? { ...b, text: b.text.slice(0, start) + text + b.text.slice(end) } : b,
  ),
});

export function judge(fault: Fault): Judgement {
  const { report, block } = fault;
  const found = verifyDocument(withFault(fault), report.context).numbers.filter(isFinding);
  const own = found.find((n) => n.block === block && (n.claim?.number.start ?? n.start) === fault.at);
  const says = own ? [own.verdict, ...own.reasons.map((r) => r.code)] : [];
  return {
    fault,
    found: found.length > 0,
    there: own !== undefined,
    named: NAMES[fault.kind].some((name) => says.includes(name)),
    says: says.join(' ') || (found[0] ? `elsewhere: ${found[0].verdict}` : 'nothing'),
  };
}

export interface Tally {
  readonly kind: FaultKind;
  readonly planted: number;
  readonly found: number;
  readonly there: number;
  readonly named: number;
}

export function tally(judgements: readonly Judgement[]): readonly Tally[] {
  return FAULT_KINDS.map((kind) => {
    const own = judgements.filter((j) => j.fault.kind === kind);
    const count = (test: (j: Judgement) => boolean) => own.filter(test).length;
    return {
      kind,
      planted: own.length,
      found: count((j) => j.found),
      there: count((j) => j.there),
      named: count((j) => j.named),
    };
  });
}

/** What verify says of a report in which nothing is wrong. */
export interface CleanJudgement {
  readonly name: string;
  readonly claims: number;
  readonly answered: number;
  readonly alarms: readonly VerifiedNumber[];
  readonly unanswered: readonly VerifiedNumber[];
}

export function judgeClean(report: CleanReport): CleanJudgement {
  const { numbers, coverage }: Verification = verifyDocument(report.document, report.context);
  return {
    name: report.name,
    ...coverage,
    alarms: numbers.filter(isFinding),
    unanswered: numbers.filter((n) => n.verdict === 'unanswered'),
  };
}
