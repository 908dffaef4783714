import type { Claim } from '../../claims/claim.js';
import { wordFigure } from '../../claims/wording/word-figure.js';
import { parseDecimal, toRational } from '../../model/decimal.js';
import type { Document } from '../../model/document.js';
import { isFigure } from '../../model/figure.js';
import { equals } from '../../model/rational.js';
import type { PlannedSlot } from '../fill/plan-fill.js';
import type { ReportContext } from '../report-context.js';
import { figureText } from '../tables/figure-text.js';
import type { Typed } from './answer-text.js';
import type { SheetCode, SheetDiagnostic } from './diagnostics.js';
import type { GivenAnswer } from './given-answer.js';

type Answer = Extract<Typed, { kind: 'answer' }>;

/** What becomes of one answer, and what is to be said about it. */
export interface Judged {
  readonly answer?: GivenAnswer;
  readonly findings: readonly Pick<SheetDiagnostic, 'code' | 'severity' | 'args'>[];
}

/** A figure of the data as its sentence would say it: the number, and the word of sign it would say it with. */
interface Said {
  readonly text: string;
  readonly verb: string | undefined;
  readonly reading: number | 'data';
}

/**
 * Sets an answer beside what the data say of its slot. It wins where the data say nothing, and also where they say
 * something else: then both are told. Where the data would change the verb, a bare number does not say which way it goes.
 */
export function judgeAnswer(
  slot: PlannedSlot,
  typed: Answer,
  row: number,
  document: Document,
  context: ReportContext,
): Judged {
  const { claim, status } = slot;
  const refuse = (code: SheetCode, args: SheetDiagnostic['args'] = {}): Judged => ({
    findings: [{ code, severity: 'hard', args: { row, found: typed.text, ...args } }],
  });
  if (document.blocks[slot.block]!.kind === 'verbatim') return refuse('sheet-verbatim');
  const from = { kind: 'sheet', row } as const;
  if (status === 'filled' && typed.text === slot.text && typed.verb === undefined)
    return { answer: { text: '', agrees: 'data', from }, findings: [] };
  const partner = claim?.sign?.partner ?? '';
  const other = typed.verb !== undefined && typed.verb === partner;
  const said = claim ? saidByData(slot, claim, context) : [];
  const same = said.find((s) => sameNumber(s.text, typed) && (typed.verb === undefined || typed.verb === s.verb));
  if (same) {
    if (context.wording.keepWords && status !== 'filled' && same.verb !== undefined && same.verb === partner)
      return refuse('sheet-word-kept', { word: partner });
    const chosen = status === 'filled' ? 'data' : same.reading;
    return { answer: { text: typed.text, agrees: chosen, from }, findings: [] };
  }
  if (other && claim?.list) return refuse('sheet-verb-in-list', { word: partner });
  if (other && context.wording.keepWords) return refuse('sheet-word-kept', { word: partner });
  if (typed.verb === undefined && said.some((s) => s.verb === partner && partner !== ''))
    return refuse('sheet-sign-unsaid', { word: claim!.sign!.text, partner });
  const data = slot.text ?? (slot.figure && figureText(slot.figure, context.measures));
  const answer: GivenAnswer = { text: typed.text, from, ...(typed.verb === undefined ? {} : { verb: typed.verb }) };
  if (status === 'kept')
    return { answer, findings: [{ code: 'sheet-fills-kept', severity: 'soft', args: { row, found: typed.text } }] };
  if (data === undefined || sameNumber(data, typed)) return { answer, findings: [] };
  return { answer, findings: [{ code: 'sheet-overrides', severity: 'soft', args: { row, found: typed.text, data } }] };
}

/** What the data say of a slot: the one figure that fills it, or those of its readings. */
function saidByData(slot: PlannedSlot, claim: Claim, { wording }: ReportContext): readonly Said[] {
  const verbOf = (flips: boolean) => (flips ? claim.sign?.partner : claim.sign?.text);
  if (slot.status === 'filled' && slot.figure && slot.text !== undefined) {
    const flips = slot.edits.some(
      ({ kind, start, text }) =>
        kind === 'word' && text === claim.sign?.partner && (start === claim.sign.start || start === claim.number.start),
    );
    return [{ text: slot.text, verb: verbOf(flips), reading: 'data' }];
  }
  return slot.candidates.flatMap(({ figure }, reading) => {
    const worded = isFigure(figure) ? wordFigure(claim, figure, { ...wording, keepWords: false }) : undefined;
    if (!worded || 'reason' in worded) return [];
    return [{ text: worded.text, verb: verbOf(worded.words.some((w) => w.start === claim.sign?.start)), reading }];
  });
}

function sameNumber(text: string, { text: typed, value }: Answer): boolean {
  const number = parseDecimal(text);
  return number && value ? equals(toRational(number), toRational(value)) : text === typed;
}
