/** Fields whose result is the number of a page: no text of the document. */
const PAGE_NUMBER = /^\s*PAGEREF\b/i;
/** Fields whose result repeats the headings. */
const CONTENTS = /^\s*TOC\b/i;

interface OpenField {
  inResult: boolean;
  instruction: string;
}

/**
 * The complex fields that are open at a point: begin, instruction, separate, result, end. Only results are seen; a field within an
 * instruction is seen by nobody.
 */
export class OpenFields {
  #open: OpenField[] = [];

  mark(type: string | undefined): void {
    const innermost = this.#open.at(-1);
    if (type === 'begin') this.#open.push({ inResult: false, instruction: '' });
    else if (type === 'separate' && innermost) innermost.inResult = true;
    else if (type === 'end') this.#open.pop();
  }

  /** Text of a `w:instrText`. */
  instruct(text: string): void {
    const innermost = this.#open.at(-1);
    // Longer than any name of a field.
    if (innermost && !innermost.inResult && innermost.instruction.length < 40) innermost.instruction += text;
  }

  get seen(): boolean {
    return this.#open.every((field) => field.inResult && !PAGE_NUMBER.test(field.instruction));
  }

  /** Whether a table of contents is open: its lines are no headings. */
  get inContents(): boolean {
    return this.#open.some((field) => field.inResult && CONTENTS.test(field.instruction));
  }

  /** An instruction ends with its paragraph: a field that is never ended must not swallow the rest of the story. */
  endParagraph(): void {
    if (!this.seen) this.#open = this.#open.filter((field) => field.inResult);
  }
}
