import { asUnreadable, UnreadableDocument } from './diagnostics.js';
import { formatOf } from './format.js';
import type { OpenDocument } from './opened.js';

/**
 * Opens a text, markdown, Word or Excel file that is in memory:
 *
 *   bytes ─formatOf→ txt │ md │ docx │ xlsx ─open…→ OpenDocument { document: Document, diagnostics, write }
 *   Edit[] ─write→ bytes: the edits spliced into the source; everything else byte for byte as it was
 *
 * The format is told by content first, by name only between txt and md. Throws `UnreadableDocument`, whose diagnostic says
 * what was found and what to do; nothing else, whatever the bytes.
 */
export async function openDocument(name: string, bytes: Uint8Array): Promise<OpenDocument> {
  try {
    const format = formatOf(name, bytes);
    switch (format) {
      case 'txt':
      case 'md':
        return (await import('./text/open-text.js')).openText(name, bytes, format);
      case 'docx':
        return (await import('./docx/open-docx.js')).openDocx(name, bytes);
      case 'xlsx':
        return (await import('./xlsx/open-xlsx.js')).openXlsx(name, bytes);
    }
  } catch (error) {
    throw asUnreadable(name, error);
  }
}

export type { OpenDocument, WriteOptions } from './opened.js';
export type { FoundProvenance, LostProvenance, ProvenanceEntry } from './provenance.js';
export { UnreadableDocument };
