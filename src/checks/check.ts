import type { Catalogue } from '../catalogue/catalogue.js';
import type { Form } from '../catalogue/form.js';
import { Cube } from '../model/cube.js';
import type { ObservationTable } from '../model/observation-table.js';
import type { RefAreaTable } from '../model/ref-area.js';
import type { Finding } from './diagnostics.js';
import { checkDuplicates } from './edits/duplicates.js';
import { checkGrowth } from './edits/growth-against-levels.js';
import { checkHistory } from './edits/history.js';
import { checkMissingRegions } from './edits/missing-regions.js';
import { checkNegativeLevels } from './edits/negative-level.js';
import { checkPartitions } from './edits/partitions.js';
import { checkPeriods } from './edits/periods.js';
import { checkRanks } from './edits/ranks.js';
import { checkRegions } from './edits/regions.js';
import { checkSwings } from './edits/swings.js';
import { foldTally } from './fold.js';
import { checkFormCells } from './forms/check-cells.js';
import { checkPresence } from './forms/check-presence.js';
import { scopeOf } from './forms/form-scope.js';
import { probableSwaps } from './probable-swaps.js';
import { applyRules } from './rules/apply-rules.js';
import type { EditRule } from './rules/rule-schema.js';
import { sharedCells } from './shared-cells.js';
import { Survey } from './survey.js';

/** All that a check may look at besides the figures. */
export interface CheckContext {
  readonly catalogue?: Catalogue | undefined;
  readonly refAreas: RefAreaTable;
  /** Rules beyond those that follow from the catalogue. */
  readonly rules?: readonly EditRule[];
  /** Forms whose required content is checked in the files that they describe. */
  readonly forms?: readonly Form[];
  /** Codes of the regions that must be there wherever most of them are. */
  readonly expectedAreas?: readonly string[];
}

/**
 * Checks a cube by its edit rules. The road: slices → one pass of each rule, which notes what it evaluated and what it found
 * broken → repeated patterns folded → findings, and what may explain several of them; hard ones first. Time and memory are linear in
 * the observations.
 */
export function check(cube: Cube, context: CheckContext): readonly Finding[] {
  const { survey, aboutRules } = examine(cube, context);
  const aboutForms = (context.forms ?? []).flatMap((form) => applyForm(survey, form));
  const findings = survey.tallies.flatMap((tally) => foldTally(tally, cube.observations));
  const again = (table: ObservationTable) => examine(new Cube(table), context).survey;
  const causes = [...probableSwaps(survey, findings, again), ...sharedCells(findings)];
  return [...aboutRules, ...aboutForms, ...findings, ...causes].sort(bySeverity);
}

/** Every rule but the forms, applied; what they saw is in the survey's books. */
export function examine(cube: Cube, context: CheckContext) {
  const survey = new Survey(cube, context.catalogue, context.refAreas);
  checkNegativeLevels(survey);
  checkDuplicates(survey);
  checkPartitions(survey);
  checkPeriods(survey);
  checkRegions(survey);
  checkHistory(survey);
  checkMissingRegions(survey, new Set(context.expectedAreas));
  checkGrowth(survey);
  checkRanks(survey);
  checkSwings(survey);
  return { survey, aboutRules: applyRules(survey, context.rules ?? []) };
}

/** A form that describes none of the files delivered asks nothing of them. */
function applyForm(survey: Survey, form: Form): readonly Finding[] {
  const scope = form.content && scopeOf(form, form.content, survey);
  if (!scope?.sources.includes(1)) return [];
  checkFormCells(survey, scope);
  return checkPresence(survey, scope);
}

const ORDER = { hard: 0, soft: 1, info: 2 } as const;
const bySeverity = (a: Finding, b: Finding): number => ORDER[a.severity] - ORDER[b.severity];
