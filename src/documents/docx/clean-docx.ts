import { encodeXml } from '../../opc/xml-text.js';
import { rewriteZip } from '../../opc/zip-writer.js';
import { type CleanCopy, nothingToClean } from '../cleaned.js';
import { forgetParts } from '../forget-parts.js';
import { type AnchoredEntry, provenanceParts, readProvenanceEntries } from '../provenance-part.js';
import { applySplices, type Splice } from '../splice.js';
import { AUTHOR } from './comments.js';
import type { DocxPackage } from './docx-package.js';
import { joinRuns } from './join-runs.js';
import { readOwnComments, removeComments } from './our-comments.js';
import { findOurMarkup, type OurMarkup } from './our-markup.js';
import { withoutHighlight } from './run-properties.js';
import type { Range, Run, Story } from './story.js';

/**
 * The clean copy of a draft: our comments, bookmarks, highlights and provenance are taken out, our tracked changes accepted. What
 * other people have put in stays. A draft that nobody has touched becomes what filling it clean would have made.
 */
export function cleanDocx(bytes: Uint8Array, docx: DocxPackage, author = AUTHOR): CleanCopy {
  const { zip, mainPart, stories } = docx;
  const comments = readOwnComments(docx, author);
  const entries = readProvenanceEntries(zip, mainPart);
  const ours = { author, comments: new Set(comments.texts.keys()) };
  const changes = new Map<string, Uint8Array | undefined>();
  const found = stories.map((story) => ({ story, markup: findOurMarkup(story, ours) }));
  let highlights = 0;
  for (const { story, markup } of found) {
    const cleaned = cleanStory(story, markup, highlightedRanges(markup, found, entries, comments.texts));
    highlights += cleaned.highlights;
    if (cleaned.splices.length === 0) continue;
    const text = applySplices(story.source, cleaned.splices);
    changes.set(story.partName, encodeXml({ text, encoding: docx.encodings.get(story.partName) ?? 'utf-8' }));
  }
  const gone = [...removeComments(docx, comments, author, changes), ...provenanceParts(zip, mainPart)];
  forgetParts(zip, mainPart, gone, changes);
  const sum = (count: (markup: OurMarkup) => number) => found.reduce((total, { markup }) => total + count(markup), 0);
  const kept = { comments: comments.others, changes: sum((m) => m.otherChanges) };
  if (changes.size === 0) return { ...nothingToClean(bytes), kept };
  const removed = {
    comments: comments.texts.size,
    changes: sum((m) => m.changes),
    highlights,
    records: entries.length,
  };
  return { bytes: rewriteZip(zip, changes), removed, kept };
}

/**
 * Where our highlights are: within the bookmark of an open slot; where that is gone (Word drops it when the slot is typed over),
 * within the comment that gave its reason.
 */
function highlightedRanges(
  markup: OurMarkup,
  all: readonly { readonly markup: OurMarkup }[],
  entries: readonly AnchoredEntry[],
  texts: ReadonlyMap<string, string>,
): readonly Range[] {
  const open = entries.filter((entry) => entry.data['highlight'] !== undefined);
  const notes = new Set(
    open.filter((entry) => !all.some((a) => a.markup.bookmarks.has(entry.anchor))).map((entry) => entry.data['note']),
  );
  return [
    ...open.flatMap((entry) => markup.bookmarks.get(entry.anchor) ?? []),
    ...[...markup.comments].flatMap(([id, range]) => (notes.has(texts.get(id)) ? [range] : [])),
  ];
}

function cleanStory(
  story: Story,
  markup: OurMarkup,
  marked: readonly Range[],
): { readonly splices: readonly Splice[]; readonly highlights: number } {
  const { source, prefix } = story;
  const runs = new Set(story.closed.flatMap((paragraph) => paragraph.pieces.map((piece) => piece.run)));
  const lit = new Set([...runs].filter((run) => marked.some((m) => m.start <= run.start && run.end <= m.end)));
  const properties = (run: Run) => (lit.has(run) ? withoutHighlight(run.properties, prefix) : run.properties);
  const joins = story.closed.flatMap((paragraph) => joinRuns(source, paragraph, markup.removals, properties));
  const dimmed = [...lit].filter((run) => properties(run) !== run.properties);
  const splices: Splice[] = [
    ...markup.removals.map(({ start, end }) => ({ start, end, text: '' })),
    ...dimmed.map((run) => ({
      start: run.contentStart - run.properties.length,
      end: run.contentStart,
      text: properties(run),
    })),
  ];
  return { splices: [...splices.filter((s) => !within(s, joins)), ...joins], highlights: dimmed.length };
}

/** Whether one of the ascending ranges holds it. */
function within({ start, end }: Range, ranges: readonly Range[]): boolean {
  return ranges.some((range) => range.start <= start && end <= range.end);
}
