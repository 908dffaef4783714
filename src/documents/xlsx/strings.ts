import { readXml } from '../../opc/xml.js';
import type { Piece } from '../mapped-text.js';

/** A piece of a string's text: the content of one `t` element, by its place in `xml`. */
export interface StringPiece extends Piece {
  readonly start: number;
  readonly end: number;
}

/** A string of a workbook, plain or in runs of formatting. */
export interface RichString {
  readonly text: string;
  /** What stands within `si` or `is`, as written. */
  readonly xml: string;
  readonly pieces: readonly StringPiece[];
}

/** Gathers strings from XML events: begin at `si` or `is`, then texts, then end. Phonetic text (rPh) is not text. */
export class StringCollector {
  readonly #source: string;
  #start = 0;
  #phonetic = 0;
  #text = '';
  #pieces: StringPiece[] = [];
  #content: { start: number; text: string } | undefined;

  constructor(source: string) {
    this.#source = source;
  }

  begin(end: number): void {
    this.#start = end;
    this.#text = '';
    this.#pieces = [];
    this.#phonetic = 0;
  }

  open(local: string, end: number): void {
    if (local === 'rPh') this.#phonetic += 1;
    else if (local === 't' && this.#phonetic === 0) this.#content = { start: end, text: '' };
  }

  add(text: string): void {
    if (this.#content) this.#content.text += text;
  }

  close(local: string, start: number): void {
    if (local === 'rPh') this.#phonetic -= 1;
    if (local !== 't' || !this.#content) return;
    const { start: from, text } = this.#content;
    this.#content = undefined;
    if (text === '') return;
    const at = this.#text.length;
    this.#pieces.push({ at, length: text.length, start: from - this.#start, end: start - this.#start });
    this.#text += text;
  }

  finish(start: number): RichString {
    return {
      text: this.#text,
      xml: this.#source.slice(this.#start, Math.max(start, this.#start)),
      pieces: this.#pieces,
    };
  }
}

/** The shared strings of a workbook, in order. */
export function readSharedStrings(source: string, part: string): readonly RichString[] {
  const strings: RichString[] = [];
  const collector = new StringCollector(source);
  let inString = false;
  readXml(
    source,
    {
      open(tag) {
        if (tag.local === 'si') {
          inString = true;
          collector.begin(tag.end);
        } else if (inString) collector.open(tag.local, tag.end);
      },
      text(text) {
        if (inString) collector.add(text);
      },
      close(_uri, local, start) {
        if (local === 'si') {
          strings.push(collector.finish(start));
          inString = false;
        } else if (inString) collector.close(local, start);
      },
    },
    { part },
  );
  return strings;
}
