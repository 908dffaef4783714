import type { MeasureContext } from '../../measures/context.js';
import type { Edit, Mark } from '../../model/edit.js';
import type { FillPlan, PlannedSlot } from '../fill/plan-fill.js';
import type { Lang } from '../messages/language.js';
import { speak, speakFully } from '../messages/speak.js';
import { readingOf } from '../record/records-of-plan.js';
import { describeQuery } from './describe-query.js';
import { formatNotes, formatProof } from './proof-text.js';

/** The edits of a plan, each filled figure with its meaning and proof as a note: what a Word comment shows. */
export function notedEdits(plan: FillPlan, measures: MeasureContext, lang: Lang): readonly Edit[] {
  return plan.slots.flatMap((slot) =>
    slot.edits.map((edit) => {
      const note = edit.kind === 'fill' ? proofOf(slot, measures, lang) : '';
      return note === '' ? edit : { ...edit, note };
    }),
  );
}

function proofOf(slot: PlannedSlot, measures: MeasureContext, lang: Lang): string {
  const { claim, figure, given } = slot;
  const reading = readingOf(slot);
  if (given?.agrees === undefined && given) {
    const said = given.from.kind === 'sheet' ? 'sheet-answered' : 'sheet-remembered';
    return [claim?.label ?? '', speak({ code: said, args: {} }, lang)].filter((line) => line !== '').join('\n');
  }
  if (!figure || !reading) return claim?.label ?? '';
  return [
    describeQuery(reading.query, measures, lang),
    `= ${formatProof(figure, measures, lang, claim?.unit)}`,
    ...formatNotes(figure, lang),
  ].join('\n');
}

/** Slots that stay, each with its reason. */
export function openMarks(plan: FillPlan, lang: Lang): readonly Mark[] {
  return plan.slots
    .filter((slot) => slot.status === 'open' || slot.status === 'ambiguous')
    .map(({ block, slot, reason }) => ({
      block,
      start: slot.start,
      end: slot.end,
      note: reason ? speakFully(reason, lang) : '',
    }));
}
