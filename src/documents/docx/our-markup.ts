import { readXml, type XmlTag } from '../../opc/xml.js';
import { bookmarkNumber } from './bookmark-name.js';
import type { Range, Story } from './story.js';

/** Whose markup is looked for. */
export interface Ours {
  readonly author: string;
  readonly comments: ReadonlySet<string>;
}

/** What fill has put into one story, as ranges of its source. */
export interface OurMarkup {
  /** To be taken out, with all that they hold. Ascending; none within another. */
  readonly removals: readonly Range[];
  /** What our bookmarks and comments enclose. */
  readonly bookmarks: ReadonlyMap<string, Range>;
  readonly comments: ReadonlyMap<string, Range>;
  /** Tracked changes of ours, and of others. */
  readonly changes: number;
  readonly otherChanges: number;
}

interface Open {
  readonly local: string;
  readonly tag: XmlTag;
  readonly ours: boolean;
  /** Children other than properties; references of ours among them. */
  children: number;
  references: Range[];
}

const TRACKED = new Set(['ins', 'del', 'moveFrom', 'moveTo']);

/** Walks a story once. Insertions of ours lose their tags, deletions of ours go, and so do anchors of comments and bookmarks. */
export function findOurMarkup({ source, partName, namespace }: Story, ours: Ours): OurMarkup {
  const removals: Range[] = [];
  const bookmarks = new Map<string, Range>();
  const comments = new Map<string, Range>();
  const names = new Map<string, { name: string; end: number }>();
  const ranges = new Map<string, number>();
  const insertions: Range[] = [];
  /** Start tags of others' insertions, by where they end and by where they begin. */
  const endOf = new Map<number, { readonly openTag: string; readonly closeStart: number }>();
  const startOf = new Map<number, string>();
  const path: Open[] = [];
  let changes = 0;
  let otherChanges = 0;
  const open = (tag: XmlTag) => {
    const word = tag.uri === namespace;
    const local = word ? tag.local : '';
    const value = (name: string) => tag.attribute(name, tag.uri);
    const parent = path.at(-1);
    if (parent && local !== 'rPr') parent.children += 1;
    const tracked = TRACKED.has(local);
    const own = tracked && value('author') === ours.author;
    if (own) changes += 1;
    else if (tracked && parent?.local !== 'rPr' && parent?.local !== 'trPr') otherChanges += 1;
    if (tracked && !own) startOf.set(tag.start, source.slice(tag.start, tag.end));
    path.push({ local, tag, ours: own, children: 0, references: [] });
    const id = value('id') ?? '';
    if (local === 'bookmarkStart' && bookmarkNumber(value('name') ?? '') > 0)
      names.set(id, { name: value('name')!, end: tag.end });
    else if (local === 'commentRangeStart' && ours.comments.has(id)) ranges.set(id, tag.end);
  };
  const close = (_uri: string, _local: string, start: number, end: number) => {
    const { local, tag, ours: own, children, references } = path.pop()!;
    const parent = path.at(-1);
    const whole = { start: tag.start, end };
    const id = tag.attribute('id', tag.uri) ?? '';
    if (own && local !== 'ins') removals.push(whole);
    else if (own && tag.selfClosing) removals.push(whole);
    else if (own) {
      removals.push({ start: tag.start, end: tag.end }, { start, end });
      insertions.push(whole);
    } else if (TRACKED.has(local)) endOf.set(end, { openTag: source.slice(tag.start, tag.end), closeStart: start });
    else if (local === 'bookmarkStart' && names.get(id)?.end === tag.end) removals.push(whole);
    else if (local === 'bookmarkEnd' && names.has(id)) {
      const { name, end: from } = names.get(id)!;
      names.delete(id);
      bookmarks.set(name, { start: from, end: tag.start });
      removals.push(whole);
    } else if (local === 'commentRangeStart' && ours.comments.has(id)) removals.push(whole);
    else if (local === 'commentRangeEnd' && ours.comments.has(id)) {
      comments.set(id, { start: ranges.get(id) ?? tag.start, end: tag.start });
      removals.push(whole);
    } else if (local === 'commentReference' && ours.comments.has(id)) parent?.references.push(whole);
    else if (local === 'r' && references.length > 0)
      removals.push(...(references.length === children ? [whole] : references));
  };
  readXml(source, { open, close }, { part: partName });
  const ordered = outermost(removals);
  const mended = insertions.flatMap((insertion) => mendInsertion(insertion, ordered, endOf, startOf));
  const rejoined = mended.length / 2;
  return {
    removals: outermost([...ordered, ...mended]),
    bookmarks,
    comments,
    changes,
    otherChanges: otherChanges - rejoined,
  };
}

/** In order, without those that lie within another. */
function outermost(ranges: readonly Range[]): readonly Range[] {
  const sorted = [...ranges].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Range[] = [];
  for (const range of sorted) if (range.end > (kept.at(-1)?.end ?? -1)) kept.push(range);
  return kept;
}

/** Another author's insertion that ours had to cut in two is one again: the tags of the cut go. */
function mendInsertion(
  { start, end }: Range,
  removals: readonly Range[],
  endOf: ReadonlyMap<number, { readonly openTag: string; readonly closeStart: number }>,
  startOf: ReadonlyMap<number, string>,
): readonly Range[] {
  const before = skipBack(start, removals);
  const behind = skipOn(end, removals);
  const cut = endOf.get(before);
  const again = startOf.get(behind);
  if (!cut || again === undefined || cut.openTag !== again) return [];
  return [
    { start: cut.closeStart, end: before },
    { start: behind, end: behind + again.length },
  ];
}

/** The nearest place before `at` that stays. */
export function skipBack(at: number, removals: readonly Range[]): number {
  let place = at;
  for (let i = indexBefore(removals, at); i >= 0 && removals[i]!.end === place; i--) place = removals[i]!.start;
  return place;
}

/** The nearest place from `at` on that stays. */
export function skipOn(at: number, removals: readonly Range[]): number {
  let place = at;
  for (let i = indexBefore(removals, at) + 1; i < removals.length && removals[i]!.start <= place; i++)
    place = Math.max(place, removals[i]!.end);
  return place;
}

/** Index of the last range that begins before `at`, −1 where none does. */
function indexBefore(ranges: readonly Range[], at: number): number {
  let low = -1;
  let high = ranges.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (ranges[middle]!.start < at) low = middle;
    else high = middle - 1;
  }
  return low;
}
