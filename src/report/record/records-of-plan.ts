import type { ProvenanceEntry } from '../../documents/provenance.js';
import type { MeasureContext } from '../../measures/context.js';
import type { Block, Document } from '../../model/document.js';
import { applyEdits, type Edit } from '../../model/edit.js';
import { formatSource } from '../../model/observation.js';
import { sign } from '../../model/rational.js';
import type { FillPlan, PlannedSlot } from '../fill/plan-fill.js';
import type { Lang } from '../messages/language.js';
import { speak } from '../messages/speak.js';
import { describeQuery } from '../reporters/describe-query.js';
import { type FillRecord, formatRecord, type Origin, type RecordedFigure } from './fill-record.js';
import { wordsAround } from './words-around.js';

/** What travels inside a draft: of each filled number who gave it, its meaning, formula and cells; of each open slot, why. */
export function recordsOfPlan(
  plan: FillPlan,
  document: Document,
  measures: MeasureContext,
  lang: Lang,
): readonly ProvenanceEntry[] {
  const filled = new FilledBlocks(plan, document);
  return plan.slots.flatMap((slot): ProvenanceEntry[] => {
    const edit = slot.edits.find((e) => e.kind === 'fill');
    if (slot.status === 'open' || slot.status === 'ambiguous') {
      const { start, end } = slot.slot;
      const meaning = slot.reason ? speak(slot.reason, lang) : '';
      return [{ block: slot.block, start, end, data: { origin: 'open', ...(meaning === '' ? {} : { meaning }) } }];
    }
    if (slot.status !== 'filled' || !edit || slot.kind === 'name' || slot.kind === 'date') return [];
    const { block, start, end } = edit;
    const record = recordOf(slot, filled.wordsAt(edit), measures, lang);
    const { formula = '', terms = [] } = record.figure && slot.figure ? slot.figure.derivation : {};
    const sources = terms.map((t) => formatSource(t.source)).join('; ');
    return [{ block, start, end, data: formatRecord(record, formula, sources) }];
  });
}

function recordOf(slot: PlannedSlot, words: FillRecord['words'], measures: MeasureContext, lang: Lang): FillRecord {
  const { claim } = slot;
  const figure = originOf(slot) === 'data' ? figureOf(slot) : undefined;
  const signed = figure && sign(figure.value) !== 0 ? (sign(figure.value) as 1 | -1) : claim?.sign?.sign;
  return {
    origin: originOf(slot),
    kind: slot.kind,
    meaning: figure ? describeQuery(figure.query, measures, lang) : (claim?.label ?? ''),
    figure,
    unit: claim?.unit?.text ?? '',
    sign: claim?.sign ? signed : undefined,
    approximator: claim?.approximator?.class,
    words,
  };
}

/** The reading that was filled: where a person chose one of several, the chosen one. */
export const readingOf = ({ candidates, claim }: PlannedSlot) => candidates[0]?.reading ?? claim?.readings[0];

function figureOf(slot: PlannedSlot): RecordedFigure | undefined {
  const reading = readingOf(slot);
  const { figure } = slot;
  return figure && reading && { query: reading.query, value: figure.value, unit: figure.unit };
}

function originOf({ given, figure }: PlannedSlot): Origin {
  if (given !== undefined && given.agrees === undefined) return given.from.kind;
  return figure ? 'data' : 'fact';
}

/** The blocks as they read once filled, and where each filled text then stands. */
class FilledBlocks {
  readonly #document: Document;
  readonly #edits = new Map<number, Edit[]>();
  readonly #blocks = new Map<number, { readonly block: Block; readonly spans: ReadonlyMap<Edit, FilledSpan> }>();

  constructor(plan: FillPlan, document: Document) {
    this.#document = document;
    for (const edit of plan.slots.flatMap((slot) => slot.edits))
      this.#edits.set(edit.block, [...(this.#edits.get(edit.block) ?? []), edit]);
  }

  wordsAt(edit: Edit): FillRecord['words'] {
    const { block, spans } = this.#filled(edit.block);
    const own = spans.get(edit)!;
    const others = [...spans].flatMap(([e, span]) => (e !== edit && e.kind === 'fill' ? [span] : []));
    return wordsAround(block, own, others);
  }

  #filled(index: number) {
    const known = this.#blocks.get(index);
    if (known) return known;
    const edits = [...(this.#edits.get(index) ?? [])].sort((a, b) => a.start - b.start || a.end - b.end);
    const before = this.#document.blocks[index]!;
    const spans = new Map<Edit, FilledSpan>();
    let shift = 0;
    for (const edit of edits) {
      const start = edit.start + shift;
      spans.set(edit, { start, end: start + edit.text.length });
      shift += edit.text.length - (edit.end - edit.start);
    }
    const made = { block: { ...before, text: applyEdits(before.text, edits) }, spans };
    this.#blocks.set(index, made);
    return made;
  }
}

interface FilledSpan {
  readonly start: number;
  readonly end: number;
}
