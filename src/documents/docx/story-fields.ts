import type { Range, Shell } from './story.js';

/** Fields whose result is the number of a page: no text of the document. */
const PAGE_NUMBER = /^\s*PAGEREF\b/i;
/** Fields whose result repeats the headings. */
const CONTENTS = /^\s*TOC\b/i;

interface OpenField {
  inResult: boolean;
  instruction: string;
  /** From the run with its beginning to that with its end; `end` stays at its start while that is not known. */
  readonly shell: Shell | undefined;
}

/**
 * The complex fields that are open at a point: begin, instruction, separate, result, end. Only results are seen; a field within an
 * instruction is seen by nobody.
 */
export class OpenFields {
  #open: OpenField[] = [];
  #ended: Shell | undefined;

  /** A `w:fldChar` within a run. */
  mark(type: string | undefined, run: Range | undefined): void {
    const innermost = this.#open.at(-1);
    if (type === 'begin') {
      const shell = run && { start: run.start, end: run.start };
      this.#open.push({ inResult: false, instruction: '', shell });
    } else if (type === 'separate' && innermost) innermost.inResult = true;
    else if (type === 'end') this.#ended = this.#open.pop()?.shell ?? this.#ended;
  }

  /** The run that is open ends: with it the field whose end it held. */
  endRun(end: number): void {
    if (this.#ended) this.#ended.end = end;
    this.#ended = undefined;
  }

  /** What a comment on the result must stand around; a table of contents goes over paragraphs and is none. */
  get shell(): Shell | undefined {
    return this.#open.find((field) => field.inResult && !CONTENTS.test(field.instruction))?.shell;
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
