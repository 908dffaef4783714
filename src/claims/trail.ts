import type { Block } from '../model/document.js';
import type { Claim } from './claim.js';
import { distinctPeriods } from './periods.js';
import type { ReadingContext } from './reading-context.js';
import type { PeriodScope, Scope } from './scope.js';
import { has } from './token.js';
import { tokenize } from './tokenize.js';

/** What the paragraphs and headings so far leave to a paragraph that does not say it anew. */
export interface Trail {
  /** The period that the last paragraph with figures ended in. */
  readonly period: PeriodScope | undefined;
  /** Another subject than the industry's own was spoken of: a bare 业务量 may be of it. */
  readonly otherSubject: boolean;
}

export const noTrail: Trail = { period: undefined, otherSubject: false };

/**
 * A paragraph that names no period begins in that of its headings, or goes on in that of the paragraph before it: 上半年，A×亿元。
 * In the next paragraph B×亿元 may be of either.
 */
export function onTrail(outer: Scope, { period }: Trail): Scope {
  if (!period) return outer;
  const both = distinctPeriods([...outer.period.candidates, ...period.candidates]);
  return both.length === outer.period.candidates.length
    ? outer
    : { ...outer, period: { ...outer.period, candidates: both } };
}

/** The trail behind a paragraph that ended in this scope. */
export function behindParagraph(
  before: Trail,
  claims: readonly Claim[],
  ended: Scope | undefined,
  { dictionary }: ReadingContext,
): Trail {
  const read = claims.flatMap((c) => c.readings);
  if (read.length === 0) return before;
  const { catalogue } = dictionary.vocabulary;
  const period = ended?.period.explicit && ended.period.candidates.length > 0 ? ended.period : before.period;
  const others = read.some((r) => isOther(catalogue.get(r.indicator)?.subject, catalogue.openingSubject));
  return { period, otherSubject: before.otherSubject || others };
}

/** The trail behind a heading: one with a period of its own begins anew, and so does each under a heading with one. */
export function behindHeading(before: Trail, block: Block, scope: Scope, { dictionary }: ReadingContext): Trail {
  const { catalogue } = dictionary.vocabulary;
  const subjects = tokenize(block.text, dictionary)
    .filter((t) => has(t, 'term'))
    .flatMap((t) => (t.means ?? [t.text]).flatMap((name) => catalogue.terms(name)))
    .flatMap((t) => (t.kind === 'subject' ? [t.subject] : t.kind === 'indicator' ? [t.indicator.subject] : []));
  const named = subjects.filter((s) => s !== undefined);
  return {
    period: scope.period.explicit ? undefined : before.period,
    otherSubject:
      named.length > 0 && !named.includes(catalogue.openingSubject ?? '')
        ? named.some((s) => isOther(s, catalogue.openingSubject))
        : block.kind === 'title' && before.otherSubject,
  };
}

const isOther = (subject: string | undefined, industry: string | undefined): boolean =>
  subject !== undefined && industry !== undefined && subject !== industry;
