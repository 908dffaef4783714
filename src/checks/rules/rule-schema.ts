import * as z from 'zod';
import type { DefinitionDiagnostic } from '../../catalogue/diagnostics.js';
import { type Definition, parseDefinitionText } from '../../catalogue/load-definition.js';
import type { Place } from '../../model/diagnostic.js';

const text = z.string().trim().min(1);

/** One edit rule, in a statistician's words. */
export const editRuleSchema = z.strictObject({
  id: text,
  rule: text.max(2000).describe('快递业务量 = 同城快递业务量 + 异地快递业务量 + 国际及港澳台快递业务量'),
  label: text.optional().describe('what people call the rule'),
  severity: z.enum(['hard', 'soft']).default('hard'),
  explanation: text.optional().describe('why it holds and what to do where it does not'),
  tolerance: text.optional().describe('0.5 万件; without it the bound that follows from the rounding of the cells'),
  regions: z.array(text).min(1).optional().describe('only these regions'),
});

/** A file of edit rules. */
export const editRulesSchema = z.strictObject({ rules: z.array(editRuleSchema) });

/** A rule and where it is written. */
export interface EditRule extends z.output<typeof editRuleSchema> {
  readonly place: Place;
  /** Shipped with the program: it stays silent about what was not delivered. */
  readonly builtIn?: boolean;
}

export type LoadedRules =
  | { readonly kind: 'valid'; readonly rules: readonly EditRule[] }
  | { readonly kind: 'invalid'; readonly problems: readonly DefinitionDiagnostic[] };

/** Reads a file of rules. Its problems have line and column; names are looked up when the rules are applied. */
export function parseRulesText(content: string, file: string): LoadedRules {
  return placed(parseDefinitionText<z.output<typeof editRulesSchema>>(content, editRulesSchema, file));
}

export function placed(definition: Definition<z.output<typeof editRulesSchema>>): LoadedRules {
  if (definition.kind === 'invalid') return definition;
  const { value, placeOf } = definition;
  return { kind: 'valid', rules: value.rules.map((rule, i) => ({ ...rule, place: placeOf(['rules', i, 'rule']) })) };
}
