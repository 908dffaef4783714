import * as z from 'zod';
import { TIDY_COLUMNS } from './tidy-columns.js';

const text = z.string().trim().min(1);

/** What every figure of a return shares, where the return itself does not say it. */
export const constantsSchema = z.strictObject({
  period: text.optional(),
  region: text.optional(),
  indicator: text.optional(),
  unit: text.optional(),
  accumulation: z
    .enum(['period', 'year-to-date'])
    .optional()
    .describe('how a bare value of a month is to be taken: its own, or since January'),
  scenario: z.enum(['actual', 'plan']).optional(),
  status: z.enum(['A', 'P', 'E']).optional().describe('normal, provisional (快报), estimated'),
});

/** One value a row, under a header. */
export const tidyLayoutSchema = z.strictObject({
  kind: z.literal('tidy'),
  columns: z
    .record(text, z.enum(TIDY_COLUMNS))
    .default({})
    .describe("the return's own column headers, each with the contract's name for it"),
  constants: constantsSchema.default({}),
});

const dimension = z.enum(['region', 'indicator', 'period', 'measure', 'unit', 'serial', 'code', 'note']);

/** A table with headings on both sides. Whatever is not declared is found by evidence. */
export const tableLayoutSchema = z.strictObject({
  kind: z.literal('table'),
  sheets: z.array(text).optional().describe('only these sheets'),
  headerRows: z.int().min(0).max(8).optional().describe('rows of column headings'),
  firstHeaderRow: z.int().min(1).optional().describe('from 1; where the column headings begin'),
  lastRow: z.int().min(1).optional().describe('from 1; what stands below is not read'),
  labels: z
    .record(z.string().regex(/^[A-Z]{1,3}$/), dimension)
    .default({})
    .describe('what the label columns hold: {A: serial, B: region}'),
  columns: dimension.optional().describe('what the column headings name: indicator, period, region'),
  constants: constantsSchema.default({}),
});

export const formLayoutSchema = z.discriminatedUnion('kind', [tidyLayoutSchema, tableLayoutSchema]);

export type FormConstants = z.output<typeof constantsSchema>;
export type TidyLayout = z.output<typeof tidyLayoutSchema>;
export type TableLayout = z.output<typeof tableLayoutSchema>;
export type FormLayout = z.output<typeof formLayoutSchema>;
