import { openZip } from '../../opc/zip-reader.js';
import { rewriteZip } from '../../opc/zip-writer.js';
import { type CleanCopy, nothingToClean } from '../cleaned.js';
import { documentDiagnostic } from '../diagnostics.js';
import { forgetParts } from '../forget-parts.js';
import type { OpenDocument } from '../opened.js';
import type { FoundProvenance, LostProvenance } from '../provenance.js';
import { provenanceParts, readProvenanceEntries } from '../provenance-part.js';
import { type CellBlock, sheetBlocks } from './sheet-blocks.js';
import { MOST_CELLS, readWorkbook, type Workbook } from './workbook.js';
import { writeXlsx } from './write-xlsx.js';

/**
 * The road of a workbook that is a template or a report:
 *
 *   bytes ─openZip→ Zip ─readWorkbook→ Workbook { Sheet[] of SheetCell[], strings, formats }
 *   ─sheetBlocks→ Block[]: one a cell with text, as it is shown, with the headings of its table
 *
 *   Edit[] ─writeXlsx→ Splice[] of the sheet's XML: a filled cell keeps its address and style; a plain decimal becomes a number
 *     that charts and formulas can use, anything else an inline string in the formatting of its slot. Shared strings, styles,
 *     charts and drawings are not touched.
 */
export function openXlsx(name: string, bytes: Uint8Array): OpenDocument {
  const workbook = readWorkbook(name, openZip(bytes));
  const found = workbook.sheets.flatMap((sheet) => sheetBlocks(workbook, sheet, name));
  const truncated = workbook.sheets.find((sheet) => sheet.truncated);
  return {
    document: { format: 'xlsx', blocks: found.map((b) => b.block) },
    diagnostics: truncated
      ? [documentDiagnostic('document-too-many-cells', { file: name, sheet: truncated.name }, { limit: MOST_CELLS })]
      : [],
    ...provenanceOf(workbook, found),
    write: (edits, options = {}) => writeXlsx(bytes, workbook, found, edits, options),
    clean: () => cleanXlsx(bytes, workbook),
  };
}

function provenanceOf(workbook: Workbook, blocks: readonly CellBlock[]): Pick<OpenDocument, 'provenance' | 'lost'> {
  const provenance: FoundProvenance[] = [];
  const lost: LostProvenance[] = [];
  const places = new Map(blocks.map(({ block }, index) => [`${block.place.sheet}!${block.place.cell}`, index]));
  for (const { anchor, written, data } of readProvenanceEntries(workbook.zip, workbook.mainPart)) {
    const block = places.get(anchor);
    const text = block === undefined ? undefined : blocks[block]?.block.text;
    if (block === undefined || text === undefined) lost.push({ written, data });
    else
      provenance.push({
        block,
        start: 0,
        end: text.length,
        data,
        written,
        state: text === written ? 'same' : 'changed',
      });
  }
  return { provenance, lost };
}

/** A workbook carries provenance and nothing else of ours. */
function cleanXlsx(bytes: Uint8Array, { zip, mainPart }: Workbook): CleanCopy {
  const gone = provenanceParts(zip, mainPart);
  const clean = nothingToClean(bytes);
  if (gone.length === 0) return clean;
  const changes = new Map<string, Uint8Array | undefined>();
  forgetParts(zip, mainPart, gone, changes);
  const records = readProvenanceEntries(zip, mainPart).length;
  return { ...clean, bytes: rewriteZip(zip, changes), removed: { ...clean.removed, records } };
}
