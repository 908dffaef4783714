import { Buffer } from 'node:buffer';
import { OpcError } from '../../opc/opc-error.js';
import { type Relationship, readRelationships } from '../../opc/relationships.js';
import { readXml } from '../../opc/xml.js';
import { decodeXml } from '../../opc/xml-text.js';
import { openZip, type Zip } from '../../opc/zip-reader.js';
import { type CellStyle, GENERAL } from '../cell-text.js';
import { Grid, type GridRoom } from '../grid.js';
import type { ByteXml } from './byte-xml.js';
import { styleOfFormat } from './number-format.js';
import { SharedStrings } from './shared-strings.js';
import { SheetPart } from './sheet-part.js';

export interface WorkbookSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly grid: Grid;
  /** Merged ranges that were too many to keep. */
  readonly mergesDropped: number;
}

/** What an indent is taken for at most. */
const MOST_INDENT = 15;

/** A cell of a worksheet takes about as many bytes: room is made for so many cells, but not on the word of a huge part. */
const BYTES_OF_CELL = 36;
const LARGEST_RESERVED = 256 * 1024 * 1024;

/** Parts read by a general parser may be this large. */
const LARGEST_SMALL_PART = 32 * 1024 * 1024;

function readSmall(zip: Zip, part: string): Uint8Array {
  const entry = zip.find(part);
  if (entry !== undefined && entry.size > LARGEST_SMALL_PART)
    throw new OpcError('zip-too-large', { entry: part, limit: LARGEST_SMALL_PART });
  return zip.read(part);
}

interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  readonly id: string;
}

function readSheetList(zip: Zip, part: string): { sheets: SheetEntry[]; date1904: boolean } {
  const sheets: SheetEntry[] = [];
  let date1904 = false;
  readXml(
    readSmall(zip, part),
    {
      open(tag) {
        if (tag.local === 'workbookPr') date1904 = /^(?:1|true)$/.test(tag.attribute('date1904') ?? '');
        if (tag.local !== 'sheet') return;
        const id =
          tag.attribute('id', 'http://schemas.openxmlformats.org/officeDocument/2006/relationships') ??
          tag.attribute('id', 'http://purl.oclc.org/ooxml/officeDocument/relationships') ??
          '';
        sheets.push({
          name: tag.attribute('name') ?? '',
          hidden: (tag.attribute('state') ?? 'visible') !== 'visible',
          id,
        });
      },
    },
    { part },
  );
  return { sheets, date1904 };
}

/** What the numbers of cell styles show: the s attribute of a cell points into it. */
function readStyles(zip: Zip, part: string): CellStyle[] {
  const own = new Map<number, string>();
  const formats: { id: number; indent: number }[] = [];
  let inCellXfs = false;
  readXml(
    readSmall(zip, part),
    {
      open(tag) {
        if (tag.local === 'numFmt') own.set(Number(tag.attribute('numFmtId')), tag.attribute('formatCode') ?? '');
        else if (tag.local === 'cellXfs') inCellXfs = true;
        else if (tag.local === 'xf' && inCellXfs)
          formats.push({ id: Number(tag.attribute('numFmtId') ?? 0), indent: 0 });
        else if (tag.local === 'alignment' && inCellXfs) {
          const last = formats.at(-1);
          if (last) last.indent = Math.min(Number(tag.attribute('indent') ?? 0) || 0, MOST_INDENT);
        }
      },
      close(_uri, local) {
        if (local === 'cellXfs') inCellXfs = false;
      },
    },
    { part },
  );
  const known = new Map<number, CellStyle>();
  return formats.map(({ id, indent }) => {
    const style = known.get(id) ?? styleOfFormat(id, own);
    known.set(id, style);
    return indent > 0 ? { ...style, indent } : style;
  });
}

/** Feeds a part to a scanner, piece by piece. Parts in UTF-16, which is rare, are turned into UTF-8 first. */
async function scan(zip: Zip, part: string, scanner: ByteXml): Promise<void> {
  let first = true;
  for await (const piece of zip.stream(part)) {
    if (first && (piece[0] === 0xfe || piece[0] === 0xff || piece[0] === 0 || piece[1] === 0)) {
      scanner.write(Buffer.from(decodeXml(readSmall(zip, part), part).text));
      break;
    }
    first = false;
    scanner.write(piece);
  }
  scanner.end();
}

const targetOf = (all: readonly Relationship[], kind: string): string | undefined =>
  all.find((r) => r.kind === kind && !r.external)?.target;

/** Reads the worksheets of a workbook one after another; charts and macros are not sheets. Throws OpcError. */
export async function* openWorkbook(bytes: Uint8Array): AsyncGenerator<WorkbookSheet> {
  const zip = openZip(bytes);
  const main = targetOf(readRelationships(zip, ''), 'officeDocument') ?? 'xl/workbook.xml';
  const relationships = readRelationships(zip, main);
  const { sheets, date1904 } = readSheetList(zip, main);
  const stylesPart = targetOf(relationships, 'styles');
  const styles = stylesPart === undefined || !zip.has(stylesPart) ? [GENERAL] : readStyles(zip, stylesPart);
  const stringsPart = targetOf(relationships, 'sharedStrings');
  const strings = new SharedStrings(stringsPart ?? '');
  if (stringsPart !== undefined && zip.has(stringsPart)) await scan(zip, stringsPart, strings);
  const room: GridRoom = {};
  for (const { name, hidden, id } of sheets) {
    const relation = relationships.find((r) => r.id === id);
    if (relation?.kind !== 'worksheet') continue;
    const grid = new Grid(strings.texts, styles, date1904, room);
    grid.reserve(Math.floor(Math.min(zip.find(relation.target)?.size ?? 0, LARGEST_RESERVED) / BYTES_OF_CELL));
    const part = new SheetPart(relation.target, grid);
    try {
      await scan(zip, relation.target, part);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new OpcError('xml-malformed', { part: relation.target, line: 0, column: 0, reason: error.message });
    }
    if (!part.ended)
      throw new OpcError('xml-malformed', { part: relation.target, line: 0, column: 0, reason: 'truncated' });
    yield { name, hidden, grid, mergesDropped: part.mergesDropped };
  }
}
