import { OpcError } from '../../opc/opc-error.js';
import type { XmlTag } from '../../opc/xml.js';
import type { Mutable, Paragraph, Range, Run } from './story.js';
import { trimmed } from './story-properties.js';

/** Most paragraphs and pieces of text of one part: a thousand pages have about 100,000. */
const MOST_KEPT = 1_500_000;

/** Puts the texts of paragraphs together from the elements that hold them. */
export class PieceCollector {
  readonly #source: string;
  #kept = 0;
  #text = '';
  #open: { readonly start: number; readonly end: number; readonly preserve: boolean } | undefined;

  constructor(source: string) {
    this.#source = source;
  }

  /** Bounds what is kept in memory: markup of a few bytes can stand for an object of hundreds. */
  count(): void {
    if (++this.#kept > MOST_KEPT)
      throw new OpcError('zip-too-large', { entry: '', size: this.#kept, limit: MOST_KEPT });
  }

  /** A `w:t` begins. */
  open({ start, end }: Range): void {
    const preserve = /\bxml:space\s*=\s*["']preserve["']/.test(this.#source.slice(start, end));
    this.#open = { start, end, preserve };
    this.#text = '';
  }

  add(text: string): void {
    if (this.#open) this.#text += text;
  }

  /** The `w:t` that is open ends. Without xml:space="preserve" Word leaves out the white space at both ends. */
  close(start: number, end: number, paragraph: Mutable<Paragraph> | undefined, run: Run | undefined): void {
    const tag = this.#open;
    this.#open = undefined;
    if (!tag) return;
    const shown = trimmed(this.#text, { start: 0, end: this.#text.length });
    const text = tag.preserve ? this.#text : this.#text.slice(shown.start, shown.end);
    const inner = { start: tag.end, end: start };
    const content = tag.preserve ? inner : trimmed(this.#source, inner);
    this.#push(text, { start: tag.start, end }, content, false, paragraph, run);
  }

  /** An element that reads as one character. */
  atom(text: string, tag: XmlTag, paragraph: Mutable<Paragraph> | undefined, run: Run | undefined): void {
    const element = { start: tag.start, end: this.endOf(tag) };
    this.#push(text, element, element, true, paragraph, run);
  }

  /** End of an element without content, whether it is written <a/> or <a></a>. */
  endOf(tag: XmlTag): number {
    return tag.selfClosing ? tag.end : this.#source.indexOf('>', tag.end) + 1;
  }

  #push(
    text: string,
    element: Range,
    content: Range,
    atom: boolean,
    paragraph: Mutable<Paragraph> | undefined,
    run: Run | undefined,
  ): void {
    if (!paragraph || !run || text === '') return;
    this.count();
    paragraph.pieces.push({ at: paragraph.text.length, length: text.length, text, run, element, content, atom });
    paragraph.text += text;
  }
}
