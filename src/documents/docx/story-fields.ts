/**
 * The complex fields that are open at a point: begin, instruction, separate, result, end. Only results are seen; a field within an
 * instruction is seen by nobody.
 */
export class OpenFields {
  #inResult: boolean[] = [];

  mark(type: string | undefined): void {
    if (type === 'begin') this.#inResult.push(false);
    else if (type === 'separate' && this.#inResult.length > 0) this.#inResult[this.#inResult.length - 1] = true;
    else if (type === 'end') this.#inResult.pop();
  }

  get seen(): boolean {
    return this.#inResult.every((inResult) => inResult);
  }

  /** An instruction ends with its paragraph: a field that is never ended must not swallow the rest of the story. */
  endParagraph(): void {
    if (!this.seen) this.#inResult = this.#inResult.filter((inResult) => inResult);
  }
}
