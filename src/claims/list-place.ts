import type { Catalogue } from '../catalogue/catalogue.js';
import type { TimePeriod } from '../model/time-period.js';
import type { ClaimReason } from './diagnostics.js';
import type { Scene } from './scene.js';
import type { Entity, PeriodScope } from './scope.js';

export interface PlaceInList {
  readonly entity: number;
  readonly area: number | undefined;
  readonly other: number;
  /** Of a list of periods. */
  readonly period?: number;
}

/** Which member of a list a number belongs to; a code where the counts do not say. */
export function placeInList(
  index: number,
  numbers: number,
  entities: number,
  areas: number,
  others: number,
  scene: Scene,
  { periods = 0, nouns = 0 }: { readonly periods?: number; readonly nouns?: number } = {},
): PlaceInList | ClaimReason {
  if (nouns > 0) {
    const alone = numbers === nouns && entities <= 1 && areas <= 1 && periods === 0;
    return alone ? { entity: 0, area: undefined, other: 0 } : 'list-count-differs';
  }
  if (periods > 0) {
    const alone = numbers === periods && entities <= 1 && areas <= 1 && others === 0;
    return alone ? { entity: 0, area: undefined, other: 0, period: index } : 'several-periods';
  }
  if (numbers === 1) {
    if (others > 1) return 'list-count-differs';
    if ((entities > 1 || areas > 1) && !scene.total) return 'list-with-one-number';
    return { entity: 0, area: undefined, other: 0 };
  }
  if (others === 1 && entities === numbers && areas <= 1) return { entity: index, area: undefined, other: 0 };
  if (others === numbers && entities <= 1 && areas <= 1) return { entity: 0, area: undefined, other: index };
  if (others > 0) return 'list-count-differs';
  if (entities === numbers && areas <= 1) return { entity: index, area: undefined, other: 0 };
  if (areas === numbers && entities <= 1) return { entity: 0, area: index, other: 0 };
  return 'list-count-differs';
}

/**
 * The indicators that a list of numbers goes through: those just named; else, after 分别, those said one by one before; else,
 * for a bare measure word after a list of segments (同城、异地…业务量…；业务收入分别…), the same segments of that word.
 */
export function subjectsOf(
  numbers: number,
  scene: Scene,
  named: readonly Entity[],
  said: readonly Entity[],
  carried: readonly Entity[],
  catalogue: Catalogue,
): readonly Entity[] {
  if (named.length !== 1 || numbers === 1) return named;
  if (scene.respectively && said.length === numbers) return said;
  const word = scene.entities?.length === 1 && named[0]!.segment === undefined ? named[0]!.word : undefined;
  if (word === undefined || named[0]!.words !== word || carried.length !== numbers) return named;
  const spread = carried.flatMap((e): readonly Entity[] => {
    const indicator =
      e.segment === undefined ? undefined : catalogue.compose({ subject: e.subject, segment: e.segment, word });
    return indicator ? [{ ...e, candidates: [indicator.id], word, words: e.words + word }] : [];
  });
  return spread.length === numbers ? spread : named;
}

/**
 * The periods that a list of numbers goes through: those named one by one, or after 分别 the months or quarters of a run that
 * has as many (一至四季度分别…, 1—3月分别…) where nothing else is listed.
 */
export function periodsListed(
  { list, candidates, words }: PeriodScope,
  { respectively }: Scene,
  numbers: number,
  entities: number,
  areas: number,
): readonly TimePeriod[] | undefined {
  if (list) return list;
  const run = candidates.length === 1 ? candidates[0]! : undefined;
  if (!run || !respectively || numbers < 2 || entities > 1 || areas > 1) return undefined;
  const ends = /^(?:.*年)?[^年]*[-‐-―－~～—–至到]/u.test(words);
  const length = /季度/u.test(words) ? 3 : 1;
  if (!ends || run.months !== length * numbers) return undefined;
  return Array.from({ length: numbers }, (_, i) => ({ end: run.end - length * (numbers - 1 - i), months: length }));
}
