import * as z from 'zod';
import { formSchema } from '../../catalogue/form.js';
import { catalogueSchema } from '../../catalogue/schema.js';
import { decisionsSchema } from '../../checks/decisions.js';
import { editRulesSchema } from '../../checks/rules/rule-schema.js';
import { projectSchema } from '../project/schema.js';
import { analysisSchema } from './analysis.js';
import { checkSchema } from './check.js';
import { explainSchema } from './explain.js';
import { cellsSchema, inspectSchema, observationsSchema, revisionsSchema } from './inspect.js';
import { planSchema } from './plan.js';
import { verifySchema } from './verify.js';

/** What the program reads from people (`input`), and what it writes for programs (`output`). */
const SCHEMAS = {
  project: { schema: projectSchema, io: 'input', title: 'tianshu.yaml' },
  catalogue: { schema: catalogueSchema, io: 'input', title: 'an industry: indicators, names, units, parts' },
  form: { schema: formSchema, io: 'input', title: 'a form of returns' },
  rules: { schema: editRulesSchema, io: 'input', title: 'edit rules' },
  decisions: { schema: decisionsSchema, io: 'input', title: 'accepted findings' },
  inspect: { schema: inspectSchema, io: 'output', title: 'tianshu inspect --format json' },
  observations: { schema: observationsSchema, io: 'output', title: 'tianshu inspect --observations --format json' },
  cells: { schema: cellsSchema, io: 'output', title: 'tianshu inspect --cells --format json' },
  revisions: { schema: revisionsSchema, io: 'output', title: 'tianshu inspect --revisions --format json' },
  check: { schema: checkSchema, io: 'output', title: 'tianshu check --format json' },
  growth: { schema: analysisSchema, io: 'output', title: 'tianshu growth --format json' },
  rank: { schema: analysisSchema, io: 'output', title: 'tianshu rank --format json' },
  plan: { schema: planSchema, io: 'output', title: 'tianshu plan --format json' },
  verify: { schema: verifySchema, io: 'output', title: 'tianshu verify --format json' },
  explain: { schema: explainSchema, io: 'output', title: 'tianshu explain --format json' },
} as const satisfies Readonly<
  Record<string, { readonly schema: z.ZodType; readonly io: 'input' | 'output'; readonly title: string }>
>;

export type SchemaName = keyof typeof SCHEMAS;

/** Every published JSON Schema (draft 2020-12) by its name: `tianshu/schemas/project.schema.json`… */
export function jsonSchemas(): Readonly<Record<SchemaName, object>> {
  const entries = Object.entries(SCHEMAS).map(([name, { schema, io, title }]) => [
    name,
    { title, ...z.toJSONSchema(schema, { io, unrepresentable: 'any' }) },
  ]);
  return Object.fromEntries(entries);
}
