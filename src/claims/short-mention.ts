import type { Catalogue } from '../catalogue/catalogue.js';
import type { Indicator } from '../catalogue/schema.js';
import type { Scene } from './scene.js';
import type { Entity } from './scope.js';

/**
 * A级景区接待游客×万人次；其中8月份接待游客×万人次: what 其中 goes on about may be said shorter than before. Where the words are the
 * end of a longer name that was said, it may be meant as well as what the words name by themselves: both are read.
 */
export function withShortMention(scene: Scene, named: readonly Entity[], catalogue: Catalogue): Scene {
  const [only, another] = scene.entities ?? [];
  if (!scene.ofWhich || !scene.period || scene.areas || !only || another) return scene;
  const before = named.flatMap((e) => e.candidates).filter((id) => !only.candidates.includes(id));
  const longer = [...new Set(before)].filter((id) => endsIn(only.words, catalogue.get(id), catalogue));
  return longer.length === 0
    ? scene
    : { ...scene, entities: [{ ...only, candidates: [...only.candidates, ...longer] }] };
}

const endsIn = (words: string, indicator: Indicator | undefined, catalogue: Catalogue): boolean =>
  words !== '' &&
  indicator !== undefined &&
  [indicator.name, ...indicator.aliases].some((n) => n.endsWith(words) && !breaksName(n, words, catalogue));

/** 出口 is no short form of 民营企业进出口: it is the end of another name in it. */
function breaksName(name: string, words: string, catalogue: Catalogue): boolean {
  for (let at = name.length - words.length - 1; at > 0; at--) if (catalogue.named(name.slice(at))) return true;
  return false;
}
