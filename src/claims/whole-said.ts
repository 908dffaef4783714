import type { At } from '../measures/query.js';
import type { Problem, Reading } from './claim.js';
import type { ClaimSource } from './claim-source.js';
import type { ReadingContext } from './reading-context.js';

/** What a contribution or a pull just said is of. */
function parts(r: Reading | undefined): { readonly part: At; readonly whole: At } | undefined {
  return r?.query.kind === 'contribution' || r?.query.kind === 'pull' ? r.query : undefined;
}

/**
 * 行业收入增长×%，快递业务拉动×个百分点，贡献率×%: the whole is that of the contribution or the pull just said, or the indicator whose growth
 * has just been said and that the part is a part of.
 */
export function wholeSaid(part: At, { earlier }: ClaimSource, { dictionary }: ReadingContext): At | Problem {
  const last = earlier[earlier.length - 1];
  const said = last?.readings.length === 1 ? last.readings[0] : undefined;
  const { catalogue } = dictionary.vocabulary;
  const before = parts(said);
  const whole = before?.whole.indicator ?? (said?.query.kind === 'growth' ? said.indicator : undefined);
  const within =
    whole !== undefined &&
    (before?.part.indicator === part.indicator ||
      catalogue.partitionsOf(whole).some((p) => p.parts.includes(part.indicator)));
  const here = before ? before.whole.refArea : said?.refArea;
  const ofOthers = before ? before.part.refArea !== part.refArea : here !== part.refArea;
  return within && here !== undefined && !ofOthers
    ? { ...part, indicator: whole, refArea: here }
    : { code: 'share-of-what', args: {} };
}

/** …拉动×个百分点，贡献率×%: of the same part, where nothing is named anew. */
export function partSaid({ earlier, scene, numbers }: ClaimSource): readonly string[] | undefined {
  const before = parts(earlier[earlier.length - 1]?.readings[0]);
  return before && !scene.entities && numbers === 1 ? [before.part.indicator] : undefined;
}
