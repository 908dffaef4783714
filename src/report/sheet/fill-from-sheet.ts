import type { Document } from '../../model/document.js';
import { type FillPlan, planFill } from '../fill/plan-fill.js';
import type { ReportContext } from '../report-context.js';
import { bringBack } from './bring-back.js';
import type { SheetDiagnostic } from './diagnostics.js';
import type { ReadSheet } from './read-sheet.js';
import { answersToKeep, keepAnswers } from './remember.js';
import type { RememberedAnswer } from './remembered.js';

/** A plan with the answers of a completed sheet in it. */
export interface SheetFill {
  readonly plan: FillPlan;
  readonly diagnostics: readonly SheetDiagnostic[];
  /** All answers of the project with those of the sheet, and how many of them are new or changed. */
  readonly remembered: { readonly answers: readonly RememberedAnswer[]; readonly changed: number };
}

/**
 * Fills a template from the data and a completed sheet:
 *
 *   1. plan without any answers: what the data alone say of each slot
 *   2. each row to its slot, each answer against what the slot asks for and what the data say   (bring-back)
 *   3. plan again, with the answers
 *   4. the decisions that the next edition should know                                         (remember)
 */
export function fillFromSheet(document: Document, context: ReportContext, sheet: ReadSheet, file: string): SheetFill {
  const byData = planFill(document, { ...context, answers: [] });
  const { answers, diagnostics } = bringBack(sheet, file, byData, document, context);
  const plan = planFill(document, context, answers);
  const lost = plan.slots
    .filter((slot) => answers.has(slot.no) && slot.status !== 'filled')
    .map((slot): SheetDiagnostic => {
      const { from, text } = answers.get(slot.no)!;
      const row = from.kind === 'sheet' ? from.row : 0;
      const args = { row, found: text, no: slot.no };
      return { code: 'sheet-not-usable', severity: 'hard', place: { file, line: row }, args };
    });
  const kept = answersToKeep(plan, byData, document, context);
  return {
    plan,
    diagnostics: [...diagnostics, ...lost],
    remembered: keepAnswers(context.answers ?? [], kept, plan, document),
  };
}
