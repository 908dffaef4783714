import type { Catalogue } from '../../catalogue/catalogue.js';
import type { HeadingPhrase } from '../../catalogue/heading-phrase.js';
import type { PeriodPhrase } from '../../model/time-period-text.js';
import { mergePhrases, namesIndicator } from './merge-phrases.js';
import type { ValueColumn } from './shape.js';

const DERIVED: ReadonlySet<string> = new Set([
  'growth',
  'growth-on-period',
  'growth-on-year-end',
  'rank',
  'growth-rank',
  'base',
  'share',
  'completion',
  'difference',
]);
const isDerived = (p: HeadingPhrase): boolean => p.measure !== undefined && DERIVED.has(p.measure);

/** Words of one heading under another, and names that are both unknown: 工业 over 产值 is 工业/产值. */
function stack(headings: readonly HeadingPhrase[], catalogue: Catalogue | undefined): HeadingPhrase {
  return headings.reduce((outer, inner) => {
    const merged = mergePhrases(inner, outer, catalogue);
    const bothUnknown = outer.rest !== '' && inner.rest !== '';
    return bothUnknown
      ? { ...merged, name: `${outer.rest}/${inner.rest}`, rest: `${outer.rest}/${inner.rest}` }
      : merged;
  });
}

const sameThing = (a: HeadingPhrase, b: HeadingPhrase): boolean =>
  a.indicator === b.indicator && (a.name ?? a.rest) === (b.name ?? b.rest);

/** Whether a period ends after another one. */
function isLater(a: HeadingPhrase, b: HeadingPhrase): boolean {
  if (a.period === undefined || b.period === undefined) return false;
  const year = (p: PeriodPhrase) => p.year ?? p.relativeYear;
  const [first, second] = [year(a.period), year(b.period)];
  if ((first === undefined) !== (second === undefined)) return false;
  return ((first ?? 0) - (second ?? 0) || a.period.to - b.period.to) > 0;
}

/**
 * The figures on the left that a growth or a rank is of: the nearest, and where one indicator stands there for several
 * periods (2024年 | 2023年 | 增速), those of the latest.
 */
function latestBeside(own: readonly HeadingPhrase[], at: number): HeadingPhrase | undefined {
  const nearest = own.slice(0, at).findLastIndex((p) => !isDerived(p));
  let latest = own[nearest];
  for (let i = nearest - 1; i >= 0 && latest !== undefined; i--) {
    const p = own[i]!;
    if (isDerived(p) || !sameThing(p, latest)) break;
    if (isLater(p, latest)) latest = p;
  }
  return latest;
}

/**
 * What each column of figures says, all its headings taken together. 同比增长, 排名, 上年同期 without an indicator of
 * their own belong to the figures next to them: on the left, or where there are none, on the right. A rank right of a growth
 * ranks the growth.
 */
export function columnPhrases(
  values: readonly ValueColumn[],
  parse: (text: string) => HeadingPhrase,
  catalogue: Catalogue | undefined,
): HeadingPhrase[] {
  const own = values.map(
    ({ headings }): HeadingPhrase => (headings.length === 0 ? { rest: '' } : stack(headings.map(parse), catalogue)),
  );
  return own.map((phrase, at) => {
    if (!isDerived(phrase)) return phrase;
    const left = latestBeside(own, at);
    const of = left ?? own.slice(at + 1).find((p) => !isDerived(p));
    const beside = own[at - 1];
    const ranksGrowth =
      phrase.measure === 'rank' &&
      beside?.measure === 'growth' &&
      (!namesIndicator(phrase) || sameThing(phrase, beside));
    if (of === undefined) return ranksGrowth ? { ...phrase, measure: 'growth-rank' } : phrase;
    const { measure: _m, unit, scenario: _s, dimension: _d, year: _y, ...rest } = of;
    const inherited: HeadingPhrase = phrase.measure === 'base' && unit !== undefined ? { ...rest, unit } : rest;
    // An accumulation of another indicator, or beside a period of its own, is not taken over.
    if (namesIndicator(phrase) && phrase.indicator !== of.indicator)
      return ranksGrowth ? { ...phrase, measure: 'growth-rank' } : phrase;
    const merged = mergePhrases(phrase, inherited, catalogue);
    return ranksGrowth ? { ...merged, measure: 'growth-rank' } : merged;
  });
}
