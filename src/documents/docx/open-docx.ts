import { openZip } from '../../opc/zip-reader.js';
import { type DocumentDiagnostic, documentDiagnostic } from '../diagnostics.js';
import type { OpenDocument } from '../opened.js';
import type { FoundProvenance } from '../provenance.js';
import { readProvenanceEntries } from '../provenance-part.js';
import { cleanDocx } from './clean-docx.js';
import { type DocxBlock, docxBlocks } from './docx-blocks.js';
import { type DocxPackage, readDocxPackage } from './docx-package.js';
import { writeDocx } from './write-docx.js';

/**
 * The road of a Word file:
 *
 *   bytes ─openZip→ Zip ─readDocxPackage→ DocxPackage { Story[], Styles, Numbering }
 *     Story: one part with text (body, header1, footnotes) read by StoryReader into Paragraph[]; a Paragraph is a text and the
 *     DocxPiece[] (one w:t each, with its Run and its place in the source) that it is put together from
 *   ─docxBlocks→ Block[]: title, heading (outline level, style, or number), paragraph, cell with its headings
 *
 *   Edit[], Mark[] ─writeDocx→ Action[] of each Paragraph ─StoryEditor→ Splice[] of the part's source ─rewriteZip→ bytes
 *     Only runs that hold edited text are written anew; every other byte of the part is copied, every other part keeps even its
 *     compressed bytes.
 *
 * A short primer on WordprocessingML:
 *
 *   w:p       a paragraph; w:pPr its properties (w:pStyle, w:outlineLvl, w:numPr)
 *   w:r       a run: text with one formatting, w:rPr. Word cuts runs at every border of CJK and Latin, at every proofing mark and
 *             editing session: 2019 | 年 | 1-9 | 月, and × usually alone. Text is matched on the paragraph, never on the run.
 *   w:t       text; without xml:space="preserve" white space at its ends is not text. w:tab, w:br, w:sym read as one character.
 *   w:rFonts  four faces, chosen by character: ascii and hAnsi for Latin letters and digits, eastAsia for CJK. w:hint="eastAsia"
 *             sends characters that could be either (× — “ …) to the East Asian face, and never digits.
 *   w:ins, w:del          tracked changes; w:delText in a w:del is not text any more
 *   w:fldChar             begin, instruction (w:instrText), separate, result, end; only the result is text
 *   w:sdt                 content control, around runs or paragraphs; w:showingPlcHdr: its text is only a placeholder,
 *                         w:dataBinding: Word overwrites its text from the data
 *   w:hyperlink, w:smartTag, w:fldSimple   stand around runs and are looked through
 *   w:txbxContent         paragraphs of a text box, within a run; mc:AlternateContent holds them twice, as DrawingML in mc:Choice
 *                         and as VML for older readers in mc:Fallback: read once, edited alike
 *   w:tbl / w:tr / w:tc   tables; w:gridSpan merges columns, w:vMerge rows
 */
export function openDocx(name: string, bytes: Uint8Array): OpenDocument {
  const docx = readDocxPackage(name, openZip(bytes));
  const found = docx.stories.flatMap((story) => docxBlocks(story, name, docx.styles, docx.numbering));
  return {
    document: { format: 'docx', blocks: found.map((b) => b.block) },
    diagnostics: diagnosticsOf(name, docx),
    ...provenanceOf(docx, found),
    write: (edits, options = {}) => writeDocx(bytes, docx, found, edits, options),
    clean: () => cleanDocx(bytes, docx),
  };
}

function diagnosticsOf(file: string, { stories }: DocxPackage): readonly DocumentDiagnostic[] {
  return stories.flatMap(({ label, deletions, hiddenRuns }) => [
    ...(deletions > 0
      ? [documentDiagnostic('document-deleted-text', { file, part: label }, { count: deletions })]
      : []),
    ...(hiddenRuns > 0
      ? [documentDiagnostic('document-hidden-text', { file, part: label }, { count: hiddenRuns })]
      : []),
  ]);
}

/** Leads from our bookmarks, where they stand now, to the entries that they name. */
function provenanceOf(docx: DocxPackage, blocks: readonly DocxBlock[]): Pick<OpenDocument, 'provenance' | 'lost'> {
  const entries = new Map(readProvenanceEntries(docx.zip, docx.mainPart).map((entry) => [entry.anchor, entry]));
  if (entries.size === 0) return { provenance: [], lost: [] };
  const indexes = new Map(blocks.map((b, index) => [b.paragraph, index]));
  const bookmarks = docx.stories.flatMap((story) => story.bookmarks);
  const found = bookmarks.flatMap(({ name, paragraph, start, end }): FoundProvenance[] => {
    const entry = entries.get(name);
    const block = indexes.get(paragraph);
    if (!entry || block === undefined) return [];
    const { written, data } = entry;
    const state = paragraph.text.slice(start, end) === written ? 'same' : 'changed';
    entries.delete(name);
    return [{ block, start, end, data, written, state }];
  });
  return {
    provenance: found.sort((a, b) => a.block - b.block || a.start - b.start),
    lost: [...entries.values()].map(({ written, data }) => ({ written, data })),
  };
}
