import { BOOKMARK } from './bookmark-name.js';
import type { Bookmark, Paragraph } from './story.js';

/** Our own bookmarks, found while a story is read. One that has come to span paragraphs is given up. */
export class OpenBookmarks {
  readonly #open = new Map<string, Omit<Bookmark, 'end'>>();
  readonly found: Bookmark[] = [];

  /** A `w:bookmarkStart` (with a name) or a `w:bookmarkEnd` (without) at the end of the paragraph's text so far. */
  mark(id: string, name: string | undefined, paragraph: Paragraph | undefined): void {
    const opened = this.#open.get(id);
    if (name === undefined) this.#open.delete(id);
    if (!paragraph || paragraph.number === 0) return;
    const at = paragraph.text.length;
    if (name?.startsWith(BOOKMARK)) this.#open.set(id, { name, paragraph, start: at });
    else if (name === undefined && opened?.paragraph === paragraph) this.found.push({ ...opened, end: at });
  }
}
