import type { Catalogue } from '../../catalogue/catalogue.js';
import { joinPeriods } from '../../catalogue/heading.js';
import type { HeadingPhrase } from '../../catalogue/heading-phrase.js';

/** Whether a phrase names an indicator, or a part of one's name. */
export const namesIndicator = (p: HeadingPhrase): boolean => p.name !== undefined || p.indicator !== undefined;

interface Name {
  readonly indicator?: string;
  readonly subject?: string;
  readonly segment?: string;
  readonly word?: string;
  readonly name?: string;
  readonly rest: string;
}

const nameOf = ({ indicator, subject, segment, word, name, rest }: HeadingPhrase): Name => ({
  rest,
  ...(indicator === undefined ? {} : { indicator }),
  ...(subject === undefined ? {} : { subject }),
  ...(segment === undefined ? {} : { segment }),
  ...(word === undefined ? {} : { word }),
  ...(name === undefined ? {} : { name }),
});

/**
 * The indicator that an inner heading names below an outer one: 快递业务 below 邮政行业业务收入 is 快递业务收入, 同城 below
 * it 同城快递业务收入. What the inner one leaves out it takes from the outer one.
 */
export function composeName(inner: HeadingPhrase, outer: HeadingPhrase, catalogue: Catalogue | undefined): Name {
  if (!namesIndicator(inner)) return nameOf(outer);
  if (inner.indicator !== undefined || !namesIndicator(outer)) return nameOf(inner);
  const above = outer.indicator === undefined ? undefined : catalogue?.get(outer.indicator);
  const word = inner.word ?? outer.word ?? above?.word;
  const subject =
    inner.subject ??
    (inner.word !== undefined && inner.segment === undefined && inner.rest !== ''
      ? undefined
      : (outer.subject ?? above?.subject));
  const segment =
    inner.segment ?? (inner.subject === undefined && inner.word !== undefined ? outer.segment : undefined);
  const own = inner.subject ?? inner.segment ?? inner.word;
  const name = inner.name ?? inner.rest;
  if (own === undefined || inner.rest !== '') return { name, rest: inner.rest };
  const found = word === undefined ? undefined : catalogue?.compose({ subject, segment, word });
  const parts = {
    ...(subject === undefined ? {} : { subject }),
    ...(segment === undefined ? {} : { segment }),
    ...(word === undefined ? {} : { word }),
  };
  return found ? { indicator: found.id, ...parts, name, rest: '' } : { ...parts, name, rest: '' };
}

/** Puts an inner phrase before an outer one, field by field: what the inner one says holds. */
export function mergePhrases(
  inner: HeadingPhrase,
  outer: HeadingPhrase,
  catalogue: Catalogue | undefined,
): HeadingPhrase {
  const {
    indicator: _i,
    subject: _s,
    segment: _g,
    word: _w,
    name: _n,
    rest: _r,
    indicatorCandidates: _c,
    period: _p,
    dimension: _d,
    ...outside
  } = outer;
  const { indicator: _1, subject: _2, segment: _3, word: _4, name: _5, rest: _6, period, ...inside } = inner;
  const joined = period && outer.period ? (joinPeriods(period, outer.period) ?? period) : (period ?? outer.period);
  return { ...outside, ...inside, ...(joined ? { period: joined } : {}), ...composeName(inner, outer, catalogue) };
}
