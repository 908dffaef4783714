import type { Paragraph } from './story.js';

/**
 * The `mc:AlternateContent` that are open: the same text boxes in mc:Choice and, for older readers, in mc:Fallback. A paragraph of the
 * fallback that reads as its counterpart is its copy.
 */
export class OpenAlternatives {
  readonly #open: { readonly choice: Paragraph[]; readonly fallback: Paragraph[] }[] = [];
  #fallbacks = 0;

  get inFallback(): boolean {
    return this.#fallbacks > 0;
  }

  open(local: string): void {
    if (local === 'AlternateContent') this.#open.push({ choice: [], fallback: [] });
    else if (local === 'Fallback') this.#fallbacks += 1;
  }

  add(paragraph: Paragraph): void {
    const innermost = this.#open.at(-1);
    (this.inFallback ? innermost?.fallback : innermost?.choice)?.push(paragraph);
  }

  close(local: string): void {
    if (local === 'Fallback') this.#fallbacks -= 1;
    if (local !== 'AlternateContent') return;
    const { choice, fallback } = this.#open.pop() ?? { choice: [], fallback: [] };
    for (const [i, copy] of fallback.entries()) if (choice[i]?.text === copy.text) choice[i].copies.push(copy);
  }
}
