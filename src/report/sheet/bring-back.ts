import type { Document } from '../../model/document.js';
import { cellAddress } from '../../model/observation.js';
import type { FillPlan, PlannedSlot } from '../fill/plan-fill.js';
import type { ReportContext } from '../report-context.js';
import { parseAnswer, type Typed } from './answer-text.js';
import { beginsWith, normaliseContext } from './context-text.js';
import type { SheetCode, SheetDiagnostic } from './diagnostics.js';
import type { GivenAnswer } from './given-answer.js';
import { judgeAnswer } from './judge-answer.js';
import { matchRows } from './match-rows.js';
import type { ReadSheet } from './read-sheet.js';
import type { ReadRow } from './sheet-row.js';
import { meaningOf, spotsOf } from './sheet-rows.js';
import { Surroundings } from './slot-context.js';

/** What a completed sheet says, by the number of the slot, and every row that was not used or that changes a figure. */
export interface BroughtBack {
  readonly answers: ReadonlyMap<number, GivenAnswer>;
  readonly diagnostics: readonly SheetDiagnostic[];
}

type Answer = Extract<Typed, { kind: 'answer' }>;
type Found = { readonly slot: PlannedSlot; readonly row: ReadRow; readonly typed: Answer };

/** Brings a completed sheet back to its template: each answer to its slot, or a finding with its row. */
export function bringBack(
  sheet: ReadSheet,
  file: string,
  plan: FillPlan,
  document: Document,
  context: ReportContext,
): BroughtBack {
  const diagnostics: SheetDiagnostic[] = [];
  const report = (
    row: ReadRow,
    code: SheetCode,
    severity: SheetDiagnostic['severity'],
    args: SheetDiagnostic['args'],
  ) => {
    const place =
      sheet.sheet === undefined
        ? { file, line: row.row }
        : { file, sheet: sheet.sheet, cell: cellAddress(row.row, sheet.answerColumn) };
    diagnostics.push({ code, severity, place, args: { row: row.row, ...args } });
  };

  const found: Found[] = [];
  for (const match of matchRows(sheet.rows, new Surroundings(document, spotsOf(plan)))) {
    const { row } = match;
    if (match.kind !== 'spot') {
      if (!isAnswered(row)) continue;
      const args = { found: row.answer, before: row.before.slice(-30), after: row.after.slice(0, 15) };
      if (match.kind === 'none') report(row, 'sheet-row-unmatched', 'hard', args);
      else report(row, 'sheet-row-alike', 'hard', { ...args, count: match.count });
      continue;
    }
    const slot = plan.slots[match.index]!;
    const typed = parseAnswer(row.answer, targetOf(slot, document));
    if (typed.kind === 'blank') continue;
    if (typed.kind === 'refused') {
      report(row, typed.code, typed.code === 'sheet-no-answer' ? 'soft' : 'hard', typed.args);
      continue;
    }
    const meaning = changedMeaning(row, slot, context);
    if (meaning !== undefined)
      report(row, 'sheet-meaning-changed', 'hard', { found: row.answer, before: row.meaning, now: meaning });
    else found.push({ slot, row, typed });
  }

  const answers = new Map<number, GivenAnswer>();
  for (const group of bySlot(found)) {
    const [{ slot, row, typed }] = group as [Found];
    const texts = [...new Set(group.map(({ typed: t }) => (t.verb ?? '') + t.text))];
    if (texts.length > 1) {
      for (const one of group)
        report(one.row, 'sheet-answered-twice', 'hard', { found: texts, rows: group.map((g) => String(g.row.row)) });
      continue;
    }
    const judged = judgeAnswer(slot, typed, row.row, document, context);
    for (const { code, severity, args } of judged.findings) report(row, code, severity, args);
    if (judged.answer) answers.set(slot.no, judged.answer);
  }
  return { answers, diagnostics };
}

const isAnswered = ({ answer }: ReadRow): boolean => answer.trim() !== '';

export const targetOf = ({ block, slot, kind, claim }: PlannedSlot, { blocks }: Document) => {
  const { text } = blocks[block]!;
  return { kind, claim, before: text.slice(0, slot.start), after: text.slice(slot.end), decimals: slot.decimals };
};

/**
 * What a slot means now, where the sheet says that it meant something else when the answer was typed: another period,
 * another region. Only where the data are asked; the label of a fact is made from its words.
 */
function changedMeaning(row: ReadRow, slot: PlannedSlot, context: ReportContext): string | undefined {
  const then = normaliseContext(row.meaning);
  if (then === '' || (slot.claim?.readings.length ?? 0) === 0) return undefined;
  const now = (['zh', 'en'] as const).map((lang) => meaningOf(slot, context, lang));
  return now.some((meaning) => beginsWith(normaliseContext(meaning), then)) ? undefined : now[0];
}

function bySlot(found: readonly Found[]): readonly (readonly Found[])[] {
  const groups = new Map<number, Found[]>();
  for (const one of found) groups.set(one.slot.no, [...(groups.get(one.slot.no) ?? []), one]);
  return [...groups.values()];
}
