import * as z from 'zod';
import { accumulation, cellSource, digits, place, said, severity, timePeriod } from './shared.js';

const span = z.strictObject({ from: z.int(), to: z.int(), role: z.string(), text: z.string().optional() });
const range = z.tuple([z.int(), z.int()]);

const table = z.strictObject({
  layout: z.enum(['tidy', 'table']),
  range: z.string().describe('A1:F40'),
  rows: z.array(z.string()).describe('what the rows name: region, indicator, period, measure'),
  columns: z.array(z.string()),
  title: z.string().optional(),
  unit: z.string().optional(),
  period: z.string().optional(),
  rowRoles: z.array(span),
  columnRoles: z.array(span),
  leftOut: z.array(
    z.strictObject({
      reason: z.string(),
      rows: range.optional(),
      columns: range.optional(),
      text: z.string().optional(),
    }),
  ),
  observations: z.int(),
});

const finding = z.strictObject({
  code: z.string(),
  severity,
  place,
  args: said.shape.args,
  message: z.string(),
});

/** `tianshu inspect FILE --format json` */
export const inspectSchema = z.strictObject({
  file: z.string(),
  format: z.string(),
  encoding: z.string().nullable(),
  form: z.string().nullable(),
  observations: z.int(),
  indicators: z.array(z.strictObject({ indicator: z.string(), name: z.string(), units: z.array(z.string()) })),
  regions: z.array(z.strictObject({ refArea: z.string(), name: z.string() })),
  periods: z.array(timePeriod),
  measures: z.array(z.string()),
  sheets: z.array(
    z.strictObject({
      name: z.string().nullable(),
      hidden: z.boolean(),
      rows: z.int(),
      columns: z.int(),
      tables: z.array(table),
    }),
  ),
  diagnostics: z.array(finding),
});

/** `tianshu inspect FILE --observations --format json` */
export const observationsSchema = z.strictObject({
  observations: z.array(
    z.strictObject({
      measure: z.string(),
      indicator: z.string(),
      refArea: z.string(),
      timePeriod,
      accumulation,
      scenario: z.enum(['actual', 'plan']),
      obsValue: digits.nullable(),
      unitMeasure: z.string(),
      obsStatus: z
        .string()
        .describe(
          'SDMX: A normal, P provisional, E estimated, M missing, O left blank, L not reported yet, K not applicable, N none, S less than half a unit, C confidential',
        ),
      source: cellSource,
    }),
  ),
});

/** `tianshu inspect FILE --cells --format json` */
export const cellsSchema = z.strictObject({
  sheets: z.array(
    z.strictObject({
      name: z.string().nullable(),
      cells: z.array(z.strictObject({ cell: z.string(), type: z.string(), raw: z.string(), value: z.string() })),
    }),
  ),
});

/** `tianshu inspect FILE --revisions --format json` */
export const revisionsSchema = z.strictObject({
  revisions: z.array(
    z.strictObject({
      measure: z.string(),
      indicator: z.string(),
      refArea: z.string(),
      timePeriod,
      scenario: z.enum(['actual', 'plan']),
      deliveries: z
        .array(
          z.strictObject({
            obsValue: digits.nullable(),
            unitMeasure: z.string(),
            obsStatus: z.string(),
            stands: z.boolean().describe('whether this delivery counts'),
            source: cellSource,
          }),
        )
        .describe('in order of delivery: the last one that says something counts; a blank and # say nothing'),
    }),
  ),
});

export type InspectJson = z.output<typeof inspectSchema>;
export type ObservationsJson = z.output<typeof observationsSchema>;
export type CellsJson = z.output<typeof cellsSchema>;
export type RevisionsJson = z.output<typeof revisionsSchema>;
