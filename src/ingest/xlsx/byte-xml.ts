import { Buffer } from 'node:buffer';
import { OpcError } from '../../opc/opc-error.js';

/** One token (a tag, a text between tags) may be this long; a workbook's texts end at 32,767 characters. */
const LONGEST_TOKEN = 8 * 1024 * 1024;
const LEAST_HELD = 512 * 1024;

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const BANG = 0x21;
const QUERY = 0x3f;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const COLON = 0x3a;

const isSpace = (c: number): boolean => c === 0x20 || c === 0x0a || c === 0x0d || c === 0x09;

/**
 * Scans XML in UTF-8 as bytes, piece by piece, without making a string of what nobody asks for. It serves the big parts
 * of a workbook, which a general parser reads five times slower; it hears start tags, end tags and texts. What it cannot
 * follow it refuses (OpcError): a DOCTYPE, a tag that does not end, a token beyond all bounds.
 */
export abstract class ByteXml {
  /** Set by the reader: whether the text that follows is wanted. */
  protected wantsText = false;
  readonly #part: string;
  /** The start of a token that a piece has cut, and room for the next piece: one buffer for all of a part. */
  #held: Buffer = Buffer.alloc(0);
  #length = 0;

  constructor(part: string) {
    this.#part = part;
  }

  /** A start tag: its local name is [nameStart, nameEnd) of `b`, its attributes stand in [nameEnd, end). */
  protected abstract open(b: Buffer, nameStart: number, nameEnd: number, end: number, empty: boolean): void;
  protected abstract close(b: Buffer, nameStart: number, nameEnd: number): void;
  /** Text as written: entities are not decoded yet. `literal`: CDATA, where there are none. */
  protected abstract text(b: Buffer, start: number, end: number, literal: boolean): void;

  /** Reads a run of tags that the reader knows by sight, from the `<` at `lt`: where it ends, or −1 to have it scanned. */
  protected abstract shortcut(b: Buffer, lt: number): number;

  write(piece: Uint8Array): void {
    const length = this.#length + piece.length;
    if (length > this.#held.length) {
      const larger = Buffer.allocUnsafe(Math.max(length, LEAST_HELD));
      this.#held.copy(larger, 0, 0, this.#length);
      this.#held = larger;
    }
    this.#held.set(piece, this.#length);
    const used = this.#scan(this.#held.subarray(0, length));
    this.#length = length - used;
    if (this.#length > LONGEST_TOKEN) throw this.#malformed('token-too-long');
    this.#held.copyWithin(0, used, length);
  }

  end(): void {
    if (this.#held.subarray(0, this.#length).some((c) => !isSpace(c) && c !== 0)) throw this.#malformed('truncated');
  }

  #malformed(reason: string): OpcError {
    return new OpcError('xml-malformed', { part: this.#part, line: 0, column: 0, reason });
  }

  /** Reads whole tokens; returns how far it came. */
  #scan(b: Buffer): number {
    let at = 0;
    for (;;) {
      const short = this.shortcut(b, at);
      if (short > 0) {
        at = short;
        continue;
      }
      const lt = b[at] === LT ? at : b.indexOf(LT, at);
      if (lt < 0) return this.wantsText ? at : Math.max(at, b.length);
      if (lt > at && this.wantsText) this.text(b, at, lt, false);
      const next = b[lt + 1];
      if (next === undefined) return lt;
      const end =
        next === BANG ? this.#scanDeclaration(b, lt) : next === QUERY ? after(b, '?>', lt + 2) : this.#scanTag(b, lt);
      if (end < 0) return lt;
      at = end;
    }
  }

  #scanTag(b: Buffer, lt: number): number {
    const closing = b[lt + 1] === SLASH;
    let i = lt + (closing ? 2 : 1);
    let nameStart = i;
    for (; i < b.length; i++) {
      const c = b[i]!;
      if (c === COLON) nameStart = i + 1;
      else if (c === GT || c === SLASH || isSpace(c)) break;
    }
    const nameEnd = i;
    let quote = 0;
    for (; i < b.length; i++) {
      const c = b[i]!;
      if (quote !== 0) {
        if (c === quote) quote = 0;
      } else if (c === QUOTE || c === APOSTROPHE) quote = c;
      else if (c === GT) break;
      else if (c === LT) throw this.#malformed('tag');
    }
    if (i >= b.length) return -1;
    if (nameEnd === nameStart) throw this.#malformed('tag');
    if (closing) this.close(b, nameStart, nameEnd);
    else {
      const empty = b[i - 1] === SLASH;
      this.open(b, nameStart, nameEnd, empty ? i - 1 : i, empty);
      if (empty) this.close(b, nameStart, nameEnd);
    }
    return i + 1;
  }

  #scanDeclaration(b: Buffer, lt: number): number {
    const head = b.toString('latin1', lt, lt + 9);
    if (head.length < 9) return -1;
    if (head.startsWith('<!--')) return after(b, '-->', lt + 4);
    if (head !== '<![CDATA[') throw new OpcError('xml-doctype', { part: this.#part });
    const end = after(b, ']]>', lt + 9);
    if (end >= 0 && this.wantsText) this.text(b, lt + 9, end - 3, true);
    return end;
  }
}

/** Bytes as the characters of their numbers: enough for names and numbers. */
export const latin1 = (b: Buffer, start: number, end: number): string => b.toString('latin1', start, end);

function after(b: Buffer, mark: string, from: number): number {
  const at = b.indexOf(mark, from, 'latin1');
  return at < 0 ? -1 : at + mark.length;
}

/** Whether bytes are that name, which is of plain letters. */
export function isName(b: Buffer, start: number, end: number, name: string): boolean {
  if (end - start !== name.length) return false;
  for (let i = 0; i < name.length; i++) if (b[start + i] !== name.charCodeAt(i)) return false;
  return true;
}

/** Value of an attribute without a prefix, entities not decoded: [start, end) in `b`, packed; −1 where there is none. */
export function findAttribute(
  b: Buffer,
  name: string,
  from: number,
  to: number,
): readonly [number, number] | undefined {
  for (let i = from; i < to; ) {
    while (i < to && isSpace(b[i]!)) i++;
    const nameStart = i;
    while (i < to && b[i] !== 0x3d && !isSpace(b[i]!)) i++;
    const nameEnd = i;
    while (i < to && b[i] !== QUOTE && b[i] !== APOSTROPHE) i++;
    if (i >= to) return undefined;
    const quote = b[i]!;
    const start = ++i;
    while (i < to && b[i] !== quote) i++;
    if (isName(b, nameStart, nameEnd, name)) return [start, i];
    i++;
  }
  return undefined;
}

const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Text of a workbook: UTF-8, entities, and its own escapes (_x000D_). */
export function decodeText(b: Buffer, start: number, end: number, literal = false): string {
  const text = b.toString('utf8', start, end);
  const plain =
    literal || !text.includes('&')
      ? text
      : text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]+));/gi, (whole, hex, decimal, name) => {
          if (name !== undefined) return NAMED[name] ?? whole;
          const code = Number.parseInt(hex ?? decimal, hex === undefined ? 10 : 16);
          return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
        });
  return plain.includes('_x')
    ? plain.replace(/_x([\da-fA-F]{4})_/g, (_, h) => String.fromCharCode(Number.parseInt(h, 16)))
    : plain;
}
