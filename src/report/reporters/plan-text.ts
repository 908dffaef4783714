import type { MeasureContext } from '../../measures/context.js';
import type { Document } from '../../model/document.js';
import { isFigure } from '../../model/figure.js';
import type { FillPlan, PlannedSlot } from '../fill/plan-fill.js';
import type { Lang } from '../messages/language.js';
import { describePlace } from '../messages/place-text.js';
import { speak, speakFully } from '../messages/speak.js';
import { figureText } from '../tables/figure-text.js';
import type { Paint } from '../tables/format-terminal.js';
import { describeQuery } from './describe-query.js';
import { formatNotes, formatProof } from './proof-text.js';
import { formatSentence, type Highlight } from './sentence-text.js';

export interface TextContext {
  readonly measures: MeasureContext;
  readonly lang: Lang;
  readonly paint: Paint;
}

const TONE = { filled: 'strong', open: 'bad', ambiguous: 'warn', kept: 'quiet' } as const;

/** A plan for people: paragraph by paragraph, each slot in its sentence, its meaning, its figure, its proof. */
export function formatPlan(plan: FillPlan, document: Document, context: TextContext): string {
  const lines: string[] = [];
  document.blocks.forEach((block, index) => {
    const slots = plan.slots.filter((slot) => slot.block === index);
    if (slots.length === 0) return;
    const highlights = slots.map(
      (slot): Highlight => ({ ...slot.slot, text: slot.text ?? slot.slot.glyph, no: slot.no, tone: TONE[slot.status] }),
    );
    lines.push(
      `${context.paint(describePlace(slots[0]!.place.cell ? slots[0]!.place : lineOnly(slots[0]!), context.lang), 'quiet')}  ${formatSentence(block.text, highlights, context.paint)}`,
    );
    for (const slot of slots) lines.push(...formatSlot(slot, block.text, context));
    lines.push('');
  });
  return [...lines, formatPlanSummary(plan, context.lang)].join('\n');
}

const lineOnly = (slot: PlannedSlot) => {
  const { column: _, ...rest } = slot.place;
  return rest;
};

/** 9 处：已填 8，待填 1。 */
export const formatPlanSummary = ({ summary }: FillPlan, lang: Lang): string =>
  speak({ code: 'plan-summary', args: { ...summary } }, lang);

function formatSlot(slot: PlannedSlot, text: string, { measures, lang, paint }: TextContext): readonly string[] {
  const indent = '      ';
  const meanings = [...new Set((slot.claim?.readings ?? []).map((r) => describeQuery(r.query, measures, lang)))];
  const kind = speak({ code: `kind-${slot.kind}`, args: {} }, lang);
  const status = paint(speak({ code: `status-${slot.status}`, args: {} }, lang), TONE[slot.status]);
  const meaning = slot.kind === 'fact' && slot.claim ? slot.claim.label : meanings.length === 1 ? meanings[0] : kind;
  const head = `  #${slot.no} ${status} ${slot.text ?? slot.slot.glyph}  ${meaning}`;
  const lines = [head];
  if (slot.status === 'filled' && slot.figure) {
    lines.push(`${indent}= ${formatProof(slot.figure, measures, lang)}`);
    for (const note of formatNotes(slot.figure, lang)) lines.push(`${indent}· ${paint(note, 'quiet')}`);
  }
  for (const { kind: of, start, end, text: to } of slot.edits)
    if (of === 'word')
      lines.push(
        `${indent}· ${speak({ code: start === end ? 'word-added' : 'word-changed', args: { from: text.slice(start, end), to } }, lang)}`,
      );
  if (slot.given) {
    const code = slot.given.from.kind === 'sheet' ? 'sheet-answered' : 'sheet-remembered';
    lines.push(`${indent}· ${paint(speak({ code, args: {} }, lang), 'quiet')}`);
  }
  if (slot.status !== 'filled' && slot.reason) lines.push(`${indent}· ${speakFully(slot.reason, lang)}`);
  if (slot.status === 'ambiguous')
    for (const { reading, figure } of slot.candidates) {
      const value = isFigure(figure)
        ? figureText(figure, measures, reading.indicator)
        : speak({ code: figure.reason, args: figure.args }, lang);
      lines.push(`${indent}? ${describeQuery(reading.query, measures, lang)}${lang === 'zh' ? '：' : ': '}${value}`);
    }
  return lines;
}
