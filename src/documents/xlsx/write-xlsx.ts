import { applyEdits, type Edit } from '../../model/edit.js';
import { CONTENT_TYPES_PART } from '../../opc/content-types.js';
import { readRelationships, relationshipsPartOf } from '../../opc/relationships.js';
import { readXml } from '../../opc/xml.js';
import { encodeXml, escapeXmlText } from '../../opc/xml-text.js';
import { rewriteZip } from '../../opc/zip-writer.js';
import { byBlock, inOrder, spreadEdit } from '../mapped-text.js';
import type { WriteOptions } from '../opened.js';
import { type AnchoredEntry, putProvenance, readProvenanceEntries } from '../provenance-part.js';
import { readPart } from '../read-part.js';
import { applySplices, type Splice } from '../splice.js';
import { formatNumber, isPercentFormat, isTextFormat } from './number-format.js';
import { type CellBlock, formatOfCell } from './sheet-blocks.js';
import type { Workbook } from './workbook.js';

/** A decimal that Excel stores without loss: at most 15 digits, no leading zero that would be lost. */
const NUMBER = /^(-?)(0|[1-9]\d{0,14})(\.\d{1,14})?(%?)$/;

/** The number to store for a text, by the format of its cell; undefined where it must stay text. */
export function storedNumber(text: string, format: string): string | undefined {
  const found = NUMBER.exec(text);
  if (!found || isTextFormat(format) || text.replace(/\D/g, '').length > 15) return undefined;
  const [, sign = '', whole = '', fraction = '', percent] = found;
  const minus = sign === '-' ? '-' : '';
  if (percent !== '%') return isPercentFormat(format) ? undefined : `${minus}${whole}${fraction}`;
  if (!isPercentFormat(format)) return undefined;
  const digits = whole.padStart(3, '0');
  return `${minus}${digits.slice(0, -2)}.${digits.slice(-2)}${fraction.slice(1)}`;
}

