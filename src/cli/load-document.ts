import type { OpenDocument } from '../documents/opened.js';
import { CannotRun } from './cannot-run.js';
import type { World } from './world.js';

/** Opens a template or a report. Throws CannotRun with the reader's own words where it cannot be read. */
export async function loadDocument(path: string, { files }: World): Promise<OpenDocument> {
  const source = await files.open(path);
  const { openDocument, UnreadableDocument } = await import('../documents/open-document.js');
  try {
    return await openDocument(source.name, await source.read());
  } catch (error) {
    if (error instanceof UnreadableDocument) throw new CannotRun(error.diagnostic);
    throw error;
  }
}
