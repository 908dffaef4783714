import { UnreadableDocument } from '../diagnostics.js';
import type { OpenDocument } from '../opened.js';

export function openXlsx(name: string, _bytes: Uint8Array): OpenDocument {
  throw new UnreadableDocument(name, 'document-unknown-format', { extension: '' });
}
