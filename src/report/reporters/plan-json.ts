import type { Place } from '../../model/diagnostic.js';
import type { Document } from '../../model/document.js';
import type { FillPlan, PlannedSlot } from '../fill/plan-fill.js';
import type { PlanJson, SlotJson } from '../json-schemas/plan.js';
import { candidateJson, claimJson, derivationJson, type JsonContext, saidJson, sourcesJson } from './claim-json.js';

/** A plan for programs. */
export function planJson(plan: FillPlan, document: Document, context: JsonContext): PlanJson {
  return { slots: plan.slots.map((slot) => slotJson(slot, document, context)), summary: { ...plan.summary } };
}

/** Where a slot or a number stands, without the file. */
export function placeJson({
  part,
  line,
  column,
  sheet,
  cell,
}: Place): Partial<Pick<SlotJson, 'line' | 'column' | 'part' | 'sheet' | 'cell'>> {
  const fields = Object.entries({ part, line, column, sheet, cell }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(fields);
}

/** One slot for programs. */
export function slotJson(slot: PlannedSlot, { blocks }: Document, context: JsonContext): SlotJson {
  const { claim, figure, reason } = slot;
  const text = blocks[slot.block]?.text ?? '';
  return {
    no: slot.no,
    ...placeJson(slot.place),
    glyph: slot.slot.glyph,
    before: slot.before,
    after: slot.after,
    kind: slot.kind,
    status: slot.status,
    text: slot.text ?? null,
    claim: claim ? claimJson(claim, context) : null,
    candidates: slot.candidates.map((answer) => candidateJson(answer, context)),
    reason: reason ? saidJson(reason, context.lang) : null,
    given: slot.given?.from.kind ?? null,
    derivation: figure ? derivationJson(figure, context.lang) : null,
    words: slot.edits
      .filter((edit) => edit.kind === 'word')
      .map((edit) => ({ from: text.slice(edit.start, edit.end), to: edit.text })),
    sources: sourcesJson(figure),
  };
}
