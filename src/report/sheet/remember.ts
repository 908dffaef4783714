import { isDeepStrictEqual } from 'node:util';
import type { Document } from '../../model/document.js';
import type { FillPlan } from '../fill/plan-fill.js';
import type { ReportContext } from '../report-context.js';
import { describeQuery } from '../reporters/describe-query.js';
import { periodOfAnswers, spotOf } from './recall.js';
import type { RememberedAnswer } from './remembered.js';
import { spotsOf } from './sheet-rows.js';
import { Surroundings } from './slot-context.js';

/** An answer that is to be kept, with the slot that it was given for. */
interface Kept {
  readonly no: number;
  readonly answer: RememberedAnswer;
}

/** What the next edition should know: readings that were chosen, values that the data do not give, stated overrides. */
export function answersToKeep(
  plan: FillPlan,
  byData: FillPlan,
  document: Document,
  context: ReportContext,
): readonly Kept[] {
  const surroundings = new Surroundings(document, spotsOf(plan));
  const period = periodOfAnswers(context);
  return plan.slots.flatMap((slot, i): Kept[] => {
    const { given, no } = slot;
    if (given?.from.kind !== 'sheet' || given.agrees === 'data') return [];
    const { before, after, alike } = surroundings.contextOf(i);
    const data = byData.slots[i]!;
    const place = { before, after, ...alike };
    const dated = period === undefined ? {} : { period };
    if (given.agrees !== undefined) {
      const reading = data.claim?.readings[given.agrees];
      if (!reading) return [];
      return [{ no, answer: { ...place, reading: describeQuery(reading.query, context.measures, 'zh'), ...dated } }];
    }
    const word = given.verb === undefined ? {} : { word: given.verb };
    const instead = data.status === 'filled' && data.text !== undefined ? { 'instead-of': data.text } : {};
    return [{ no, answer: { ...place, value: given.text, ...word, ...instead, ...dated } }];
  });
}

/** Puts new answers beside the old: one for a slot and a period; a chosen reading replaces every earlier answer. */
export function keepAnswers(
  old: readonly RememberedAnswer[],
  kept: readonly Kept[],
  plan: FillPlan,
  document: Document,
): { readonly answers: readonly RememberedAnswer[]; readonly changed: number } {
  const surroundings = new Surroundings(document, spotsOf(plan));
  const added = kept.filter(({ answer }) => !old.some((o) => isDeepStrictEqual({ ...o }, answer)));
  const byNo = new Map(added.map(({ no, answer }) => [no, answer]));
  const left = old.filter((o) => {
    const index = spotOf(o, surroundings);
    const now = index === undefined ? undefined : byNo.get(index + 1);
    return !now || (now.reading === undefined && o.reading === undefined && now.period !== o.period);
  });
  return { answers: [...left, ...added.map(({ answer }) => answer)], changed: added.length };
}