/** The start tag of a cell with another type; address and style stay. */
function retyped(openTag: string, type: string | undefined): string {
  const plain = openTag.replace(/\s+t\s*=\s*(?:"[^"]*"|'[^']*')/, '').replace(/\s*\/?>$/, '');
  return type === undefined ? `${plain}>` : `${plain} t="${type}">`;
}

/** The content of `is` with the edits in it: formatting runs stay, new text goes into the run of its slot. */
function editedString({ string, block }: CellBlock, edits: readonly Edit[]): string {
  if (!string || string.pieces.length === 0)
    return `<t xml:space="preserve">${escapeXmlText(applyEdits(block.text, edits))}</t>`;
  const texts = string.pieces.map((piece) => string.text.slice(piece.at, piece.at + piece.length));
  for (const edit of [...edits].reverse())
    for (const { piece, from, to, text } of [...spreadEdit(string.pieces, edit.start, edit.end, edit.text)].reverse())
      texts[piece] = texts[piece]!.slice(0, from) + text + texts[piece]!.slice(to);
  const splices = string.pieces.map(
    (piece, i): Splice => ({ start: piece.start, end: piece.end, text: escapeXmlText(texts[i]!) }),
  );
  // The start tags of all texts keep the white space that new text may have at its ends.
  return applySplices(string.xml, splices).replace(/<((?:[\w.-]+:)?t)>/g, '<$1 xml:space="preserve">');
}

function cellSplice(workbook: Workbook, found: CellBlock, edits: readonly Edit[]): { splice: Splice; shown: string } {
  const { block, cell } = found;
  const text = applyEdits(block.text, edits);
  const format = formatOfCell(workbook, cell);
  const number = storedNumber(text, format);
  const prefix = /^<([\w.-]+:)?c\b/.exec(cell.openTag)?.[1] ?? '';
  const content =
    number === undefined
      ? `${retyped(cell.openTag, 'inlineStr')}<${prefix}is>${editedString(found, edits)}</${prefix}is>`
      : `${retyped(cell.openTag, undefined)}<${prefix}v>${number}</${prefix}v>`;
  const shown = number === undefined ? text : formatNumber(number, format, workbook.date1904);
  return { splice: { start: cell.start, end: cell.end, text: `${content}</${prefix}c>` }, shown };
}

/**
 * Takes the stored results out of formulas that may rest on what was filled, so that no reader shows an old one: those on the sheets
 * that were filled, and on sheets whose formulas name such a sheet.
 */
function forgetResults(workbook: Workbook, splices: Map<string, Splice[]>): void {
  const stale = new Set(workbook.sheets.filter((sheet) => splices.has(sheet.part)));
  for (let known = -1; known < stale.size; ) {
    known = stale.size;
    const names = [...stale].map((sheet) => sheet.name);
    for (const sheet of workbook.sheets)
      if (sheet.cells.some((cell) => names.some((name) => cell.formulaText.includes(name)))) stale.add(sheet);
  }
  for (const { part, cells } of stale) {
    const own = splices.get(part) ?? [];
    const written = new Set(own.map((splice) => splice.start));
    for (const { formula, start, valueStart, valueEnd } of cells)
      if (formula !== undefined && valueEnd > 0 && !written.has(start))
        own.push({ start: valueStart, end: valueEnd, text: '' });
    if (own.length > 0) splices.set(part, own);
  }
}

/** Asks Excel to compute formulas anew when it opens the file: they may rest on what was filled. */
function recalculating(source: string, part: string): string {
  let at = 0;
  let calc: { start: number; end: number } | undefined;
  const before = new Set(['sheets', 'functionGroups', 'externalReferences', 'definedNames']);
  let prefix = '';
  readXml(
    source,
    {
      open(tag) {
        if (at === 0 && tag.local === 'workbook') prefix = tag.name.replace(/workbook$/, '');
        if (tag.local === 'calcPr') calc = tag;
      },
      close(_uri, local, _start, end) {
        if (before.has(local)) at = end;
      },
    },
    { part },
  );
  if (!calc) return `${source.slice(0, at)}<${prefix}calcPr fullCalcOnLoad="1"/>${source.slice(at)}`;
  const tag = source.slice(calc.start, calc.end).replace(/\s+fullCalcOnLoad\s*=\s*(?:"[^"]*"|'[^']*')/, '');
  return source.slice(0, calc.start) + tag.replace(/(\s*\/?>)$/, ' fullCalcOnLoad="1"$1') + source.slice(calc.end);
}

/** Takes the calculation chain out: it names cells that have no formula any more. Excel makes a new one. */
function dropCalculationChain(workbook: Workbook, changes: Map<string, Uint8Array | undefined>): void {
  const { zip, mainPart } = workbook;
  const chain = readRelationships(zip, mainPart).find((r) => r.kind === 'calcChain');
  if (!chain) return;
  changes.set(chain.target, undefined);
  const cut = (part: string, pattern: RegExp) => {
    const xml = readPart(zip, part);
    changes.set(part, encodeXml({ ...xml, text: xml.text.replace(pattern, '') }));
  };
  cut(relationshipsPartOf(mainPart), /<(?:[\w.-]+:)?Relationship\b[^>]*\/calcChain"[^>]*\/>/);
  cut(CONTENT_TYPES_PART, /<(?:[\w.-]+:)?Override\b[^>]*calcChain\+xml"[^>]*\/>/);
}

/** The workbook with the edits in its cells; charts, formats and every other part stay as they are. */
export function writeXlsx(
  bytes: Uint8Array,
  workbook: Workbook,
  blocks: readonly CellBlock[],
  edits: readonly Edit[],
  options: WriteOptions,
): Uint8Array {
  if (edits.length === 0 && !options.provenance?.length) return bytes.slice();
  const { zip, mainPart } = workbook;
  const splices = new Map<string, Splice[]>();
  const shown = new Map<number, string>();
  const changes = new Map<string, Uint8Array | undefined>();
  let formulaLost = false;
  for (const [index, group] of byBlock(edits)) {
    const found = blocks[index];
    if (!found) throw new RangeError(`no block ${index}`);
    if (found.block.kind === 'verbatim')
      throw new RangeError(`block ${index} is made by a formula and is never changed`);
    const result = cellSplice(workbook, found, inOrder(group));
    splices.set(found.sheet.part, [...(splices.get(found.sheet.part) ?? []), result.splice]);
    shown.set(index, result.shown);
    formulaLost ||= found.cell.formula !== undefined;
  }
  if (splices.size > 0) forgetResults(workbook, splices);
  if (formulaLost) dropCalculationChain(workbook, changes);
  for (const { part, xml } of workbook.sheets) {
    const own = splices.get(part);
    if (own) changes.set(part, encodeXml({ ...xml, text: applySplices(xml.text, own) }));
  }
  if (edits.length > 0 && workbook.sheets.some((s) => s.cells.some((c) => c.formula !== undefined))) {
    const xml = readPart(zip, mainPart);
    changes.set(mainPart, encodeXml({ ...xml, text: recalculating(xml.text, mainPart) }));
  }
  const entries = (options.provenance ?? []).flatMap(({ block, data }): AnchoredEntry[] => {
    const found = blocks[block];
    if (!found) throw new RangeError(`no block ${block}`);
    const { sheet, cell } = found.block.place;
    return [{ anchor: `${sheet}!${cell}`, written: shown.get(block) ?? found.block.text, data }];
  });
  if (entries.length > 0) {
    const fresh = new Set(entries.map((e) => e.anchor));
    const kept = readProvenanceEntries(zip, mainPart).filter((e) => !fresh.has(e.anchor));
    putProvenance(zip, mainPart, [...kept, ...entries], changes);
  }
  return rewriteZip(zip, changes);
}
