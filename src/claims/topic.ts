import type { Catalogue } from '../catalogue/catalogue.js';
import type { Problem } from './claim.js';
import type { ReadingContext } from './reading-context.js';
import type { Scene } from './scene.js';
import type { Entity } from './scope.js';

/**
 * A name that stands for its indicator only with a measure behind it: 民营企业 for 民营企业进出口. What is named after it without
 * it (民营企业活力足，进出口×亿元) is a part of it.
 */
export function topicOf(entities: readonly Entity[], catalogue: Catalogue): Entity | undefined {
  const entity = entities.length === 1 ? entities[0]! : undefined;
  const indicator = entity?.candidates.length === 1 ? catalogue.get(entity.candidates[0]!) : undefined;
  if (!entity || !indicator) return undefined;
  const short = [indicator.name, ...indicator.aliases].some(
    (name) => name.startsWith(entity.words) && catalogue.terms(name.slice(entity.words.length)).length > 0,
  );
  return short ? entity : undefined;
}

/** What a name means under a topic: the part of both, or a problem where the two cut one whole in different ways. */
export function underTopic(named: Entity, topic: Entity, catalogue: Catalogue): Entity | Problem {
  if (named.words.includes(topic.words)) return named;
  const words = topic.words + named.words;
  const part = catalogue.named(words);
  if (part) return { ...named, candidates: [part.id], segment: part.segment, word: part.word, words };
  const [mine, other] = [topic.candidates[0]!, named.candidates[0]];
  const across = catalogue.data.partitions.some(
    (p) =>
      p.parts.includes(mine) &&
      (p.whole === other ||
        catalogue.partitionsOf(p.whole).some((q) => q.by !== p.by && other !== undefined && q.parts.includes(other))),
  );
  return across ? { code: 'unknown-modifier', args: { words } } : named;
}

/** 民营企业活力足，进出口×亿元: of private firms. */
export function onTopic(scene: Scene, topic: Entity | undefined, { dictionary }: ReadingContext): Scene {
  const [named, ...others] = scene.entities ?? [];
  if (!topic || !named || others.length > 0) return scene;
  const part = underTopic(named, topic, dictionary.vocabulary.catalogue);
  return 'code' in part ? { ...scene, problem: scene.problem ?? part } : { ...scene, entities: [part] };
}
