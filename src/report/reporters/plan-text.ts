import stringWidth from 'string-width';
import type { Reading } from '../../claims/claim.js';
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
    const place = describePlace(slots[0]!.place.cell ? slots[0]!.place : lineOnly(slots[0]!), context.lang);
    let front = context.paint(place, 'quiet');
    for (const { start, end } of passagesOf(block.text, slots)) {
      const own = slots.filter(({ slot }) => slot.start >= start && slot.start < end);
      const highlights = own.map(
        ({ slot, text, no, status }): Highlight => ({
          ...slot,
          start: slot.start - start,
          end: slot.end - start,
          text: text ?? slot.glyph,
          no,
          tone: TONE[status],
        }),
      );
      lines.push(`${front}  ${formatSentence(block.text.slice(start, end), highlights, context.paint)}`);
      for (const slot of own) lines.push(...formatSlot(slot, block.text, context));
      front = ' '.repeat(stringWidth(place));
    }
    lines.push('');
  });
  return [...lines, formatPlanSummary(plan, context.lang)].join('\n');
}

/** More slots than these are not looked for in one paragraph: its sentences stand one by one, each with its own below. */
const MOST_SLOTS = 8;

/** The paragraph, or its sentences with slots where it has many. What has none goes with the sentence behind it. */
function passagesOf(
  text: string,
  slots: readonly PlannedSlot[],
): readonly { readonly start: number; readonly end: number }[] {
  const whole = [{ start: 0, end: text.length }];
  if (slots.length <= MOST_SLOTS) return whole;
  const passages: { start: number; end: number }[] = [];
  let start = 0;
  for (const mark of [...text.matchAll(/[。！？；]/gu), { index: text.length }]) {
    const end = Math.min(mark.index + 1, text.length);
    const has = slots.some(({ slot }) => slot.start >= start && slot.start < end);
    if (!has) continue;
    passages.push({ start, end });
    start = end;
  }
  return passages;
}

const lineOnly = (slot: PlannedSlot) => {
  const { column: _, ...rest } = slot.place;
  return rest;
};

/** 9 处：已填 8，待填 1。 */
export const formatPlanSummary = ({ summary }: FillPlan, lang: Lang): string =>
  speak({ code: 'plan-summary', args: { ...summary } }, lang);

/** As the data have settled them, else as the sentence has them. */
const readingsOf = ({ candidates, claim }: PlannedSlot): readonly Reading[] =>
  candidates.length > 0 ? candidates.map((c) => c.reading) : (claim?.readings ?? []);

function formatSlot(slot: PlannedSlot, text: string, { measures, lang, paint }: TextContext): readonly string[] {
  const indent = '      ';
  const meanings = [...new Set(readingsOf(slot).map((r) => describeQuery(r.query, measures, lang)))];
  const kind = speak({ code: `kind-${slot.kind}`, args: {} }, lang);
  const status = paint(speak({ code: `status-${slot.status}`, args: {} }, lang), TONE[slot.status]);
  const meaning = slot.kind === 'fact' && slot.claim ? slot.claim.label : meanings.length === 1 ? meanings[0] : kind;
  const head = `  #${slot.no} ${status} ${slot.text ?? slot.slot.glyph}  ${meaning}`;
  const lines = [head];
  if (slot.status === 'filled' && slot.figure) {
    lines.push(`${indent}= ${formatProof(slot.figure, measures, lang, slot.claim?.unit)}`);
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
