import type { FoundProvenance, LostProvenance } from '../../documents/provenance.js';
import type { Document } from '../../model/document.js';
import { type FillRecord, parseRecord } from '../record/fill-record.js';
import { samePlace, wordsAround } from '../record/words-around.js';

/** What a file carries of the numbers that fill wrote: those found where they stand now, and those whose place is lost. */
export interface CarriedRecords {
  readonly provenance: readonly FoundProvenance[];
  readonly lost: readonly LostProvenance[];
}

export const NO_RECORDS: CarriedRecords = { provenance: [], lost: [] };

/** The record of one number, and whether the number still reads as it was filled. */
export interface MatchedRecord {
  readonly record: FillRecord;
  readonly written: string;
  readonly state: 'same' | 'changed';
}

interface Spot {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface MatchedRecords<T> {
  readonly of: ReadonlyMap<T, MatchedRecord>;
  /** Records of words that stand where a number was asked for: 持平. */
  readonly wordings: readonly (MatchedRecord & { readonly found: FoundProvenance })[];
  /** Records whose number is nowhere in the text any more. */
  readonly gone: number;
  /** Spans of other filled numbers, to read the words around one. */
  readonly spans: readonly FoundProvenance[];
}

/**
 * Brings each record to its number: by the anchor that travels with the text, else (Word drops an anchor when all that it holds is
 * typed over) by the words around the one number that stands where it stood.
 */
export function matchRecords<T extends Spot>(
  document: Document,
  numbers: readonly T[],
  { provenance, lost }: CarriedRecords,
): MatchedRecords<T> {
  const of = new Map<T, MatchedRecord>();
  const wordings: (MatchedRecord & { found: FoundProvenance })[] = [];
  const filled = provenance.filter((e) => e.data['origin'] !== 'open');
  const astray: LostProvenance[] = lost.filter((e) => e.data['origin'] !== 'open');
  const byBlock = new Map<number, T[]>();
  for (const number of numbers) byBlock.set(number.block, [...(byBlock.get(number.block) ?? []), number]);
  for (const entry of filled) {
    const { start, end, written } = entry;
    const near = (byBlock.get(entry.block) ?? []).filter((n) => n.start < end && start < n.end);
    const number = near.find((n) => n.text === written) ?? near[0];
    if (number) of.set(number, { record: parseRecord(entry.data), written, state: stateOf(number, written) });
    else if (start < end && !/[\d×]/u.test(document.blocks[entry.block]!.text.slice(start, end)))
      wordings.push({ found: entry, record: parseRecord(entry.data), written, state: entry.state });
    else astray.push(entry);
  }
  const free = numbers.filter((n) => !of.has(n));
  const spans = provenance.filter((e) => e.start < e.end);
  const words = new Map(
    astray.length === 0 ? [] : free.map((n) => [n, wordsAround(document.blocks[n.block]!, n, spansIn(spans, n.block))]),
  );
  let gone = 0;
  for (const { written, data } of astray) {
    const record = parseRecord(data);
    const there = record.words && free.filter((n) => !of.has(n) && samePlace(record.words!, words.get(n)!));
    if (there?.length === 1) of.set(there[0]!, { record, written, state: stateOf(there[0]!, written) });
    else gone += 1;
  }
  return { of, wordings, gone, spans };
}

const spansIn = (spans: readonly FoundProvenance[], block: number) => spans.filter((s) => s.block === block);

const stateOf = (number: Spot, written: string): 'same' | 'changed' => (number.text === written ? 'same' : 'changed');
