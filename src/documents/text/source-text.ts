import type { Block } from '../../model/document.js';
import type { Piece } from '../mapped-text.js';

/** A run of a block's text and where its characters stand in the source. */
export interface SourcePiece extends Piece {
  readonly source: number;
  readonly sourceLength: number;
  /** Markup that reads as this text (a line end, a code span): only changed as a whole. */
  readonly standsIn: boolean;
}

/** A block of a text file, its text put together from pieces of the source. */
export interface TextBlock {
  readonly kind: Block['kind'];
  readonly level?: number;
  readonly text: string;
  readonly pieces: readonly SourcePiece[];
  readonly headings?: Block['headings'];
}

/** Puts a block's text together. */
export class TextBuilder {
  #text = '';
  readonly #pieces: SourcePiece[] = [];

  get text(): string {
    return this.#text;
  }
  get pieces(): readonly SourcePiece[] {
    return this.#pieces;
  }

  /** Text as written: `text` stands at `source`. */
  literal(text: string, source: number): void {
    if (text === '') return;
    const last = this.#pieces.at(-1);
    const at = this.#text.length;
    this.#text += text;
    if (last && !last.standsIn && last.source + last.sourceLength === source) {
      const length = last.length + text.length;
      this.#pieces[this.#pieces.length - 1] = { ...last, length, sourceLength: length };
    } else this.#pieces.push({ at, length: text.length, source, sourceLength: text.length, standsIn: false });
  }

  /** Markup that reads as `text`. */
  standIn(text: string, source: number, sourceLength: number): void {
    this.#pieces.push({ at: this.#text.length, length: text.length, source, sourceLength, standsIn: true });
    this.#text += text;
  }
}
