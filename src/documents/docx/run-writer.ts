import { escapeXmlText } from '../../opc/xml-text.js';
import type { Run } from './story.js';

/**
 * Writes one run anew from pieces of itself and new text, cutting it open where something has to stand between runs. What is
 * copied keeps its source; a run that is left without content is left out.
 */
export class RunWriter {
  readonly #run: Run;
  readonly #prefix: string;
  #out = '';
  /** Properties of the run that is open in the output; undefined between runs. */
  #open: string | undefined;
  #text: { readonly tag: string; content: string } | undefined;

  constructor(run: Run, prefix: string) {
    this.#run = run;
    this.#prefix = prefix;
  }

  /** Source of run content that is no text: copied as it is. */
  copy(source: string, properties = this.#run.properties): void {
    if (source === '') return;
    this.#enter(properties);
    this.#closeText();
    this.#out += source;
  }

  /** Escaped text, in an element that begins with `tag` (as it was in the source) or a new one. */
  text(content: string, tag: string | undefined, properties = this.#run.properties): void {
    if (content === '') return;
    this.#enter(properties);
    if (this.#text) this.#text.content += content;
    else this.#text = { tag: tag ?? `<${this.#prefix}t>`, content };
  }

  /** New text that is not escaped yet; line ends and tabs become elements. */
  plain(text: string, tag: string | undefined, properties = this.#run.properties): void {
    for (const part of text.split(/(\r\n|[\n\t\r])/)) {
      if (part === '') continue;
      if (!/^[\r\n\t]/.test(part)) this.text(escapeXmlText(part), tag, properties);
      else {
        this.#enter(properties);
        this.#closeText();
        this.#out += part === '\t' ? `<${this.#prefix}tab/>` : `<${this.#prefix}br/>`;
      }
    }
  }

  /** Something between runs: the run is closed before it. */
  between(xml: string): void {
    if (xml === '') return;
    this.#leave();
    this.#out += xml;
  }

  finish(): string {
    this.#leave();
    return this.#out;
  }

  #enter(properties: string): void {
    if (this.#open === properties) return;
    this.#leave();
    this.#out += this.#run.openTag.replace(/\s*\/>$/, '>') + properties;
    this.#open = properties;
  }

  #leave(): void {
    this.#closeText();
    if (this.#open !== undefined) this.#out += `</${this.#prefix}r>`;
    this.#open = undefined;
  }

  #closeText(): void {
    if (!this.#text) return;
    const { tag, content } = this.#text;
    this.#out += `${keepSpaces(tag, content)}${content}</${this.#prefix}t>`;
    this.#text = undefined;
  }
}

/** The start tag, with `xml:space="preserve"` where the text would lose white space at its ends. */
export function keepSpaces(tag: string, content: string): string {
  if (!/^\s|\s$/.test(content) || /\bxml:space\s*=/.test(tag)) return tag;
  return tag.replace(/\s*>$/, ' xml:space="preserve">');
}
