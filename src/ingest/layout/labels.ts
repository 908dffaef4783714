import type { Catalogue } from '../../catalogue/catalogue.js';
import type { HeadingPhrase } from '../../catalogue/heading-phrase.js';
import { composeName, mergePhrases, namesIndicator } from './merge-phrases.js';

/**
 * The labels of one column of indicators, from top to bottom. A number (一、 1、) or an indent makes a label a part of the
 * one above it; 其中 opens a list of parts, which goes on until a numbered label, or one that names a whole of its own.
 */
export class LabelTree {
  readonly #catalogue: Catalogue | undefined;
  /** Open labels with their depth, outermost first. */
  readonly #open: { readonly depth: number; readonly phrase: HeadingPhrase }[] = [];
  #listDepth: number | undefined;
  #listIndent = 0;

  constructor(catalogue: Catalogue | undefined) {
    this.#catalogue = catalogue;
  }

  /** The whole meaning of the next label, and the labels that it stands below. */
  next(label: HeadingPhrase): { readonly phrase: HeadingPhrase; readonly above: readonly HeadingPhrase[] } {
    const depth = this.#depthOf(label);
    while (this.#open.length > 0 && this.#open.at(-1)!.depth >= depth) this.#open.pop();
    const above = this.#open.map((o) => o.phrase);
    const outer = above.at(-1);
    const phrase = outer === undefined ? label : this.#below(label, outer);
    this.#open.push({ depth, phrase });
    return { phrase, above };
  }

  #below(label: HeadingPhrase, outer: HeadingPhrase): HeadingPhrase {
    if (!namesIndicator(label)) return mergePhrases(label, outer, this.#catalogue);
    return { ...label, ...composeName(label, outer, this.#catalogue), rest: label.rest };
  }

  #depthOf(label: HeadingPhrase): number {
    const indent = label.indent ?? 0;
    if (label.depth !== undefined) {
      this.#listDepth = undefined;
      return label.depth;
    }
    if (label.ofWhich) {
      const last = this.#open.filter((o) => Number.isInteger(o.depth)).at(-1);
      this.#listDepth ??= (last?.depth ?? 0) + 0.5;
      this.#listIndent = indent;
      return this.#listDepth;
    }
    if (this.#listDepth !== undefined) {
      // 快递业务收入 after the parts of 快递业务量: a whole of its own ends the list.
      const own = label.indicator === undefined ? undefined : this.#catalogue?.get(label.indicator);
      const whole = own?.word !== undefined && own.segment === undefined;
      const outdented = this.#listIndent > 0 && indent === 0 && label.name !== undefined && this.#open.length > 0;
      if (!whole && !(outdented && own !== undefined)) return this.#listDepth;
      this.#listDepth = undefined;
    }
    // Without numbers the indent tells the depth; labels that are not indented stand side by side.
    return 10 + indent;
  }
}
