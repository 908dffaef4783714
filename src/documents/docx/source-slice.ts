import { escapeXmlText } from '../../opc/xml-text.js';
import type { DocxPiece } from './story.js';

/** Source text of one decoded character: an entity or character reference, a line end, or the character itself. */
const CHARACTER = /&[^;&<]*;|\r\n|[\s\S]/g;

/**
 * The source of piece.text[from, to): as it was written, entities and all; where comments or CDATA stand among the text it is
 * escaped anew.
 */
export function sourceSlice(part: string, piece: DocxPiece, from: number, to: number): string {
  const source = part.slice(piece.content.start, piece.content.end);
  if (source.length === piece.text.length && !/[&<\r]/.test(source)) return source.slice(from, to);
  if (source.includes('<')) return escapeXmlText(piece.text.slice(from, to));
  let slice = '';
  let at = 0;
  for (const [character] of source.matchAll(CHARACTER)) {
    if (at >= from && at < to) slice += character;
    at += unitsOf(character);
  }
  return slice;
}

/** UTF-16 units of the decoded character: a reference beyond the basic plane is two. */
function unitsOf(source: string): number {
  const digits = /^&#(x?)([\da-f]+);$/i.exec(source);
  if (!digits) return 1;
  return Number.parseInt(digits[2]!, digits[1] === '' ? 10 : 16) > 0xffff ? 2 : 1;
}
