import type { Buffer } from 'node:buffer';
import { ByteXml, decodeText, latin1 } from './byte-xml.js';

/** Reads sharedStrings.xml: rich text as its plain text, phonetic guides left out. */
export class SharedStrings extends ByteXml {
  readonly texts: string[] = [];
  #current = '';
  #phonetic = false;

  protected shortcut(): number {
    return -1;
  }

  protected open(b: Buffer, nameStart: number, nameEnd: number): void {
    const length = nameEnd - nameStart;
    if (length === 1 && b[nameStart] === 0x74) this.wantsText = !this.#phonetic;
    else if (length === 2 && b[nameStart] === 0x73 && b[nameStart + 1] === 0x69) this.#current = '';
    else if (length === 3 && latin1(b, nameStart, nameEnd) === 'rPh') this.#phonetic = true;
  }

  protected close(b: Buffer, nameStart: number, nameEnd: number): void {
    const length = nameEnd - nameStart;
    if (length === 1 && b[nameStart] === 0x74) this.wantsText = false;
    else if (length === 2 && b[nameStart] === 0x73 && b[nameStart + 1] === 0x69) this.texts.push(this.#current);
    else if (length === 3 && latin1(b, nameStart, nameEnd) === 'rPh') this.#phonetic = false;
  }

  protected text(b: Buffer, start: number, end: number, literal: boolean): void {
    this.#current += decodeText(b, start, end, literal);
  }
}
