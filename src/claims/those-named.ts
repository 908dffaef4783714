import type { Catalogue } from '../catalogue/catalogue.js';
import { parseChineseInteger } from '../model/numeral.js';
import type { Problem } from './claim.js';
import type { Scene } from './scene.js';
import type { Entity } from './scope.js';

const sameEntity = (a: Entity, b: Entity): boolean => a.candidates.join() === b.candidates.join();

/** What has been named, each once, in the order of its last mention. */
export const alsoNamed = (before: readonly Entity[], now: readonly Entity[]): readonly Entity[] => [
  ...before.filter((e) => !now.some((n) => sameEntity(e, n))),
  ...now,
];

/** 三者占比分别为×%、×%和×%: the last three that were named, where they are parts of one whole. */
export function thoseNamed(words: string, named: readonly Entity[], catalogue: Catalogue): readonly Entity[] | Problem {
  const count = parseChineseInteger(/[两二三四五]/u.exec(words)?.[0] ?? '') ?? 0;
  const those = named.slice(-count);
  const ids = those.flatMap((e) => (e.candidates.length === 1 ? e.candidates : []));
  const parts = catalogue.data.partitions.some((p) => ids.every((id) => p.parts.includes(id)));
  return ids.length === count && count > 1 && parts ? those : { code: 'list-not-clear', args: { words } };
}

/** The scene with those that its words take up. Regions in a list are taken up as they are. */
export function withThose(scene: Scene, named: readonly Entity[], areas: number, catalogue: Catalogue): Scene {
  if (scene.those === undefined || scene.entities || scene.areas || areas > 1) return scene;
  const those = thoseNamed(scene.those, named, catalogue);
  return 'code' in those ? { ...scene, problem: scene.problem ?? those } : { ...scene, entities: those };
}
