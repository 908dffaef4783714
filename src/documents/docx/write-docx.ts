import type { Edit, Mark } from '../../model/edit.js';
import { addContentType, CONTENT_TYPES_PART } from '../../opc/content-types.js';
import { addRelationship, freeRelationshipId, relationshipsPartOf } from '../../opc/relationships.js';
import { encodeXml } from '../../opc/xml-text.js';
import { rewriteZip } from '../../opc/zip-writer.js';
import { byBlock, inOrder } from '../mapped-text.js';
import type { WriteOptions } from '../opened.js';
import type { ProvenanceEntry } from '../provenance.js';
import { type AnchoredEntry, putProvenance, readProvenanceEntries } from '../provenance-part.js';
import { readPart } from '../read-part.js';
import { applySplices } from '../splice.js';
import { bookmarkName, bookmarkNumber } from './bookmark-name.js';
import {
  AUTHOR,
  type Author,
  addComments,
  authorAttributes,
  commentMarkup,
  commentXml,
  emptyComments,
  highestCommentId,
} from './comments.js';
import type { DocxBlock } from './docx-blocks.js';
import type { DocxPackage } from './docx-package.js';
import { RELATIONSHIP_TYPES, STRICT_RELATIONSHIP_TYPES, WORD_NAMESPACES } from './namespaces.js';
import { type Action, StoryEditor } from './paragraph-writer.js';
import { isHighlighted } from './run-properties.js';
import type { Paragraph, Shell, Story } from './story.js';

const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';

/** Numbers given out while one file is written, and what has been gathered for its other parts. */
class Desk {
  readonly author: Author;
  readonly comments: string[] = [];
  readonly entries: AnchoredEntry[] = [];
  /** Comments on notes: they stand in the body, around the reference to the note. */
  readonly around: { readonly shell: Shell; readonly markup: NonNullable<Action['comment']> }[] = [];
  #id: number;
  #comment: number;
  #bookmark: number;

  constructor(author: Author, highestId: number, highestComment: number, highestBookmark: number) {
    this.author = author;
    this.#id = highestId;
    this.#comment = highestComment;
    this.#bookmark = highestBookmark;
  }

