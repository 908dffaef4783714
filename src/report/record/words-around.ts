import type { Block } from '../../model/document.js';
import type { RecordedWords } from './fill-record.js';

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where a sentence ends. What stands behind ； still leans on what stands before it. */
const SENTENCE_END = /[。！？!?\n]/u;

/** Longest stretch to either side that is kept. */
const FARTHEST = 200;

/** The words around a number, in its sentence and its cell; `others` are numbers among them that fill wrote too. */
export function wordsAround(block: Block, number: Span, others: readonly Span[]): RecordedWords {
  const { text, headings } = block;
  const first = Math.max(0, number.start - FARTHEST);
  const head = masked(text, { start: first, end: number.start }, others);
  const tail = masked(text, { start: number.end, end: Math.min(text.length, number.end + FARTHEST) }, others);
  const stop = tail.search(SENTENCE_END);
  return {
    before: head.split(SENTENCE_END).at(-1)!,
    after: stop < 0 ? tail : tail.slice(0, stop),
    headings: headings ? [...headings.row, '|', ...headings.column, '|', headings.caption ?? ''].join(' ').trim() : '',
  };
}

/** text[start, end) with the other filled numbers as ×. */
function masked(text: string, { start, end }: Span, others: readonly Span[]): string {
  let result = '';
  let at = start;
  for (const other of [...others].sort((a, b) => a.start - b.start)) {
    if (other.start < at || other.end > end || other.start === other.end) continue;
    result += `${text.slice(at, other.start)}×`;
    at = other.end;
  }
  return result + text.slice(at, end);
}

export const sameWords = (a: RecordedWords, b: RecordedWords): boolean =>
  a.before === b.before && a.after === b.after && a.headings === b.headings;

/** Whether two numbers stand in the same place of a text, whatever the other numbers around them have become. */
export function samePlace(a: RecordedWords, b: RecordedWords): boolean {
  const bare = (text: string) => text.replace(/[\d.,，]+/gu, '').replaceAll('×', '');
  return (
    a.headings === b.headings &&
    bare(a.before) === bare(b.before) &&
    bare(a.after) === bare(b.after) &&
    bare(a.before + a.after + a.headings).trim() !== ''
  );
}
