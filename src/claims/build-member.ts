import { buildClaim } from './build-claim.js';
import type { Problem } from './claim.js';
import type { Built } from './claim-source.js';
import { comparedWith, comparedWithRegions } from './comparands.js';
import { asPrice, derivedBefore, priceElsewhere } from './derived-before.js';
import type { Frame } from './frame.js';
import { periodsListed, placeInList, subjectsOf } from './list-place.js';
import { unitOf } from './number-group.js';
import type { PatternMatch } from './pattern.js';
import { periodAsBase, periodOfClaim } from './period-of-claim.js';
import type { ReadingContext } from './reading-context.js';
import type { Scene } from './scene.js';
import { isPlain } from './scene-in-force.js';
import type { Entity } from './scope.js';
import type { SentenceState } from './sentence-state.js';
import { carriedTotal } from './total-reading.js';

/** One number of a group: which subject, region and period of the lists in force it belongs to, and what it asks. */
export function buildMember(
  frame: Frame,
  index: number,
  group: readonly Frame[],
  match: PatternMatch,
  scene: Scene,
  {
    scope,
    claims,
    said,
    partsFrom,
    comparator,
    comparedBy,
    noun,
    carried,
    growthSaid,
    listedBy,
    named,
    versus,
  }: SentenceState & { readonly carried: readonly Entity[] },
  context: ReadingContext,
): Built {
  const unsaid: Problem | undefined = scene.from && !scene.period ? { code: 'base-unknown', args: {} } : undefined;
  const derived = derivedBefore(scope.doubt, match, scene, claims);
  const against = versus.length > 0 ? comparedWithRegions(match) : undefined;
  const asked = against ?? (priceElsewhere(match, scene, unitOf(frame, group), claims) ? asPrice(match) : match);
  const blocked = (derived || (asked !== match && !against) ? undefined : scope.doubt) ?? scene.problem ?? unsaid;
  if (blocked) return { kind: match.pattern.measure, readings: [], problem: blocked };
  const others = against ? versus : (match.captured['others'] ?? []).flatMap(comparedWith);
  const own = subjectsOf(
    group.length,
    scene,
    scope.entities,
    saidLast(group.length, said, partsFrom) ?? (scene.entities ? said : named),
    carried,
    context.dictionary.vocabulary.catalogue,
  );
  const inForce = periodOfClaim(match, scope.period, context);
  const periods = periodsListed(
    match.pattern.measure === 'completion' ? inForce : scope.period,
    scene,
    group.length,
    own.length,
    scope.areas.list.length,
  );
  const place = placeInList(
    index,
    group.length,
    own.length,
    scope.areas.list.length,
    others.length,
    {
      ...scene,
      total:
        scene.total || (group.length === 1 && !scene.entities && !scene.areas && carriedTotal(claims) !== undefined),
    },
    {
      periods: match.pattern.measure === 'average-growth' && scope.period.span ? 0 : (periods?.length ?? 0),
      nouns: match.captured['nouns']?.length ?? 0,
    },
  );
  if (typeof place === 'string')
    return {
      kind: match.pattern.measure,
      readings: [],
      problem: {
        code: place,
        args: {
          numbers: group.length,
          subjects: Math.max(own.length, scope.areas.list.length),
          words: scope.period.words,
        },
      },
    };
  const unit = unitOf(frame, group)?.unit;
  const base = match.captured['base']?.[0]?.base ?? periodAsBase(match);
  const listed = place.period === undefined ? undefined : periods![place.period]!;
  return buildClaim(
    {
      match: asked,
      scene,
      period: listed ? periodOfClaim(match, { ...scope.period, candidates: [listed] }, context) : inForce,
      entity: own[place.entity],
      entities: own,
      area: place.area === undefined ? scope.areas.alternatives : [scope.areas.list[place.area]!],
      areas: scope.areas,
      scenario: scope.scenario,
      unit,
      other: others[place.other],
      comparator: base ?? (comparedBy === 'points' && isPlain(match) ? undefined : comparator),
      mayBeYearly: !base && comparedBy === 'growth' && comparator?.kind !== 'last-year' && comparator?.kind !== 'named',
      saidBase: base !== undefined || comparedBy === 'head',
      noun,
      earlier: claims.filter((c) => c.problem === undefined),
      afterUnread: claims[claims.length - 1]?.problem !== undefined,
      subject: scope.subject,
      index,
      numbers: group.length,
      growthSaid,
      listedBy,
      ...(derived ? { derived } : {}),
    },
    context,
  );
}

/**
 * 分别 goes back over several clauses: to the levels said, or to the parts that 其中 began to say; else to all that this sentence
 * has named.
 */
function saidLast(
  numbers: number,
  said: readonly Entity[],
  partsFrom: number | undefined,
): readonly Entity[] | undefined {
  if (said.length === numbers) return said;
  const parts = partsFrom === undefined ? [] : said.slice(partsFrom);
  return parts.length === numbers ? parts : undefined;
}
