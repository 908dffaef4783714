import type { MarkColour } from '../../model/edit.js';
import { pieceAt } from '../mapped-text.js';
import type { DocxPiece, Run } from './story.js';

/** Children of `w:rPr` in the order of the schema, up to where a highlight belongs. */
const BEFORE_HIGHLIGHT =
  'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs'.split(
    ' ',
  );

/** Run properties with a highlight; one that is there already stays. */
export function highlighted(properties: string, prefix: string, colour: MarkColour): string {
  const highlight = `<${prefix}highlight ${prefix}val="${colour}"/>`;
  if (properties === '' || /\/>$/.test(properties.replace(/>[\s\S]*/, '>')))
    return `<${prefix}rPr>${highlight}</${prefix}rPr>`;
  const own = withoutHistory(properties, prefix);
  if (own.includes(`<${prefix}highlight`)) return properties;
  let at = own.indexOf('>') + 1;
  for (const name of BEFORE_HIGHLIGHT) {
    const found = new RegExp(`<${prefix}${name}(?=[\\s/>])[^>]*?(?:/>|>[\\s\\S]*?</${prefix}${name}>)`).exec(own);
    if (found) at = Math.max(at, found.index + found[0].length);
  }
  return properties.slice(0, at) + highlight + properties.slice(at);
}

/** Run properties without the highlight that an open slot was given. */
export function withoutHighlight(properties: string, prefix: string): string {
  const own = withoutHistory(properties, prefix);
  const found = new RegExp(
    `<${prefix}highlight\\s+${prefix}val\\s*=\\s*["'](?:yellow|red|green)["']\\s*(?:/>|></${prefix}highlight>)`,
  ).exec(own);
  if (!found) return properties;
  const rest = properties.slice(0, found.index) + properties.slice(found.index + found[0].length);
  return rest === `<${prefix}rPr></${prefix}rPr>` ? '' : rest;
}

export const isHighlighted = (properties: string, prefix: string): boolean =>
  withoutHistory(properties, prefix).includes(`<${prefix}highlight`);

/** Run properties without the record of how they were changed: new text has no such past. */
export function withoutHistory(properties: string, prefix: string): string {
  const start = properties.indexOf(`<${prefix}rPrChange`);
  if (start < 0) return properties;
  const end = properties.lastIndexOf(`</${prefix}rPr>`);
  return properties.slice(0, start) + properties.slice(end);
}

const FONTS = (prefix: string) => new RegExp(`<${prefix}rFonts(?=[\\s/>])[^>]*>`);
const attribute = (element: string, name: string): string | undefined =>
  new RegExp(`\\s[\\w.-]+:${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
    .exec(element)
    ?.slice(1)
    .find((v) => v !== undefined);

/** The faces that digits and Latin letters take. */
const LATIN = ['ascii', 'hAnsi', 'asciiTheme', 'hAnsiTheme'];

/**
 * Properties in which new digits look as the digits around them do. A slot is often typed in an East Asian face that was set for
 * Latin letters too (ascii = eastAsia), while the author's numbers stand in a face of their own: then the nearest Latin
 * run lends its Latin face, and nothing else changes. The hint eastAsia needs no change: it does not concern ASCII digits.
 */
export function digitProperties(piece: DocxPiece, pieces: readonly DocxPiece[], text: string, prefix: string): string {
  const { properties } = piece.run;
  const own = FONTS(prefix).exec(withoutHistory(properties, prefix))?.[0];
  if (!/[0-9A-Za-z]/.test(text) || own === undefined || !isEastAsianThroughout(own)) return properties;
  if (/[0-9]/.test(piece.text)) return properties;
  const lender = nearestLatin(piece, pieces);
  if (!lender) return properties;
  const theirs = FONTS(prefix).exec(withoutHistory(lender.properties, prefix))?.[0] ?? '';
  if (isEastAsianThroughout(theirs)) return properties;
  const kept = LATIN.reduce(
    (element, name) => element.replace(new RegExp(`\\s[\\w.-]+:${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`), ''),
    own,
  );
  const lent = LATIN.flatMap((name) => {
    const value = attribute(theirs, name);
    return value === undefined ? [] : [` ${prefix}${name}="${value}"`];
  }).join('');
  return properties.replace(
    own,
    kept.replace(/^<[^\s/>]+/, (name) => name + lent),
  );
}

/** Whether the face for Latin letters is set, and set to the East Asian one. */
function isEastAsianThroughout(fonts: string): boolean {
  const ascii = attribute(fonts, 'ascii');
  const theme = attribute(fonts, 'asciiTheme');
  if (theme !== undefined) return /EastAsia/.test(theme);
  if (ascii === undefined) return false;
  return ascii === attribute(fonts, 'eastAsia') || /[\u4e00-\u9fff]|^(?:SimSun|SimHei|FangSong|KaiTi)/.test(ascii);
}

/** Text that is set in the Latin face: digits, letters, and the % that stands behind many a slot. */
const LATIN_TEXT = /[0-9A-Za-z%]/;

/** How many pieces to either side are asked. */
const NEAR = 100;

function nearestLatin(piece: DocxPiece, pieces: readonly DocxPiece[]): Run | undefined {
  const index = pieceAt(pieces, piece.at);
  for (let distance = 1; distance <= NEAR; distance++)
    for (const other of [pieces[index - distance], pieces[index + distance]])
      if (other && other.run !== piece.run && LATIN_TEXT.test(other.text) && !/[×╳✕]/.test(other.text))
        return other.run;
  return undefined;
}

/** Run properties without the style of a placeholder: the text is no longer one. */
export function withoutRunStyle(properties: string, prefix: string): string {
  const rest = properties.replace(new RegExp(`<${prefix}rStyle(?=[\\s/>])[^>]*>`), '');
  return rest === `<${prefix}rPr></${prefix}rPr>` ? '' : rest;
}
