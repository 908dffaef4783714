import type { Problem } from './claim.js';
import { type Built, type ClaimSource, cellsOf, reading } from './claim-source.js';
import type { ReadingContext } from './reading-context.js';

/** 三次产业结构为×∶×∶×: the share of each part of a whole, where the list has all of them and nothing else. */
export function structureReadings(source: ClaimSource, context: ReadingContext): Built {
  const { catalogue } = context.dictionary.vocabulary;
  const ids = source.entities.flatMap((e) => (e.candidates.length === 1 ? e.candidates : []));
  const wholes = catalogue.data.partitions.filter(
    (p) => p.exhaustive && p.parts.length === ids.length && p.parts.every((part) => ids.includes(part)),
  );
  const whole = wholes.length === 1 ? wholes[0]!.whole : undefined;
  const unclear: Problem = { code: 'share-of-what', args: {} };
  if (whole === undefined || ids.length !== source.entities.length || source.scenario === 'plan')
    return { kind: 'share', readings: [], problem: unclear };
  const parts = cellsOf(source, source.entity!.candidates, context);
  return {
    kind: 'share',
    readings: parts.map((part) => reading({ kind: 'share', part, whole: { ...part, indicator: whole } }, part)),
  };
}
