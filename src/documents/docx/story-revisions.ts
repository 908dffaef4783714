/** Elements whose text is not, or not yet, text of the document: tracked deletions, and phonetic guides. */
const UNREAD = new Set(['del', 'moveFrom', 'rt']);

/** The tracked changes and phonetic guides that are open at a point of a story. */
export class OpenRevisions {
  readonly #insertions: string[] = [];
  #unread = 0;
  #deletions = 0;

  /** Number of deletions of text so far. */
  get deletions(): number {
    return this.#deletions;
  }
  get seen(): boolean {
    return this.#unread === 0;
  }
  /** Start tag of the innermost insertion. */
  get insertion(): string | undefined {
    return this.#insertions.at(-1);
  }

  open(local: string, parent: string | undefined, tag: string): void {
    if (!UNREAD.has(local)) this.#insertions.push(tag);
    else {
      this.#unread += 1;
      // In properties they mark the end of a paragraph or a row: they hold no text.
      if (local !== 'rt' && parent !== 'rPr' && parent !== 'trPr') this.#deletions += 1;
    }
  }

  close(local: string): void {
    if (UNREAD.has(local)) this.#unread -= 1;
    else this.#insertions.pop();
  }
}
