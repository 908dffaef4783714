import { lexicon } from './lexicon/lexicon.js';
import type { ReadingContext } from './reading-context.js';
import type { Scene } from './scene.js';

/** 京津冀三地…分别×、×、×: a group whose name lists its members goes through them. */
export function membersOf(scene: Scene, numbers: number, { dictionary }: ReadingContext): Scene {
  const group = scene.areas?.list.length === 1 ? scene.areas.list[0]! : '';
  if (!scene.areas || !scene.respectively || !group.startsWith('group:') || numbers < 2) return scene;
  const { groups, refAreas } = dictionary.vocabulary;
  const name = group.slice('group:'.length);
  const named = (lexicon().regionLists.get(name) ?? []).flatMap((n) => refAreas.named(n).map((a) => a.code));
  const same = named.length === numbers && named.every((c) => groups[name]?.includes(c));
  return same && groups[name]?.length === numbers ? { ...scene, areas: { ...scene.areas, list: named } } : scene;
}
