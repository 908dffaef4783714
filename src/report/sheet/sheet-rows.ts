import { wordFigure } from '../../claims/wording/word-figure.js';
import type { Document } from '../../model/document.js';
import { isFigure } from '../../model/figure.js';
import type { FillPlan, PlannedSlot } from '../fill/plan-fill.js';
import type { Lang } from '../messages/language.js';
import { describePlace } from '../messages/place-text.js';
import { sanitise } from '../messages/sanitise.js';
import { speak, speakFully } from '../messages/speak.js';
import type { ReportContext } from '../report-context.js';
import { describeQuery } from '../reporters/describe-query.js';
import { formatNotes, formatProof } from '../reporters/proof-text.js';
import type { RowAsks, SheetRow } from './sheet-row.js';
import { type SlotContext, Surroundings } from './slot-context.js';

/** A row to be written, and what it asks for. */
export interface PlannedRow {
  readonly row: SheetRow;
  readonly asks: RowAsks;
}

const LONGEST_CELL = 2000;

/** One row for every slot of a plan: filled, open, ambiguous and kept ones. */
export function sheetRows(
  plan: FillPlan,
  document: Document,
  context: ReportContext,
  lang: Lang,
): readonly PlannedRow[] {
  const surroundings = new Surroundings(document, spotsOf(plan));
  return plan.slots.map((slot, i) => {
    const around = surroundings.contextOf(i);
    const wide = (text: string) => sanitise(text, LONGEST_CELL);
    const row: SheetRow = {
      no: String(slot.no),
      place: describePlace(slot.place, lang) + alikeText(around, lang),
      before: wide(around.before),
      after: wide(around.after),
      kind: speak({ code: `kind-${slot.kind}`, args: {} }, lang),
      meaning: wide(meaningOf(slot, context, lang)),
      unit: wide(slot.claim?.unit?.text ?? ''),
      suggestion: wide(slot.status === 'filled' ? (slot.text ?? '') : ''),
      answer: '',
      status: speak({ code: `status-${slot.status}`, args: {} }, lang),
      note: wide(noteOf(slot, document, context, lang)),
    };
    return { row, asks: { wants: wantsOf(slot), choices: choicesOf(slot, context), status: slot.status } };
  });
}

/** Where the slots of a plan stand. */
export const spotsOf = (plan: FillPlan) =>
  plan.slots.map(({ block, slot }) => ({ block, start: slot.start, end: slot.end }));

const alikeText = ({ alike }: SlotContext, lang: Lang): string =>
  alike === undefined ? '' : speak({ code: 'sheet-alike', args: { nth: alike.nth, of: alike.of } }, lang);

/** What a slot is taken to mean, in words; where the words leave several meanings, all of them. */
export function meaningOf({ claim }: PlannedSlot, { measures }: ReportContext, lang: Lang): string {
  if (!claim) return '';
  const meanings = [...new Set(claim.readings.map((r) => describeQuery(r.query, measures, lang)))];
  if (meanings.length > 0) return meanings.join(speak({ code: 'sheet-or', args: {} }, lang));
  return claim.label;
}

function wantsOf({ kind, status, slot }: PlannedSlot): RowAsks['wants'] {
  if (status === 'kept') return 'nothing';
  if (kind === 'name') return 'text';
  if (kind === 'none') return slot.decimals === undefined ? 'anything' : 'number';
  return kind === 'date' ? 'anything' : 'number';
}

/** The figures that the data offer for a slot that may mean several things, as they would be printed. */
function choicesOf({ status, claim, candidates }: PlannedSlot, { wording }: ReportContext): readonly string[] {
  if (status !== 'ambiguous' || !claim) return [];
  const texts = candidates.flatMap(({ figure }) => {
    const worded = isFigure(figure) ? wordFigure(claim, figure, wording) : undefined;
    return worded && 'text' in worded ? [worded.text] : [];
  });
  return [...new Set(texts)];
}

/** Where a text came from that no figure stands behind. */
function originOf({ kind, claim }: PlannedSlot): string {
  if (kind === 'fact') return 'sheet-from-facts';
  return claim?.literal === undefined ? 'sheet-from-names' : 'sheet-from-region';
}

/** The proof of a filled figure with the words that change; or why the slot stays, with what could be meant. */
function noteOf(slot: PlannedSlot, document: Document, context: ReportContext, lang: Lang): string {
  const { measures, wording } = context;
  const say = (code: string, args: Record<string, string | number> = {}) => speak({ code, args }, lang);
  const parts: string[] = [];
  if (slot.given) parts.push(say(slot.given.from.kind === 'remembered' ? 'sheet-remembered' : 'sheet-answered'));
  if (slot.status === 'filled') {
    if (!slot.given && !slot.figure) parts.push(say(originOf(slot)));
    if (slot.figure)
      parts.push(formatProof(slot.figure, measures, lang, slot.claim?.unit), ...formatNotes(slot.figure, lang));
    const { text } = document.blocks[slot.block]!;
    for (const { kind, start, end, text: to } of slot.edits)
      if (kind === 'word')
        parts.push(say(start === end ? 'word-added' : 'word-changed', { from: text.slice(start, end), to }));
  } else {
    if (slot.reason) parts.push(speakFully(slot.reason, lang));
    if (slot.status === 'ambiguous')
      for (const { reading, figure } of slot.candidates) {
        const worded = isFigure(figure) && slot.claim ? wordFigure(slot.claim, figure, wording) : undefined;
        const value =
          worded && 'text' in worded
            ? worded.text
            : isFigure(figure)
              ? say(worded?.reason ?? '')
              : speak({ code: figure.reason, args: figure.args }, lang);
        parts.push(say('sheet-choice', { meaning: describeQuery(reading.query, measures, lang), value }));
      }
  }
  return parts.join(lang === 'zh' ? '；' : '; ');
}
