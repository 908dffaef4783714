import type { Claim } from '../../claims/claim.js';
import { evaluate } from '../../measures/evaluate.js';
import { type Document, placeInBlock } from '../../model/document.js';
import { sameWords, wordsAround } from '../record/words-around.js';
import type { ReportContext } from '../report-context.js';
import { holdToRecord, revisionOf } from './hold-to-record.js';
import { type CarriedRecords, type MatchedRecords, matchRecords } from './match-records.js';
import type { Said, VerifiedNumber } from './verified-number.js';

type Found = Omit<VerifiedNumber, 'no'>;

/** How many of the numbers that fill wrote still read so, read otherwise, or are gone. */
export interface RecordCount {
  readonly same: number;
  readonly changed: number;
  readonly gone: number;
}

/** Holds every number to the record that the file carries of it, and adds the words that stand in the place of a number. */
export function holdToRecords(
  document: Document,
  numbers: readonly Found[],
  carried: CarriedRecords,
  context: ReportContext,
  judge: (claim: Claim) => Partial<Found>,
): { readonly numbers: readonly Found[]; readonly count: RecordCount | undefined } {
  if (carried.provenance.length + carried.lost.length === 0) return { numbers, count: undefined };
  const matched = matchRecords(document, numbers, carried);
  const held = numbers.map((number) => {
    const match = matched.of.get(number);
    if (!match) return number;
    const others = matched.spans.filter(
      (s) => s.block === number.block && (s.end <= number.start || s.start >= number.end),
    );
    const words = wordsAround(document.blocks[number.block]!, number, others);
    const untouched = match.record.words !== undefined && sameWords(match.record.words, words);
    return holdToRecord(number, match, untouched, context, judge);
  });
  const all = [...matched.of.values(), ...matched.wordings];
  const same = all.filter((m) => m.state === 'same').length;
  return {
    numbers: [...held, ...wordingsToSee(document, matched, context)],
    count: { same, changed: all.length - same, gone: matched.gone },
  };
}

/** Words that fill wrote for a number (持平), where someone changed them or the data have changed: people must look. */
function wordingsToSee(
  document: Document,
  { wordings }: MatchedRecords<Found>,
  context: ReportContext,
): readonly Found[] {
  return wordings.flatMap(({ found, record, written, state }): Found[] => {
    const { figure, meaning, origin } = record;
    const remarks: Said[] = [
      ...(state === 'changed' ? [{ code: 'record-changed', args: { written } }] : []),
      ...(figure ? revisionOf(figure, evaluate(figure.query, context.measures)) : []),
    ];
    if (remarks.length === 0) return [];
    const { block: index, start, end } = found;
    const block = document.blocks[index]!;
    return [
      {
        block: index,
        start,
        end,
        place: placeInBlock(block, start),
        text: block.text.slice(start, end),
        before: block.text.slice(Math.max(0, start - 24), start),
        after: block.text.slice(end, end + 12),
        kind: record.kind ?? 'none',
        verdict: 'unanswered',
        answers: [],
        reasons: [],
        edits: [],
        filled: { text: written, state, origin, meaning },
        remarks,
      },
    ];
  });
}
