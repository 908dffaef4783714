import type { Lang } from '../messages/language.js';
import { type Said, speak } from '../messages/speak.js';

/** Collects remarks about many cells and says each kind once, with how many more there are. */
export class FoldedNotes {
  readonly #kinds = new Map<string, { readonly first: Said; readonly seen: Set<string> }>();

  add(said: Said): void {
    const kind = this.#kinds.get(said.code);
    const key = JSON.stringify(said.args);
    if (kind) kind.seen.add(key);
    else this.#kinds.set(said.code, { first: said, seen: new Set([key]) });
  }

  format(lang: Lang): readonly string[] {
    return [...this.#kinds.values()].map(({ first, seen }) => {
      const text = speak(first, lang);
      return seen.size === 1 ? text : text + speak({ code: 'and-more-like-it', args: { count: seen.size - 1 } }, lang);
    });
  }
}
