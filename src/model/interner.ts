/** Gives each text a small number, in order of first sight. */
export class Interner {
  readonly #ids = new Map<string, number>();
  readonly #texts: string[] = [];

  /** The number of a text, new if it was not seen. */
  intern(text: string): number {
    const known = this.#ids.get(text);
    if (known !== undefined) return known;
    const id = this.#texts.length;
    this.#ids.set(text, id);
    this.#texts.push(text);
    return id;
  }

  /** The number of a text, or −1 when it was never seen. */
  find(text: string): number {
    return this.#ids.get(text) ?? -1;
  }

  text(id: number): string {
    const text = this.#texts[id];
    if (text === undefined) throw new RangeError(`no text ${id}`);
    return text;
  }

  /** Forgets the texts from the `size`th on. */
  truncate(size: number): void {
    for (const text of this.#texts.splice(size)) this.#ids.delete(text);
  }

  get size(): number {
    return this.#texts.length;
  }

  texts(): readonly string[] {
    return this.#texts;
  }
}
