import * as z from 'zod';

const text = z.string().trim().min(1);
const number = z
  .union([z.number(), z.string().regex(/^-?\d+(\.\d+)?$/u)])
  .describe('in the unit of the indicator; in quotes where the last zero counts');

const code = z.union([z.int(), z.string().regex(/^-?\d+(\.\d+)?$/u)]);

/** What one indicator of a form must look like. */
export const formIndicatorSchema = z.strictObject({
  indicator: text.describe('name, alias or id'),
  required: z.boolean().default(true).describe('every required region and period must have a figure'),
  unit: text.optional().describe('the unit that the form prescribes: 万件'),
  decimals: z.int().min(0).max(8).optional().describe('no more decimals than these'),
  type: z.enum(['number', 'whole']).default('number'),
  min: number.optional(),
  max: number.optional(),
  codes: z
    .union([z.array(code).min(1), z.record(z.string().regex(/^-?\d+(\.\d+)?$/u), text)])
    .optional()
    .describe("code list: the values that there are, with their names where they have some: { '1': 大型, '2': 中型 }"),
  accumulation: z.enum(['period', 'year-to-date', 'both']).optional().describe('which of 当月 and 累计 the form holds'),
});

/** Required content of a form (报表表式): indicators, regions, periods. */
export const formContentSchema = z.strictObject({
  frequency: z.enum(['monthly', 'quarterly', 'half-yearly', 'annual']).optional(),
  indicators: z.array(formIndicatorSchema).min(1),
  regions: z
    .union([text, z.array(text).min(1)])
    .optional()
    .describe('members of one region (河北省), a group, or a list'),
  including: z.array(text).default([]).describe('regions beside the members: 雄安新区, the total itself'),
  periods: z.array(text).optional().describe('2024年1-3月, 2024-06: these and no fewer'),
  from: text.optional().describe('first period of a regular return'),
  to: text.optional().describe('last period of a regular return'),
});

export type FormIndicator = z.output<typeof formIndicatorSchema>;
export type FormContent = z.output<typeof formContentSchema>;
