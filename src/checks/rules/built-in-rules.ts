import { parseDefinition } from '../../catalogue/load-definition.js';
import { type EditRule, editRulesSchema, placed } from './rule-schema.js';

/** Rules that ship with the built-in industries. Each is imported only when it is asked for. */
const BUILT_IN: Readonly<Record<string, () => Promise<{ readonly default: unknown }>>> = {
  postal: () => import('../../catalogue/postal-edit-rules.yaml'),
};

/** Edit rules of a built-in industry, beyond those that follow from its catalogue. Empty where it has none. */
export async function loadBuiltInRules(industry: string): Promise<readonly EditRule[]> {
  const load = Object.hasOwn(BUILT_IN, industry) ? BUILT_IN[industry] : undefined;
  if (!load) return [];
  const loaded = placed(parseDefinition((await load()).default, editRulesSchema));
  if (loaded.kind === 'invalid') throw new Error(`the built-in rules of ${industry} are malformed`);
  return loaded.rules.map((rule) => ({ ...rule, builtIn: true }));
}
