import type { Splice } from '../splice.js';
import { skipOn } from './our-markup.js';
import { keepSpaces } from './run-writer.js';
import type { DocxPiece, Paragraph, Range, Run } from './story.js';

/**
 * Runs that only our markup kept apart are one again: without it they would never have been cut. Splices of the source; what lies
 * within one of them needs no splice of its own.
 */
export function joinRuns(
  source: string,
  { pieces }: Paragraph,
  removals: readonly Range[],
  properties: (run: Run) => string,
): readonly Splice[] {
  const splices: Splice[] = [];
  let chain: DocxPiece[] = [];
  for (const piece of pieces) {
    const last = chain.at(-1);
    const joins = last && adjoin(last, piece) && parted(last.run, piece.run, removals, properties);
    if (joins && touch(source, last, piece)) {
      splices.push({ start: closeTagOf(source, last), end: contentOf(source, piece), text: '' });
      chain.push(piece);
    } else {
      if (joins) splices.push({ start: last.run.contentEnd, end: piece.run.contentStart, text: '' });
      splices.push(...spacing(source, chain));
      chain = [piece];
    }
  }
  return [...splices, ...spacing(source, chain)];
}

/** Whether two runs look alike and nothing but our markup stands between them. */
function parted(a: Run, b: Run, removals: readonly Range[], properties: (run: Run) => string): boolean {
  return (
    a.end < b.start && a.openTag === b.openTag && properties(a) === properties(b) && skipOn(a.end, removals) === b.start
  );
}

const contentOf = (source: string, { element }: DocxPiece): number => source.indexOf('>', element.start) + 1;
const closeTagOf = (source: string, { element }: DocxPiece): number => source.lastIndexOf('</', element.end - 1);

/** Whether one ends its run and the other begins its own. */
const adjoin = (a: DocxPiece, b: DocxPiece): boolean =>
  a.element.end === a.run.contentEnd && b.element.start === b.run.contentStart;

/** Whether both are texts, and no white space between them is none of the text. */
function touch(source: string, a: DocxPiece, b: DocxPiece): boolean {
  return !a.atom && !b.atom && a.content.end === closeTagOf(source, a) && b.content.start === contentOf(source, b);
}

/** The start tag of a joined text keeps white space at its ends where there is some, or where all its parts did. */
function spacing(source: string, chain: readonly DocxPiece[]): readonly Splice[] {
  const [head] = chain;
  if (!head || chain.length < 2) return [];
  const start = head.element.start;
  const end = contentOf(source, head);
  const tag = source.slice(start, end);
  const all = chain.every((link) => /\bxml:space\s*=/.test(source.slice(link.element.start, contentOf(source, link))));
  const bare = tag.replace(/\s+xml:space\s*=\s*(?:"[^"]*"|'[^']*')/, '');
  const wanted = all ? tag : keepSpaces(bare, chain.map((link) => link.text).join(''));
  return wanted === tag ? [] : [{ start, end, text: wanted }];
}
