import type { ProvenanceEntry } from '../../documents/provenance.js';
import type { MeasureContext } from '../../measures/context.js';
import { formatSource } from '../../model/observation.js';
import type { FillPlan } from '../fill/plan-fill.js';
import type { Lang } from '../messages/language.js';
import { describeQuery } from './describe-query.js';

/** What travels inside a draft with each filled figure: its meaning, formula and cells. */
export function provenanceOf(plan: FillPlan, measures: MeasureContext, lang: Lang): readonly ProvenanceEntry[] {
  return plan.slots.flatMap(({ edits, claim, figure, status }) => {
    const edit = edits.find((e) => e.kind === 'fill');
    const reading = claim?.readings[0];
    if (status !== 'filled' || !edit || !figure || !reading) return [];
    const { formula, terms } = figure.derivation;
    const data = {
      meaning: describeQuery(reading.query, measures, lang),
      formula,
      unit: figure.unit,
      sources: terms.map((t) => formatSource(t.source)).join('; '),
    };
    return [{ block: edit.block, start: edit.start, end: edit.end, data }];
  });
}