  /** Attributes of the next tracked change. */
  track(prefix: string): string {
    return authorAttributes(prefix, ++this.#id, this.author);
  }

  comment(prefix: string, note: string): NonNullable<Action['comment']> {
    const id = ++this.#comment;
    this.comments.push(commentXml(id, note, this.author));
    return commentMarkup(prefix, id);
  }

  /** A hidden bookmark around a figure, and its entry. */
  bookmark(
    prefix: string,
    written: string,
    data: Readonly<Record<string, string>>,
  ): { before: string; behind: string } {
    const id = ++this.#id;
    const name = bookmarkName(++this.#bookmark);
    this.entries.push({ anchor: name, written, data });
    return {
      before: `<${prefix}bookmarkStart ${prefix}id="${id}" ${prefix}name="${name}"/>`,
      behind: `<${prefix}bookmarkEnd ${prefix}id="${id}"/>`,
    };
  }
}

interface Span {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly edit?: Edit;
  readonly mark?: Mark;
  readonly entry?: ProvenanceEntry;
}

const keyOf = (s: { block: number; start: number; end: number }): string => `${s.block}:${s.start}:${s.end}`;

/** Everything that is asked for, one span each: an edit, a mark and an entry of the same span are one. */
function spansOf(edits: readonly Edit[], options: WriteOptions): readonly Span[] {
  const spans = new Map<string, Span>();
  const add = (span: Span) => spans.set(keyOf(span), { ...spans.get(keyOf(span)), ...span });
  for (const edit of edits) {
    // Two insertions at one place are two spans.
    const { block, start, end } = edit;
    if (spans.has(keyOf(edit))) spans.set(`${keyOf(edit)}+${spans.size}`, { block, start, end, edit });
    else add({ block, start, end, edit });
  }
  if (options.mode === 'mark')
    for (const mark of options.marks ?? []) {
      const { block, start, end } = mark;
      if (!spans.has(keyOf(mark))) add({ block, start, end, mark });
    }
  for (const entry of options.provenance ?? []) {
    const { block, start, end } = entry;
    add({ block, start, end, entry });
  }
  return [...spans.values()];
}

/**
 * Comments stand in the body only: headers and footers cannot carry any, and a comment within a note brings other readers of the
 * format down. One about a note is put around the reference to it.
 */
function commentOn(note: string, story: Story, paragraph: Paragraph, body: Story, desk: Desk): Action['comment'] {
  if (story === body) return desk.comment(story.prefix, note);
  const shell = paragraph.note === undefined ? undefined : body.references.get(paragraph.note);
  if (shell) desk.around.push({ shell, markup: desk.comment(body.prefix, note) });
  return undefined;
}

function actionOf(
  span: Span,
  { story, paragraph }: DocxBlock,
  body: Story,
  mode: WriteOptions['mode'],
  desk: Desk,
): Action {
  const { start, end, edit, mark, entry } = span;
  const { prefix } = story;
  const note = mode === 'mark' ? (edit?.note ?? mark?.note) : undefined;
  const written = edit?.text ?? paragraph.text.slice(start, end);
  const data = mark ? { origin: 'open', ...entry?.data, ...highlightData(mark, paragraph, prefix) } : entry?.data;
  const bookmark = data ? desk.bookmark(prefix, written, data) : { before: '', behind: '' };
  return {
    start,
    end,
    text: edit?.text,
    highlight: mark && (mark.colour ?? 'yellow'),
    track: mode === 'track' ? () => desk.track(prefix) : undefined,
    before: bookmark.before,
    behind: bookmark.behind,
    comment: note ? commentOn(note, story, paragraph, body, desk) : undefined,
  };
}

/** Lets a highlight be told from one of the author's own when the draft is cleaned. */
function highlightData(
  { start, end, note, colour = 'yellow' }: Mark,
  { pieces }: Paragraph,
  prefix: string,
): Record<string, string> {
  const touched = pieces.filter((piece) => piece.at < end && start < piece.at + piece.length);
  const ours = touched.some((piece) => !isHighlighted(piece.run.properties, prefix));
  return ours ? { highlight: colour, note } : {};
}

/** The same text changes, tracked alike, in the copy of a text box for older readers, without comments and bookmarks. */
const forCopy = (action: Action): Action => ({
  ...action,
  highlight: undefined,
  before: '',
  behind: '',
  comment: undefined,
});

function actionsOfStories(
  blocks: readonly DocxBlock[],
  spans: readonly Span[],
  body: Story,
  mode: WriteOptions['mode'],
  desk: Desk,
): Map<Story, Map<Paragraph, readonly Action[]>> {
  const stories = new Map<Story, Map<Paragraph, readonly Action[]>>();
  const groups = [...byBlock(spans)].sort(([a], [b]) => a - b);
  for (const [index, group] of groups) {
    const found = blocks[index];
    if (!found) throw new RangeError(`no block ${index}`);
    const { story, paragraph } = found;
    const actions = inOrder(group).map((span) => actionOf(span, found, body, mode, desk));
    const paragraphs = stories.get(story) ?? new Map<Paragraph, readonly Action[]>();
    paragraphs.set(paragraph, actions);
    const changes = actions.filter((a) => a.text !== undefined).map(forCopy);
    if (changes.length > 0) for (const copy of paragraph.copies) paragraphs.set(copy, changes);
    stories.set(story, paragraphs);
  }
  return stories;
}

/** Binds the prefix that new markup uses, where the root element leaves it unbound. */
function withPrefix(source: string, { namespace, prefix }: Story): string {
  if (source.includes(`xmlns:${prefix.slice(0, -1)}=`)) return source;
  const at = /<[^\s?!/>]+/.exec(source);
  const end = at ? at.index + at[0].length : 0;
  return `${source.slice(0, end)} xmlns:${prefix.slice(0, -1)}="${namespace}"${source.slice(end)}`;
}

function putComments(docx: DocxPackage, desk: Desk, changes: Map<string, Uint8Array | undefined>): void {
  if (desk.comments.length === 0) return;
  const { zip, mainPart, relationships } = docx;
  const encode = (xml: string) => new TextEncoder().encode(xml);
  const namespace = docx.stories[0]!.namespace;
  const known = relationships.find((r) => r.kind === 'comments')?.target;
  if (known !== undefined) {
    const { text, encoding } = readPart(zip, known);
    changes.set(known, encodeXml({ text: addComments(text, desk.comments, namespace, known), encoding }));
    return;
  }
  const folder = mainPart.slice(0, mainPart.lastIndexOf('/') + 1);
  let part = `${folder}comments.xml`;
  for (let n = 1; zip.has(part); n++) part = `${folder}comments${n}.xml`;
  changes.set(part, encode(addComments(emptyComments(namespace), desk.comments, namespace, part)));
  const types = readPart(zip, CONTENT_TYPES_PART).text;
  changes.set(CONTENT_TYPES_PART, encode(addContentType(types, part, COMMENTS_TYPE)));
  const file = relationshipsPartOf(mainPart);
  const strict = namespace !== [...WORD_NAMESPACES][0];
  const type = `${strict ? STRICT_RELATIONSHIP_TYPES : RELATIONSHIP_TYPES}/comments`;
  const xml = zip.has(file) ? readPart(zip, file).text : undefined;
  const ids = [...(xml ?? '').matchAll(/\bId\s*=\s*["']([^"']*)["']/g)].map((m) => m[1]!);
  changes.set(file, encode(addRelationship(xml, { id: freeRelationshipId(ids), type, target: `/${part}` })));
}

/** The file with edits, marks and provenance in it. Nothing asked for gives the bytes back as they were. */
export function writeDocx(
  bytes: Uint8Array,
  docx: DocxPackage,
  blocks: readonly DocxBlock[],
  edits: readonly Edit[],
  options: WriteOptions,
): Uint8Array {
  const spans = spansOf(edits, options);
  if (spans.length === 0) return bytes.slice();
  const { zip, stories, mainPart } = docx;
  const comments = docx.relationships.find((r) => r.kind === 'comments')?.target;
  const desk = new Desk(
    { name: options.author ?? AUTHOR, date: options.date },
    Math.max(...stories.map((s) => s.highestId)),
    comments === undefined ? -1 : highestCommentId(readPart(zip, comments).text, comments),
    Math.max(0, ...stories.map((s) => s.bookmarks.reduce((most, b) => Math.max(most, bookmarkNumber(b.name)), 0))),
  );
  const changes = new Map<string, Uint8Array | undefined>();
  const body = stories[0]!;
  const planned = actionsOfStories(blocks, spans, body, options.mode, desk);
  if (desk.around.length > 0 && !planned.has(body)) planned.set(body, new Map());
  for (const [story, actions] of planned) {
    const editor = new StoryEditor(story.source, story.prefix);
    for (const paragraph of story.closed) {
      const own = actions.get(paragraph);
      if (own) editor.edit(paragraph, own);
    }
    if (story === body) for (const { shell, markup } of desk.around) editor.around(shell, markup);
    const text = withPrefix(applySplices(story.source, editor.splices), story);
    changes.set(story.partName, encodeXml({ text, encoding: docx.encodings.get(story.partName) ?? 'utf-8' }));
  }
  putComments(docx, desk, changes);
  if (desk.entries.length > 0)
    putProvenance(zip, mainPart, [...readProvenanceEntries(zip, mainPart), ...desk.entries], changes);
  return rewriteZip(zip, changes);
}
