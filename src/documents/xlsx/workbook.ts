import { readContentTypes } from '../../opc/content-types.js';
import { readRelationships } from '../../opc/relationships.js';
import { readXml } from '../../opc/xml.js';
import type { XmlText } from '../../opc/xml-text.js';
import type { Zip } from '../../opc/zip-reader.js';
import { UnreadableDocument } from '../diagnostics.js';
import { boundParts, readPart } from '../read-part.js';
import { builtInFormat } from './number-format.js';
import { readSheet, type SheetContent } from './sheet.js';
import { type RichString, readSharedStrings } from './strings.js';

export interface Sheet extends SheetContent {
  readonly name: string;
  readonly part: string;
  readonly xml: XmlText;
}

/** A workbook, its visible sheets read. */
export interface Workbook {
  readonly zip: Zip;
  readonly mainPart: string;
  readonly sheets: readonly Sheet[];
  readonly strings: readonly RichString[];
  /** Number format of each cell style. */
  readonly formats: readonly string[];
  readonly date1904: boolean;
}

/** Most cells with content that a template may have. */
export const MOST_CELLS = 200_000;

function readFormats(source: string, part: string): readonly string[] {
  const custom = new Map<number, string>();
  const formats: string[] = [];
  let inCells = false;
  readXml(
    source,
    {
      open(tag) {
        const id = Number(tag.attribute('numFmtId') ?? 0);
        if (tag.local === 'numFmt') custom.set(id, tag.attribute('formatCode') ?? '');
        else if (tag.local === 'cellXfs') inCells = true;
        else if (tag.local === 'xf' && inCells) formats.push(custom.get(id) ?? builtInFormat(id));
      },
      close(_uri, local) {
        if (local === 'cellXfs') inCells = false;
      },
    },
    { part },
  );
  return formats;
}

export function readWorkbook(file: string, zip: Zip): Workbook {
  const mainPart = readRelationships(zip, '').find((r) => r.kind === 'officeDocument' && !r.external)?.target;
  if (mainPart === undefined || !zip.has(mainPart))
    throw new UnreadableDocument(file, 'document-part-missing', { part: mainPart ?? 'xl/workbook.xml' });
  const type = readContentTypes(zip).typeOf(mainPart) ?? '';
  if (/macroEnabled/i.test(type)) throw new UnreadableDocument(file, 'document-macros');
  if (/binary/i.test(type)) throw new UnreadableDocument(file, 'document-legacy-workbook');
  const links = readRelationships(zip, mainPart).filter((r) => !r.external && zip.has(r.target));
  const sourceOf = (kind: string): readonly [string, string] | undefined => {
    const part = links.find((r) => r.kind === kind)?.target;
    return part === undefined ? undefined : [readPart(zip, part).text, part];
  };
  const named: { name: string; part: string }[] = [];
  let date1904 = false;
  readXml(
    readPart(zip, mainPart).text,
    {
      open(tag) {
        if (tag.local === 'workbookPr') date1904 = /^(?:1|true)$/.test(tag.attribute('date1904') ?? '');
        if (tag.local !== 'sheet' || (tag.attribute('state') ?? 'visible') !== 'visible') return;
        const id =
          tag.attribute('id', 'http://schemas.openxmlformats.org/officeDocument/2006/relationships') ??
          tag.attribute('id', 'http://purl.oclc.org/ooxml/officeDocument/relationships');
        const link = links.find((r) => r.id === id && r.kind === 'worksheet');
        if (link) named.push({ name: tag.attribute('name') ?? '', part: link.target });
      },
    },
    { part: mainPart },
  );
  boundParts(
    zip,
    named.map((sheet) => sheet.part),
  );
  let left = MOST_CELLS;
  const sheets = named.map(({ name, part }): Sheet => {
    const xml = readPart(zip, part);
    const content = readSheet(xml.text, part, left);
    left -= content.cells.length;
    return { name, part, xml, ...content };
  });
  const strings = sourceOf('sharedStrings');
  const styles = sourceOf('styles');
  return {
    zip,
    mainPart,
    sheets,
    strings: strings ? readSharedStrings(...strings) : [],
    formats: styles ? readFormats(...styles) : [],
    date1904,
  };
}
